import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { KehuError } from '../../model/errors.ts'
import { nameBeside } from '../half-files.ts'
import { settleFile } from '../put-in-place.ts'
import { writeTextFile } from '../write-file.ts'

/** What stands beside a backup, in a file of its name and `.json`. */
export interface BackupManifest {
  readonly book: string
  readonly at: string
  readonly sha256: string
  readonly bytes: number
  /** The book as it lies in the backup; missing beside backups of the first kehu. */
  readonly content?: { readonly sha256: string; readonly bytes: number }
  readonly facts: Readonly<Record<string, string | number>>
}

export interface ListedBackup {
  readonly path: string
  readonly bytes: number
  readonly manifest: BackupManifest | undefined
}

/** Writes what is known of a backup beside it. */
export const writeManifest = (path: string, manifest: BackupManifest): Promise<void> =>
  writeTextFile(`${path}.json`, `${JSON.stringify(manifest, null, 2)}\n`)

/** What stands beside a backup; undefined where nothing does, or nothing that can be read. */
export function readManifest(path: string): BackupManifest | undefined {
  const file = `${path}.json`
  if (!existsSync(file)) return undefined
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as BackupManifest
    return typeof read.at === 'string' && typeof read.sha256 === 'string' ? read : undefined
  } catch {
    return undefined
  }
}

/** Backups of a folder by name, the oldest first. */
export function listBackups(folder: string): ListedBackup[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => /^kehu-.*\.db\.gz(\.age)?$/.test(name))
  return names.sort().map((name) => {
    const path = join(folder, name)
    return { path, bytes: statSync(path).size, manifest: readManifest(path) }
  })
}

/** Removes a backup and what was written beside it. */
export function removeBackup(path: string): void {
  rmSync(path, { force: true })
  rmSync(`${path}.json`, { force: true })
}

/** Copies a file as a whole or not at all. @throws {KehuError} `disk-full`, `folder-read-only` */
export function copyWhole(from: string, to: string): void {
  const beside = nameBeside(to)
  try {
    copyFileSync(from, beside)
    settleFile(beside)
    renameSync(beside, to)
  } catch (error) {
    rmSync(beside, { force: true })
    const { code = '' } = error as NodeJS.ErrnoException
    const found = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) ? 'disk-full' : 'folder-read-only'
    throw new KehuError('store', found, { path: to, folder: dirname(to) }, error)
  }
}
