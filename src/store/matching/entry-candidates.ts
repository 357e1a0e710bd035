import type { Book } from '../book.ts'
import { cached } from '../journal.ts'

/** What is known of somebody who is being typed in, in normal forms. */
export interface EntryKeys {
  readonly nameKey: string | null
  /** Phones, e-mails, accounts as the book keeps them. */
  readonly numbers: readonly string[]
  readonly idNumber: string | null
  readonly uscc: string | null
}

/** Namesakes and bearers of a common number are many: so many of each are looked at. */
const each = 50

/** Live customers who share a number, a code or the name with somebody, ascending; `except` is left out. */
export function entryCandidates(book: Book, keys: EntryKeys, except?: number): number[] {
  const found = new Set<number>()
  const live = `p.status in ('active', 'merged')`
  const take = (sql: string, value: string | null): void => {
    if (value === null || value === '') return
    for (const id of cached(book, `${sql} limit ${each}`).pluck().all(value) as number[]) found.add(id)
  }
  const owner = 'coalesce(p.merged_into, p.id)'
  for (const number of keys.numbers)
    take(
      `select ${owner} from contact_point c join party p on p.id = c.party_id where c.canonical = ? and ${live}`,
      number,
    )
  take(`select ${owner} from party p where p.id_number = ? and ${live}`, keys.idNumber)
  take(`select ${owner} from party p where p.uscc = ? and ${live}`, keys.uscc)
  take(`select ${owner} from party p where p.name_key = ? and ${live}`, keys.nameKey)
  if (except !== undefined) found.delete(except)
  return [...found].sort((a, b) => a - b)
}

/** What a customer of the book is found by. @returns null where there is none */
export function keysOf(book: Book, id: number): EntryKeys | null {
  const party = cached(book, 'select name_key as nameKey, id_number as idNumber, uscc from party where id = ?').get(
    id,
  ) as Omit<EntryKeys, 'numbers'> | undefined
  if (party === undefined) return null
  const numbers = cached(
    book,
    'select canonical from contact_point where party_id = ? and canonical is not null limit 10',
  )
  return { ...party, numbers: numbers.pluck().all(id) as string[] }
}

/** How many customers the book holds. */
export const customersIn = (book: Book): number => Number(cached(book, 'select count(*) from customer').pluck().get())
