import type { PurchaseColumns } from '../../model/analysis.ts'
import type { IsoDate } from '../../model/units.ts'
import type { Book } from '../book.ts'
import { readColumns } from '../column-reader.ts'
import { amountOf, isCounted } from '../counting.ts'
import { dayNumbers } from '../measures/columns.ts'
import type { CustomerRows } from './customers.ts'

/**
 * What every customer bought up to a day: first and last day, number of different days, fen net of refunds.
 *
 * Orders entered twice and cancelled ones don't count; a refund lessens the amount and is no purchase; what absorbed parties
 * bought is their survivor's. A deal without a day counts for the amount only.
 */
export function readPurchases(book: Book, { ids, rowOf }: CustomerRows, until: IsoDate): PurchaseColumns {
  const count = ids.length
  const firstOn = new Float64Array(count).fill(Number.NaN)
  const lastOn = new Float64Array(count).fill(Number.NaN)
  const days = new Float64Array(count)
  const amount = new Float64Array(count)
  const mixed = new Set<number>()
  const dayNumber = dayNumbers()
  // A refund is no purchase: its day is of no account.
  const day = `case when d.kind <> 'refund' then d.on_day end`
  const sums = {
    from: 'deal d',
    key: 'd.party_id',
    columns: [`sum(${amountOf('d')})`, `count(distinct ${day})`, `min(${day})`, `max(${day})`],
    where: `${isCounted('d')} and (d.on_day is null or d.on_day <= '${until}') group by d.party_id`,
  }
  for (const { keys, columns } of readColumns(book, sums)) {
    const [fen, different, first, last] = columns as [number[], number[], (string | null)[], (string | null)[]]
    for (let i = 0; i < keys.length; i++) {
      const row = rowOf(keys[i]!)
      if (row === -1) continue
      amount[row]! += fen[i]!
      if (different[i] === 0) continue
      // Two parties of one customer may have bought on the same day.
      if (days[row]! > 0) mixed.add(row)
      days[row]! += different[i]!
      const [from, to] = [dayNumber(first[i]!), dayNumber(last[i]!)]
      if (!(from >= firstOn[row]!)) firstOn[row] = from
      if (!(to <= lastOn[row]!)) lastOn[row] = to
    }
  }
  recount(book, { ids, rows: mixed, until }, days)
  return { count, ids, firstOn, lastOn, days, amount }
}

interface Recount {
  readonly ids: Int32Array
  readonly rows: ReadonlySet<number>
  readonly until: IsoDate
}

/** Different days of customers that are several parties, counted over all of them. */
function recount(book: Book, { ids, rows, until }: Recount, days: Float64Array): void {
  const different = book.sqlite
    .prepare(
      `select count(distinct d.on_day) from deal d where d.party_id in (select id from party where id = @id or merged_into = @id)
       and d.kind <> 'refund' and ${isCounted('d')} and d.on_day <= @until`,
    )
    .pluck()
  for (const row of rows) days[row] = Number(different.get({ id: ids[row]!, until }))
}

/** Day of the last contact of any kind up to a day, by row; NaN without one. */
export function readLastContacts(book: Book, { ids, rowOf }: CustomerRows, until: IsoDate): Float64Array {
  const last = new Float64Array(ids.length).fill(Number.NaN)
  const dayNumber = dayNumbers()
  const talks = { from: 'interaction i', key: 'i.party_id', columns: ['i.on_day'], where: `i.on_day <= '${until}'` }
  for (const { keys, columns } of readColumns(book, talks)) {
    for (let i = 0; i < keys.length; i++) {
      const row = rowOf(keys[i]!)
      if (row === -1) continue
      const day = dayNumber(columns[0]![i] as string)
      if (!(day <= last[row]!)) last[row] = day
    }
  }
  return last
}

/** Fen bought by each row from a day on, before another one; net of refunds. */
export function readAmounts(book: Book, { ids, rowOf }: CustomerRows, from: IsoDate, to: IsoDate): Float64Array {
  const sums = new Float64Array(ids.length)
  const rows = book.sqlite
    .prepare(
      `select d.party_id, sum(${amountOf('d')}) from deal d where d.on_day >= ? and d.on_day < ? and ${isCounted('d')} group by d.party_id`,
    )
    .raw()
  for (const [party, fen] of rows.iterate(from, to) as Iterable<[number, number]>) {
    const row = rowOf(party)
    if (row !== -1) sums[row]! += fen
  }
  return sums
}

/** Complaints not settled yet, by row. */
export function readOpenComplaints(book: Book, { ids, rowOf }: CustomerRows): Uint16Array {
  const open = new Uint16Array(ids.length)
  const rows = book.sqlite
    .prepare(
      `select party_id, count(*) from feedback where kind = 'complaint' and state = 'open' and party_id is not null group by party_id`,
    )
    .raw()
  for (const [party, count] of rows.iterate() as Iterable<[number, number]>) {
    const row = rowOf(party)
    if (row !== -1) open[row]! += count
  }
  return open
}
