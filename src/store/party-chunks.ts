import type { PartyChunk } from '../model/checks.ts'
import type { PartyKind } from '../model/intake.ts'
import type { IsoDate, IsoInstant } from '../model/units.ts'
import type { Book } from './book.ts'
import { type Cell, pageReader } from './column-reader.ts'
import { addressReader, contactReader } from './party-chunks/children.ts'
import { CARD_FIELDS, PARTY_FIELDS } from './party-chunks/fields.ts'
import { valueReader } from './party-chunks/values.ts'
import { bookDays } from './time.ts'

export interface ChunkOptions {
  /** Parties a chunk holds at most. */
  readonly size?: number
  /** Civil day of an instant; the book's own time zone where nothing is told. */
  readonly dayOf?: (at: IsoInstant) => IsoDate
  /** Only these parties; all live ones where nothing is told. */
  readonly ids?: readonly number[]
  /** Only parties with ids in these spans, each a chunk. */
  readonly spans?: readonly (readonly [number, number])[]
  /** Give the row ids of contacts and addresses too, for those who change them. */
  readonly rows?: boolean
}

/** Where the parties of a chunk are, for what is read beside them. */
export interface ChunkPlace {
  readonly first: number
  readonly last: number
  readonly count: number
  /** Index of a live party in the chunk; -1 for any other. */
  readonly at: (party: number) => number
}

/**
 * All live parties by column, some thousand at a time in the order of their ids.
 *
 * `fields` are dictionary keys and the days that rules know (`last_deal_on` …): only their columns are read. What hangs on
 * absorbed parties is their survivor's.
 */
export function* readPartyChunks(
  book: Book,
  fields: readonly string[],
  options: ChunkOptions = {},
): Generator<PartyChunk> {
  const { size = 4096, ids } = options
  const ofParty = fields.filter((field) => PARTY_FIELDS.has(field))
  const ofCard = fields.filter((field) => CARD_FIELDS.has(field))
  const readParties = pageReader(book, {
    from: 'party p',
    key: 'p.id',
    columns: ['p.kind', ...ofParty.map((field) => `p.${field}`)],
    where: `p.status = 'active'`,
  })
  const readCards = pageReader(book, {
    from: 'customer k',
    key: 'k.party_id',
    columns: ofCard.map((field) => (field === 'stub' ? `case k.stub when 1 then '1' end` : `k.${field}`)),
    where: '1',
  })
  const withRows = options.rows === true
  const readers = { contacts: contactReader(book, withRows), addresses: addressReader(book, withRows) }
  const readValues = valueReader(book, fields, options.dayOf ?? bookDays(book))
  const told = options.spans ?? ids?.map((id): [number, number] => [id, id])
  for (const [from, to] of told ?? pagesOf(book, size)) {
    const { keys, columns } = readParties(from, to)
    if (keys.length === 0) continue
    const place = placeOf(from, to, keys)
    const [kind, ...cells] = columns
    const values: Record<string, (string | null)[]> = {}
    ofParty.forEach((field, at) => {
      values[field] = cells[at] as (string | null)[]
    })
    const cards = readCards(from, to)
    const isCustomer = new Uint8Array(keys.length)
    for (const id of cards.keys) if (place.at(id) !== -1) isCustomer[place.at(id)] = 1
    ofCard.forEach((field, at) => {
      values[field] = spread(cards.keys, cards.columns[at]!, place)
    })
    Object.assign(values, readValues(place))
    yield {
      count: keys.length,
      ids: keys,
      kind: kind as PartyKind[],
      isCustomer,
      values,
      contacts: readers.contacts(place),
      addresses: readers.addresses(place),
    }
  }
}

function* pagesOf(book: Book, size: number): Generator<[number, number]> {
  const ends = book.sqlite.prepare('select (select min(id) from party), (select max(id) from party)').raw()
  const [first, last] = ends.get() as [number | null, number | null]
  if (first === null || last === null) return
  for (let at = first; at <= last; at += size) yield [at, at + size - 1]
}

/** Cells by card put where their parties are; that of an absorbed party says nothing. */
function spread(cards: readonly number[], cells: readonly Cell[], place: ChunkPlace): (string | null)[] {
  const column = new Array<string | null>(place.count).fill(null)
  for (let i = 0; i < cards.length; i++) {
    const at = place.at(cards[i]!)
    if (at !== -1) column[at] = cells[i] as string | null
  }
  return column
}

function placeOf(first: number, last: number, keys: readonly number[]): ChunkPlace {
  const index = new Int32Array(last - first + 1).fill(-1)
  for (let i = 0; i < keys.length; i++) index[keys[i]! - first] = i
  return { first, last, count: keys.length, at: (party) => index[party - first] ?? -1 }
}

/** Values of a unique field that more than one live party holds, and how many; a source's own codes mean one customer within one source. */
export function sharedValues(book: Book, field: 'id_number' | 'uscc' | 'source_code'): Map<string, number> {
  const live = `(select id from party where status <> 'active')`
  const sql =
    field === 'source_code'
      ? `select code, max(count) from (
           select k.source_code as code, count(*) as count from customer k
           where k.source_code is not null and k.party_id not in ${live} group by k.source_code, k.source_key having count(*) > 1) group by code`
      : `select p.${field}, count(*) from party p where p.${field} is not null and p.id not in ${live} group by p.${field} having count(*) > 1`
  return new Map(book.sqlite.prepare(sql).raw().all() as [string, number][])
}
