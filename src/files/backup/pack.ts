import { createHash } from 'node:crypto'
import { createReadStream, read } from 'node:fs'
import { promisify } from 'node:util'
import { KehuError } from '../../model/errors.ts'
import { type Sink, writeWholeFile } from '../write-file.ts'
import { ageDecrypt, ageEncrypt, type BackupKey, type BackupLock } from './age.ts'
import { BLOCK, gunzipBlocks, gzipBlocks } from './blocks.ts'

const readAt = promisify(read)

/** Digest and size of a backup as it lies there, and of the book in it. */
export interface Packed {
  readonly sha256: string
  readonly bytes: number
  readonly content: { readonly sha256: string; readonly bytes: number }
}

/**
 * Packs the first `size` bytes of an open file into `place`, as a whole or not at all, encrypted where a lock is given.
 *
 * @throws {KehuError} `disk-full`, `folder-read-only`
 */
export async function packBackup(
  source: { readonly handle: number; readonly size: number },
  place: string,
  lock: BackupLock | undefined,
): Promise<Packed> {
  const content = tally()
  const packed = tally()
  const gzip = gzipBlocks(content.through(blocksOf(source)))
  const out = packed.through(lock === undefined ? gzip : ageEncrypt(gzip, lock))
  const write = async (sink: Sink): Promise<void> => {
    for await (const chunk of out) await sink(chunk)
  }
  await writeWholeFile(place, write, { mode: 0o600, raw: true })
  return { ...packed.result(), content: content.result() }
}

/**
 * Reads a backup back: takes its lock off, unpacks it and hands on the book's bytes as they come.
 *
 * @throws {KehuError} `file-missing`, `backup-damaged`, `backup-locked`, `backup-key-wrong`
 */
export async function unpackBackup(path: string, key: BackupKey | undefined, sink: Sink): Promise<Packed> {
  const content = tally()
  const packed = tally()
  for await (const chunk of content.through(opened(packed.through(fileOf(path)), path, key))) await sink(chunk)
  return { ...packed.result(), content: content.result() }
}

async function* opened(
  chunks: AsyncIterable<Buffer>,
  path: string,
  key: BackupKey | undefined,
): AsyncGenerator<Buffer> {
  const [kind, all] = await kindOf(chunks)
  if (kind === 'age') {
    if (key === undefined) throw new KehuError('password', 'backup-locked', { file: path })
    yield* opened(ageDecrypt(all, key, path), path, undefined)
  } else if (kind === 'gzip') yield* gunzipBlocks(all, path)
  else yield* all
}

/** What a file is by its first bytes, and all of it again. */
async function kindOf(chunks: AsyncIterable<Buffer>): Promise<['age' | 'gzip' | 'plain', AsyncGenerator<Buffer>]> {
  const input = chunks[Symbol.asyncIterator]()
  const first = await input.next()
  const head: Buffer = first.done === true ? Buffer.alloc(0) : first.value
  const all = async function* (): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head
    for (let next = await input.next(); next.done !== true; next = await input.next()) yield next.value
  }
  const isAge = head.subarray(0, 21).toString('latin1') === 'age-encryption.org/v1'
  return [isAge ? 'age' : head[0] === 0x1f && head[1] === 0x8b ? 'gzip' : 'plain', all()]
}

async function* blocksOf({ handle, size }: { handle: number; size: number }): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; ) {
    const block = Buffer.allocUnsafe(Math.min(BLOCK, size - at))
    let filled = 0
    while (filled < block.length) {
      const { bytesRead } = await readAt(handle, block, filled, block.length - filled, at + filled)
      if (bytesRead === 0) throw new Error('the file of the book ended early')
      filled += bytesRead
    }
    yield block
    at += block.length
  }
}

async function* fileOf(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === '') throw error
    throw new KehuError('input', code === 'ENOENT' ? 'file-missing' : 'file-unreadable', { file: path }, error)
  }
}

/** Counts and digests what flows by. */
function tally() {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    async *through(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    },
    result: () => ({ sha256: hash.digest('hex'), bytes }),
  }
}
