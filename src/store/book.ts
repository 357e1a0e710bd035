import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { KehuError } from '../model/errors.ts'
import { connect, isSqliteError, looksEncrypted } from './driver.ts'
import { APPLICATION_ID, migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { explained } from './sqlite-errors.ts'

/** Pages kept in memory, 64 MB: negative is kilobytes. */
const CACHE = 'cache_size = -65536'

/** The customer book (客户簿), open. All SQL goes through `sqlite`; nobody outside `store` holds a statement. */
export interface Book {
  readonly path: string
  readonly sqlite: Database.Database
  /** What it is encrypted with; undefined where it is not. */
  readonly passphrase?: string | undefined
}

export interface OpenOptions {
  /** Make the file where there is none. */
  readonly create?: boolean
  readonly readonly?: boolean
  /** Opens an encrypted book. */
  readonly passphrase?: string | undefined
  /** Takes the driver that can write encrypted copies, for a plain book too. */
  readonly sealing?: boolean
}

/**
 * Opens a book and brings its tables up to date, all or nothing, with a copy made first.
 *
 * @throws {KehuError} `book-missing`, `book-not-a-book`, `book-newer`, `book-damaged`, `book-busy`, `book-read-only`,
 * `book-encrypted`, `passphrase-wrong`, `cipher-missing`
 */
export function openBook(path: string, options: OpenOptions = {}): Book {
  const memory = path === ':memory:'
  for (;;) {
    if (!memory && !options.create && !existsSync(path)) throw new KehuError('store', 'book-missing', { path })
    if (!memory && existsSync(path) && statSync(path).isDirectory())
      throw new KehuError('store', 'book-not-a-book', { path })
    if (!memory && options.create === true) makePrivate(path)
    const file = memory ? undefined : fileId(path)
    const book = openOnce(path, options, () => memory || fileId(path) === file)
    if (book !== null) return book
  }
}

/** Opens the file that is there now; null where another one was put into its place meanwhile (a restore, an encryption). */
function openOnce(path: string, options: OpenOptions, isStillThere: () => boolean): Book | null {
  return explained(path, () => {
    const sqlite = unlocked(path, options)
    try {
      const book: Book = { path, sqlite, passphrase: options.passphrase }
      const version = Number(sqlite.pragma('user_version', { simple: true }))
      if (version > migrations.length)
        throw new KehuError('store', 'book-newer', { path, version, known: migrations.length })
      const isOurs = sqlite.pragma('application_id', { simple: true }) === APPLICATION_ID
      if (!isOurs && tableCount(sqlite) > 0) throw new KehuError('store', 'book-not-a-book', { path })
      if (options.readonly !== true && isStillThere()) prepareToWrite(book, version)
      if (isStillThere()) {
        sqlite.pragma('foreign_keys = on')
        sqlite.pragma(CACHE)
        sqlite.pragma('temp_store = memory')
        return book
      }
      sqlite.close()
      return null
    } catch (error) {
      sqlite.close()
      // SQLite itself sees that the file it has open is no longer the one of that name, and writes nothing.
      if (isSqliteError(error) && error.code === 'SQLITE_READONLY_DBMOVED') return null
      throw error
    }
  })
}

function prepareToWrite(book: Book, version: number): void {
  const { path, sqlite } = book
  if (path !== ':memory:') sqlite.pragma('journal_mode = wal')
  sqlite.pragma('synchronous = normal')
  if (version < migrations.length) migrate(book, version)
}

/** The file, readable: what can't be read without a passphrase, or with this one, is told. */
function unlocked(path: string, options: OpenOptions): Database.Database {
  const sqlite = connect(path, options)
  try {
    sqlite.pragma('user_version')
    return sqlite
  } catch (error) {
    sqlite.close()
    if (!isSqliteError(error) || error.code !== 'SQLITE_NOTADB') throw error
    if (options.passphrase !== undefined) throw new KehuError('password', 'passphrase-wrong', { path })
    throw looksEncrypted(path) ? new KehuError('password', 'book-encrypted', { path }) : error
  }
}

/** Which file a name stands for now; undefined where there is none. */
function fileId(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats === undefined ? undefined : `${stats.dev} ${stats.ino}`
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

/** Closes the book and leaves no `-wal` behind where nobody else has it open. */
export function closeBook(book: Book): void {
  if (book.sqlite.open) book.sqlite.close()
  for (const handle of handles.get(book.sqlite) ?? []) closeSync(handle)
  handles.delete(book.sqlite)
}

const handles = new WeakMap<Database.Database, number[]>()

/**
 * Opens the book's own file for reading, beside SQLite; it is closed with the book.
 *
 * Never sooner: to the system the locks of a file belong to the process, and closing any handle gives all of them up.
 */
export function openFileOf(book: Book): number {
  const handle = openSync(book.path, 'r')
  handles.set(book.sqlite, [...(handles.get(book.sqlite) ?? []), handle])
  return handle
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
  // Rows are only put behind others: pages kept in memory are of use only where there are indexes.
  if (isEmpty) sqlite.pragma('cache_size = -16384')
  // Inside a transaction the pragma does nothing, so a commit that fails leaves the checks to the rollback after it.
  const settle = (end: () => void) => () => {
    try {
      end()
    } finally {
      sqlite.pragma('foreign_keys = on')
      sqlite.pragma(CACHE)
    }
    if (isEmpty && book.path !== ':memory:') changeJournal(book, 'wal')
  }
  sqlite.pragma('foreign_keys = off')
  // Indexes of a large load are sorted on disk from now on: in memory they take hundreds of megabytes. Those of an
  // encrypted book are not: what SQLite sorts on disk lies there in plain.
  if (book.passphrase === undefined) sqlite.pragma('temp_store = file')
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
    if (!isSqliteError(error) || !/^SQLITE_(BUSY|LOCKED)/.test(error.code)) throw error
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

function tableCount(sqlite: Database.Database): number {
  return Number(sqlite.prepare("select count(*) from sqlite_master where type = 'table'").pluck().get())
}
