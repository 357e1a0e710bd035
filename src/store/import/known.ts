import { CONTACT_SIZE, PARTY, PARTY_SIZE, type PackedRows } from '../../model/packed-rows.ts'
import type { Book } from '../book.ts'
import { cached } from '../journal.ts'
import { keySet } from './key-set.ts'
import { partyIdOfCode } from './resolve.ts'

/** What the book knows already of rows and customers that come in. */
export interface Known {
  /** The party a row with this key led to before; undefined when the row is new (or its import was undone). */
  readonly row: (key: number) => { readonly partyId: number | null } | undefined
  /** The customer with this code of ours, or with the source's own number under the same headings. */
  readonly customer: (code: string | null, headings: number) => number | undefined
  /** Whether an earlier customer, of the book or of this file, has the same name and one of the same contacts. */
  readonly twin: (rows: PackedRows, at: number) => boolean
}

/** Prepares the look-ups of an import. `wasEmpty`: there was no party before, so that nobody need be asked. */
export function knownBefore(
  book: Book,
  operationId: number,
  options: { wasEmpty: boolean; nameKey: (name: string) => string },
): Known {
  const hadRows = book.sqlite.prepare('select 1 from source_row limit 1').get() !== undefined
  const seen = keySet()
  return {
    row: (key) => (hadRows ? rowBefore(book, key) : undefined),
    customer: (code, headings) =>
      code === null || options.wasEmpty ? undefined : customerBefore(book, operationId, code, headings),
    twin(rows, at) {
      if (rows[at + PARTY.named] === 0) return false
      const nameKey = options.nameKey(rows[at + PARTY.name] as string)
      const end = at + PARTY_SIZE + CONTACT_SIZE * (rows[at + PARTY.contacts] as number)
      let found = false
      for (let contact = at + PARTY_SIZE; contact < end; contact += CONTACT_SIZE) {
        const canonical = rows[contact + 2] as string | null
        if (canonical === null) continue
        if (seen.addSeen(digest53(canonical, nameKey))) found = true
        else if (!options.wasEmpty && !found) found = isInBook(book, operationId, canonical, nameKey)
      }
      return found
    },
  }
}

const rowBefore = (book: Book, key: number): { readonly partyId: number | null } | undefined =>
  cached(
    book,
    `select r.party_id as partyId from source_row r join operation o on o.id = r.operation_id left join party p on p.id = r.party_id
     where r.key = ? and r.fate not in ('skipped', 'rejected')
     and (o.state = 'done' or (o.state = 'undone' and p.operation_id = r.operation_id)) order by r.id limit 1`,
  ).get(key) as { partyId: number | null } | undefined

// Rows of one file never update each other: what `dedupe` decides must not hang on where a file was cut.
function customerBefore(book: Book, operationId: number, code: string, headings: number): number | undefined {
  const own = partyIdOfCode(code)
  const sql = `select coalesce(p.merged_into, p.id) from party p join customer k on k.party_id = p.id
    where p.status in ('active', 'merged') and p.operation_id < ${operationId}`
  return own === null
    ? (cached(book, `${sql} and k.source_code = ? and k.source_key = ?`).pluck().get(code, headings) as
        | number
        | undefined)
    : (cached(book, `${sql} and p.id = ?`).pluck().get(own) as number | undefined)
}

const isInBook = (book: Book, operationId: number, canonical: string, nameKey: string): boolean =>
  cached(
    book,
    `select 1 from contact_point c join party p on p.id = c.party_id
     where c.canonical = ? and p.name_key = ? and c.operation_id < ? limit 1`,
  ).get(canonical, nameKey, operationId) !== undefined

/** 53 bits of two texts, never zero. A collision only marks a row that `dedupe` then looks at and leaves. */
function digest53(a: string, b: string): number {
  let x = 0x9747b28c
  let y = 0x5bd1e995
  for (let part = 0; part < 2; part++) {
    const text = part === 0 ? a : b
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      x = Math.imul(x ^ unit, 0x9e3779b1)
      y = Math.imul(y ^ unit, 0x5f356495)
    }
    x ^= x >>> 15
    y ^= y >>> 13
  }
  return 4294967296 * (2097151 & y) + (x >>> 0) || 1
}
