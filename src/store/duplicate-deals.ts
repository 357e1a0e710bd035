import type { Book } from './book.ts'
import type { Operation } from './journal.ts'

/** An order that stands in the book twice. */
export interface DealPair {
  /** The entry that counts: the one written first. */
  readonly first: number
  readonly second: number
  /** Live customer of both. */
  readonly root: number
  readonly because: 'order-number' | 'same-line'
}

const FAMILY_KEY = 'coalesce(p.merged_into, p.id)'
const LINE = `d.id, ${FAMILY_KEY} as root`

/**
 * Finds orders entered twice that are not marked yet, by the first entry and then the second.
 *
 * Same customer (merged ones as one), kind, day, amount, product, unit, quantity and what else the row told; and the same
 * order number, or no number in either, with product and quantity told and both imported. Two meals on one day with two
 * numbers are two meals; the lines of one order differ in product, unit or serial number.
 */
export function findDoubleDeals(book: Book): DealPair[] {
  const same = (what: string, because: DealPair['because'], when: string): DealPair[] =>
    (
      book.sqlite
        .prepare(
          `select first_id, id, root from (
             select ${LINE}, first_value(d.id) over (partition by ${FAMILY_KEY}, d.kind, d.on_day, d.amount, d.currency, ${what} order by d.id) as first_id
             from deal d join party p on p.id = d.party_id
             where d.duplicate_of is null and d.on_day is not null and d.amount is not null and ${when})
           where id <> first_id order by first_id, id`,
        )
        .raw()
        .all() as [number, number, number][]
    ).map(([first, second, root]) => ({ first, second, root, because }))
  return [
    ...same(
      'd.order_no, d.product, d.unit, d.quantity, d.facts',
      'order-number',
      'd.order_no in (select order_no from deal where order_no is not null group by order_no having count(*) > 1)',
    ),
    ...same(
      'd.product, d.quantity, d.unit, d.facts',
      'same-line',
      'd.order_no is null and d.product is not null and d.quantity is not null and d.source_row_id is not null',
    ),
  ]
}

/** How many deals an operation entered a second time: those of its own that stand in the book already, not marked yet. */
export function countDoubleDeals(book: Book, operationId: number): number {
  const pairs = findDoubleDeals(book)
  if (pairs.length === 0) return 0
  const isOurs = book.sqlite.prepare('select 1 from deal where id = ? and operation_id = ?')
  return pairs.filter(({ second }) => isOurs.get(second, operationId) !== undefined).length
}

/** Marks the second entries inside `operation`, so that totals leave them out and an undo brings them back; gives how many. */
export function markDoubleDeals(operation: Operation, pairs: readonly DealPair[]): number {
  let marked = 0
  for (const { first, second } of pairs) if (operation.update('deal', second, { duplicate_of: first })) marked++
  return marked
}
