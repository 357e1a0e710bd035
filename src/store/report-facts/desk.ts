import type { FactQuery } from '../../model/fact-query.ts'
import { codeOf } from '../../model/party-code.ts'
import type { CardFacts, ComplaintFacts, InformationFacts, Tally } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { openScope } from './scope.ts'

/** A row of the desk `e` with the live customer it is about, where it is about one. */
const WHOSE = 'left join party p on p.id = e.party_id left join party q on q.id = coalesce(p.merged_into, p.id)'

/** The condition of a row of the period, with its values. */
function within({ period }: FactQuery): { readonly where: string; readonly days: readonly string[] } {
  return period === null
    ? { where: '1', days: [] }
    : { where: 'e.on_day >= ? and e.on_day < ?', days: [period.from, period.to] }
}

/** L16: complaints of the period, open ones first and the oldest first among them. */
export function readComplaints(book: Book, query: FactQuery): ComplaintFacts {
  const scope = openScope(book, query)
  const { where, days } = within(query)
  const from = `from feedback e ${WHOSE} where e.kind = 'complaint' and ${where}${scope('e.party_id')}`
  const rows = book.sqlite
    .prepare(
      `select e.id, q.id as customer, q.name, e.on_day as "on", e.content as text, e.state as status, e.due_on as dueOn, e.answered_on as answeredOn, e.staff
       ${from} order by e.state = 'open' desc, case when e.state = 'open' then e.on_day end, e.on_day desc, e.id limit ?`,
    )
    .all(...days, query.limit) as (Omit<ComplaintFacts['lines']['rows'][number], 'number' | 'code'> & {
    id: number
    customer: number | null
  })[]
  const byStatus = tally(book, 'e.state', from, days)
  return {
    byStatus,
    lines: {
      total: totalOf(byStatus),
      rows: rows.map(({ id, customer, name, ...row }) => ({
        number: String(id),
        code: customer === null ? '' : codeOf(customer),
        name: name ?? '',
        ...row,
      })),
    },
  }
}

/** L11: customer cards handed out in the period, by day and meal, with what came back. */
export function readCards(book: Book, query: FactQuery): CardFacts {
  const scope = openScope(book, query)
  const { where, days } = within(query)
  const from = `from card_issue e where ${where}${scope('e.party_id')}`
  const rows = book.sqlite
    .prepare(
      `select e.on_day as "on", e.meal, e.room, e.shown_as as customer, e.quantity, e.taken_by as takenBy, e.taken_at as takenAt,
         e.returned, e.returned_at as returnedAt ${from} order by e.on_day, e.meal = 'dinner', e.room nulls last, e.id limit ?`,
    )
    .all(...days, query.limit) as CardFacts['lines']['rows']
  return {
    lines: {
      total: Number(
        book.sqlite
          .prepare(`select count(*) ${from}`)
          .pluck()
          .get(...days),
      ),
      rows,
    },
  }
}

/** L9: items of information of the period, important ones first. */
export function readInformation(book: Book, query: FactQuery): InformationFacts {
  const scope = openScope(book, query)
  const { where, days } = within(query)
  const from = `from info_item e ${WHOSE} where ${where}${scope('e.party_id')}`
  const rows = book.sqlite
    .prepare(
      `select e.on_day as "on", e.class, q.id as customer, q.name, e.content, e.provider, e.important
       ${from} order by e.important desc, e.on_day, e.id limit ?`,
    )
    .all(...days, query.limit) as (Omit<InformationFacts['lines']['rows'][number], 'code' | 'important'> & {
    customer: number | null
    important: number
  })[]
  const byClass = tally(book, 'e.class', from, days)
  return {
    byClass,
    lines: {
      total: totalOf(byClass),
      rows: rows.map(({ customer, important, ...row }) => ({
        ...row,
        code: customer === null ? null : codeOf(customer),
        important: important === 1,
      })),
    },
  }
}

const totalOf = (tallies: readonly Tally[]): number => tallies.reduce((sum, { count }) => sum + count, 0)

const tally = (book: Book, column: string, from: string, values: readonly string[]): Tally[] =>
  book.sqlite
    .prepare(`select ${column} as key, count(*) as count ${from} group by 1 order by ${column} is null, 2 desc, 1`)
    .all(...values) as Tally[]
