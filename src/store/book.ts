import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { KehuError } from '../model/errors.ts'
import { migrations } from './migrations/index.ts'

/** SQLite's application id of a customer book: the letters `kehu`. */
const APPLICATION_ID = 0x6b656875
/** How long a writer waits for another one before it says that the book is busy. */
const BUSY_MS = 20_000

/** The customer book (客户簿), open. All SQL goes through `sqlite`; nobody outside `store` holds a statement. */
export interface Book {
  readonly path: string
  readonly sqlite: Database.Database
}

export interface OpenOptions {
  /** Make the file where there is none. */
  readonly create?: boolean
  readonly readonly?: boolean
}

/**
 * Opens a book and brings its tables up to date, all or nothing, with a copy made first.
 *
 * @throws {KehuError} `book-missing`, `book-exists-not`, `book-not-a-book`, `book-newer`, `book-damaged`, `book-busy`, `book-read-only`
 */
export function openBook(path: string, options: OpenOptions = {}): Book {
  const memory = path === ':memory:'
  if (!memory && !options.create && !existsSync(path)) throw new KehuError('store', 'book-missing', { path })
  if (!memory && existsSync(path) && statSync(path).isDirectory())
    throw new KehuError('store', 'book-not-a-book', { path })
  return explained(path, () => {
    if (!memory && options.create === true) makePrivate(path)
    const sqlite = new Database(path, { readonly: options.readonly ?? false, timeout: BUSY_MS })
    try {
      const book = { path, sqlite }
      const version = Number(sqlite.pragma('user_version', { simple: true }))
      if (version > migrations.length)
        throw new KehuError('store', 'book-newer', { path, version, known: migrations.length })
      const isOurs = sqlite.pragma('application_id', { simple: true }) === APPLICATION_ID
      if (!isOurs && tableCount(sqlite) > 0) throw new KehuError('store', 'book-not-a-book', { path })
      if (options.readonly !== true) {
        if (!memory) sqlite.pragma('journal_mode = wal')
        sqlite.pragma('synchronous = normal')
        if (version < migrations.length) migrate(book, version)
      }
      sqlite.pragma('foreign_keys = on')
      sqlite.pragma('cache_size = -65536')
      sqlite.pragma('temp_store = memory')
      return book
    } catch (error) {
      sqlite.close()
      throw error
    }
  })
}

/** A new book can be read by its owner only: it holds what people have told in confidence. */
function makePrivate(path: string): void {
  if (existsSync(path) || !existsSync(dirname(path))) return
  try {
    closeSync(openSync(path, 'a', 0o600))
  } catch {
    // SQLite will say in its own way why the file can't be made.
  }
}

/** Whether anything was written since the book was opened. */
export const hasWritten = ({ sqlite }: Book): boolean =>
  sqlite.open && sqlite.prepare('select total_changes()').pluck().get() !== 0

/** Closes the book and leaves no `-wal` behind where nobody else has it open. */
export function closeBook(book: Book): void {
  if (book.sqlite.open) book.sqlite.close()
}

/**
 * Opens a transaction for a large load. While the book is still empty, and nobody else has it open, a rollback journal
 * does: new pages then go to the disk once, where the write-ahead log takes them twice.
 *
 * Foreign keys are not checked meanwhile: a load gives out its keys itself, and checking each costs a third of its time.
 */
export function beginLoad(book: Book): { commit: () => void; rollback: () => void } {
  const { sqlite } = book
  const isEmpty = sqlite.prepare('select 1 from party limit 1').get() === undefined
  if (isEmpty && book.path !== ':memory:') changeJournal(book, 'truncate')
  // Inside a transaction the pragma does nothing, so a commit that fails leaves the checks to the rollback after it.
  const settle = (end: () => void) => () => {
    try {
      end()
    } finally {
      sqlite.pragma('foreign_keys = on')
    }
    if (isEmpty && book.path !== ':memory:') changeJournal(book, 'wal')
  }
  sqlite.pragma('foreign_keys = off')
  // Indexes of a large load are sorted on disk from now on: in memory they take hundreds of megabytes.
  sqlite.pragma('temp_store = file')
  try {
    const transaction = beginTransaction(book)
    return { commit: settle(transaction.commit), rollback: settle(transaction.rollback) }
  } catch (error) {
    sqlite.pragma('foreign_keys = on')
    throw error
  }
}

/** Another reader keeps the mode as it is: slower, and no less safe. */
function changeJournal(book: Book, mode: 'truncate' | 'wal'): void {
  try {
    book.sqlite.pragma(`journal_mode = ${mode}`)
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !/^SQLITE_(BUSY|LOCKED)/.test(error.code)) throw error
  }
}

/** Runs one step in a write transaction: all of it is kept, or nothing. Not to be nested. */
export function inTransaction<T>(book: Book, step: () => T): T {
  return explained(book.path, () => {
    book.sqlite.exec('begin immediate')
    try {
      const result = step()
      book.sqlite.exec('commit')
      return result
    } catch (error) {
      if (book.sqlite.inTransaction) book.sqlite.exec('rollback')
      throw error
    }
  })
}

/** Begins a transaction that a long run ends by itself with `commit` or `rollback` (an import reads while it writes). */
export function beginTransaction(book: Book): { commit: () => void; rollback: () => void } {
  explained(book.path, () => book.sqlite.exec('begin immediate'))
  return {
    commit: () => explained(book.path, () => void book.sqlite.exec('commit')),
    rollback: () => {
      if (book.sqlite.open && book.sqlite.inTransaction) book.sqlite.exec('rollback')
    },
  }
}

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
  if (!(error instanceof Database.SqliteError)) {
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

function tableCount(sqlite: Database.Database): number {
  return Number(sqlite.prepare("select count(*) from sqlite_master where type = 'table'").pluck().get())
}

/** SQLite rolls schema changes back too: either every missing migration is in, with the version, or none. */
function migrate(book: Book, from: number): void {
  if (from > 0 && book.path !== ':memory:')
    book.sqlite.exec(`vacuum into '${copyName(book.path, from).replaceAll("'", "''")}'`)
  book.sqlite.exec('begin immediate')
  try {
    // Another process may have migrated while this one waited.
    const now = Number(book.sqlite.pragma('user_version', { simple: true }))
    for (const statements of migrations.slice(now)) book.sqlite.exec(statements)
    book.sqlite.pragma(`application_id = ${APPLICATION_ID}`)
    book.sqlite.pragma(`user_version = ${migrations.length}`)
    book.sqlite.exec('commit')
  } catch (error) {
    if (book.sqlite.inTransaction) book.sqlite.exec('rollback')
    throw error
  }
}

function copyName(path: string, version: number): string {
  for (let n = 0; ; n++) {
    const name = `${path}.v${version}${n === 0 ? '' : `-${n}`}.bak`
    if (!existsSync(name)) return name
  }
}
