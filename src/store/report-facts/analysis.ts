import type { FactQuery, Span } from '../../model/fact-query.ts'
import type { AnalysisFacts, Tally } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { readColumns } from '../column-reader.ts'
import { amountOf, isCounted, isPurchase, NOT_LIVE } from '../counting.ts'
import { readMeasures } from '../measures.ts'
import { newIn } from './period-numbers.ts'
import { openScope, type Scope } from './scope.ts'
import { dealSums } from './top.ts'
import { countCustomers } from './weekly.ts'

/** Traits that a customer's measures tell, in the order of the report. */
const TRAITS = ['kind', 'gender', 'occupation', 'education', 'province', 'source', 'industry', 'tier']
const PURCHASES_SHOWN = 20

/** L15 and L19: who the customers are and what they buy; with a period, what was bought in it. */
export function readAnalysis(book: Book, query: FactQuery): AnalysisFacts {
  const scope = openScope(book, query)
  const { period } = query
  // Money is that of all deals, as in every other list; only live customers are counted.
  const [withDeals, returning, amount] = book.sqlite
    .prepare(
      `select coalesce(sum(deals > 0 and root not in ${NOT_LIVE}), 0), coalesce(sum(deals > 1 and root not in ${NOT_LIVE}), 0), coalesce(sum(amount), 0)
       from (${dealSums(`${within(period, 'd.on_day')}${scope('d.party_id')}`)})`,
    )
    .raw()
    .get() as [number, number, number]
  return {
    customers: countCustomers(book, scope),
    withDeals,
    returning,
    amount,
    newByMonth: byMonth(book, period, scope),
    spreads: spreads(book, query, scope),
    purchases: (['product', 'channel', 'payment'] as const).flatMap((by) => purchasesBy(book, by, period, scope)),
  }
}

const within = (period: Span | null, day: string): string =>
  period === null ? '1' : `${day} >= '${period.from}' and ${day} < '${period.to}'`

/** Months of the period, else of everything, that saw a new customer or a deal. */
function byMonth(book: Book, period: Span | null, scope: Scope): AnalysisFacts['newByMonth'] {
  const { from, to } = period ?? { from: '0000-01-01', to: '9999-12-31' }
  const months = new Map<string, { month: string; customers: number; deals: number; amount: number }>()
  const at = (month: string) => {
    const known = months.get(month) ?? { month, customers: 0, deals: 0, amount: 0 }
    months.set(month, known)
    return known
  }
  const news = book.sqlite
    .prepare(`select substr(k.opened_on, 1, 7), count(*) from customer k where ${newIn(scope)} group by 1`)
    .raw()
  for (const [month, count] of news.iterate(from, to) as Iterable<[string, number]>) at(month).customers += count
  const deals = book.sqlite
    .prepare(
      `select substr(d.on_day, 1, 7), sum(${isPurchase('d')}), sum(${amountOf('d')}) from deal d
       where d.on_day >= ? and d.on_day < ? and ${isCounted('d')}${scope('d.party_id')} group by 1`,
    )
    .raw()
  for (const [month, count, amount] of deals.iterate(from, to) as Iterable<[string, number, number]>) {
    at(month).deals += count
    at(month).amount += amount
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

function spreads(book: Book, query: FactQuery, scope: Scope): AnalysisFacts['spreads'] {
  const picked =
    scope('x') === ''
      ? null
      : marked(book.sqlite.prepare('select id from temp.picked order by id').pluck().all() as number[])
  const columns = readMeasures(book, { today: query.today, periodFrom: query.today, keys: new Set(TRAITS) })
  const spread = (trait: string): Tally[] => {
    const texts = columns.texts[trait]
    const counts = new Map<string | null, number>()
    for (let row = 0; row < columns.count; row++) {
      if (picked !== null && picked[columns.ids[row]!] !== 1) continue
      const text = texts?.[row] ?? null
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
    return tallies(counts)
  }
  const byTrait = new Map(TRAITS.map((trait) => [trait, spread(trait)]))
  const bands = ageBands(book, query, marked(columns.ids), picked)
  return ['kind', 'gender', 'age-band', ...TRAITS.slice(2)].map((trait) => ({
    trait,
    tallies: trait === 'age-band' ? bands : byTrait.get(trait)!,
  }))
}

/** 1 at the ids that are told, which are ascending. */
function marked(ids: ArrayLike<number>): Uint8Array {
  const marks = new Uint8Array((ids.length === 0 ? 0 : ids[ids.length - 1]!) + 1)
  for (let i = 0; i < ids.length; i++) marks[ids[i]!] = 1
  return marks
}

/** Most first, not told last. */
const tallies = (counts: ReadonlyMap<string | null, number>): Tally[] =>
  [...counts]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => Number(a.key === null) - Number(b.key === null) || b.count - a.count || (a.key! < b.key! ? -1 : 1))

/** Ages by tens, from the year of birth where it is known, else the band as told; organisations have none and are left out. */
function ageBands(book: Book, { today }: FactQuery, customers: Uint8Array, picked: Uint8Array | null): Tally[] {
  const counts = new Map<string | null, number>()
  const year = Number(today.slice(0, 4))
  const people = {
    from: 'party p',
    key: 'p.id',
    columns: ['p.birth', 'p.age_band'],
    where: `p.status = 'active' and p.kind = 'person'`,
  }
  for (const { keys, columns } of readColumns(book, people)) {
    for (let i = 0; i < keys.length; i++) {
      if (customers[keys[i]!] !== 1 || (picked !== null && picked[keys[i]!] !== 1)) continue
      const band = bandOf(columns[0]![i] as string | null, year) ?? (columns[1]![i] as string | null)
      counts.set(band, (counts.get(band) ?? 0) + 1)
    }
  }
  return [...tallies(counts)].sort((a, b) => Number(a.key === null) - Number(b.key === null) || byBand(a.key!, b.key!))
}

/** 0-19, 20-29 … 80+; words of another kind after them. */
const byBand = (a: string, b: string): number => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1)

function bandOf(birth: string | null, year: number): string | null {
  const match = birth === null ? null : /^(?:lunar:)?(\d{4})(?:-|$)/.exec(birth)
  const age = match === null ? -1 : year - Number(match[1])
  if (age < 0 || age > 120) return null
  if (age < 20) return '0-19'
  if (age >= 80) return '80+'
  return `${Math.floor(age / 10) * 10}-${Math.floor(age / 10) * 10 + 9}`
}

function purchasesBy(
  book: Book,
  by: 'product' | 'channel' | 'payment',
  period: Span | null,
  scope: Scope,
): AnalysisFacts['purchases'] {
  const rows = book.sqlite
    .prepare(
      `select d.${by}, sum(${isPurchase('d')}), sum(${amountOf('d')}) as amount from deal d
       where ${isCounted('d')} and ${within(period, 'd.on_day')}${scope('d.party_id')} group by 1 order by amount desc, 1 nulls last limit ${PURCHASES_SHOWN}`,
    )
    .raw()
    .all() as [string | null, number, number][]
  return rows.map(([key, deals, amount]) => ({ by, key, deals, amount }))
}
