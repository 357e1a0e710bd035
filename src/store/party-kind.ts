import type { PartyKind } from '../model/intake.ts'
import type { Book } from './book.ts'
import { cached } from './journal.ts'

/** Whether a party is a person or an organisation; undefined where there is none. */
export const kindOf = (book: Book, id: number): PartyKind | undefined =>
  cached(book, 'select kind from party where id = ?').pluck().get(id) as PartyKind | undefined
