import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { KehuError } from '../model/errors.ts'

/** The nearest file called `name` in `folder` or above it; undefined where there is none. */
export function nearestUpwards(folder: string, name: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, name)
    if (existsSync(path)) return path
    if (dirname(at) === at) return undefined
  }
}

/** Files of a folder whose names begin so, whole paths. */
export const siblingFiles = (folder: string, start: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(start))
    .map((name) => join(folder, name))

/** Whether there is a file or folder. */
export const fileExists = (path: string): boolean => existsSync(path)

/**
 * Makes a folder and those above it.
 *
 * @throws {KehuError} `folder-read-only`, `disk-full`
 */
export function ensureFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new KehuError('store', code === 'ENOSPC' ? 'disk-full' : 'folder-read-only', { folder, path: folder }, error)
  }
}

/** A small text file whole. @throws {KehuError} `file-missing`, `file-unreadable` */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new KehuError('input', code === 'ENOENT' ? 'file-missing' : 'file-unreadable', { file: path }, error)
  }
}
