import { isUtf8 } from 'node:buffer'
import type { Source } from '../source.ts'
import { blockBytes } from '../source.ts'

/** A piece of text that ends at a line end (but for the last), with the bytes of it that could not be read. */
export interface TextBlock {
  readonly text: string
  /** Byte offsets of the U+FFFD in `text`, in order; absent where there is none. -1: it stands in the file as such. */
  readonly bad?: readonly number[]
}

const unitBytes = (encoding: string): number =>
  encoding.startsWith('utf-16') ? 2 : encoding.startsWith('utf-32') ? 4 : 1

/** Length of the part of a block that ends behind a whole line; 0 where there is no line end. */
function wholeLines(block: Buffer, encoding: string): number {
  const unit = unitBytes(encoding)
  if (unit === 1) {
    const lf = block.lastIndexOf(10)
    if (lf >= 0) return lf + 1
    const cr = block.lastIndexOf(13, block.length - 2)
    return cr + 1
  }
  const low = encoding.endsWith('le') ? 0 : unit - 1
  for (const end of [10, 13]) {
    for (let at = (Math.floor(block.length / unit) - 1) * unit; at >= 0; at -= unit) {
      if (block[at + low] !== end) continue
      let others = 0
      for (let i = 0; i < unit; i++) if (i !== low) others |= block[at + i]!
      if (others === 0 && (end === 10 || at + unit < block.length - unit)) return at + unit
    }
  }
  return 0
}

function decodeUtf32(block: Buffer, bigEndian: boolean): string {
  const parts: string[] = []
  for (let at = 0; at + 4 <= block.length; at += 4) {
    const code = bigEndian ? block.readUInt32BE(at) : block.readUInt32LE(at)
    parts.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code))
  }
  if (block.length % 4 !== 0) parts.push('\ufffd')
  return parts.join('')
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>()

function decoder(encoding: string, fatal: boolean): InstanceType<typeof TextDecoder> {
  const key = `${encoding}${fatal}`
  const known = decoders.get(key)
  if (known !== undefined) return known
  const made = new TextDecoder(encoding, { fatal, ignoreBOM: true })
  decoders.set(key, made)
  return made
}

/** Decodes strictly; null where a byte does not belong. */
export function decodeStrict(block: Buffer, encoding: string): string | null {
  if (encoding.startsWith('utf-32')) {
    const text = decodeUtf32(block, encoding.endsWith('be'))
    return text.includes('\ufffd') ? null : text
  }
  try {
    return decoder(encoding, true).decode(block)
  } catch {
    return null
  }
}

/** How a text is to be decoded. */
export interface TextEncoding {
  readonly encoding: string
  /** Byte where the text starts, behind any mark. */
  readonly start: number
  /** For lines that the first encoding does not fit at all. */
  readonly other: string | null
}

/** A line in another encoding: it fits that one, and has nothing of the first. */
function decodeForeign(line: Buffer, other: string | null): string | null {
  if (other === null) return null
  for (let i = 0; i + 2 < line.length; i++) {
    if (line[i]! >= 0xe0 && (line[i + 1]! & 0xc0) === 0x80 && (line[i + 2]! & 0xc0) === 0x80) {
      if (isUtf8(line.subarray(i, i + 3))) return null
    }
  }
  return decodeStrict(line, other)
}

/** Decodes what it can; every byte sequence that does not belong becomes one U+FFFD with its offset. */
function decodeDamaged(block: Buffer, { encoding, other }: TextEncoding, offset: number): TextBlock {
  const unit = unitBytes(encoding)
  const parts: string[] = []
  const bad: number[] = []
  const longest = 4
  const take = (text: string) => {
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) bad.push(-1)
    parts.push(text)
  }
  const walk = (from: number, to: number) => {
    const whole = decodeStrict(block.subarray(from, to), encoding)
    const text = whole ?? (unit === 1 ? decodeForeign(block.subarray(from, to), other) : null)
    if (text !== null) return take(text)
    for (let at = from; at < to; ) {
      let good = 0
      for (let size = unit; size <= longest && at + size <= to && good === 0; size += unit) {
        const text = decodeStrict(block.subarray(at, at + size), encoding)
        if (text !== null) {
          take(text)
          good = size
        }
      }
      if (good === 0) {
        parts.push('\ufffd')
        bad.push(offset + at)
      }
      at += good === 0 ? unit : good
    }
  }
  const stride = 64 * unit
  if (unit > 1) for (let at = 0; at < block.length; at += stride) walk(at, Math.min(block.length, at + stride))
  else
    for (let at = 0; at < block.length; ) {
      const lf = block.indexOf(10, at)
      const to = lf < 0 ? block.length : lf + 1
      walk(at, to)
      at = to
    }
  return { text: parts.join(''), bad }
}

function decodeBlock(block: Buffer, how: TextEncoding, offset: number): TextBlock {
  const text = decodeStrict(block, how.encoding)
  if (text === null) return decodeDamaged(block, how, offset)
  if (!text.includes('\ufffd')) return { text }
  return { text, bad: Array.from(text.matchAll(/\ufffd/g), () => -1) }
}

/**
 * The text of a source, in pieces of whole lines.
 *
 * A line longer than a block makes a longer piece, up to `longest` bytes; then `tooLong` is called.
 */
export function* decodedBlocks(
  source: Source,
  how: TextEncoding,
  limit: { readonly longest: number; readonly tooLong: () => never },
): Generator<TextBlock> {
  let at = how.start
  let want = blockBytes
  while (at < source.size) {
    const block = source.read(at, want)
    if (block.length === 0) return
    const isLast = at + block.length >= source.size
    const whole = isLast ? block.length : wholeLines(block, how.encoding)
    if (whole === 0) {
      if (want > limit.longest) limit.tooLong()
      want *= 2
      continue
    }
    yield decodeBlock(whole === block.length ? block : block.subarray(0, whole), how, at)
    at += whole
    want = blockBytes
  }
}
