import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip, gunzipSync } from 'node:zlib'
import { KehuError } from '../model/errors.ts'
import { writeTextFile } from './write-file.ts'

/** What stands beside a backup, in a file of its name and `.json`. */
export interface BackupManifest {
  readonly book: string
  readonly at: string
  readonly sha256: string
  readonly bytes: number
  readonly facts: Readonly<Record<string, string | number>>
}

/**
 * Packs a snapshot into its place as a whole or not at all, and tells the digest of what was written.
 *
 * @throws {KehuError} `disk-full`, `folder-read-only`
 */
export async function packBackup(snapshot: string, place: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const tally = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const beside = `${place}.tmp`
  try {
    await pipeline(
      createReadStream(snapshot),
      createGzip({ level: 1 }),
      tally,
      createWriteStream(beside, { flush: true }),
    )
    renameSync(beside, place)
  } catch (error) {
    rmSync(beside, { force: true })
    const { code = '' } = error as NodeJS.ErrnoException
    const found =
      code === 'ENOSPC'
        ? 'disk-full'
        : ['EACCES', 'EROFS', 'EPERM', 'ENOENT'].includes(code)
          ? 'folder-read-only'
          : undefined
    throw found === undefined ? error : new KehuError('store', found, { path: place, folder: dirname(place) }, error)
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** A backup's snapshot, unpacked in memory, after its digest has been held against the manifest. @throws {KehuError} `backup-damaged` */
export function unpackBackup(path: string): Buffer {
  if (!existsSync(path)) throw new KehuError('input', 'file-missing', { file: path })
  const packed = readFileSync(path)
  const manifest = readManifest(path)
  if (manifest !== undefined && createHash('sha256').update(packed).digest('hex') !== manifest.sha256)
    throw new KehuError('input', 'backup-damaged', { file: path })
  try {
    return path.endsWith('.gz') ? gunzipSync(packed) : packed
  } catch (cause) {
    throw new KehuError('input', 'backup-damaged', { file: path }, cause)
  }
}

export const writeManifest = (path: string, manifest: BackupManifest): Promise<void> =>
  writeTextFile(`${path}.json`, `${JSON.stringify(manifest, null, 2)}\n`)

/** What stands beside a backup; undefined where nothing does. */
export function readManifest(path: string): BackupManifest | undefined {
  const file = `${path}.json`
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BackupManifest) : undefined
}

/** Backups of a folder by name. */
export function listBackups(
  folder: string,
): { readonly path: string; readonly bytes: number; readonly manifest: BackupManifest | undefined }[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => /^kehu-.*\.db\.gz$/.test(name))
  return names.sort().map((name) => {
    const path = join(folder, name)
    return { path, bytes: statSync(path).size, manifest: readManifest(path) }
  })
}

export function removeBackup(path: string): void {
  rmSync(path, { force: true })
  rmSync(`${path}.json`, { force: true })
}

export const removeFile = (path: string): void => rmSync(path, { force: true })

/** Copies a file as a whole or not at all. @throws {KehuError} `disk-full`, `folder-read-only` */
export function copyWhole(from: string, to: string): void {
  const beside = `${to}.tmp`
  try {
    copyFileSync(from, beside)
    renameSync(beside, to)
  } catch (error) {
    rmSync(beside, { force: true })
    const { code = '' } = error as NodeJS.ErrnoException
    throw new KehuError(
      'store',
      code === 'ENOSPC' ? 'disk-full' : 'folder-read-only',
      { path: to, folder: dirname(to) },
      error,
    )
  }
}

/** Puts a file into another's place at once. */
export const moveFile = (from: string, to: string): void => renameSync(from, to)
