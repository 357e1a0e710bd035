import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import type { Sink } from '../write-file.ts'

interface Entry {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

export interface ZipOut {
  /** Packs a part as it comes; sizes stand behind it, so that nothing has to be kept. */
  readonly add: (name: string, parts: Iterable<string> | AsyncIterable<string>) => Promise<void>
  readonly finish: () => Promise<void>
}

/** Bit 3: sizes follow the data. Bit 11: names are UTF-8. */
const flags = 0x0808
const deflated = 8
/** 1980-01-01: the same content gives the same bytes, whenever it is written. */
const dosDate = 0x0021

/** Sizes of a ZIP without its 64-bit form end here; a workbook's sheets are split long before. */
const most = 0xffff_ffff

/** A ZIP file written from front to end. Source: PKWARE APPNOTE 6.3.9. */
export function zipOut(sink: Sink): ZipOut {
  const entries: Entry[] = []
  let offset = 0
  const write = async (bytes: Uint8Array): Promise<void> => {
    offset += bytes.length
    await sink(bytes)
  }
  return {
    add: async (name, parts) => {
      const entry = { name: Buffer.from(name), offset, crc: 0, packed: 0, size: 0 }
      await write(localHeader(entry.name))
      const began = offset
      async function* bytes(): AsyncGenerator<Uint8Array> {
        for await (const part of parts) {
          const chunk = Buffer.from(part, 'utf8')
          entry.crc = crc32(chunk, entry.crc)
          entry.size += chunk.length
          yield chunk
        }
      }
      await pipeline(
        Readable.from(bytes(), { objectMode: true, highWaterMark: 2 }),
        createDeflateRaw({ level: 1, chunkSize: 1 << 17 }),
        async (packed) => {
          for await (const chunk of packed as AsyncIterable<Uint8Array>) await write(chunk)
        },
      )
      entry.packed = offset - began
      if (entry.size > most || offset > most)
        throw new RangeError(`${name} is too large for a ZIP without 64-bit sizes`)
      await write(descriptor(entry))
      entries.push(entry)
    },
    finish: async () => {
      const start = offset
      for (const entry of entries) await write(directoryEntry(entry))
      await write(directoryEnd(entries.length, offset - start, start))
    },
  }
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags, 6)
  head.writeUInt16LE(deflated, 8)
  head.writeUInt16LE(dosDate, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function descriptor({ crc, packed, size }: Entry): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(packed, 8)
  tail.writeUInt32LE(size, 12)
  return tail
}

function directoryEntry({ name, crc, packed, size, offset }: Entry): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(flags, 8)
  head.writeUInt16LE(deflated, 10)
  head.writeUInt16LE(dosDate, 14)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(packed, 20)
  head.writeUInt32LE(size, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, name])
}

function directoryEnd(count: number, size: number, offset: number): Buffer {
  const tail = Buffer.alloc(22)
  tail.writeUInt32LE(0x06054b50, 0)
  tail.writeUInt16LE(count, 8)
  tail.writeUInt16LE(count, 10)
  tail.writeUInt32LE(size, 12)
  tail.writeUInt32LE(offset, 16)
  return tail
}
