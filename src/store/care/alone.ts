import { KehuError } from '../../model/errors.ts'
import { type Book, closeBook, type OpenOptions, openBook } from '../book.ts'
import { isSqliteError } from '../driver.ts'
import { explained } from '../sqlite-errors.ts'

/** How long to wait for the others to leave. */
const PATIENCE_MS = 20_000
const PAUSE_MS = 50

/**
 * Opens a book for this process alone, so that another file can be put into its place.
 *
 * The log is folded into the file, and whoever comes meanwhile waits; SQLite shows them afterwards that the file they
 * wait for is another one. `closeBook` gives it up.
 *
 * @throws {KehuError} `book-in-use` where somebody else still has it open after 20 s, and all that `openBook` throws
 */
export function openAlone(path: string, options: OpenOptions = {}, patience = PATIENCE_MS): Book {
  const book = openBook(path, options)
  try {
    explained(path, () => takeAlone(book, patience))
    return book
  } catch (error) {
    closeBook(book)
    throw error
  }
}

function takeAlone({ path, sqlite }: Book, patience: number): void {
  sqlite.pragma('locking_mode = exclusive')
  sqlite.pragma('busy_timeout = 0')
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      // Leaving the write-ahead log needs every other connection gone.
      sqlite.pragma('wal_checkpoint(truncate)')
      sqlite.pragma('journal_mode = delete')
      sqlite.exec('begin exclusive; commit')
      return
    } catch (error) {
      if (!isSqliteError(error) || !/^SQLITE_(BUSY|LOCKED)/.test(error.code)) throw error
      if (waited >= patience) throw new KehuError('locked', 'book-in-use', { path }, error)
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
  }
}
