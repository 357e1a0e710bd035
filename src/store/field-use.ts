import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from '../model/party-columns.ts'
import type { Book } from './book.ts'

/** How many live customers have something under each field: columns of party and card, and facts by their field. */
export function fieldUse(book: Book): { readonly customers: number; readonly used: ReadonlyMap<string, number> } {
  const columns = [...PARTY_COLUMNS.map((column) => `p.${column}`), ...CUSTOMER_COLUMNS.map((column) => `k.${column}`)]
  const counts = book.sqlite
    .prepare(
      `select count(*), ${columns.map((column) => `count(${column})`).join(', ')}
       from customer k join party p on p.id = k.party_id where p.status = 'active'`,
    )
    .raw()
    .get() as number[]
  const facts = book.sqlite
    .prepare(`select field, count(distinct party_id) from fact where field <> 'note' group by field`)
    .raw()
    .all() as [string, number][]
  const used = new Map<string, number>(columns.map((column, at) => [column.slice(2), counts[at + 1]!]))
  for (const [field, count] of facts) used.set(field, (used.get(field) ?? 0) + count)
  return { customers: counts[0]!, used }
}
