import type { PartyDraft } from '../../model/intake.ts'
import {
  ADDRESS_SIZE,
  ALIAS_SIZE,
  CONTACT_SIZE,
  FACT_SIZE,
  PARTY,
  PARTY_SIZE,
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
  const open = (entity: string, columns: readonly string[], key?: string): BulkTable =>
    bulkTable(book, operation, { entity, columns }, key === undefined ? {} : { key })
  const party = open('party', ['kind', 'name', 'name_key', 'pinyin', 'initials', ...PARTY_COLUMNS, 'source_row_id'])
  const customer = open('customer', [...CUSTOMER_COLUMNS, 'source_key', 'source_id', 'stub'], 'party_id')
  const relation = open('relation', ['from_id', 'to_id', 'type', 'title', 'source_row_id'])
  const children = openChildren(open, searchKeys)
  const { contact, address, alias, fact } = children
  const tables = [party, customer, relation, contact, address, alias, fact]
  const partyRow: Value[] = new Array(PARTY_COLUMNS.length + 6)
  const customerRow: Value[] = new Array(CUSTOMER_COLUMNS.length + 3)
  const opened = CUSTOMER_COLUMNS.indexOf('opened_on')

  const addPacked: PartyWriter['addPacked'] = (rows, at, origin) => {
    const name = rows[at + PARTY.name] as string
    const { key, pinyin, initials } = searchKeys(name)
    partyRow[0] = rows[at + PARTY.kind]!
    partyRow[1] = name
    partyRow[2] = key
    partyRow[3] = pinyin
    partyRow[4] = initials
    for (let i = 0; i < PARTY_COLUMNS.length; i++) partyRow[i + 5] = rows[at + PARTY.columns + i]!
    partyRow[PARTY_COLUMNS.length + 5] = origin.sourceRowId
    const id = party.add(partyRow)
    if (rows[at + PARTY.customer] === 1) {
      for (let i = PARTY.card; i < PARTY_SIZE; i++) customerRow[i - PARTY.card] = rows[at + i]!
      customerRow[opened] ??= origin.today
      customerRow[CUSTOMER_COLUMNS.length] = origin.sourceKey
      customerRow[CUSTOMER_COLUMNS.length + 1] = origin.sourceId
      customerRow[CUSTOMER_COLUMNS.length + 2] = origin.stub === true ? 1 : 0
      customer.add(customerRow, id)
    }
    addChildren(children, id, rows, at, origin)
    return id
  }
  return {
    add(draft, origin) {
      const packed: PackedValue[] = []
      packParty(packed, draft)
      return addPacked(packed, 0, origin)
    },
    addPacked,
    addTo(id, { contacts, addresses, aliases, facts }, origin) {
      const packed: PackedValue[] = []
      const nobody = { role: 'related', values: { kind: 'person' } } as const
      packParty(packed, { ...nobody, contacts, addresses, aliases, facts })
      addChildren(children, id, packed, 0, origin)
    },
    nextId: party.nextId,
    relate(from, to, { type, title }, sourceRowId) {
      relation.add([from, to, type, title ?? null, sourceRowId])
    },
    flush() {
      for (const table of tables) table.flush()
    },
    close() {
      for (const table of tables) table.close()
    },
  }
}

type Children = Readonly<Record<'contact' | 'address' | 'alias' | 'fact', BulkTable>> & {
  readonly searchKeys: (name: string) => SearchKeys
}

const openChildren = (
  open: (entity: string, columns: readonly string[]) => BulkTable,
  searchKeys: (name: string) => SearchKeys,
): Children => ({
  searchKeys,
  contact: open('contact_point', ['party_id', 'type', 'raw', 'canonical', 'ext', 'label', 'source_row_id']),
  address: open('address', [
    ...['party_id', 'use', 'raw', 'province', 'city', 'district', 'street', 'division', 'postcode', 'country'],
    'source_row_id',
  ]),
  alias: open('alias', ['party_id', 'name', 'name_key', 'reason', 'source_row_id']),
  fact: open('fact', ['party_id', 'field', 'value', 'raw', 'as_of', 'source_row_id']),
})

const places = { contacts: 0, addresses: 0, aliases: 0, facts: 0, end: 0 }

/** Writes what hangs on a packed party. */
function addChildren(
  { contact, address, alias, fact, searchKeys }: Children,
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
