import type { Reason } from '../../model/parsed.ts'
import type { Source } from '../source.ts'
import { simplified } from './frequent.ts'

const gbk = new TextDecoder('gb18030')
const utf8 = new TextDecoder('utf-8', { fatal: true })

let reverse: Map<string, readonly [number, number]> | null = null

/** Two bytes of each character that GBK writes with two. */
function gbkBytes(): Map<string, readonly [number, number]> {
  if (reverse !== null) return reverse
  reverse = new Map()
  const bytes = Buffer.alloc(2)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      bytes[0] = lead
      bytes[1] = trail
      const text = gbk.decode(bytes)
      if (text.length === 1 && text !== '\ufffd') reverse.set(text, [lead, trail])
    }
  }
  return reverse
}

let firstChars: RegExp | null = null

/** First characters that UTF-8 read as GBK gives: lead bytes E4–E9 with what may follow them. Common ones left out. */
function firsts(): RegExp {
  if (firstChars !== null) return firstChars
  const chars: string[] = []
  for (let lead = 0xe4; lead <= 0xe9; lead++) {
    for (let trail = 0x80; trail <= 0xbf; trail++) {
      const char = gbk.decode(Buffer.from([lead, trail]))
      if (char.length === 1 && char !== '\ufffd' && !simplified.includes(char)) chars.push(char)
    }
  }
  firstChars = new RegExp(`[${chars.join('')}]`, 'g')
  return firstChars
}

/** Whether the characters here are UTF-8 that was read as GBK: turned back, they are at least two Chinese ones. */
function isUtf8AsGbk(text: string, at: number): boolean {
  const bytes: number[] = []
  for (let i = at; i < at + 6 && i < text.length; i++) {
    if (text[i] === '€') bytes.push(0x80)
    else {
      const pair = gbkBytes().get(text[i]!)
      if (pair === undefined) break
      bytes.push(...pair)
    }
  }
  const whole = bytes.length - (bytes.length % 3)
  if (whole < 6) return false
  try {
    return /^[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]{2,}$/.test(utf8.decode(Buffer.from(bytes.slice(0, whole))))
  } catch {
    return false
  }
}

interface Kind {
  readonly code: string
  readonly pattern: () => RegExp
  readonly holds?: (text: string, at: number) => boolean
}

/** What a text looks like that was read in the wrong encoding once and saved so. */
const kinds: readonly Kind[] = [
  { code: 'mojibake-lost', pattern: () => /锟斤拷|烫烫烫|屯屯屯|\ufffd/g },
  { code: 'mojibake-gbk', pattern: firsts, holds: isUtf8AsGbk },
  { code: 'mojibake-latin', pattern: () => /[äåæçèéÃÂ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]/g },
]

/** Bytes that are looked at; what is wrong further down is found row by row. */
const looked = 8 * 1024 * 1024

/** Notes on text that was already broken when it was saved, each kind with its first line and byte. */
export function mojibakeNotes(source: Source, start: number): Reason[] {
  const text = source.read(start, looked).toString('utf8')
  const end = start + looked < source.size ? text.length - 4 : text.length
  const notes: Reason[] = []
  for (const { code, pattern, holds } of kinds) {
    let count = 0
    let first = -1
    for (const { index } of text.matchAll(pattern())) {
      if (index >= end || holds?.(text, index) === false) continue
      if (first < 0) first = index
      count++
    }
    if (count === 0) continue
    const before = text.slice(0, first)
    const line = (before.match(/\r\n|\n|\r/g)?.length ?? 0) + 1
    notes.push({ code, params: { line, byte: start + Buffer.byteLength(before), count } })
  }
  return notes
}
