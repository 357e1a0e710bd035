import type { FactQuery, Span } from '../../model/fact-query.ts'
import type { PeriodNumbers, Tally, WeeklyFacts } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { NOT_LIVE, sourceOf } from '../counting.ts'
import { readComingDates } from './coming-dates.ts'
import { readFindings } from './findings.ts'
import { readChanges } from './period-changes.ts'
import { newIn, readPeriodNumbers } from './period-numbers.ts'
import { openScope, type Scope } from './scope.ts'
import { type Asked, readTierMoves, readTiers, tierWay } from './tier-moves.ts'
import { readTop } from './top.ts'
import { readWaiting } from './waiting.ts'

const nothing: PeriodNumbers = {
  customersNew: 0,
  contacts: 0,
  visits: 0,
  deals: 0,
  sales: 0,
  valuesChanged: 0,
  customersMerged: 0,
  customersArchived: 0,
  tierUps: 0,
  tierDowns: 0,
}

/** Everything the weekly and the monthly report say of one period. Needs `period`; run it inside one read transaction. */
export function readWeeklyFacts(book: Book, query: FactQuery): WeeklyFacts {
  const { period, before, yearAgo, history, coming } = query
  if (period === null) throw new RangeError('a weekly report needs its period')
  const scope = openScope(book, query)
  const way = tierWay(book, query.scheme, query.levels)
  const asked: Asked = { query, period, way, scope }
  const findings = readFindings(book, period, scope)
  const told = [period, before, yearAgo].filter((span) => span !== null)
  const numbers = readPeriodNumbers(book, [...told, ...history], way, scope)
  const numbersOf = (span: Span | null): PeriodNumbers => (span === null ? nothing : numbers[told.indexOf(span)]!)
  return {
    numbers: numbersOf(period),
    before: numbersOf(before),
    yearAgo: numbersOf(yearAgo),
    history: history.map(({ name }, at) => ({ period: name, numbers: numbers[told.length + at]! })),
    customersTotal: countCustomers(book, scope),
    waiting: readWaiting(book, asked, findings),
    newBySource: newBySource(book, period, before, scope),
    newByOwner: newBy(book, 'k.owner', period, scope),
    ...contactsOf(book, period, scope),
    changesByField: changesByField(book, period, scope),
    ...readTierMoves(book, asked),
    tiers: readTiers(book, way, scope, NOT_LIVE),
    findings,
    topInPeriod: readTop(book, period, before, scope),
    topOfAll: readTop(book, null, null, scope),
    dates: coming === null ? [] : readComingDates(book, asked, coming),
  }
}

/** Live customers now. */
export function countCustomers(book: Book, scope: Scope): number {
  const filter = scope('k.party_id')
  if (filter !== '')
    return Number(
      book.sqlite.prepare(`select count(*) from customer k where k.party_id not in ${NOT_LIVE}${filter}`).pluck().get(),
    )
  // A bare count is taken from the smallest index; those not live are few.
  const [all, gone] = book.sqlite
    .prepare(
      `select (select count(*) from customer), (select count(*) from customer k where k.party_id in ${NOT_LIVE})`,
    )
    .raw()
    .get() as [number, number]
  return all - gone
}

/** New customers of a span by one expression over the card `k`, most first, not told last. */
export function newBy(book: Book, expression: string, { from, to }: Span, scope: Scope): Tally[] {
  const rows = book.sqlite
    .prepare(
      `select ${expression} as word, count(*) as number from customer k where ${newIn(scope)} group by word order by word is null, number desc, word`,
    )
    .raw()
    .all(from, to) as [string | null, number][]
  return rows.map(([key, count]) => ({ key, count }))
}

function newBySource(book: Book, period: Span, before: Span | null, scope: Scope): WeeklyFacts['newBySource'] {
  const earlier = new Map(
    before === null ? [] : newBy(book, sourceOf('k'), before, scope).map(({ key, count }) => [key, count]),
  )
  const now = newBy(book, sourceOf('k'), period, scope)
  const gone = [...earlier.keys()]
    .filter((key) => now.every((tally) => tally.key !== key))
    .map((key) => ({ key, count: 0 }))
  return [...now, ...gone]
    .map((tally) => ({ ...tally, before: earlier.get(tally.key) ?? 0 }))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) ||
        b.count - a.count ||
        b.before - a.before ||
        (a.key! < b.key! ? -1 : 1),
    )
}

/** Contacts of a span by kind and staff, and by day and kind. */
export function contactsOf(
  book: Book,
  { from, to }: Span,
  scope: Scope,
  when = '1',
): Pick<WeeklyFacts, 'contactsByKindAndStaff' | 'contactsByDay'> {
  const read = (columns: string): unknown[] =>
    book.sqlite
      .prepare(
        `select ${columns}, count(*) as count from interaction i
         where i.on_day >= ? and i.on_day < ? and ${when}${scope('i.party_id')} group by 1, 2 order by 1, 2 nulls last`,
      )
      .all(from, to)
  return {
    contactsByKindAndStaff: read('i.kind as kind, i.staff as staff') as WeeklyFacts['contactsByKindAndStaff'],
    contactsByDay: read('i.on_day as "on", i.kind as kind') as WeeklyFacts['contactsByDay'],
  }
}

function changesByField(book: Book, period: Span, scope: Scope): WeeklyFacts['changesByField'] {
  const counts = new Map<string, number>()
  for (const { fields } of readChanges(book, period, scope))
    for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts]
    .map(([field, count]) => ({ field, count }))
    .sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1))
}
