import { KehuError } from '../../model/errors.ts'
import type { Source } from '../source.ts'

/** One member of a zip archive, as the directory at its end tells. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly packed: number
  /** Checksum of the unpacked bytes; 0 where the writer left it out. */
  readonly crc: number
  /** As the directory claims; never trusted for an allocation. */
  readonly unpacked: number
  /** Where the member's own header starts. */
  readonly header: number
}

const endMark = 0x06054b50
const zip64Mark = 0x07064b50
const entryMark = 0x02014b50
const most = 100_000

const damaged = (source: Source): KehuError =>
  new KehuError('input', 'workbook-damaged', { file: source.path, part: 'zip' })

interface End {
  readonly count: number
  readonly size: number
  readonly offset: number
}

function findEnd(source: Source): End | null {
  const length = Math.min(source.size, 66_000)
  const tail = source.read(source.size - length, length)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endMark) continue
    const end = {
      count: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    }
    const is64 = at >= 20 && tail.readUInt32LE(at - 20) === zip64Mark
    return is64 && (end.count === 0xffff || end.offset === 0xffffffff) ? findEnd64(source, tail, at - 20) : end
  }
  return null
}

function findEnd64(source: Source, tail: Buffer, at: number): End | null {
  const record = source.read(Number(tail.readBigUInt64LE(at + 8)), 56)
  if (record.length < 56) return null
  return {
    count: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  }
}

/** Sizes and offset that did not fit into 32 bits stand in extra field 1, in this order. */
function widen(extra: Buffer, values: [unpacked: number, packed: number, header: number]): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    for (const i of [0, 1, 2] as const) {
      if (values[i] !== 0xffffffff || from + 8 > extra.length) continue
      values[i] = Number(extra.readBigUInt64LE(from))
      from += 8
    }
  }
}

const utf8Names = new TextDecoder('utf-8', { fatal: true })
const chineseNames = new TextDecoder('gb18030')

/** Windows in China writes names of members in GBK, without a mark. */
function decodeName(raw: Buffer): string {
  try {
    return utf8Names.decode(raw)
  } catch {
    return chineseNames.decode(raw)
  }
}

/**
 * Reads the directory of a zip archive; nothing is unpacked.
 *
 * @throws KehuError `workbook-damaged` where there is no directory or it contradicts itself.
 */
export function readZipDirectory(source: Source): readonly ZipEntry[] {
  const end = findEnd(source)
  if (end === null || end.count > most || end.offset + end.size > source.size) throw damaged(source)
  const bytes = source.read(end.offset, end.size)
  const entries: ZipEntry[] = []
  for (let at = 0; entries.length < end.count && at + 46 <= bytes.length; ) {
    if (bytes.readUInt32LE(at) !== entryMark) throw damaged(source)
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const nameAt = at + 46
    const sizes: [number, number, number] = [
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ]
    widen(bytes.subarray(nameAt + nameLength, nameAt + nameLength + extraLength), sizes)
    entries.push({
      name: decodeName(bytes.subarray(nameAt, nameAt + nameLength)),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: sizes[1],
      crc: bytes.readUInt32LE(at + 16),
      unpacked: sizes[0],
      header: sizes[2],
    })
    at = nameAt + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  }
  return entries
}
