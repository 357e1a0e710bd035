import type { FieldDef } from '../../model/dictionary.ts'
import type { FactQuery } from '../../model/fact-query.ts'
import type { DictionaryLine } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { NOT_LIVE } from '../counting.ts'
import { CARD_FIELDS, PARTY_FIELDS } from '../party-chunks/fields.ts'

/** L18: every field with how many live values it holds; null for what isn't counted. */
export function readDictionary(book: Book, { fields, words }: FactQuery): DictionaryLine[] {
  const filled = filledFields(book, fields)
  return fields.map((field) => {
    const { key, entity, group, type, sensitivity } = field
    const said = words?.(field) ?? { label: key, choices: '', purpose: '' }
    return {
      key,
      entity,
      group,
      type,
      sensitivity,
      ...said,
      filled: filled.get(key) ?? (field.stored === 'fact' ? 0 : null),
    }
  })
}

const CONTACT_TYPES: Readonly<Record<string, string>> = {
  phone: `('mobile', 'landline', 'service', 'intl')`,
  mobile: `('mobile')`,
  email: `('email')`,
  wechat: `('wechat')`,
  qq: `('qq')`,
  fax: `('fax')`,
}
const ADDRESS_COLUMNS: Readonly<Record<string, string>> = {
  address: 'raw',
  province: 'province',
  city: 'city',
  district: 'district',
  postcode: 'postcode',
  country: 'country',
}

/** Values held of each field: one scan of a table, however many of its columns are asked for. */
function filledFields(book: Book, fields: readonly FieldDef[]): Map<string, number> {
  const filled = new Map<string, number>()
  const count = (from: string, columns: readonly (readonly [key: string, expression: string])[]): void => {
    if (columns.length === 0) return
    const counts = book.sqlite
      .prepare(`select ${columns.map(([, expression]) => expression).join(', ')} from ${from}`)
      .raw()
      .get() as number[]
    columns.forEach(([key], at) => {
      filled.set(key, counts[at]!)
    })
  }
  const stored = (where: string, known: (key: string) => boolean): string[] =>
    fields.filter((field) => field.stored === where && known(field.key)).map(({ key }) => key)
  const plain = (keys: readonly string[]) => keys.map((key) => [key, `count(t.${key})`] as const)
  count(`party t where t.status = 'active'`, plain(stored('party', (key) => PARTY_FIELDS.has(key))))
  count(
    `customer t where t.party_id not in ${NOT_LIVE}`,
    plain(stored('party', (key) => CARD_FIELDS.has(key)).concat(stored('customer', (key) => CARD_FIELDS.has(key)))),
  )
  count(
    'contact_point t',
    stored('contact', (key) => key in CONTACT_TYPES).map(
      (key) => [key, `sum(t.type in ${CONTACT_TYPES[key]})`] as const,
    ),
  )
  count(
    'address t',
    stored('address', (key) => key in ADDRESS_COLUMNS).map((key) => [key, `count(t.${ADDRESS_COLUMNS[key]})`] as const),
  )
  const facts = book.sqlite
    .prepare('select field, count(*) from (select distinct party_id, field from fact) group by field')
    .raw()
    .all() as [string, number][]
  for (const [field, number] of facts) filled.set(field, number)
  return filled
}
