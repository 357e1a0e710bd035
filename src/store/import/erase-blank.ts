import type { PartyDraft } from '../../model/intake.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from '../../model/party-columns.ts'
import type { Book } from '../book.ts'
import { cached, type Operation, type Row } from '../journal.ts'

/**
 * Takes from a known party what the row's empty cells stand for; returns how many values went.
 *
 * Only single values go: which of several numbers or addresses an empty cell means can't be told, and a name stays.
 */
export function eraseBlank(
  book: Book,
  operation: Operation,
  partyId: number,
  { draft, blank }: { readonly draft: PartyDraft; readonly blank: readonly string[] },
): number {
  const said = new Set([...Object.keys(draft.values), ...draft.facts.map(({ field }) => field)])
  const gone = blank.filter((field) => !said.has(field))
  const has = (columns: readonly string[]): string[] => columns.filter((column) => gone.includes(column))
  const erased =
    eraseColumns(book, operation, { table: 'party', key: 'id', partyId }, has(PARTY_COLUMNS)) +
    eraseColumns(book, operation, { table: 'customer', key: 'party_id', partyId }, has(CUSTOMER_COLUMNS))
  return gone.reduce(
    (sum, field) => sum + operation.removeWhere('fact', 'party_id = ? and field = ?', [partyId, field]),
    erased,
  )
}

function eraseColumns(
  book: Book,
  operation: Operation,
  { table, key, partyId }: { readonly table: string; readonly key: string; readonly partyId: number },
  columns: readonly string[],
): number {
  if (columns.length === 0) return 0
  const row = cached(book, `select * from ${table} where ${key} = ?`).get(partyId) as Row | undefined
  const filled = columns.filter((column) => (row?.[column] ?? null) !== null)
  if (filled.length > 0) operation.update(table, partyId, Object.fromEntries(filled.map((column) => [column, null])))
  return filled.length
}
