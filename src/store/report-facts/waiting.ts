import type { FindingTally, Waiting } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { NOT_LIVE } from '../counting.ts'
import type { Scope } from './scope.ts'
import type { Asked, TierWay } from './tier-moves.ts'
import { dueBefore } from './verification-due.ts'

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
  const due = dueBefore(book, query, query.today, scope)
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
    followUpsOverdue: count(
      `select count(distinct root) from (${followUps((day) => `${day} < ?`, scope)})`,
      query.today,
      query.today,
    ),
    verificationsOverdue: due === null ? null : count(`select count(*) from (${due})`),
    complaintsOpen: hasRows('feedback')
      ? count(`select count(*) from feedback e where e.kind = 'complaint' and e.state = 'open'${scope('e.party_id')}`)
      : null,
    cardsOut: hasRows('card_issue')
      ? count(
          `select coalesce(sum(e.quantity - e.returned), 0) from card_issue e
           where e.returned < e.quantity and e.missing_why is null${scope('e.party_id')}`,
        )
      : null,
    customersWithoutOwner: count(
      `select count(*) from customer k where k.owner is null and k.party_id not in ${NOT_LIVE}${scope('k.party_id')}`,
    ),
    keyAccountsSilent: silent(book, query.today, way, scope),
  }
}

/**
 * SQL giving `root, next_on` of each customer and day of a promised next contact that meets a condition over `i.next_on`,
 * and that no contact on that day or later has answered; planned contacts still open count too.
 */
export const followUps = (when: (day: string) => string, scope: Scope): string => `
  select coalesce(p.merged_into, p.id) as root, i.next_on as next_on
  from interaction i join party p on p.id = i.party_id
  where i.next_on is not null and ${when('i.next_on')} and p.status in ('active', 'merged')${scope('i.party_id')}
    and not exists (
      select 1 from interaction later
      where later.party_id in (select id from party m where m.id = coalesce(p.merged_into, p.id) or m.merged_into = coalesce(p.merged_into, p.id))
        and later.id <> i.id and later.on_day >= i.next_on)
  union
  select coalesce(p.merged_into, p.id), n.on_day from plan_item n join party p on p.id = n.party_id
  where n.state = 'open' and ${when('n.on_day')} and p.status in ('active', 'merged')${scope('n.party_id')}`

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
