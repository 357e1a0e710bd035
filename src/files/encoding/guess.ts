import { isUtf8 } from 'node:buffer'
import type { EncodingGuess } from '../../model/sheet.ts'

/** The encoding a byte order mark names, with the mark's length. */
export function byteOrderMark(head: Buffer): { encoding: string; length: number } | null {
  const [a, b, c, d] = head
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  if (a !== 0xef || b !== 0xbb || c !== 0xbf) return null
  const twice = head[3] === 0xef && head[4] === 0xbb && head[5] === 0xbf
  return { encoding: 'utf-8', length: twice ? 6 : 3 }
}

export function guessEncoding(bytes: Buffer): EncodingGuess {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return { encoding: mark.encoding, confidence: 1, evidence: ['bom'] }
  if (isUtf8(bytes)) return { encoding: 'utf-8', confidence: 0.99, evidence: ['valid-utf8'] }
  return { encoding: 'gb18030', confidence: 0.6, evidence: ['frequent-characters'] }
}
