import type { FactQuery } from '../../model/fact-query.ts'
import { codeOf } from '../../model/party-code.ts'
import type { VerificationFacts } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { NOT_LIVE } from '../counting.ts'
import { openScope, type Scope } from './scope.ts'
import { dueBefore } from './verification-due.ts'

/** L14: what is due by the end of the period (else today), what was done in it, and how things stand. */
export function readVerification(book: Book, query: FactQuery): VerificationFacts {
  const scope = openScope(book, query)
  const { period, today, limit } = query
  const until = period === null || period.to <= today ? dayAfter(today) : period.to
  const due = dueBefore(book, query, until, scope)
  const done = book.sqlite.prepare(
    `select c.scope as scope, c.state as result, count(*) as count from confirmation c
     where c.scope is not null and c.field is null and c.at >= ? and c.at < ?${scope('c.party_id')} group by 1, 2 order by 1, 3 desc, 2`,
  )
  return {
    due: due === null ? { total: 0, rows: [] } : dueRows(book, due, limit),
    done: period === null ? [] : (done.all(period.fromAt, period.toAt) as VerificationFacts['done']),
    states: readStates(book, scope),
  }
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

function dueRows(book: Book, due: string, limit: number): VerificationFacts['due'] {
  const rows = book.sqlite
    .prepare(
      `select d.id, p.name, k.tier, k.owner, d.scope, d.last_on as lastOn, d.due_on as dueOn
       from (select * from (${due}) order by due_on, id, scope limit ?) d join party p on p.id = d.id join customer k on k.party_id = d.id
       order by d.due_on, d.id, d.scope`,
    )
    .all(limit) as (Omit<VerificationFacts['due']['rows'][number], 'code'> & { id: number })[]
  return {
    total: Number(book.sqlite.prepare(`select count(*) from (${due})`).pluck().get()),
    rows: rows.map(({ id, ...row }) => ({ code: codeOf(id), ...row })),
  }
}

/** The newest result of each customer and scope; confirmed and corrected are both verified. */
const readStates = (book: Book, scope: Scope): VerificationFacts['states'] =>
  book.sqlite
    .prepare(
      `select c.scope, case when c.state in ('confirmed', 'corrected') then 'verified' else c.state end as state, count(*) as count
       from confirmation c where c.party_id not in ${NOT_LIVE}${scope('c.party_id')} and c.scope is not null and c.field is null
         and not exists (select 1 from confirmation n where n.party_id = c.party_id and n.scope = c.scope and n.field is null and (n.at, n.id) > (c.at, c.id))
       group by 1, 2 order by 1, 3 desc, 2`,
    )
    .all() as VerificationFacts['states']
