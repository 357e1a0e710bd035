import type { CustomerRef } from '../../model/intake.ts'
import type { Book } from '../book.ts'
import { cached } from '../journal.ts'

/** How a row's customer was found: by what, or why not. */
export type Resolved =
  | { readonly partyId: number; readonly by: 'code' | 'uscc' | 'phone-name' | 'phone' | 'name' }
  | { readonly partyId: null; readonly why: 'unknown' | 'ambiguous' }

/** A customer code of this book: C and at least six digits. */
export const partyIdOfCode = (code: string): number | null =>
  /^[CcＣ]\d{6,}$/.test(code) ? Number(code.slice(1)) : null

const LIVE = `p.status in ('active', 'merged')`

/**
 * Finds the customer a deal or interaction speaks of, strictly: by code, credit code, phone with the same name, a phone
 * alone where no name is given, else a name that only one customer has. Absorbed parties lead to their survivor.
 */
export function resolveCustomer(book: Book, ref: CustomerRef, nameKey: string | undefined): Resolved {
  if (ref.code !== undefined) {
    const found = byCode(book, ref.code, nameKey)
    if (found !== null) return { partyId: found, by: 'code' }
  }
  if (ref.uscc !== undefined) {
    const found = only(book, `select coalesce(p.merged_into, p.id) from party p where p.uscc = ? and ${LIVE}`, [
      ref.uscc,
    ])
    if (found.length === 1) return { partyId: found[0]!, by: 'uscc' }
  }
  if (ref.phone !== undefined) {
    const sql = `select coalesce(p.merged_into, p.id) from contact_point c join party p on p.id = c.party_id
      where c.canonical = ? and ${LIVE}`
    const holders = only(
      book,
      nameKey === undefined ? sql : `${sql} and p.name_key = ?`,
      nameKey === undefined ? [ref.phone] : [ref.phone, nameKey],
    )
    if (holders.length === 1) return { partyId: holders[0]!, by: nameKey === undefined ? 'phone' : 'phone-name' }
    if (holders.length > 1) return { partyId: holders[0]!, by: 'phone-name' }
    // A name with another phone may be a namesake: never joined on the name alone.
    return { partyId: null, why: 'unknown' }
  }
  if (nameKey === undefined) return { partyId: null, why: 'unknown' }
  const sql = `select coalesce(p.merged_into, p.id) from party p join customer k on k.party_id = p.id where p.name_key = ? and ${LIVE}`
  const namesakes = only(book, sql, [nameKey])
  if (namesakes.length === 1) return { partyId: namesakes[0]!, by: 'name' }
  return { partyId: null, why: namesakes.length === 0 ? 'unknown' : 'ambiguous' }
}

function byCode(book: Book, code: string, nameKey: string | undefined): number | null {
  const own = partyIdOfCode(code)
  if (own !== null) {
    const found = only(book, `select coalesce(p.merged_into, p.id) from party p where p.id = ? and ${LIVE}`, [own])
    if (found.length === 1) return found[0]!
  }
  const sql = `select coalesce(p.merged_into, p.id) from customer k join party p on p.id = k.party_id where k.source_code = ? and ${LIVE}`
  const found = only(book, sql, [code])
  if (found.length === 1) return found[0]!
  if (found.length === 0 || nameKey === undefined) return null
  const named = only(book, `${sql} and p.name_key = ?`, [code, nameKey])
  return named.length === 1 ? named[0]! : null
}

/** Distinct ids, smallest first; three at most are fetched, because more than one is already too many. */
function only(book: Book, sql: string, values: readonly (string | number)[]): number[] {
  const rows = cached(book, `select distinct * from (${sql}) order by 1 limit 3`)
    .raw()
    .all(...values) as [number][]
  return rows.map(([id]) => id)
}
