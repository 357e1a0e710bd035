import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname } from 'node:path'
import { KehuError } from '../model/errors.ts'

/** Makes an empty file only its owner can read. @throws {KehuError} `folder-read-only`, `disk-full` */
export function makePrivateFile(path: string): void {
  told(path, () => closeSync(openSync(path, 'wx', 0o600)))
}

/** Waits until every byte of a file is on the disk. */
export function settleFile(path: string): void {
  const handle = openSync(path, 'r+')
  try {
    told(path, () => fsyncSync(handle))
  } finally {
    closeSync(handle)
  }
}

/**
 * Puts a file into another's place at one stroke; where `kept` is told, what was there stays under that name.
 *
 * There is no moment at which neither of them stands under `path`.
 *
 * @throws {KehuError} `folder-read-only`, `disk-full`
 */
export function putInPlace(beside: string, path: string, kept?: string): void {
  told(path, () => {
    if (kept !== undefined) linkOrCopy(path, kept)
    renameSync(beside, path)
  })
  settleFolder(dirname(path))
}

/** Takes a file away with what SQLite may have left beside it. */
export function removeDatabase(path: string): void {
  for (const tail of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${tail}`, { force: true })
}

/** Moves a database that can't be opened out of the way, with its log, so that both can still be rescued. */
export function setAside(path: string, kept: string): void {
  told(path, () => {
    for (const tail of ['-wal', '-shm', '-journal'])
      if (statSync(`${path}${tail}`, { throwIfNoEntry: false }) !== undefined)
        renameSync(`${path}${tail}`, `${kept}${tail}`)
    linkOrCopy(path, kept)
  })
}

/** Older copies of a book in its own folder: `kehu.db.v1.bak`, `kehu.db.before-restore-…`. */
export function copiesBeside(path: string): string[] {
  const name = basename(path)
  return readdirSync(dirname(path))
    .filter((one) => one.startsWith(`${name}.`) && /\.(v\d+(-\d+)?\.bak|before-restore-[\d-]+)$/.test(one))
    .sort()
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    // Some file systems know no second name for a file.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  }
}

function settleFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Some file systems can't do that, and need not.
  }
}

function told<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const found = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)
      ? 'disk-full'
      : ['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(code)
        ? 'folder-read-only'
        : undefined
    throw found === undefined ? error : new KehuError('store', found, { path, folder: dirname(path) }, error)
  }
}
