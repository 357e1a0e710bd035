import type { Book } from '../book.ts'
import { digestOf, type Operation } from '../journal.ts'

/** The digest an operation has to have now: the one it was sealed with, or of what an erasure left of it. */
export const expectedDigests = (book: Book): ReadonlyMap<number, string> =>
  new Map(book.sqlite.prepare('select target, now from redaction order by id').raw().all() as [number, string][])

/** Operations that are not as they were sealed: none of these may be redacted, or an erasure would hide that they were changed. */
export function brokenAmong(book: Book, ids: Iterable<number>): number[] {
  const expected = expectedDigests(book)
  return [...ids].filter((id) => {
    const row = sealOf(book, id)
    return row.digest !== null && digestOf(book, id, row.previous ?? '') !== (expected.get(id) ?? row.digest)
  })
}

const sealOf = (book: Book, id: number): { previous: string | null; digest: string | null } =>
  book.sqlite.prepare('select previous_digest as previous, digest from operation where id = ?').get(id) as {
    previous: string | null
    digest: string | null
  }

/**
 * Notes what is left of operations that lost values to an erasure: the digest each had to have before, and the one it
 * has now. The notes are rows of the erasure, journalled and sealed with it, so that none can be slipped in later.
 */
export function sealRedactions(book: Book, operation: Operation, touched: ReadonlyMap<number, number>): void {
  const expected = expectedDigests(book)
  for (const [target, lines] of [...touched].sort(([a], [b]) => a - b)) {
    const { previous, digest } = sealOf(book, target)
    if (digest === null) continue
    const was = expected.get(target) ?? digest
    operation.insert('redaction', { target, was, now: digestOf(book, target, previous ?? ''), lines })
  }
}
