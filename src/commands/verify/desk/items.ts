import { fields } from '../../../domain/dictionary/fields.ts'
import type { VerifyItem } from '../../../model/verification.ts'
import type { CustomerFile } from '../../../store/customer-file.ts'
import type { Row } from '../../../store/journal.ts'

const PHONES = new Set(['mobile', 'landline', 'service', 'intl'])
/** Always asked for in the basic facts, though unknown: without them the customer can't be reached. */
const NEEDED = new Set(['name', 'phone', 'address'])

/** What a person is asked about one customer in a scope: the dictionary's fields of that scope, in its order. */
export function verifyItems(file: CustomerFile, scope: string): VerifyItem[] {
  const isOrg = file.party['kind'] === 'org'
  const items: VerifyItem[] = []
  for (const { key, stored, entity, verifyScope } of fields) {
    if (verifyScope !== scope || key.startsWith('verify_') || key === 'mobile') continue
    if (!isOrg && (entity === 'org' || key === 'uscc' || key === 'legal_rep')) continue
    if (key === 'contact_person' && isOrg) items.push(...personItems(file))
    else if (stored === 'contact') items.push(...contactItems(file, key))
    else if (stored === 'address') items.push(...rowItems('address', file.addresses, (row) => String(row['raw'])))
    else items.push({ key, field: key, rowId: null, value: plainValue(file, key, stored) })
  }
  return items.filter(({ field, value }) => value !== null || scope !== 'base' || NEEDED.has(field))
}

/** Relations by which somebody speaks or decides for an organisation. */
const SPEAKS_FOR = new Set(['employed_at', 'director', 'owner_of'])

/** Those who speak for an organisation, each with their post; the plain name of a list where nobody is known. */
function personItems(file: CustomerFile): VerifyItem[] {
  const people = file.relations.filter(
    (row) => row['direction'] === 'in' && SPEAKS_FOR.has(String(row['type'])) && row['until'] === null,
  )
  if (people.length > 0) return rowItems('contact_person', people, personText)
  return [
    { key: 'contact_person', field: 'contact_person', rowId: null, value: plainValue(file, 'contact_person', 'fact') },
  ]
}

export const personText = (row: Row): string =>
  [row['other_name'], row['title']].filter((one) => one !== null && one !== undefined && one !== '').join(' ')

function contactItems({ contacts }: CustomerFile, key: string): VerifyItem[] {
  const isOfField = ({ type }: Row): boolean => (key === 'phone' ? PHONES.has(String(type)) : type === key)
  const rows = contacts.filter(isOfField)
  return rowItems(key, rows, (row) => String(row['canonical'] ?? row['raw']))
}

function rowItems(field: string, rows: readonly Row[], textOf: (row: Row) => string): VerifyItem[] {
  if (rows.length === 0) return [{ key: field, field, rowId: null, value: null }]
  return rows.map((row) => ({ key: `${field}#${row['id']}`, field, rowId: Number(row['id']), value: textOf(row) }))
}

function plainValue({ party, customer, facts }: CustomerFile, key: string, stored: string): string | null {
  const value =
    stored === 'party'
      ? party[key]
      : stored === 'customer'
        ? customer?.[key]
        : facts.find((row) => row['field'] === key)?.['value']
  return value === null || value === undefined ? null : String(value)
}
