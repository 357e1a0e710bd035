import { dirname } from 'node:path'
import { KehuError } from '../model/errors.ts'
import { isSqliteError } from './driver.ts'

/** Turns SQLite's own errors into ones a person can act on; anything else passes unchanged. */
export function explained<T>(path: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    throw toKehuError(path, error)
  }
}

/** One of SQLite's own errors as one a person can act on; anything else as it is. */
export function toKehuError(path: string, error: unknown): unknown {
  if (!isSqliteError(error)) {
    const folderMissing = error instanceof TypeError && /directory does not exist/.test(error.message)
    return folderMissing ? new KehuError('store', 'book-folder-missing', { path, folder: dirname(path) }, error) : error
  }
  const code = error.code
  const known: readonly [RegExp, string][] = [
    [/^SQLITE_NOTADB/, 'book-not-a-book'],
    [/^SQLITE_CORRUPT/, 'book-damaged'],
    [/^SQLITE_(BUSY|LOCKED)/, 'book-busy'],
    [/^SQLITE_FULL/, 'disk-full'],
    [/^SQLITE_IOERR/, 'book-io'],
    [/^SQLITE_READONLY/, 'book-read-only'],
    [/^SQLITE_(CANTOPEN|PERM)/, 'book-cannot-open'],
  ]
  const found = known.find(([pattern]) => pattern.test(code))
  if (found === undefined) return error
  const kind = found[1] === 'book-busy' ? 'locked' : 'store'
  return new KehuError(kind, found[1], { path, detail: code }, error)
}
