import { amountOf, isCounted } from '../counting.ts'
import { eachRow, only, type Whom } from './whom.ts'

const DEAL_KEYS = [
  ...['purchases_total', 'purchases_in_period', 'largest_purchase', 'deal_count', 'deals_in_period'],
  ...['first_purchase_on', 'last_purchase_on'],
]

/** Purchases: refunds lessen the totals and are no purchases, cancelled and twice entered orders don't count. */
export function readDeals(whom: Whom): void {
  const { query, columns, wants, day } = whom
  if (!wants(...DEAL_KEYS)) return
  const total = columns.number('purchases_total', 0)
  const inPeriod = columns.number('purchases_in_period', 0)
  const largest = columns.number('largest_purchase', 0)
  const count = columns.number('deal_count', 0)
  const countInPeriod = columns.number('deals_in_period', 0)
  const first = columns.number('first_purchase_on', Number.NaN)
  const last = columns.number('last_purchase_on', Number.NaN)
  const { periodFrom, today } = query
  const counted = {
    from: 'deal d',
    key: 'd.party_id',
    columns: ['d.on_day', amountOf('d'), `d.kind = 'refund'`],
    where: isCounted('d'),
  }
  eachRow(whom, counted, (row, columns, i) => {
    const on = columns[0]![i] as string | null
    const amount = columns[1]![i] as number
    const isRefund = columns[2]![i]
    const isNow = on !== null && on >= periodFrom && on <= today
    total[row]! += amount
    if (isNow) inPeriod[row]! += amount
    if (isRefund === 1) return
    count[row]! += 1
    if (isNow) countInPeriod[row]! += 1
    if (amount > largest[row]!) largest[row] = amount
    if (on === null) return
    const number = day(on)
    if (!(number >= first[row]!)) first[row] = number
    if (!(number <= last[row]!)) last[row] = number
  })
}

/** Words by which a product is a detached villa, and by which it is of that type (独立别墅同类型物业). Source: requirements.md a.6. */
const DETACHED = ['独立别墅', '独栋', 'detached']
const SIMILAR = ['别墅', '同类', '双拼', '叠拼', '联排', 'villa']
/** A semi-detached house is no detached one, though its name holds the word. */
const NOT_DETACHED = ['semi-detached', 'semi detached']

type Villa = 'detached' | 'similar' | 'other'

function villaOf(product: string): Villa {
  const what = product.toLowerCase()
  const has = (words: readonly string[]): boolean => words.some((word) => what.includes(word))
  if (has(NOT_DETACHED)) return 'similar'
  return has(DETACHED) ? 'detached' : has(SIMILAR) ? 'similar' : 'other'
}

/** Owners of detached villas and the like; unknown where a purchase doesn't say what it was of. */
export function readProducts(whom: Whom): void {
  const { book, columns, wants, rowOf } = whom
  if (!wants('has_detached', 'has_similar')) return
  const detached = columns.flag('has_detached', 0)
  const similar = columns.flag('has_similar', 0)
  // One look at each product lets through what may be a villa; the words are judged here, once each.
  const maybe = (column: string): string =>
    `(${column} glob '*[墅栋类拼排]*' or ${column} like '%villa%' or ${column} like '%detached%')`
  const rows = book.sqlite
    .prepare(
      `select d.party_id, case when d.product is null then d.product_kind when d.product_kind is null then d.product
         else d.product_kind || ' ' || d.product end
       from deal d where ((d.product is null and d.product_kind is null) or ${maybe('d.product')} or ${maybe('d.product_kind')})
         and ${isCounted('d')} and d.kind <> 'refund'${only(whom, 'd.party_id')}`,
    )
    .raw()
  const judged = new Map<string, Villa>()
  const note = (flags: Uint8Array, row: number, value: 1 | 2): void => {
    if (value === 1 || flags[row] === 0) flags[row] = value
  }
  for (const [party, product] of rows.iterate() as Iterable<[number, string | null]>) {
    const row = rowOf(party)
    if (row === -1) continue
    if (product === null) {
      note(detached, row, 2)
      note(similar, row, 2)
      continue
    }
    const villa = judged.get(product) ?? villaOf(product)
    judged.set(product, villa)
    if (villa !== 'other') note(villa === 'detached' ? detached : similar, row, 1)
  }
}
