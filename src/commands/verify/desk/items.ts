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
    if (stored === 'contact') items.push(...contactItems(file, key))
    else if (stored === 'address') items.push(...rowItems('address', file.addresses, (row) => String(row['raw'])))
    else items.push({ key, field: key, rowId: null, value: plainValue(file, key, stored) })
  }
  return items.filter(({ field, value }) => value !== null || scope !== 'base' || NEEDED.has(field))
}

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
