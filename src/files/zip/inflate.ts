import * as zlib from 'node:zlib'
import { KehuError } from '../../model/errors.ts'
import { type Limits, overLimit } from '../limits.ts'
import { blocksOf, type Source } from '../source.ts'
import type { ZipEntry } from './directory.ts'

/** What may still be unpacked from one file, over all its members. */
export interface Budget {
  readonly limits: Limits
  unpacked: number
}

/** A budget of which nothing is used. */
export const newBudget = (limits: Limits): Budget => ({ limits, unpacked: 0 })

const ratioFrom = 32 * 1024 * 1024
const pieceBytes = 256 * 1024

const damaged = (source: Source, entry: ZipEntry, cause?: unknown): KehuError =>
  new KehuError('input', 'workbook-damaged', { file: source.path, part: entry.name }, cause)

function dataStart(source: Source, entry: ZipEntry): number {
  const header = source.read(entry.header, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged(source, entry)
  return entry.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}

/** CRC-32 so far; 0 on a Node too old to have it (before 20.15), where it is not checked. */
const checksum = (piece: Buffer, before: number): number =>
  typeof zlib.crc32 === 'function' ? zlib.crc32(piece, before) : 0

/**
 * The unpacked bytes of a member, piece by piece; memory stays flat whatever the member claims.
 *
 * @throws KehuError `limit-unpacked`, `limit-ratio`, `workbook-damaged`, `archive-password`.
 */
export async function* inflateEntry(source: Source, entry: ZipEntry, budget: Budget): AsyncGenerator<Buffer> {
  if (entry.encrypted) throw new KehuError('refused', 'archive-password', { file: source.path })
  if (entry.method !== 0 && entry.method !== 8) throw damaged(source, entry)
  const start = dataStart(source, entry)
  const end = Math.min(source.size, start + entry.packed)
  let out = 0
  let crc = 0
  const count = (piece: Buffer) => {
    out += piece.length
    budget.unpacked += piece.length
    crc = checksum(piece, crc)
    const { unpacked, ratio } = budget.limits
    if (budget.unpacked > unpacked) throw overLimit('unpacked', source.path, unpacked)
    if (out > ratioFrom && out > entry.packed * ratio) throw overLimit('ratio', source.path, ratio)
  }
  const check = () => {
    if (entry.crc !== 0 && crc !== 0 && crc !== entry.crc) throw damaged(source, entry)
  }
  if (entry.method === 0) {
    for (const block of blocksOf(source, start, end)) {
      count(block)
      yield block
    }
    check()
    return
  }
  const inflater = zlib.createInflateRaw({ chunkSize: pieceBytes })
  const feed = async () => {
    for (const block of blocksOf(source, start, end)) {
      if (inflater.destroyed) return
      if (!inflater.write(block)) await new Promise<void>((resolve) => wake(inflater, resolve))
    }
    inflater.end()
  }
  feed().catch((cause) => inflater.destroy(cause as Error))
  try {
    for await (const piece of inflater as AsyncIterable<Buffer>) {
      count(piece)
      yield piece
    }
    check()
  } catch (cause) {
    throw cause instanceof KehuError ? cause : damaged(source, entry, cause)
  } finally {
    inflater.destroy()
  }
}

function wake(stream: NodeJS.EventEmitter, resolve: () => void): void {
  const done = () => {
    stream.off('drain', done)
    stream.off('close', done)
    resolve()
  }
  stream.on('drain', done)
  stream.on('close', done)
}
