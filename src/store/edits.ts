import type { AddressDraft, ContactDraft, PartyDraft } from '../model/intake.ts'
import type { SearchKeys } from '../model/packed-rows.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from '../model/party-columns.ts'
import type { Book } from './book.ts'
import { updateParty } from './import/update-party.ts'
import { cached, type Operation, type Row, type Value } from './journal.ts'

export interface EditOptions {
  readonly today: string
  readonly staff: string
  readonly searchKeys: (name: string) => SearchKeys
}

const PHONES = `('mobile', 'landline', 'service', 'intl')`

/**
 * Puts values in place of those a party has; returns how many changed.
 *
 * A phone, e-mail or address takes the place of the only one of its kind, and stands beside them where there are several.
 */
export function editParty(
  book: Book,
  operation: Operation,
  partyId: number,
  draft: PartyDraft,
  options: EditOptions,
): number {
  const contacts = draft.contacts.filter((one) => !replaceContact(book, operation, partyId, one))
  const addresses = draft.addresses.filter((one) => !replaceAddress(book, operation, partyId, one))
  const moved = draft.contacts.length - contacts.length + draft.addresses.length - addresses.length
  const rest = { ...draft, contacts, addresses }
  return moved + updateParty(book, operation, partyId, rest, { ...options, policy: 'replace', sourceRowId: null })
}

function replaceContact(book: Book, operation: Operation, partyId: number, one: ContactDraft): boolean {
  const isPhone = PHONES.includes(`'${one.type}'`)
  const rows = cached(
    book,
    `select * from contact_point where party_id = ? and ${isPhone ? `type in ${PHONES}` : 'type = ?'}`,
  ).all(...(isPhone ? [partyId] : [partyId, one.type])) as Row[]
  const alike = rows.length === 1 ? rows : rows.filter((row) => row['type'] === one.type)
  const [old] = alike
  if (old === undefined || alike.length > 1 || rows.some((row) => row['canonical'] === one.canonical)) return false
  return operation.update('contact_point', Number(old['id']), {
    type: one.type,
    raw: one.raw,
    canonical: one.canonical,
    ext: one.ext ?? null,
  })
}

const ADDRESS = ['use', 'raw', 'province', 'city', 'district', 'street', 'division', 'postcode', 'country'] as const

function replaceAddress(book: Book, operation: Operation, partyId: number, one: AddressDraft): boolean {
  const rows = cached(book, 'select * from address where party_id = ?').all(partyId) as Row[]
  const alike = rows.filter((row) => one.use === 'unknown' || row['use'] === one.use)
  const [old] = alike
  if (old === undefined || alike.length > 1) return false
  const patch = Object.fromEntries(ADDRESS.map((column) => [column, one[column] ?? null]))
  return operation.update('address', Number(old['id']), {
    ...patch,
    use: one.use === 'unknown' ? old['use']! : one.use,
  })
}

/** Empties one field of a party: its column, its facts, or its contacts of that kind. Returns whether there was anything. */
export function clearField(
  operation: Operation,
  partyId: number,
  field: { readonly key: string; readonly stored: string },
): boolean {
  const { key, stored } = field
  if (stored === 'party' && PARTY_COLUMNS.some((column) => column === key))
    return operation.update('party', partyId, { [key]: null })
  if (stored === 'customer' && CUSTOMER_COLUMNS.some((column) => column === key))
    return operation.update('customer', partyId, { [key]: null })
  if (stored === 'contact') {
    const types = key === 'phone' ? ['mobile', 'landline', 'service', 'intl'] : [key]
    const marks = types.map(() => '?').join(', ')
    return operation.removeWhere('contact_point', `party_id = ? and type in (${marks})`, [partyId, ...types]) > 0
  }
  if (stored === 'address') return operation.removeWhere('address', 'party_id = ?', [partyId]) > 0
  return operation.removeWhere('fact', 'party_id = ? and field = ?', [partyId, key]) > 0
}

/** Keeps a dated remark; earlier ones stay. */
export function addNote(operation: Operation, partyId: number, text: string, { today, staff }: EditOptions): void {
  operation.insert('fact', { party_id: partyId, field: 'note', value: text, as_of: today, collected_by: staff })
}

/** Adds a row that belongs to a party unless one with the same values is there. Returns whether it was added. */
export function addOnce(
  book: Book,
  operation: Operation,
  entity: 'alias' | 'party_tag' | 'relation' | 'preference' | 'occasion_date',
  row: Row,
  same: readonly string[],
): boolean {
  const where = same.map((column) => `${column} is ?`).join(' and ')
  const values = same.map((column) => row[column] ?? null) as Value[]
  if (cached(book, `select 1 from ${entity} where ${where}`).get(...values) !== undefined) return false
  operation.insert(entity, row)
  return true
}
