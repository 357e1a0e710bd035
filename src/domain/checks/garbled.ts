import type { Report } from './finding.ts'
import type { ChunkView } from './view.ts'

const fields = ['name', 'title', 'department', 'employer', 'remark', 'industry', 'occupation'] as const

/** Text decoded with the wrong encoding, or with characters that are lost for good. */
export function findMojibake({ chunk, column }: ChunkView, report: Report): number {
  let judged = 0
  for (const field of fields) {
    const values = column(field)
    if (values === undefined) continue
    for (let i = 0; i < chunk.count; i++) {
      const value = values[i]!
      if (value === null) continue
      judged++
      if (isGarbled(value)) report(i, field, value, mendText(value) === null ? {} : { mended: mendText(value)! })
    }
  }
  return judged
}

/** Traces that bytes leave when read with the wrong encoding: �, 锟斤拷, 烫烫, or a text that mends into Chinese. */
export function isGarbled(text: string): boolean {
  if (text.includes('\ufffd') || text.includes('锟斤拷') || text.includes('烫烫烫') || text.includes('屯屯屯'))
    return true
  return mendText(text) !== null || isCutShort(text)
}

/** Mends after its last character is taken off: an odd number of bytes left half of one behind, shown as `?` (鐜嬪皬鏄?). */
function isCutShort(text: string): boolean {
  if (!/[?？]$/.test(text) || !opensLikeUtf8(text)) return false
  const bytes = gbBytesOf(text.slice(0, -1))
  if (bytes === null || bytes.length < 6) return false
  // The last character of three bytes has lost its third: what stands before it must be whole.
  const whole = bytes.length - (bytes.length % 3)
  return bytes.length % 3 === 2 && chinese(decode('utf-8', bytes.subarray(0, whole))) !== null
}

/**
 * The text as it was before it was decoded wrongly, or null when it is not garbled or can't be mended.
 *
 * Two ways it comes about: UTF-8 or GB18030 bytes read as Western text (æ�Žå››, ÕÅÈý), UTF-8 bytes read as GB18030 (鏉庡洓).
 */
export function mendText(text: string): string | null {
  let high = 0
  let han = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x80 && code <= 0x2122 && (code <= 0xff || code in westernOnly)) high++
    else if (code >= 0x4e00) han++
  }
  if (high >= 2 && han === 0) return mendWestern(text)
  return han >= 2 && text.length >= 3 ? mendGb(text) : null
}

/** Windows-1252 letters outside Latin 1, as bytes. */
const westernOnly: Readonly<Record<number, number>> = Object.fromEntries(
  [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].flatMap((char, i) => (char === ' ' ? [] : [[char.charCodeAt(0), 0x80 + i]])),
)

function mendWestern(text: string): string | null {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const byte = code <= 0xff ? code : westernOnly[code]
    if (byte === undefined) return null
    bytes[i] = byte
  }
  return chinese(decode('utf-8', bytes)) ?? (runsOfPairs(bytes) ? chinese(decode('gb18030', bytes)) : null)
}

/** GB18030 letters come in pairs of high bytes; a single é of a European name does not. */
function runsOfPairs(bytes: Uint8Array): boolean {
  let run = 0
  let longest = 0
  for (const byte of bytes) {
    if (byte >= 0xa1) run++
    else {
      if (run % 2 === 1) return false
      longest = Math.max(longest, run)
      run = 0
    }
  }
  return run % 2 === 0 && Math.max(longest, run) >= 4
}

/** The two bytes of every character that GB18030 writes with two; 0 where it does not. Made in one decoding. */
let gbBytes: Uint16Array | undefined

function loadGb(): Uint16Array {
  const pairs = new Uint8Array(126 * 191 * 3)
  const codes: number[] = []
  let at = 0
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      pairs.set([lead, trail, 0x0a], at)
      at += 3
      codes.push(lead * 256 + trail)
    }
  }
  const table = new Uint16Array(65_536)
  const chars = new TextDecoder('gb18030').decode(pairs.subarray(0, at)).split('\n')
  chars.forEach((char, i) => {
    if (char.length === 1 && char !== '\ufffd') table[char.charCodeAt(0)] = codes[i]!
  })
  gbBytes = table
  return table
}

/** A text as the bytes it has in GB18030, or null where it needs more than two for a character. */
function gbBytesOf(text: string): Uint8Array | null {
  const table = gbBytes ?? loadGb()
  const bytes = new Uint8Array(text.length * 2)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) {
      bytes[length++] = code
      continue
    }
    const pair = table[code]!
    if (pair === 0) return null
    bytes[length++] = pair >> 8
    bytes[length++] = pair & 0xff
  }
  return bytes.subarray(0, length)
}

/**
 * Chinese in UTF-8 begins with a byte E3 to E9 and goes on with one of 80 to BF: read as GB18030 its first character is one
 * of a few rare ones (鏉, 寮, 鐜). No other text begins with two of these bytes, but for a few rare names.
 */
function opensLikeUtf8(text: string): boolean {
  let at = 0
  while (at < text.length && text.charCodeAt(at) < 0x80) at++
  const code = text.charCodeAt(at)
  if (!(code >= 0x4e00 && code <= 0x9fff)) return false
  const pair = (gbBytes ?? loadGb())[code]!
  const [lead, trail] = [pair >> 8, pair & 0xff]
  return lead >= 0xe3 && lead <= 0xe9 && trail >= 0x80 && trail <= 0xbf
}

function mendGb(text: string): string | null {
  if (!opensLikeUtf8(text)) return null
  const bytes = gbBytesOf(text)
  return bytes === null ? null : chinese(decode('utf-8', bytes))
}

function decode(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A mended text must be Chinese through and through. */
function chinese(text: string | null): string | null {
  if (text === null) return null
  let han = 0
  for (const char of text) {
    const code = char.codePointAt(0)!
    if (code >= 0x4e00 && code <= 0x9fff) han++
    else if (code >= 0x80 && !'，。、；：？！（）《》“”‘’·—－　【】'.includes(char)) return null
  }
  return han >= 2 ? text : null
}
