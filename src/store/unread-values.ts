import type { RowNote } from '../model/intake.ts'
import type { Book } from './book.ts'

/** A value that stood in a source row and could not be taken into the book. */
export interface UnreadValue {
  readonly field: string
  readonly value: string
  /** Code of the reason. */
  readonly why: string
}

/**
 * What imports could not read, by live party: of all imports, or of one operation's.
 *
 * Contacts that can't be read stand in the book as they were written and are not among these.
 */
export function unreadValues(book: Book, operationId?: number): ReadonlyMap<number, readonly UnreadValue[]> {
  const ofImport =
    operationId === undefined
      ? ''
      : 'and s.sheet_id in (select h.id from sheet h join batch b on b.id = h.batch_id where b.operation_id = ?)'
  const rows = book.sqlite
    .prepare(
      `select coalesce(p.merged_into, p.id), s.notes from source_row s cross join party p on p.id = s.party_id
       where instr(s.notes, '","value":"') > 0 ${ofImport}`,
    )
    .raw()
    .iterate(...(operationId === undefined ? [] : [operationId])) as Iterable<[number, string]>
  const found = new Map<number, UnreadValue[]>()
  for (const [party, text] of rows) {
    for (const { field, value, reason } of JSON.parse(text) as RowNote[]) {
      if (field === undefined || value === undefined || contacts.has(field)) continue
      const known = found.get(party)
      const one = { field, value, why: reason.code }
      if (known === undefined) found.set(party, [one])
      else if (!known.some((other) => other.field === field && other.value === value)) known.push(one)
    }
  }
  return found
}

const contacts = new Set(['mobile', 'phone', 'fax', 'email', 'wechat', 'qq', 'whatsapp', 'name'])
