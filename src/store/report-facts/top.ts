import type { Span } from '../../model/fact-query.ts'
import { codeOf } from '../../model/party-code.ts'
import type { TopCustomer } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { amountOf, isCounted, isPurchase, NOT_LIVE } from '../counting.ts'
import type { Scope } from './scope.ts'

/** Parties that stand for more than themselves, and those they stand for. */
export const FAMILY =
  '(select id from party where merged_into is not null union select merged_into from party where merged_into is not null)'

/**
 * SQL giving `root, deals, amount, last_on` for everyone with counted deals, absorbed parties' put to their survivors.
 *
 * `when` is a condition over `d`. The many without mergers are summed in the index's order, with no sorting.
 */
export const dealSums = (when: string): string => `
  select d.party_id as root, sum(${isPurchase('d')}) as deals, sum(${amountOf('d')}) as amount, max(d.on_day) as last_on
  from deal d where ${isCounted('d')} and ${when} and d.party_id not in ${FAMILY} group by d.party_id
  union all
  select coalesce(p.merged_into, p.id), sum(${isPurchase('d')}), sum(${amountOf('d')}), max(d.on_day)
  from party p cross join deal d on d.party_id = p.id
  where p.id in ${FAMILY} and ${isCounted('d')} and ${when} group by coalesce(p.merged_into, p.id)`

/** What `dealSums` gives beside the root. */
export const SUM_COLUMNS = ['deals', 'amount', 'last_on']

const MOST = 20

/** Customers who spent most within a span (null: ever); with what they spent in the span before, where one is told. */
export function readTop(book: Book, span: Span | null, before: Span | null, scope: Scope): TopCustomer[] {
  const when = `${span === null ? '1' : 'd.on_day >= ? and d.on_day < ?'}${scope('d.party_id')}`
  const bounds = span === null ? [] : [span.from, span.to, span.from, span.to]
  const rows = book.sqlite
    .prepare(
      `with top as (select * from (${dealSums(when)}) where root not in ${NOT_LIVE} and amount > 0 order by amount desc, root limit ${MOST})
       select top.root, p.name, k.tier, k.owner, top.deals, top.amount
       from top join party p on p.id = top.root left join customer k on k.party_id = top.root order by top.amount desc, top.root`,
    )
    .raw()
    .all(...bounds) as [number, string, string | null, string | null, number, number][]
  const spent = before === null ? null : spentIn(book, before)
  return rows.map(([id, name, tier, owner, deals, amount]) => ({
    code: codeOf(id),
    name,
    tier,
    owner,
    deals,
    amount,
    amountBefore: spent === null ? null : spent(id),
  }))
}

/** What one customer spent within a span. */
function spentIn(book: Book, { from, to }: Span): (root: number) => number {
  const statement = book.sqlite
    .prepare(
      `select coalesce(sum(${amountOf('d')}), 0) from deal d
       where d.party_id in (select id from party where id = ? or merged_into = ?) and d.on_day >= ? and d.on_day < ? and ${isCounted('d')}`,
    )
    .pluck()
  return (root) => Number(statement.get(root, root, from, to))
}
