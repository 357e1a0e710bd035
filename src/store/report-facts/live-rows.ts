import type { Span } from '../../model/fact-query.ts'
import type { CustomerRows } from '../analysis/customers.ts'
import type { Book } from '../book.ts'
import { readColumns } from '../column-reader.ts'
import { amountOf, isCounted, isPurchase, NOT_LIVE } from '../counting.ts'
import type { Scope } from './scope.ts'

/** Live customers `k` of a filter; where a period is told, those put on the books within it. */
export function liveIn(
  scope: Scope,
  period: Span | null,
): { readonly where: string; readonly values: readonly string[] } {
  const opened = period === null ? '' : ' and k.opened_on >= ? and k.opened_on < ?'
  return {
    where: `k.party_id not in ${NOT_LIVE}${scope('k.party_id')}${opened}`,
    values: period === null ? [] : [period.from, period.to],
  }
}

/** The same as rows, in the order of their ids; absorbed parties stand in their survivor's row. */
export function liveRows(book: Book, scope: Scope, period: Span | null): CustomerRows {
  const { where, values } = liveIn(scope, period)
  const array = book.sqlite
    .prepare(
      `select json_group_array(party_id) from (select k.party_id from customer k where ${where} order by k.party_id)`,
    )
    .pluck()
    .get(...values) as string
  const ids = Int32Array.from(JSON.parse(array) as number[])
  const rows = new Int32Array((ids.at(-1) ?? 0) + 1).fill(-1)
  for (let row = 0; row < ids.length; row++) rows[ids[row]!] = row
  const absorbed = new Map<number, number>()
  const merged = book.sqlite.prepare('select id, merged_into from party where merged_into is not null').raw()
  for (const [id, into] of merged.iterate() as Iterable<[number, number]>) absorbed.set(id, rows[into] ?? -1)
  const rowOf = (party: number): number => {
    const row = rows[party] ?? -1
    return row === -1 && absorbed.size > 0 ? (absorbed.get(party) ?? -1) : row
  }
  return { ids, rowOf, isAll: where === liveIn(() => '', null).where }
}

/** Purchases and money (fen, net of refunds) of each row, ever. */
export function sumDeals(
  book: Book,
  { ids, rowOf }: CustomerRows,
): { readonly deals: Uint32Array; readonly amount: Float64Array } {
  const deals = new Uint32Array(ids.length)
  const amount = new Float64Array(ids.length)
  const sums = {
    from: 'deal d',
    key: 'd.party_id',
    columns: [`sum(${isPurchase('d')})`, `sum(${amountOf('d')})`],
    where: `${isCounted('d')} group by d.party_id`,
  }
  for (const { keys, columns } of readColumns(book, sums)) {
    const [bought, fen] = columns as [number[], number[]]
    for (let i = 0; i < keys.length; i++) {
      const row = rowOf(keys[i]!)
      if (row === -1) continue
      deals[row]! += bought[i]!
      amount[row]! += fen[i]!
    }
  }
  return { deals, amount }
}
