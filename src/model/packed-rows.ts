import type {
  AddressDraft,
  ContactDraft,
  FactDraft,
  PartyDraft,
  PartyValues,
  RelationType,
  RowNote,
  RowReading,
} from './intake.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from './party-columns.ts'

export type PackedValue = string | number | null

/**
 * Rows understood, written down one after another as plain values: a thread hands them to another for a quarter of what
 * their objects cost, and they are saved without becoming objects again.
 *
 * A row is `ROW_SIZE` values, then its parties: each `PARTY_SIZE` values, then its contacts, addresses, aliases, facts.
 */
export type PackedRows = readonly PackedValue[]

/** Where the values of a row stand, counted from its first. Reasons, remarks, deals and contacts are JSON; null for none. */
export const ROW = {
  size: 0,
  row: 1,
  fate: 2,
  reason: 3,
  notes: 4,
  untouched: 5,
  parties: 6,
  deals: 7,
  interactions: 8,
  /** JSON of the fields that are to be erased. */
  blank: 9,
} as const
export const ROW_SIZE = 10

/** Where the values of a party stand; from `kind` on they are in the order of the columns of `party` and `customer`. */
export const PARTY = {
  /** 1 for a customer, 0 for somebody tied to it. */
  customer: 0,
  /** 0 where the name is only what else is known: a phone, a code. */
  named: 1,
  contacts: 2,
  addresses: 3,
  aliases: 4,
  facts: 5,
  relation: 6,
  relationTitle: 7,
  kind: 8,
  name: 9,
  columns: 10,
  card: 10 + PARTY_COLUMNS.length,
} as const
export const PARTY_SIZE = PARTY.card + CUSTOMER_COLUMNS.length

/** Values that each contact (type, raw, canonical, ext, label), address, alias (name, reason) and fact takes. */
export const CONTACT_SIZE = 5
export const ADDRESS_SIZE = 9
export const ALIAS_SIZE = 2
export const FACT_SIZE = 3

/** What a name is found by: folded text, toneless pinyin, initials. */
export interface SearchKeys {
  readonly key: string
  readonly pinyin: string
  readonly initials: string
}

/** Writes a row behind those that are there. */
export function packRow(to: PackedValue[], row: RowReading): void {
  const start = to.length
  const { reason, notes, parties, deals, interactions } = row
  to.push(0, row.row, row.fate)
  to.push(reason === undefined ? null : JSON.stringify(reason), notes.length === 0 ? null : JSON.stringify(notes))
  to.push(row.untouched === true ? 1 : 0, parties.length)
  to.push(deals.length === 0 ? null : JSON.stringify(deals))
  to.push(interactions.length === 0 ? null : JSON.stringify(interactions))
  to.push(row.blank === undefined ? null : JSON.stringify(row.blank))
  for (let i = 0; i < parties.length; i++) packParty(to, parties[i]!)
  to[start] = to.length - start
}

/** Writes a party behind what is there. */
export function packParty(to: PackedValue[], draft: PartyDraft): void {
  const { values, contacts, addresses, aliases, facts, relation } = draft
  const name = values.name ?? contacts[0]?.canonical ?? contacts[0]?.raw ?? values.source_code ?? '?'
  to.push(draft.role === 'customer' ? 1 : 0, values.name === undefined ? 0 : 1)
  to.push(contacts.length, addresses.length, aliases.length, facts.length)
  to.push(relation?.type ?? null, relation?.title ?? null)
  to.push(values.kind, name)
  packValues(to, values)
  for (let i = 0; i < contacts.length; i++) packContact(to, contacts[i]!)
  for (let i = 0; i < addresses.length; i++) packAddress(to, addresses[i]!)
  for (let i = 0; i < aliases.length; i++) to.push(aliases[i]!.name, aliases[i]!.reason)
  for (let i = 0; i < facts.length; i++) to.push(facts[i]!.field, facts[i]!.value, facts[i]!.raw ?? null)
}

// Named one by one, in the order of PARTY_COLUMNS and CUSTOMER_COLUMNS: a loop over the names takes three times as long.
function packValues(to: PackedValue[], v: PartyValues): void {
  to.push(v.surname ?? null, v.given_name ?? null, v.honorific ?? null, v.gender ?? null, v.birth ?? null)
  to.push(v.age_band ?? null, v.age_band_on ?? null, v.id_number ?? null, v.uscc ?? null, v.short_name ?? null)
  to.push(v.english_name ?? null, v.title ?? null, v.department ?? null, v.occupation ?? null, v.employer ?? null)
  to.push(v.education ?? null, v.industry ?? null, v.legal_rep ?? null, v.website ?? null, v.region ?? null)
  to.push(v.remark ?? null)
  to.push(v.source_code ?? null, v.acquired_from ?? null, v.level ?? null, v.owner ?? null, v.status ?? null)
  to.push(v.opened_on ?? null)
}

function packContact(to: PackedValue[], { type, raw, canonical, ext, label }: ContactDraft): void {
  to.push(type, raw, canonical, ext ?? null, label ?? null)
}

function packAddress(to: PackedValue[], a: AddressDraft): void {
  to.push(a.use, a.raw, a.province ?? null, a.city ?? null, a.district ?? null, a.street ?? null)
  to.push(a.division ?? null, a.postcode ?? null, a.country ?? null)
}

/** The remarks of the row at a place. */
export function notesAt(rows: PackedRows, at: number): readonly RowNote[] {
  const notes = rows[at + ROW.notes] as string | null
  return notes === null ? [] : (JSON.parse(notes) as RowNote[])
}

/** Where each kind of a party's children begins, and where the next party does. */
export interface ChildPlaces {
  contacts: number
  addresses: number
  aliases: number
  facts: number
  end: number
}

/** Finds the children of the party at a place; `into` is used again for the next one. */
export function placesOf(rows: PackedRows, at: number, into: ChildPlaces): ChildPlaces {
  into.contacts = at + PARTY_SIZE
  into.addresses = into.contacts + CONTACT_SIZE * (rows[at + PARTY.contacts] as number)
  into.aliases = into.addresses + ADDRESS_SIZE * (rows[at + PARTY.addresses] as number)
  into.facts = into.aliases + ALIAS_SIZE * (rows[at + PARTY.aliases] as number)
  into.end = into.facts + FACT_SIZE * (rows[at + PARTY.facts] as number)
  return into
}

/** The party at a place as it was before it was packed. */
export function unpackParty(rows: PackedRows, at: number): PartyDraft {
  const places = placesOf(rows, at, { contacts: 0, addresses: 0, aliases: 0, facts: 0, end: 0 })
  const relation = rows[at + PARTY.relation] as RelationType | null
  const title = rows[at + PARTY.relationTitle] as string | null
  return {
    role: rows[at + PARTY.customer] === 1 ? 'customer' : 'related',
    values: unpackValues(rows, at),
    contacts: unpacked(rows, places.contacts, places.addresses, ['type', 'raw', 'canonical', 'ext', 'label']).map(
      (one) => ({ canonical: null, ...one }) as ContactDraft,
    ),
    addresses: unpacked(rows, places.addresses, places.aliases, ADDRESS_KEYS) as readonly unknown[] as AddressDraft[],
    aliases: unpacked(rows, places.aliases, places.facts, ['name', 'reason']) as readonly unknown[] as {
      name: string
      reason: 'other'
    }[],
    facts: unpacked(rows, places.facts, places.end, ['field', 'value', 'raw']) as readonly unknown[] as FactDraft[],
    ...(relation !== null && { relation: { type: relation, ...(title !== null && { title }) } }),
  }
}

const ADDRESS_KEYS = ['use', 'raw', 'province', 'city', 'district', 'street', 'division', 'postcode', 'country']

function unpackValues(rows: PackedRows, at: number): PartyValues {
  const values: Record<string, PackedValue> = { kind: rows[at + PARTY.kind]! }
  if (rows[at + PARTY.named] === 1) values['name'] = rows[at + PARTY.name]!
  for (const [i, column] of [...PARTY_COLUMNS, ...CUSTOMER_COLUMNS].entries()) {
    const value = rows[at + PARTY.columns + i]!
    if (value !== null) values[column] = value
  }
  return values as unknown as PartyValues
}

/** Children as objects: a key a value, but for those that are null. */
function unpacked(rows: PackedRows, from: number, to: number, keys: readonly string[]): Record<string, PackedValue>[] {
  const found: Record<string, PackedValue>[] = []
  for (let at = from; at < to; at += keys.length) {
    const one: Record<string, PackedValue> = {}
    for (const [i, key] of keys.entries()) if (rows[at + i] !== null) one[key] = rows[at + i]!
    found.push(one)
  }
  return found
}
