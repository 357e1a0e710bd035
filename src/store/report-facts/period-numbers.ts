import type { Span } from '../../model/fact-query.ts'
import type { PeriodNumbers } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { ABSORBED, amountOf, isCounted, isPurchase, isVisit } from '../counting.ts'
import { readChanges } from './period-changes.ts'
import type { Scope } from './scope.ts'
import { holdsDay, holdsInstant, stretchesOf } from './spans.ts'
import { readMoves, type TierWay } from './tier-moves.ts'

type Numbers = { -readonly [Key in keyof PeriodNumbers]: PeriodNumbers[Key] }
type DayRow = [day: string, ...counts: number[]]

const none = (): Numbers => ({
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
})

/** The numbers of several periods, in their order: every table is read once for each stretch of time without gaps. */
export function readPeriodNumbers(book: Book, spans: readonly Span[], way: TierWay, scope: Scope): PeriodNumbers[] {
  const numbers = spans.map(none)
  const onDay = (day: string, add: (to: Numbers) => void): void => {
    for (let i = 0; i < spans.length; i++) if (holdsDay(spans[i]!, day)) add(numbers[i]!)
  }
  const at = (instant: string, add: (to: Numbers) => void): void => {
    for (let i = 0; i < spans.length; i++) if (holdsInstant(spans[i]!, instant)) add(numbers[i]!)
  }
  for (const stretch of stretchesOf(spans)) {
    for (const [day, count] of newByDay(book, stretch, scope)) onDay(day, (to) => (to.customersNew += count!))
    for (const [day, contacts, visits] of contactsByDay(book, stretch, scope)) {
      onDay(day, (to) => {
        to.contacts += contacts!
        to.visits += visits!
      })
    }
    for (const [day, deals, sales] of dealsByDay(book, stretch, scope)) {
      onDay(day, (to) => {
        to.deals += deals!
        to.sales += sales!
      })
    }
    for (const { at: instant, count, archived } of readChanges(book, stretch, scope)) {
      at(instant, (to) => {
        to.valuesChanged += count
        to.customersArchived += archived
      })
    }
    for (const [instant, count] of mergesByInstant(book, stretch, scope))
      at(instant, (to) => (to.customersMerged += count!))
    for (const { on, direction, count } of readMoves(book, stretch, way, scope)) {
      onDay(on, (to) => {
        if (direction === 'up') to.tierUps += count
        else if (direction === 'down') to.tierDowns += count
      })
    }
  }
  return numbers
}

/** Customers by the day they were put on the books; absorbed ones are not customers of their own. */
export const newByDay = (book: Book, { from, to }: Span, scope: Scope): DayRow[] =>
  days(book, `select k.opened_on, count(*) from customer k where ${newIn(scope)} group by k.opened_on`, from, to)

/** The condition of a new customer, from one day to the day before another. */
export const newIn = (scope: Scope): string =>
  `k.opened_on >= ? and k.opened_on < ? and k.party_id not in ${ABSORBED}${scope('k.party_id')}`

const contactsByDay = (book: Book, { from, to }: Span, scope: Scope): DayRow[] =>
  days(
    book,
    `select i.on_day, count(*), sum(${isVisit('i')}) from interaction i where i.on_day >= ? and i.on_day < ?${scope('i.party_id')} group by i.on_day`,
    from,
    to,
  )

const dealsByDay = (book: Book, { from, to }: Span, scope: Scope): DayRow[] =>
  days(
    book,
    `select d.on_day, sum(${isPurchase('d')}), sum(${amountOf('d')}) from deal d
     where d.on_day >= ? and d.on_day < ? and ${isCounted('d')}${scope('d.party_id')} group by d.on_day`,
    from,
    to,
  )

const mergesByInstant = (book: Book, { fromAt, toAt }: Span, scope: Scope): DayRow[] =>
  days(
    book,
    `select o.started_at, count(*) from operation o cross join merge m on m.operation_id = o.id
     where o.started_at >= ? and o.started_at < ? and o.state = 'done'${scope('m.absorbed')} group by o.id`,
    fromAt,
    toAt,
  )

const days = (book: Book, sql: string, from: string, to: string): DayRow[] =>
  book.sqlite.prepare(sql).raw().all(from, to) as DayRow[]
