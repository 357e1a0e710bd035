import type { FindingTally, Waiting } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { NOT_LIVE } from '../counting.ts'
import type { Scope } from './scope.ts'
import type { Asked, TierWay } from './tier-moves.ts'

/** A customer of the two highest levels is silent after so many days. */
const SILENT_DAYS = 30

/** What waits for a person as of today; rejected rows are those of the period. */
export function readWaiting(
  book: Book,
  { query, period: span, way, scope }: Asked,
  found: readonly FindingTally[],
): Waiting {
  const count = (sql: string, ...values: (string | number)[]): number =>
    Number(
      book.sqlite
        .prepare(sql)
        .pluck()
        .get(...values) ?? 0,
    )
  const hasRows = (table: string): boolean => book.sqlite.prepare(`select 1 from ${table} limit 1`).get() !== undefined
  const findings = (severity: string): number | null =>
    hasRows('check_run') ? found.reduce((sum, tally) => sum + (tally.severity === severity ? tally.open : 0), 0) : null
  return {
    pairsToReview: hasRows('match_run')
      ? count(`select count(*) from match_pair m where m.state = 'waiting' and m.band = 'review'${scope('m.a')}`)
      : null,
    findingsError: findings('error'),
    findingsWarn: findings('warn'),
    rowsRejected: count(
      `select coalesce(sum(b.rejected), 0) from batch b join operation o on o.id = b.operation_id
       where b.started_on >= ? and b.started_on < ? and o.state = 'done'`,
      span.from,
      span.to,
    ),
    followUpsOverdue: count(`select count(*) from (${followUps(`i.next_on < ?`, scope)})`, query.today),
    verificationsOverdue: hasRows('confirmation')
      ? count(`select count(*) from (${nextDue(scope)}) where next_due < ?`, query.today)
      : null,
    complaintsOpen: null,
    cardsOut: null,
    customersWithoutOwner: count(
      `select count(*) from customer k where k.owner is null and k.party_id not in ${NOT_LIVE}${scope('k.party_id')}`,
    ),
    keyAccountsSilent: silent(book, query.today, way, scope),
  }
}

/**
 * SQL giving `root, next_on` of each customer whose newest word on a next contact meets a condition over `i`, and who has
 * not been heard of since that word.
 */
export const followUps = (when: string, scope: Scope): string => `
  select coalesce(p.merged_into, p.id) as root, max(i.next_on) as next_on
  from interaction i join party p on p.id = i.party_id
  where i.next_on is not null and ${when} and p.status in ('active', 'merged')${scope('i.party_id')}
    and not exists (
      select 1 from interaction later
      where later.party_id in (select id from party m where m.id = coalesce(p.merged_into, p.id) or m.merged_into = coalesce(p.merged_into, p.id))
        and later.on_day > i.on_day)
  group by 1`

/** SQL giving the next due day of each party and scope from its newest confirmation. */
const nextDue = (scope: Scope): string => `
  select c.next_due from confirmation c
  where c.next_due is not null and c.party_id not in ${NOT_LIVE}${scope('c.party_id')} and not exists (
    select 1 from confirmation newer where newer.party_id = c.party_id and newer.scope is c.scope and newer.field is c.field
      and (newer.at, newer.id) > (c.at, c.id))`

function silent(book: Book, today: string, way: TierWay, scope: Scope): number | null {
  const highest = way.levels.slice(0, 2)
  if (highest.length === 0) return null
  const marks = highest.map(() => '?').join(', ')
  return Number(
    book.sqlite
      .prepare(
        `select count(*) from customer k where k.tier in (${marks}) and k.party_id not in ${NOT_LIVE}${scope('k.party_id')}
         and not exists (
           select 1 from interaction i where i.party_id in (select k.party_id union all select m.id from party m where m.merged_into = k.party_id)
             and i.on_day > date(?, '-${SILENT_DAYS} days'))`,
      )
      .pluck()
      .get(...highest, today),
  )
}
