import type { FactQuery, Span } from '../../model/fact-query.ts'
import type { CustomerListFacts, GroupedListFacts } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { NOT_LIVE } from '../counting.ts'
import { readLines } from './customer-lines.ts'
import { openScope, type Scope } from './scope.ts'
import { keepByRoot } from './temp.ts'
import { tierWay } from './tier-moves.ts'
import { dealSums, FAMILY, SUM_COLUMNS } from './top.ts'
import { countCustomers } from './weekly.ts'

/** Live customers `k` of a filter; where a period is told, those put on the books within it. */
function liveIn(scope: Scope, period: Span | null): { readonly where: string; readonly values: readonly string[] } {
  const opened = period === null ? '' : ' and k.opened_on >= ? and k.opened_on < ?'
  return {
    where: `k.party_id not in ${NOT_LIVE}${scope('k.party_id')}${opened}`,
    values: period === null ? [] : [period.from, period.to],
  }
}

/** L1: customers in the order they were put on the books, not told last. */
export function readRoster(book: Book, query: FactQuery): CustomerListFacts {
  const scope = openScope(book, query.filter)
  return listOf(book, query, scope, `from customer k where @where order by k.opened_on nulls last, k.party_id`)
}

/** L10: customers by the sound of their names. */
export function readDirectory(book: Book, query: FactQuery): CustomerListFacts {
  const scope = openScope(book, query.filter)
  return listOf(
    book,
    query,
    scope,
    `from customer k join party p on p.id = k.party_id where @where order by p.pinyin, p.name_key, p.id`,
  )
}

/** L12: customers who have bought nothing yet, the one heard of last first, those never heard of at the end. */
export function readProspects(book: Book, query: FactQuery): CustomerListFacts {
  const scope = openScope(book, query.filter)
  const lasts = `select i.party_id as root, max(i.on_day) as last_on from interaction i where i.party_id not in ${FAMILY} group by i.party_id
    union all select coalesce(p.merged_into, p.id), max(i.on_day) from party p cross join interaction i on i.party_id = p.id
    where p.id in ${FAMILY} group by coalesce(p.merged_into, p.id)`
  keepByRoot(book, 'last_contact', { columns: ['last_on'], select: lasts })
  keepByRoot(book, 'deal_sum', { columns: SUM_COLUMNS, select: dealSums('1') })
  const unsold = 'not exists (select 1 from temp.deal_sum s where s.root = k.party_id and s.deals > 0)'
  const { where, values } = liveIn(scope, query.period)
  const ids = book.sqlite
    .prepare(
      `select k.party_id from customer k left join temp.last_contact l on l.root = k.party_id
       where ${where} and ${unsold} order by l.last_on desc nulls last, k.party_id limit ?`,
    )
    .pluck()
    .all(...values, query.limit) as number[]
  const total = book.sqlite
    .prepare(`select count(*) from customer k where ${where} and ${unsold}`)
    .pluck()
    .get(...values)
  return { total: Number(total), rows: readLines(book, ids), amountTotal: 0, dealsTotal: 0 }
}

/** L2: who bought most, within the period where one is told; refunds lessen. */
export function readSales(book: Book, query: FactQuery): CustomerListFacts {
  const scope = openScope(book, query.filter)
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
  const scope = openScope(book, query.filter)
  const way = tierWay(book, query.scheme, query.levels)
  const { where, values } = liveIn(scope, query.period)
  keepByRoot(book, 'deal_sum', { columns: SUM_COLUMNS, select: dealSums('1') })
  const groups = book.sqlite
    .prepare(
      `select k.tier as "group", null as part, count(*) as customers, coalesce(sum(s.deals), 0) as deals, coalesce(sum(s.amount), 0) as amount
       from customer k left join temp.deal_sum s on s.root = k.party_id where ${where} group by k.tier`,
    )
    .all(...values) as GroupedListFacts['groups'][number][]
  const order = `case k.tier ${way.levels.map((level, at) => `when '${level.replaceAll("'", "''")}' then ${at}`).join(' ')} when '' then 0 else 1000 + (k.tier is null) end`
  const ids = book.sqlite
    .prepare(
      `select k.party_id from customer k left join temp.deal_sum s on s.root = k.party_id where ${where}
       order by ${order}, k.tier nulls last, coalesce(s.amount, 0) desc, k.party_id limit ?`,
    )
    .pluck()
    .all(...values, query.limit) as number[]
  const sorted = groups.sort((a, b) => way.rank(a.group) - way.rank(b.group))
  return {
    total: sorted.reduce((sum, { customers }) => sum + customers, 0),
    rows: readLines(book, ids),
    groups: sorted,
  }
}

/** The first address of everyone who has one: the own before that of an absorbed party. */
const FIRST_ADDRESS = `select a.party_id as root, a.province, a.city, a.district, min(a.id) as place from address a where a.party_id not in ${FAMILY} group by a.party_id
  union all select coalesce(p.merged_into, p.id), a.province, a.city, a.district, min((p.merged_into is not null) * 1000000000000 + a.id)
  from party p cross join address a on a.party_id = p.id where p.id in ${FAMILY} group by coalesce(p.merged_into, p.id)`

/** L4: customers by province, city and district; without an address last. */
export function readByAddress(book: Book, query: FactQuery): GroupedListFacts {
  const scope = openScope(book, query.filter)
  const { where, values } = liveIn(scope, query.period)
  keepByRoot(book, 'deal_sum', { columns: SUM_COLUMNS, select: dealSums('1') })
  keepByRoot(book, 'first_address', { columns: ['province', 'city', 'district', 'place'], select: FIRST_ADDRESS })
  const groups = book.sqlite
    .prepare(
      `select a.province as "group", a.city as part, count(*) as customers, coalesce(sum(s.deals), 0) as deals, coalesce(sum(s.amount), 0) as amount
       from customer k left join temp.first_address a on a.root = k.party_id left join temp.deal_sum s on s.root = k.party_id
       where ${where} group by a.province, a.city order by a.province nulls last, customers desc, a.city nulls last`,
    )
    .all(...values) as GroupedListFacts['groups'][number][]
  const ids = book.sqlite
    .prepare(
      `select k.party_id from customer k left join temp.first_address a on a.root = k.party_id
       where ${where} order by a.province nulls last, a.city nulls last, a.district nulls last, k.party_id limit ?`,
    )
    .pluck()
    .all(...values, query.limit) as number[]
  return { total: groups.reduce((sum, { customers }) => sum + customers, 0), rows: readLines(book, ids), groups }
}
