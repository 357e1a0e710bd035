import type { PartyDraft } from '../../model/intake.ts'
import {
  ADDRESS_SIZE,
  ALIAS_SIZE,
  CONTACT_SIZE,
  FACT_SIZE,
  PARTY,
  type PackedRows,
  type PackedValue,
  packParty,
  placesOf,
  type SearchKeys,
} from '../../model/packed-rows.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from '../../model/party-columns.ts'
import type { Book } from '../book.ts'
import type { Operation, Value } from '../journal.ts'
import { type BulkTable, bulkTable } from './bulk.ts'

/** Where a new row came from and what is said of all of them. */
export interface Origin {
  readonly sourceRowId: number | null
  /** Digest of the headings: the scope in which a source's own customer number means one customer. */
  readonly sourceKey: number | null
  readonly sourceId: number | null
  readonly today: string
  readonly stub?: boolean
}

/** What hangs on a party in rows of its own. */
export type PartyChildren = Pick<PartyDraft, 'contacts' | 'addresses' | 'aliases' | 'facts'>

/** Writes drafts as new rows of the identity tables, many at a time. */
export interface PartyWriter {
  /** Writes a draft and returns the party's id. */
  readonly add: (draft: PartyDraft, origin: Origin) => number
  /** The same for a packed draft, at its place. */
  readonly addPacked: (rows: PackedRows, at: number, origin: Origin) => number
  /** Adds what a known party doesn't have yet. */
  readonly addTo: (partyId: number, children: PartyChildren, origin: Pick<Origin, 'sourceRowId' | 'today'>) => void
  /** The id the next `add` will give. */
  readonly nextId: () => number
  readonly relate: (
    from: number,
    to: number,
    relation: NonNullable<PartyDraft['relation']>,
    sourceRowId: number | null,
  ) => void
  readonly flush: () => void
  readonly close: () => void
}

/** Opens the identity tables for a bulk load. */
export function partyWriter(book: Book, operation: Operation, searchKeys: (name: string) => SearchKeys): PartyWriter {
  const tables = openTables(book, operation)
  const { party, customer, contact, address, alias, fact, relation } = tables
  const all = [party, customer, relation, contact, address, alias, fact]
  const to: Writing = { ...tables, searchKeys }
  return {
    add(draft, origin) {
      const packed: PackedValue[] = []
      packParty(packed, draft)
      return addParty(to, packed, 0, origin)
    },
    addPacked: (rows, at, origin) => addParty(to, rows, at, origin),
    addTo(id, { contacts, addresses, aliases, facts }, origin) {
      const packed: PackedValue[] = []
      const nobody = { role: 'related', values: { kind: 'person' } } as const
      packParty(packed, { ...nobody, contacts, addresses, aliases, facts })
      addChildren(to, id, packed, 0, origin)
    },
    nextId: party.nextId,
    relate(from, other, { type, title }, sourceRowId) {
      relation.add([from, other, type, title ?? null, sourceRowId])
    },
    flush() {
      for (const table of all) table.flush()
    },
    close() {
      for (const table of all) table.close()
    },
  }
}

type Tables = Readonly<Record<'party' | 'customer' | 'contact' | 'address' | 'alias' | 'fact' | 'relation', BulkTable>>

type Writing = Tables & { readonly searchKeys: (name: string) => SearchKeys }

function openTables(book: Book, operation: Operation): Tables {
  const open = (entity: string, columns: readonly string[], key?: string): BulkTable =>
    bulkTable(book, operation, { entity, columns }, key === undefined ? {} : { key })
  return {
    party: open('party', ['kind', 'name', 'name_key', 'pinyin', 'initials', ...PARTY_COLUMNS, 'source_row_id']),
    customer: open('customer', [...CUSTOMER_COLUMNS, 'source_key', 'source_id', 'stub'], 'party_id'),
    contact: open('contact_point', ['party_id', 'type', 'raw', 'canonical', 'ext', 'label', 'source_row_id']),
    address: open('address', [
      ...['party_id', 'use', 'raw', 'province', 'city', 'district', 'street', 'division', 'postcode', 'country'],
      'source_row_id',
    ]),
    alias: open('alias', ['party_id', 'name', 'name_key', 'reason', 'source_row_id']),
    fact: open('fact', ['party_id', 'field', 'value', 'raw', 'as_of', 'source_row_id']),
    relation: open('relation', ['from_id', 'to_id', 'type', 'title', 'source_row_id']),
  }
}

// One row of each table, filled again for every party.
const partyRow: Value[] = new Array(PARTY_COLUMNS.length + 6)
const customerRow: Value[] = new Array(CUSTOMER_COLUMNS.length + 3)
const OPENED_ON = CUSTOMER_COLUMNS.indexOf('opened_on')

/** Writes the packed party at a place, with all that hangs on it; returns its id. */
function addParty(to: Writing, rows: PackedRows, at: number, origin: Origin): number {
  const name = rows[at + PARTY.name] as string
  const { key, pinyin, initials } = to.searchKeys(name)
  partyRow[0] = rows[at + PARTY.kind]!
  partyRow[1] = name
  partyRow[2] = key
  partyRow[3] = pinyin
  partyRow[4] = initials
  for (let i = 0; i < PARTY_COLUMNS.length; i++) partyRow[i + 5] = rows[at + PARTY.columns + i]!
  partyRow[PARTY_COLUMNS.length + 5] = origin.sourceRowId
  const id = to.party.add(partyRow)
  if (rows[at + PARTY.customer] === 1) {
    for (let i = 0; i < CUSTOMER_COLUMNS.length; i++) customerRow[i] = rows[at + PARTY.card + i]!
    customerRow[OPENED_ON] ??= origin.today
    customerRow[CUSTOMER_COLUMNS.length] = origin.sourceKey
    customerRow[CUSTOMER_COLUMNS.length + 1] = origin.sourceId
    customerRow[CUSTOMER_COLUMNS.length + 2] = origin.stub === true ? 1 : 0
    to.customer.add(customerRow, id)
  }
  addChildren(to, id, rows, at, origin)
  return id
}

const places = { contacts: 0, addresses: 0, aliases: 0, facts: 0, end: 0 }

/** Writes what hangs on a packed party. */
function addChildren(
  { contact, address, alias, fact, searchKeys }: Writing,
  id: number,
  rows: PackedRows,
  at: number,
  { sourceRowId, today }: Pick<Origin, 'sourceRowId' | 'today'>,
): void {
  const { contacts, addresses, aliases, facts, end } = placesOf(rows, at, places)
  for (let i = contacts; i < addresses; i += CONTACT_SIZE)
    contact.add([id, rows[i]!, rows[i + 1]!, rows[i + 2]!, rows[i + 3]!, rows[i + 4]!, sourceRowId])
  for (let i = addresses; i < aliases; i += ADDRESS_SIZE)
    address.add([id, ...rows.slice(i, i + ADDRESS_SIZE), sourceRowId])
  for (let i = aliases; i < facts; i += ALIAS_SIZE)
    alias.add([id, rows[i]!, searchKeys(rows[i] as string).key, rows[i + 1]!, sourceRowId])
  for (let i = facts; i < end; i += FACT_SIZE) fact.add([id, rows[i]!, rows[i + 1]!, rows[i + 2]!, today, sourceRowId])
}
