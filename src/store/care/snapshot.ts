import { KehuError } from '../../model/errors.ts'
import { type Book, closeBook, openBook, openFileOf } from '../book.ts'
import { connect } from '../driver.ts'
import { migrations } from '../migrations/index.ts'
import { explained } from '../sqlite-errors.ts'

/** What a snapshot holds, to be told before it is put in a book's place. */
export interface SnapshotFacts {
  readonly version: number
  readonly parties: number
  readonly customers: number
  readonly operations: number
  /** Id and digest of the last sealed operation. */
  readonly lastOperation: number
  readonly lastDigest: string
  readonly lastAt: string
}

/** The file of a book that stands still: its first `size` bytes are the whole book of one moment. */
export interface FrozenBook {
  readonly handle: number
  readonly size: number
  readonly facts: SnapshotFacts
  /** Whether SQLite finds its pages sound. */
  readonly check: () => boolean
  readonly release: () => void
}

const NOTHING: SnapshotFacts = {
  version: 0,
  parties: 0,
  customers: 0,
  operations: 0,
  lastOperation: 0,
  lastDigest: '',
  lastAt: '',
}
const TRIES = 400
const PAUSE_MS = 50

/**
 * Lets the file of a book stand still while others go on writing: their pages go to the log, and stay there.
 *
 * For a moment nobody writes, the log is brought into the file, and a reader takes its place: as long as it reads, SQLite
 * brings nothing newer than what it sees into the file. Readers of older moments are waited for, writers between tries let in.
 *
 * @throws {KehuError} `book-busy`
 */
export function freezeBook(book: Book): FrozenBook {
  return explained(book.path, () => {
    const reader = connect(book.path, { passphrase: book.passphrase })
    try {
      for (let tries = 0; !tryToFreeze(book, reader); tries++) {
        if (tries === TRIES) throw new KehuError('locked', 'book-busy', { path: book.path, detail: 'freeze' })
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
      }
      const pages = Number(reader.pragma('page_count', { simple: true }))
      return {
        handle: openFileOf(book),
        size: pages * Number(reader.pragma('page_size', { simple: true })),
        facts: factsOf({ path: book.path, sqlite: reader }),
        check: () => reader.pragma('quick_check(1)', { simple: true }) === 'ok',
        release: () => reader.close(),
      }
    } catch (error) {
      reader.close()
      throw error
    }
  })
}

interface Checkpoint {
  readonly busy: number
  readonly log: number
  readonly checkpointed: number
}

function tryToFreeze({ sqlite }: Book, reader: Book['sqlite']): boolean {
  sqlite.exec('begin immediate')
  try {
    const [{ busy, log, checkpointed }] = reader.pragma('wal_checkpoint(passive)') as [Checkpoint]
    // Busy: somebody else is bringing the log into the file just now, and both counts say nothing.
    if (busy !== 0 || log !== checkpointed) return false
    reader.exec('begin')
    reader.prepare('select count(*) from sqlite_master').get()
    return true
  } finally {
    sqlite.exec('rollback')
  }
}

/**
 * Checks a book that was unpacked into a file of its own; `thorough` where it isn't known to be byte by byte what was
 * checked when it was backed up: then every index and key too. Nothing is written.
 *
 * @throws {KehuError} `book-damaged`, `book-not-a-book`, `book-encrypted`, `passphrase-wrong`
 */
export function examineSnapshot(
  path: string,
  { passphrase, thorough }: { readonly passphrase: string | undefined; readonly thorough: boolean },
): { readonly ok: boolean; readonly facts: SnapshotFacts } {
  const book = openBook(path, { readonly: true, passphrase })
  return explained(path, () => {
    try {
      if (book.sqlite.pragma('page_count', { simple: true }) === 0) return { ok: false, facts: NOTHING }
      const ok =
        book.sqlite.pragma(thorough ? 'integrity_check(1)' : 'quick_check(1)', { simple: true }) === 'ok' &&
        (!thorough || (book.sqlite.pragma('foreign_key_check') as unknown[]).length === 0)
      return { ok, facts: factsOf(book) }
    } finally {
      closeBook(book)
    }
  })
}

/** What a book holds now, in the same words. */
export const bookFacts = (book: Book): SnapshotFacts => factsOf(book)

function factsOf({ sqlite }: Book): SnapshotFacts {
  const one = (sql: string): unknown => sqlite.prepare(sql).pluck().get()
  const last = sqlite
    .prepare('select id, digest, started_at from operation where digest is not null order by id desc limit 1')
    .get() as { id: number; digest: string; started_at: string } | undefined
  return {
    version: Number(sqlite.pragma('user_version', { simple: true })),
    parties: Number(one('select count(*) from party')),
    customers: Number(one('select count(*) from customer')),
    operations: Number(one('select count(*) from operation')),
    lastOperation: last?.id ?? 0,
    lastDigest: last?.digest ?? '',
    lastAt: last?.started_at ?? '',
  }
}

/** Whether this kehu can open a snapshot of that version. */
export const isKnownVersion = (version: number): boolean => version > 0 && version <= migrations.length
