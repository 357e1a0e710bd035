import type { FactQuery } from '../../model/fact-query.ts'
import type { VerificationFacts } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { codeOf, NOT_LIVE } from '../counting.ts'
import { openScope } from './scope.ts'

/** L14: what is due by the end of the period (else today), what was done in it, and how things stand. */
export function readVerification(book: Book, query: FactQuery): VerificationFacts {
  const scope = openScope(book, query.filter)
  const { period, today, limit } = query
  const until = period === null || period.to < today ? today : period.to
  const newest = `from confirmation c where c.party_id not in ${NOT_LIVE}${scope('c.party_id')} and c.scope is not null and c.field is null and not exists (
    select 1 from confirmation n where n.party_id = c.party_id and n.scope = c.scope and n.field is null and (n.at, n.id) > (c.at, c.id))`
  const due = `${newest} and c.next_due <= ?`
  const rows = book.sqlite
    .prepare(
      `select c.party_id, (select p.name from party p where p.id = c.party_id), k.tier, k.owner, c.scope, c.at, c.next_due
       ${due.replace('from confirmation c', 'from confirmation c left join customer k on k.party_id = c.party_id')}
       order by c.next_due, c.party_id, c.scope limit ?`,
    )
    .raw()
    .all(until, limit) as [number, string, string | null, string | null, string, string, string][]
  const done = book.sqlite.prepare(
    `select coalesce(c.scope, 'base') as scope, c.state as result, count(*) as count from confirmation c
     where c.field is null and c.at >= ? and c.at < ?${scope('c.party_id')} group by 1, 2 order by 1, 3 desc, 2`,
  )
  return {
    due: {
      total: Number(book.sqlite.prepare(`select count(*) ${due}`).pluck().get(until)),
      rows: rows.map(([id, name, tier, owner, what, at, dueOn]) => ({
        code: codeOf(id),
        name,
        tier,
        owner,
        scope: what,
        lastOn: query.dayOf(at),
        dueOn,
      })),
    },
    done: period === null ? [] : (done.all(period.fromAt, period.toAt) as VerificationFacts['done']),
    states: book.sqlite
      .prepare(
        `select c.scope, case c.state when 'confirmed' then 'verified' when 'corrected' then 'verified' else c.state end as state, count(*) as count
         ${newest} group by 1, 2 order by 1, 3 desc, 2`,
      )
      .all() as VerificationFacts['states'],
  }
}
