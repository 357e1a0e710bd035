import { sourceOf } from '../counting.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from '../import/columns.ts'

export type ExportKind = 'customers' | 'contacts' | 'deals' | 'interactions'

/** Where a column's cells come from: the row itself, what hangs on its customer, or the customer's code. */
export type ExportColumn =
  | { readonly how: 'plain'; readonly sql: string }
  | { readonly how: 'joined'; readonly key: string }
  | { readonly how: 'code' }

interface ExportTable {
  /** Tables joined, with aliases `p` party, `k` card, and the row's own. */
  readonly from: string
  readonly name: string
  readonly id: string
  /** Paged by. */
  readonly key: string
  /** The live customer a row belongs to. */
  readonly root: string
  /** Column a filter holds against. */
  readonly owner: string
  readonly day: string
  readonly where: string
  readonly columns: Readonly<Record<string, string>>
}

const named = (alias: string, columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, `${alias}.${column}`]))

const ofCustomer: Readonly<Record<string, string>> = {
  name: 'p.name',
  kind: 'p.kind',
  customer_type: 'p.kind',
  ...named('p', PARTY_COLUMNS),
  ...named('k', CUSTOMER_COLUMNS),
  tier: 'k.tier',
  source: sourceOf('k'),
}

/** A child row with the party it hangs on, that party's survivor, and the survivor's card. */
const childOf = (table: string, alias: string): string =>
  `${table} ${alias} cross join party o on o.id = ${alias}.party_id
   cross join party p on p.id = coalesce(o.merged_into, o.id) left join customer k on k.party_id = p.id`

const tables: Readonly<Record<ExportKind, ExportTable>> = {
  customers: {
    from: 'customer k cross join party p on p.id = k.party_id',
    name: 'customer',
    id: 'party_id',
    key: 'k.party_id',
    root: 'k.party_id',
    owner: 'k.party_id',
    day: 'k.opened_on',
    where: `p.status = 'active'`,
    columns: ofCustomer,
  },
  contacts: {
    from: childOf('contact_point', 'c'),
    name: 'contact_point',
    id: 'id',
    key: 'c.id',
    root: 'p.id',
    owner: 'c.party_id',
    day: 'k.opened_on',
    where: `p.status = 'active'`,
    columns: { ...ofCustomer, ...named('c', ['type', 'raw', 'canonical', 'ext', 'label', 'preferred', 'do_not_use']) },
  },
  deals: {
    from: childOf('deal', 'd'),
    name: 'deal',
    id: 'id',
    key: 'd.id',
    root: 'p.id',
    owner: 'd.party_id',
    day: 'd.on_day',
    where: `p.status = 'active'`,
    columns: {
      ...ofCustomer,
      ...named('d', [
        'product',
        'product_kind',
        'unit',
        'quantity',
        'unit_price',
        'amount',
        'paid',
        'discount',
        'currency',
        'payment',
        'order_no',
      ]),
      deal_on: 'd.on_day',
      deal_kind: 'd.kind',
      deal_status: 'd.status',
      sales_channel: 'd.channel',
      deal_staff: 'd.staff',
      deal_remark: 'd.remark',
      entered_twice: 'd.duplicate_of is not null',
    },
  },
  interactions: {
    from: childOf('interaction', 'i'),
    name: 'interaction',
    id: 'id',
    key: 'i.id',
    root: 'p.id',
    owner: 'i.party_id',
    day: 'i.on_day',
    where: `p.status = 'active'`,
    columns: {
      ...ofCustomer,
      ...named('i', ['people', 'content', 'cost', 'major', 'customer_initiated']),
      contact_on: 'i.on_day',
      contact_time: 'i.at_time',
      contact_kind: 'i.kind',
      contact_staff: 'i.staff',
      contact_purpose: 'i.purpose',
      contact_place: 'i.place',
      next_contact: 'i.next_on',
    },
  },
}

/** What hangs on a customer, put into one cell. */
const JOINED = [
  ...[
    'phone',
    'mobile',
    'landline',
    'email',
    'wechat',
    'qq',
    'address',
    'province',
    'city',
    'district',
    'postcode',
    'aliases',
  ],
  ...['deals', 'amount_total', 'first_deal_on', 'last_deal_on', 'contacts', 'last_contact_on'],
]

export const exportTable = (kind: ExportKind): ExportTable => tables[kind]

/** Keys with a meaning of their own for a kind; any other key is a fact's. */
export const exportKeys = (kind: ExportKind): string[] => ['code', ...Object.keys(tables[kind].columns), ...JOINED]

/** A column by its key: a plain column before one that is joined, a fact where it is neither. */
export function exportColumn(kind: ExportKind, key: string): ExportColumn {
  if (key === 'code') return { how: 'code' }
  const sql = tables[kind].columns[key]
  return sql === undefined ? { how: 'joined', key } : { how: 'plain', sql }
}
