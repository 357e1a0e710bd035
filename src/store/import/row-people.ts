import type { RelationType } from '../../model/intake.ts'
import { PARTY, type PackedRows, placesOf, ROW, ROW_SIZE, unpackParty } from '../../model/packed-rows.ts'
import { cached } from '../journal.ts'
import type { Saving } from './save-row.ts'
import { updateParty } from './update-party.ts'
import type { Origin } from './write-party.ts'

const places = { contacts: 0, addresses: 0, aliases: 0, facts: 0, end: 0 }

/** The customer that the people after it in a row are tied to. */
interface Anchor {
  id: number
  /** The book had it before: its people may be there too. */
  known: boolean
}

/**
 * Writes everybody a row speaks of after its first customer: people tied to a customer, and further customers that
 * stand beside the first, each with its own people after it. Returns how many values are new or changed.
 */
export function savePeople(saving: Saving, rows: PackedRows, at: number, first: Anchor, origin: Origin): number {
  const count = rows[at + ROW.parties] as number
  const anchor = { ...first }
  let party = at + ROW_SIZE
  let changed = 0
  for (let i = 1; i < count; i++) {
    party = placesOf(rows, party, places).end
    const further = rows[party + PARTY.customer] === 1 && rows[party + PARTY.relation] === null
    const known = further ? customerOfRow(saving, rows, party, origin) : personOf(saving, rows, party, anchor)
    changed += known === undefined ? 1 : update(saving, rows, party, known, origin)
    const id = known ?? add(saving, rows, party, origin)
    if (further) Object.assign(anchor, { id, known: known !== undefined })
    else if (known === undefined) relate(saving, rows, party, { from: id, to: anchor.id }, origin)
  }
  return changed
}

function add({ parties, counts }: Saving, rows: PackedRows, party: number, origin: Origin): number {
  counts.parties++
  return parties.addPacked(rows, party, origin)
}

function update(
  { book, operation, options, parties }: Saving,
  rows: PackedRows,
  party: number,
  id: number,
  { sourceRowId }: Origin,
): number {
  return updateParty(book, operation, id, unpackParty(rows, party), { ...options, parties, sourceRowId })
}

function relate(
  { parties }: Saving,
  rows: PackedRows,
  party: number,
  { from, to }: { readonly from: number; readonly to: number },
  { sourceRowId }: Origin,
): void {
  const type = rows[party + PARTY.relation] as RelationType | null
  const title = rows[party + PARTY.relationTitle] as string | null
  if (type !== null) parties.relate(from, to, title === null ? { type } : { type, title }, sourceRowId)
}

const customerOfRow = (
  { indexed, known }: Saving,
  rows: PackedRows,
  party: number,
  { sourceKey }: Origin,
): number | undefined =>
  indexed && sourceKey !== null ? known.customer(rows[party + PARTY.card] as string | null, sourceKey) : undefined

/** Somebody of this name whom the book ties to the customer already. */
function personOf(
  { book, parties, options }: Saving,
  rows: PackedRows,
  party: number,
  anchor: Anchor,
): number | undefined {
  if (!anchor.known) return undefined
  // Who came with an earlier row of the file must be seen.
  parties.flush()
  return cached(
    book,
    `select p.id from relation r join party p on p.id = r.from_id
     where r.to_id = ? and p.name_key = ? and p.status = 'active' order by p.id limit 1`,
  )
    .pluck()
    .get(anchor.id, options.searchKeys(rows[party + PARTY.name] as string).key) as number | undefined
}
