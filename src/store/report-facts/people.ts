import type { FactQuery } from '../../model/fact-query.ts'
import { codeOf } from '../../model/party-code.ts'
import type { DecisionMaker, Listed } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { phoneOf } from './customer-lines.ts'
import { openScope } from './scope.ts'
import { tierWay } from './tier-moves.ts'

const ROLE_ORDER = `case r.decision_role when 'decides' then 0 when 'pays' then 1 when 'influences' then 2 when 'gates' then 3 when 'uses' then 4 else 5 end`

/** L5: people of live customer organisations, the best levels first, within an organisation those who decide first. */
export function readDecisionMakers(book: Book, query: FactQuery): Listed<DecisionMaker> {
  const scope = openScope(book, query)
  const way = tierWay(book, query.scheme, query.levels)
  const order = way.levels.map((level, at) => `when '${level.replaceAll("'", "''")}' then ${at}`).join(' ')
  const from = `from relation r join party p on p.id = r.from_id and p.status = 'active' and p.kind = 'person'
    join party t on t.id = r.to_id join party o on o.id = coalesce(t.merged_into, t.id) and o.status = 'active' and o.kind = 'org'
    join customer k on k.party_id = o.id
    where (r.decision_role is not null or r.type in ('employed_at', 'director', 'owner_of')) and r.until is null${scope('o.id')}`
  const rows = book.sqlite
    .prepare(
      `select o.id, o.name as org, k.tier, p.name as person, coalesce(r.title, p.title) as title, r.decision_role as role, ${phoneOf} as phone,
         max(coalesce((select max(i.on_day) from interaction i where i.party_id = p.id), ''),
             coalesce((select max(i.on_day) from interaction i where i.party_id = o.id and instr(coalesce(i.people, ''), p.name) > 0), '')) as lastOn
       ${from} order by case k.tier ${order} when '' then 0 else 1000 end, o.id, ${ROLE_ORDER}, r.id limit ?`,
    )
    .all(query.limit) as (Omit<DecisionMaker, 'orgCode' | 'lastContactOn'> & { id: number; lastOn: string })[]
  return {
    total: Number(book.sqlite.prepare(`select count(*) ${from}`).pluck().get()),
    rows: rows.map(({ id, lastOn, ...row }) => ({
      orgCode: codeOf(id),
      ...row,
      lastContactOn: lastOn === '' ? null : lastOn,
    })),
  }
}
