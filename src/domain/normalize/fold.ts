import { traditionalPairs } from './data/simplified.ts'

/** True where nothing is to be folded: printable ASCII and common Han, single inner spaces. */
function isFolded(text: string): boolean {
  const last = text.length - 1
  for (let i = 0; i <= last; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x20) {
      if (i === 0 || i === last || text.charCodeAt(i - 1) === 0x20) return false
    } else if ((code < 0x21 || code > 0x7e) && (code < 0x4e00 || code > 0x9fff)) return false
  }
  return true
}

// Soft hyphen, zero width, bidirectional controls, word joiners, BOM, and control characters that are no space.
const invisible =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/**
 * One form for all widths and spaces: NFKC, invisible characters out, runs of white space to one space, trimmed.
 *
 * Letters keep their case and characters their script.
 */
export function foldText(text: string): string {
  if (isFolded(text)) return text
  return text.normalize('NFKC').replace(invisible, '').replace(/\s+/g, ' ').trim()
}

const HAN_STOPS = '，；：！？（）'
const stops = new RegExp(`[${HAN_STOPS}]`, 'g')
const kept = /[\ue000-\ue006]/g

/** `foldText` for sentences: the full-width stops of Chinese writing stay as they were typed. */
export function foldProse(text: string): string {
  if (text.search(stops) === -1) return foldText(text)
  const marked = text.replace(stops, (stop) => String.fromCharCode(0xe000 + HAN_STOPS.indexOf(stop)))
  return foldText(marked).replace(kept, (mark) => HAN_STOPS[mark.charCodeAt(0) - 0xe000]!)
}

let simplifiedCodes: Uint16Array | undefined

function loadSimplified(): Uint16Array {
  simplifiedCodes = new Uint16Array(0x10000)
  for (let i = 0; i + 1 < traditionalPairs.length; i += 2) {
    simplifiedCodes[traditionalPairs.charCodeAt(i)] = traditionalPairs.charCodeAt(i + 1)
  }
  return simplifiedCodes
}

/** Traditional characters to simplified ones, one for one, so that positions stay. Source: opencc `t2cn`. */
export function toSimplified(text: string): string {
  const codes = simplifiedCodes ?? loadSimplified()
  let i = 0
  while (i < text.length && codes[text.charCodeAt(i)] === 0) i++
  if (i === text.length) return text
  let out = text.slice(0, i)
  for (; i < text.length; i++) out += String.fromCharCode(codes[text.charCodeAt(i)] || text.charCodeAt(i))
  return out
}

/** True for simplified Han, small letters and digits only, which is most names. */
function isKey(text: string): boolean {
  const codes = simplifiedCodes ?? loadSimplified()
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) {
      if (codes[code] !== 0) return false
    } else if ((code < 0x61 || code > 0x7a) && (code < 0x30 || code > 0x39)) return false
  }
  return true
}

const keys = new Map<string, string>()

/** What two texts must share to be called the same: folded, simplified, lower case, without spaces. */
export function foldKey(text: string): string {
  if (isKey(text)) return text
  const known = keys.get(text)
  if (known !== undefined) return known
  const key = toSimplified(foldText(text)).toLowerCase().replaceAll(' ', '')
  if (keys.size > 50_000) keys.clear()
  keys.set(text, key)
  return key
}
