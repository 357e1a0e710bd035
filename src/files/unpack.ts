import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { KehuError } from '../model/errors.ts'
import { type Limits, overLimit } from './limits.ts'
import { blocksOf, bufferSource, openSource, type Source } from './source.ts'

/** Bytes that are kept in memory; more go to a file of ours, whose name has nothing of theirs. */
const inMemory = 64 * 1024 * 1024

/** A file in a new folder that only this user can open; gone when the source is closed. */
function spill(
  path: string,
  pieces: readonly Buffer[],
): { write(piece: Buffer): void; source(): Source; drop(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kehu-'))
  const file = join(folder, 'unpacked')
  const handle = openSync(file, 'wx', 0o600)
  const write = (piece: Buffer) => {
    for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at)
  }
  const drop = () => rmSync(folder, { recursive: true, force: true })
  for (const piece of pieces) write(piece)
  const source = (): Source => {
    closeSync(handle)
    const opened = openSource(file, path)
    const close = () => {
      opened.close()
      drop()
    }
    return { ...opened, close }
  }
  return { write, source, drop }
}

/**
 * Gathers a stream of bytes so that they can be read from any place.
 *
 * @throws KehuError `limit-unpacked`.
 */
export async function gather(path: string, pieces: AsyncIterable<Uint8Array>, limits: Limits): Promise<Source> {
  const kept: Buffer[] = []
  let size = 0
  let file: ReturnType<typeof spill> | null = null
  try {
    for await (const piece of pieces) {
      size += piece.length
      if (size > limits.unpacked) throw overLimit('unpacked', path, limits.unpacked)
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
      if (file !== null) file.write(bytes)
      else {
        kept.push(bytes)
        if (size > inMemory) {
          file = spill(path, kept)
          kept.length = 0
        }
      }
    }
  } catch (cause) {
    file?.drop()
    throw cause
  }
  return file === null ? bufferSource(path, Buffer.concat(kept)) : file.source()
}

const ratioFrom = 32 * 1024 * 1024

/** The bytes inside a `.gz`, held to the limits. */
async function* gunzipped(source: Source, limits: Limits): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  const feed = async () => {
    for (const block of blocksOf(source)) {
      if (gunzip.destroyed) return
      if (gunzip.write(block)) continue
      await new Promise<void>((resolve) => {
        gunzip.once('drain', resolve)
        gunzip.once('close', resolve)
      })
    }
    gunzip.end()
  }
  feed().catch((cause) => gunzip.destroy(cause as Error))
  let out = 0
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      out += piece.length
      if (out > ratioFrom && out > source.size * limits.ratio) throw overLimit('ratio', source.path, limits.ratio)
      yield piece
    }
  } catch (cause) {
    if (cause instanceof KehuError) throw cause
    throw new KehuError('input', 'archive-damaged', { file: source.path }, cause)
  } finally {
    gunzip.destroy()
  }
}

/**
 * What is inside a `.gz`, under the name without that ending; the packed source is closed.
 *
 * @throws KehuError `archive-damaged`, `limit-unpacked`, `limit-ratio`.
 */
export async function gunzip(source: Source, limits: Limits): Promise<Source> {
  try {
    const inner = await gather(source.path, gunzipped(source, limits), limits)
    return { ...inner, name: basename(source.name).replace(/\.gz$/i, '') }
  } finally {
    source.close()
  }
}
