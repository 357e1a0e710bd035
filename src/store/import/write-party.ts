import type { PartyDraft } from '../../model/intake.ts'
import type { Book } from '../book.ts'
import type { Operation, Value } from '../journal.ts'
import { type BulkTable, bulkTable } from './bulk.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from './columns.ts'

/** What a name is found by: folded text, toneless pinyin, initials. */
export interface SearchKeys {
  readonly key: string
  readonly pinyin: string
  readonly initials: string
}

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
  const contact = open('contact_point', ['party_id', 'type', 'raw', 'canonical', 'ext', 'label', 'source_row_id'])
  const address = open('address', [
    ...['party_id', 'use', 'raw', 'province', 'city', 'district', 'street', 'division', 'postcode', 'country'],
    'source_row_id',
  ])
  const alias = open('alias', ['party_id', 'name', 'name_key', 'reason', 'source_row_id'])
  const relation = open('relation', ['from_id', 'to_id', 'type', 'title', 'source_row_id'])
  const fact = open('fact', ['party_id', 'field', 'value', 'raw', 'as_of', 'source_row_id'])
  const tables = [party, customer, contact, address, alias, relation, fact]

  const partyRow: Value[] = new Array(PARTY_COLUMNS.length + 6)
  const customerRow: Value[] = new Array(CUSTOMER_COLUMNS.length + 3)
  const addTo: PartyWriter['addTo'] = (id, children, { sourceRowId, today }) => {
    for (const one of children.contacts)
      contact.add([id, one.type, one.raw, one.canonical, one.ext ?? null, one.label ?? null, sourceRowId])
    for (const one of children.addresses)
      address.add([
        ...[id, one.use, one.raw, one.province ?? null, one.city ?? null, one.district ?? null, one.street ?? null],
        ...[one.division ?? null, one.postcode ?? null, one.country ?? null, sourceRowId],
      ])
    for (const one of children.aliases) alias.add([id, one.name, searchKeys(one.name).key, one.reason, sourceRowId])
    for (const one of children.facts) fact.add([id, one.field, one.value, one.raw ?? null, today, sourceRowId])
  }
  return {
    add(draft, { sourceRowId, sourceKey, sourceId, today, stub }) {
      const { values } = draft
      const name = values.name ?? draft.contacts[0]?.canonical ?? draft.contacts[0]?.raw ?? values.source_code ?? '?'
      const keys = searchKeys(name)
      partyRow[0] = values.kind
      partyRow[1] = name
      partyRow[2] = keys.key
      partyRow[3] = keys.pinyin
      partyRow[4] = keys.initials
      for (let i = 0; i < PARTY_COLUMNS.length; i++) partyRow[i + 5] = values[PARTY_COLUMNS[i]!] ?? null
      partyRow[PARTY_COLUMNS.length + 5] = sourceRowId
      const id = party.add(partyRow)
      if (draft.role === 'customer') {
        for (let i = 0; i < CUSTOMER_COLUMNS.length; i++) customerRow[i] = values[CUSTOMER_COLUMNS[i]!] ?? null
        const at = CUSTOMER_COLUMNS.length
        customerRow[at - 1] = values.opened_on ?? today
        customerRow[at] = sourceKey
        customerRow[at + 1] = sourceId
        customerRow[at + 2] = stub === true ? 1 : 0
        customer.add(customerRow, id)
      }
      addTo(id, draft, { sourceRowId, today })
      return id
    },
    addTo,
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
