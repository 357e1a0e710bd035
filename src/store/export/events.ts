import type { ExportName } from '../../model/export.ts'

interface EventColumn {
  readonly sql: string
  /** A party's id, shown as its customer code. */
  readonly isId?: boolean
}

export interface EventSql {
  /** `e` is the row itself. */
  readonly table: string
  readonly from: string
  readonly where: string
  /** The day that a period asks for. */
  readonly day: string
  /** Whose row it is. */
  readonly party: string
  readonly columns: Readonly<Record<string, EventColumn>>
}

/** The party a row hangs on, and the survivor it was merged into. */
const owned = (table: string): string =>
  `${table} e join party p on p.id = e.party_id left join party s on s.id = p.merged_into left join customer k on k.party_id = coalesce(s.id, p.id)`
const LIVE = `coalesce(s.status, p.status) = 'active'`

const whose = {
  source_code: { sql: 'coalesce(s.id, p.id)', isId: true },
  name: { sql: 'coalesce(s.name, p.name)' },
} as const

const columnsOf = (keys: Readonly<Record<string, string>>): Record<string, EventColumn> =>
  Object.fromEntries(Object.entries(keys).map(([key, column]) => [key, { sql: `e.${column}` }]))

/** Facts of an event as one text: `key: value；key: value`. */
const facts = {
  facts: {
    sql: `case when e.facts is null then null else (select group_concat(j.key || ': ' || j.value, '；') from json_each(e.facts) j) end`,
  },
}

/** How rows of each kind are read, by column key. */
export const EVENT_SQL: Readonly<Record<Exclude<ExportName, 'customers'>, EventSql>> = {
  deals: {
    table: 'deal',
    from: owned('deal'),
    where: LIVE,
    day: 'e.on_day',
    party: 'e.party_id',
    columns: {
      ...whose,
      ...columnsOf({
        deal_on: 'on_day',
        order_no: 'order_no',
        product: 'product',
        product_kind: 'product_kind',
        unit: 'unit',
        quantity: 'quantity',
        unit_price: 'unit_price',
        amount: 'amount',
        paid: 'paid',
        discount: 'discount',
        currency: 'currency',
        deal_kind: 'kind',
        deal_status: 'status',
        sales_channel: 'channel',
        payment: 'payment',
        deal_staff: 'staff',
        deal_remark: 'remark',
      }),
      ...facts,
      duplicate_of: { sql: 'e.duplicate_of' },
      row_id: { sql: 'e.id' },
    },
  },
  interactions: {
    table: 'interaction',
    from: owned('interaction'),
    where: LIVE,
    day: 'e.on_day',
    party: 'e.party_id',
    columns: {
      ...whose,
      ...columnsOf({
        contact_on: 'on_day',
        contact_time: 'at_time',
        contact_kind: 'kind',
        initiated: 'customer_initiated',
        contact_staff: 'staff',
        people: 'people',
        contact_purpose: 'purpose',
        contact_place: 'place',
        content: 'content',
        cost: 'cost',
        next_contact: 'next_on',
        major: 'major',
      }),
      ...facts,
      row_id: { sql: 'e.id' },
    },
  },
  contacts: {
    table: 'contact_point',
    from: owned('contact_point'),
    where: LIVE,
    day: 'k.opened_on',
    party: 'e.party_id',
    columns: {
      ...whose,
      ...columnsOf({
        type: 'type',
        canonical: 'canonical',
        ext: 'ext',
        label: 'label',
        raw: 'raw',
        preferred: 'preferred',
        do_not_use: 'do_not_use',
      }),
      row_id: { sql: 'e.id' },
    },
  },
  addresses: {
    table: 'address',
    from: owned('address'),
    where: LIVE,
    day: 'k.opened_on',
    party: 'e.party_id',
    columns: {
      ...whose,
      ...columnsOf({
        use: 'use',
        raw: 'raw',
        province: 'province',
        city: 'city',
        district: 'district',
        street: 'street',
        division: 'division',
        postcode: 'postcode',
        country: 'country',
      }),
      row_id: { sql: 'e.id' },
    },
  },
  relations: {
    table: 'relation',
    from: `relation e join party p on p.id = e.from_id left join party s on s.id = p.merged_into
      join party t on t.id = e.to_id left join party u on u.id = t.merged_into left join customer k on k.party_id = coalesce(u.id, t.id)`,
    where: `${LIVE} and coalesce(u.status, t.status) = 'active'`,
    day: 'k.opened_on',
    party: 'e.to_id',
    columns: {
      ...whose,
      ...columnsOf({
        relation: 'type',
        title: 'title',
        decision_role: 'decision_role',
        since: 'since',
        until: 'until',
        note: 'note',
      }),
      of_code: { sql: 'coalesce(u.id, t.id)', isId: true },
      of_name: { sql: 'coalesce(u.name, t.name)' },
      row_id: { sql: 'e.id' },
    },
  },
}
