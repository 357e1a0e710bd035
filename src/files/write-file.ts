import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { KehuError } from '../model/errors.ts'
import { forgetHalfFile, nameBeside, watchHalfFile } from './half-files.ts'
import { outgoingSink } from './outgoing.ts'

/** Where bytes go: a file, or a stream that may ask to wait. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>

/**
 * Writes a file as a whole or not at all: beside its place, then moved into it.
 *
 * What stood there before stays until the last byte is safe on the disk; `mode` is who may read it,
 * `raw` is for bytes that are no text for a person. A device or pipe is written straight. Gives back what `produce` gives.
 * @throws {KehuError} `disk-full`, `folder-read-only`, `folder-missing`, `file-is-folder`, `file-unwritable`
 */
export async function writeWholeFile<T>(
  path: string,
  produce: (sink: Sink) => Promise<T>,
  { mode = 0o666, raw = false }: { readonly mode?: number; readonly raw?: boolean } = {},
): Promise<T> {
  const place = placeOf(path)
  return place.regular ? writeBeside(place.path, produce, { mode, raw }) : writeStraight(place.path, produce)
}

/** Writes a text as a whole or not at all. */
export async function writeTextFile(path: string, text: string): Promise<void> {
  await writeWholeFile(path, async (sink) => sink(Buffer.from(text, 'utf8')))
}

/** The file behind a link, and whether it is (or will be) a plain file. */
function placeOf(path: string): { path: string; regular: boolean } {
  try {
    const real = realpathSync(path)
    const stats = statSync(real)
    if (stats.isDirectory()) throw new KehuError('input', 'file-is-folder', { path })
    return { path: real, regular: stats.isFile() }
  } catch (error) {
    if (error instanceof KehuError) throw error
    return { path, regular: true }
  }
}

async function writeBeside<T>(
  path: string,
  produce: (sink: Sink) => Promise<T>,
  { mode, raw }: { readonly mode: number; readonly raw: boolean },
): Promise<T> {
  const beside = nameBeside(path)
  const file = open(beside, path, mode)
  watchHalfFile(beside)
  try {
    const write: Sink = (bytes) => writeAll(file, bytes, path)
    const out = raw ? { sink: write, end: async () => {} } : outgoingSink(write)
    const result = await produce(out.sink)
    await out.end()
    attempt(path, () => {
      fsyncSync(file)
      closeSync(file)
      renameSync(beside, path)
    })
    settleFolder(dirname(path))
    return result
  } catch (error) {
    closeQuietly(file)
    rmSync(beside, { force: true })
    throw error
  } finally {
    forgetHalfFile(beside)
  }
}

async function writeStraight<T>(path: string, produce: (sink: Sink) => Promise<T>): Promise<T> {
  const file = attempt(path, () => openSync(path, 'w'))
  try {
    const out = outgoingSink((bytes) => writeAll(file, bytes, path))
    const result = await produce(out.sink)
    await out.end()
    return result
  } finally {
    closeQuietly(file)
  }
}

const open = (beside: string, path: string, mode: number): number => attempt(path, () => openSync(beside, 'wx', mode))

function writeAll(file: number, bytes: Uint8Array, path: string): void {
  attempt(path, () => {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
  })
}

/** The new name is only safe once its folder is; some file systems can't do that, and need not. */
function settleFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {}
}

function closeQuietly(file: number): void {
  try {
    closeSync(file)
  } catch {}
}

const reasons: Readonly<Record<string, readonly [kind: 'store' | 'input', code: string]>> = {
  ENOSPC: ['store', 'disk-full'],
  EDQUOT: ['store', 'disk-full'],
  EFBIG: ['store', 'disk-full'],
  EACCES: ['store', 'folder-read-only'],
  EPERM: ['store', 'folder-read-only'],
  EROFS: ['store', 'folder-read-only'],
  ENOENT: ['input', 'folder-missing'],
  ENOTDIR: ['input', 'folder-missing'],
  EISDIR: ['input', 'file-is-folder'],
}

function attempt<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const [kind, name] = reasons[code] ?? ['store', 'file-unwritable']
    throw new KehuError(kind, name, { path, folder: dirname(path), code }, error)
  }
}
