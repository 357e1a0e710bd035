import { promisify } from 'node:util'
import { crc32, createGunzip, deflateRaw, inflateRaw } from 'node:zlib'
import { KehuError } from '../../model/errors.ts'

/** Bytes packed into one member; several are packed at a time, by the threads of zlib. */
export const BLOCK = 4 << 20
const AT_ONCE = 4
/** A gzip header with a field of our own, `KH`, that tells how long its member is: members can be unpacked side by side. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 4, 255, 8, 0, 0x4b, 0x48, 4, 0, 0, 0, 0, 0])
const LENGTH_AT = 16
const TRAILER = 8

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

/** Packs blocks into members of one gzip file, in order; any `gunzip` reads it. Source: RFC 1952. */
export async function* gzipBlocks(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* inOrder(blocks, packMember)
}

async function packMember(block: Buffer): Promise<Buffer> {
  const packed = (await deflate(block, { level: 1, memLevel: 9, chunkSize: BLOCK >> 1 })) as Buffer
  const member = Buffer.allocUnsafe(HEADER.length + packed.length + TRAILER)
  HEADER.copy(member)
  member.writeUInt32LE(member.length, LENGTH_AT)
  packed.copy(member, HEADER.length)
  member.writeUInt32LE(crc32(block), member.length - 8)
  member.writeUInt32LE(block.length, member.length - 4)
  return member
}

/** Unpacks a gzip file: ours member by member side by side, any other one as a stream. @throws {KehuError} `backup-damaged` */
export async function* gunzipBlocks(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  const damaged = (cause?: unknown): KehuError => new KehuError('input', 'backup-damaged', { file }, cause)
  const input = chunks[Symbol.asyncIterator]()
  const first = await input.next()
  if (first.done === true) throw damaged()
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield first.value
    for (let next = await input.next(); next.done !== true; next = await input.next()) yield next.value
  }
  try {
    if (isOurs(first.value)) yield* inOrder(membersOf(rest()), unpackMember)
    else yield* streamOf(rest())
  } catch (error) {
    const isZlib =
      error instanceof Error && /^Z_|^ERR_BUFFER|^ERR_OUT_OF_RANGE/.test((error as { code?: string }).code ?? '')
    throw isZlib || error instanceof BadMember ? damaged(error) : error
  }
}

class BadMember extends Error {}

const isOurs = (bytes: Buffer): boolean =>
  bytes.length >= HEADER.length && bytes.subarray(0, LENGTH_AT).equals(HEADER.subarray(0, LENGTH_AT))

async function* membersOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    for (;;) {
      if (held.length < HEADER.length) break
      const length = held.readUInt32LE(LENGTH_AT)
      if (!isOurs(held) || length <= HEADER.length + TRAILER || length > 2 * BLOCK) throw new BadMember('header')
      if (held.length < length) break
      yield held.subarray(0, length)
      held = held.subarray(length)
    }
  }
  if (held.length > 0) throw new BadMember('cut')
}

async function unpackMember(member: Buffer): Promise<Buffer> {
  const packed = member.subarray(HEADER.length, member.length - TRAILER)
  const block = (await inflate(packed, { maxOutputLength: BLOCK, chunkSize: BLOCK })) as Buffer
  const isWhole =
    block.length === member.readUInt32LE(member.length - 4) && crc32(block) === member.readUInt32LE(member.length - 8)
  if (!isWhole) throw new BadMember('sum')
  return block
}

async function* streamOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 1 << 20 })
  const feed = (async () => {
    for await (const chunk of chunks) if (!gunzip.write(chunk)) await new Promise((go) => gunzip.once('drain', go))
    gunzip.end()
  })().catch((error: Error) => gunzip.destroy(error))
  yield* gunzip as AsyncIterable<Buffer>
  await feed
}

/** Works on a few blocks at a time and gives them back in the order they came. */
async function* inOrder(
  blocks: AsyncIterable<Buffer>,
  work: (block: Buffer) => Promise<Buffer>,
): AsyncGenerator<Buffer> {
  const running: Promise<Buffer>[] = []
  try {
    for await (const block of blocks) {
      const job = work(block)
      // One that fails while another is waited for is heard when its turn comes.
      job.catch(() => {})
      running.push(job)
      if (running.length >= AT_ONCE) yield await running.shift()!
    }
    while (running.length > 0) yield await running.shift()!
  } finally {
    await Promise.allSettled(running)
  }
}
