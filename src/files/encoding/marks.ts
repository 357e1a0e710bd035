import { decodeStrict } from './decode.ts'

/** The encoding a byte order mark names, with the mark's length. */
export function byteOrderMark(head: Buffer): { encoding: string; length: number } | null {
  const [a, b, c, d] = head
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 }
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return { encoding: 'gb18030', length: 4 }
  if (a !== 0xef || b !== 0xbb || c !== 0xbf) return null
  const twice = head[3] === 0xef && head[4] === 0xbb && head[5] === 0xbf
  return { encoding: 'utf-8', length: twice ? 6 : 3 }
}

/** UTF-16 and UTF-32 without a mark: ASCII in such texts leaves zero bytes in fixed places. */
export function unmarkedWide(head: Buffer): string | null {
  const length = Math.min(head.length - (head.length % 4), 65_536)
  if (length < 4) return null
  const zeros = [0, 0, 0, 0]
  for (let i = 0; i < length; i++) if (head[i] === 0) zeros[i % 4]!++
  const share = zeros.map((count) => count / (length / 4)) as [number, number, number, number]
  const [a, b, c, d] = share
  const valid = (encoding: string) => decodeStrict(head.subarray(0, length), encoding) !== null
  if (d > 0.95 && c > 0.9 && a < 0.1 && valid('utf-32le')) return 'utf-32le'
  if (a > 0.95 && b > 0.9 && d < 0.1 && valid('utf-32be')) return 'utf-32be'
  const few = length / 2 < 16 ? 0.4 : 0.08
  if ((b + d) / 2 > few && a + c < 0.04) return 'utf-16le'
  if ((a + c) / 2 > few && b + d < 0.04) return 'utf-16be'
  return null
}
