import type { Book } from './book.ts'
import { cached } from './journal.ts'

/** Names of parties by id, for showing; empty for an id that is not there. */
export function namesOf(book: Book, ids: readonly number[]): ReadonlyMap<number, string> {
  const read = cached(book, 'select name from party where id = ?').pluck()
  return new Map(ids.map((id) => [id, (read.get(id) as string | undefined) ?? '']))
}

/** Who looks after each customer; null where nobody does. */
export function ownersOf(book: Book, ids: readonly number[]): ReadonlyMap<number, string | null> {
  const read = cached(book, 'select owner from customer where party_id = ?').pluck()
  return new Map(ids.map((id) => [id, (read.get(id) as string | null | undefined) ?? null]))
}
