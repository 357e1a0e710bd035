import Database from 'better-sqlite3'
import { type Book, explained } from '../book.ts'
import { migrations } from '../migrations/index.ts'

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

/**
 * Writes the book as it stands at one moment into a new file, while others go on writing.
 *
 * `vacuum into` reads one snapshot and never has to start again, whatever is written meanwhile; the copy has no free pages.
 */
export function snapshotTo(book: Book, path: string): void {
  explained(path, () => void book.sqlite.prepare('vacuum into ?').run(path))
}

/** Reads and checks a snapshot out of memory: every page, every key. @throws {KehuError} `book-damaged`, `book-not-a-book` */
export function examineSnapshot(bytes: Buffer, name: string): { readonly ok: boolean; readonly facts: SnapshotFacts } {
  return explained(name, () => {
    const copy = new Database(bytes, { readonly: false })
    try {
      const ok =
        copy.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
        (copy.pragma('foreign_key_check') as unknown[]).length === 0
      return { ok, facts: factsOf(copy) }
    } finally {
      copy.close()
    }
  })
}

/** What a book holds now, in the same words. */
export const bookFacts = (book: Book): SnapshotFacts => factsOf(book.sqlite)

function factsOf(sqlite: Database.Database): SnapshotFacts {
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

/** Brings everything of the write-ahead log into the book's file, so that the file alone is the whole book. */
export const foldLog = (book: Book): void => void book.sqlite.pragma('wal_checkpoint(truncate)')

/** Whether this kehu can open a snapshot of that version. */
export const isKnownVersion = (version: number): boolean => version > 0 && version <= migrations.length
