import type { FactQuery } from '../../model/fact-query.ts'
import type { CustomerListFacts, GroupedListFacts } from '../../model/report-facts.ts'
import { readLastContacts } from '../analysis/purchases.ts'
import type { Book } from '../book.ts'
import { NOT_LIVE } from '../counting.ts'
import { readLines } from './customer-lines.ts'
import { liveIn, liveRows, sumDeals } from './live-rows.ts'
import { compareNames, readFirstPlaces } from './places.ts'
import { openScope, type Scope } from './scope.ts'
import { keepByRoot } from './temp.ts'
import { tierWay } from './tier-moves.ts'
import { dealSums, SUM_COLUMNS } from './top.ts'
import { countCustomers } from './weekly.ts'

/** L1: customers in the order they were put on the books, not told last. */
export function readRoster(book: Book, query: FactQuery): CustomerListFacts {
  const scope = openScope(book, query)
  return listOf(book, query, scope, `from customer k where @where order by k.opened_on nulls last, k.party_id`)
}

/** L10: customers by the sound of their names. */
export function readDirectory(book: Book, query: FactQuery): CustomerListFacts {
  const scope = openScope(book, query)
  return listOf(
    book,
    query,
    scope,
    `from customer k join party p on p.id = k.party_id where @where order by p.pinyin, p.name_key, p.id`,
  )
}

/** L12: customers who have bought nothing yet, the one heard of last first, those never heard of at the end. */
export function readProspects(book: Book, query: FactQuery): CustomerListFacts {
  const rows = liveRows(book, openScope(book, query), query.period)
  const { deals } = sumDeals(book, rows)
  const lastOn = readLastContacts(book, rows, '9999-12-31')
  const unsold = Array.from(rows.ids.keys()).filter((row) => deals[row] === 0)
  const heardOf = (row: number): number => (Number.isNaN(lastOn[row]!) ? 0 : lastOn[row]!)
  const first = unsold.sort((a, b) => heardOf(b) - heardOf(a) || a - b).slice(0, query.limit)
  const shown = first.map((row) => rows.ids[row]!)
  return { total: unsold.length, rows: readLines(book, shown), amountTotal: 0, dealsTotal: 0 }
}

/** L2: who bought most, within the period where one is told; refunds lessen. */
export function readSales(book: Book, query: FactQuery): CustomerListFacts {
  const scope = openScope(book, query)
  const { period } = query
  const when = `${period === null ? '1' : 'd.on_day >= ? and d.on_day < ?'}${scope('d.party_id')}`
  const bounds = period === null ? [] : [period.from, period.to, period.from, period.to]
  const sums = `with sums as materialized (select * from (${dealSums(when)}) where root not in ${NOT_LIVE} and root in (select party_id from customer))`
  const ids = book.sqlite
    .prepare(`${sums} select root from sums order by amount desc, root limit ?`)
    .pluck()
    .all(...bounds, query.limit) as number[]
  const [total, dealsTotal, amountTotal] = book.sqlite
    .prepare(`${sums} select count(*), coalesce(sum(deals), 0), coalesce(sum(amount), 0) from sums`)
    .raw()
    .get(...bounds) as [number, number, number]
  return { total, dealsTotal, amountTotal, rows: readLines(book, ids, period) }
}

function listOf(book: Book, { period, limit }: FactQuery, scope: Scope, from: string): CustomerListFacts {
  const { where, values } = liveIn(scope, period)
  const ids = book.sqlite
    .prepare(`select k.party_id ${from.replace('@where', () => where)} limit ?`)
    .pluck()
    .all(...values, limit) as number[]
  const [dealsTotal, amountTotal] = book.sqlite
    .prepare(
      `select coalesce(sum(deals), 0), coalesce(sum(amount), 0) from (${dealSums(`1${scope('d.party_id')}`)})
       where exists (select 1 from customer k where k.party_id = root and ${where})`,
    )
    .raw()
    .get(...values) as [number, number]
  const total =
    period === null
      ? countCustomers(book, scope)
      : Number(
          book.sqlite
            .prepare(`select count(*) from customer k where ${where}`)
            .pluck()
            .get(...values),
        )
  return { total, dealsTotal, amountTotal, rows: readLines(book, ids) }
}

/** L3: customers by level, best first and none last; within a level who bought most. */
export function readByTier(book: Book, query: FactQuery): GroupedListFacts {
  const scope = openScope(book, query)
  const way = tierWay(book, query.scheme, query.levels)
  const { where, values } = liveIn(scope, query.period)
  keepByRoot(book, 'deal_sum', { columns: SUM_COLUMNS, select: dealSums('1') })
  const from = `from customer k left join temp.deal_sum s on s.root = k.party_id where ${where}`
  const groups = book.sqlite
    .prepare(
      `select k.tier as "group", null as part, count(*) as customers, coalesce(sum(s.deals), 0) as deals, coalesce(sum(s.amount), 0) as amount
       ${from} group by k.tier`,
    )
    .all(...values) as GroupedListFacts['groups'][number][]
  const sorted = groups.sort((a, b) => way.rank(a.group) - way.rank(b.group) || compareNames(a.group, b.group))
  // One level after the other until the list is full: sorting a million rows by level and money takes seconds.
  const ofLevel = book.sqlite
    .prepare(`select k.party_id ${from} and k.tier is ? order by coalesce(s.amount, 0) desc, k.party_id limit ?`)
    .pluck()
  const ids: number[] = []
  for (const { group } of sorted) {
    if (ids.length >= query.limit) break
    ids.push(...(ofLevel.all(...values, group, query.limit - ids.length) as number[]))
  }
  return {
    total: sorted.reduce((sum, { customers }) => sum + customers, 0),
    rows: readLines(book, ids),
    groups: sorted,
  }
}

/** L4: customers by province, city and district; without an address last. */
export function readByAddress(book: Book, query: FactQuery): GroupedListFacts {
  const rows = liveRows(book, openScope(book, query), query.period)
  const sums = sumDeals(book, rows)
  const { places, placeOf } = readFirstPlaces(book, rows)
  const byPlace: number[][] = Array.from({ length: places.length + 1 }, () => [])
  for (let row = 0; row < rows.ids.length; row++) byPlace[placeOf[row]!]!.push(row)
  const groups = new Map<string, PlaceGroup>()
  const ids: number[] = []
  byPlace.forEach((members, place) => {
    if (members.length === 0) return
    const { province = null, city = null } = places[place] ?? {}
    const group = groupAt(groups, province, city)
    group.customers += members.length
    for (const row of members) {
      group.deals += sums.deals[row]!
      group.amount += sums.amount[row]!
      if (ids.length < query.limit) ids.push(rows.ids[row]!)
    }
  })
  return { total: rows.ids.length, rows: readLines(book, ids), groups: [...groups.values()].sort(byCustomers) }
}

type PlaceGroup = {
  -readonly [Key in keyof GroupedListFacts['groups'][number]]: GroupedListFacts['groups'][number][Key]
}

function groupAt(groups: Map<string, PlaceGroup>, group: string | null, part: string | null): PlaceGroup {
  const key = `${group}\u0000${part}`
  const known = groups.get(key) ?? { group, part, customers: 0, deals: 0, amount: 0 }
  groups.set(key, known)
  return known
}

/** Provinces by name, in each the city with most customers first. */
const byCustomers = (a: PlaceGroup, b: PlaceGroup): number =>
  compareNames(a.group, b.group) || b.customers - a.customers || compareNames(a.part, b.part)
