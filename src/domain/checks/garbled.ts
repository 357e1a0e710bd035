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
  return mendText(text) !== null
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
  return han >= 3 ? mendGb(text) : null
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

let gbBytes: Map<string, number> | undefined

function loadGb(): Map<string, number> {
  gbBytes = new Map()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = trail === 0x7f ? null : decode('gb18030', Uint8Array.of(lead, trail))
      if (char !== null && char.length === 1) gbBytes.set(char, lead * 256 + trail)
    }
  }
  return gbBytes
}

/** First bytes of Chinese in UTF-8 are E4 to E9: read as GB18030 these begin with a few rare characters. */
const suspicious = /[\u93c0-\u95ff\u6d5c-\u7481\u9352-\u93bf]/

function mendGb(text: string): string | null {
  if (!suspicious.test(text)) return null
  const table = gbBytes ?? loadGb()
  const bytes: number[] = []
  for (const char of text) {
    const code = char.charCodeAt(0)
    if (code < 0x80) {
      bytes.push(code)
      continue
    }
    const pair = table.get(char)
    if (pair === undefined) return null
    bytes.push(pair >> 8, pair & 0xff)
  }
  return chinese(decode('utf-8', Uint8Array.from(bytes)))
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
