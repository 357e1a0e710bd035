import type { FactQuery } from '../../model/fact-query.ts'
import type { BenefitFacts, MethodFacts } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { NOT_LIVE, sourceOf } from '../counting.ts'
import { openScope } from './scope.ts'
import { keepByRoot } from './temp.ts'
import { dealSums, FAMILY, SUM_COLUMNS } from './top.ts'

/** L17: live customers by the way they were found and their source: told of the customer, else of the file it came from. */
export function readMethods(book: Book, query: FactQuery): MethodFacts {
  const scope = openScope(book, query)
  const { period } = query
  keepByRoot(book, 'deal_sum', { columns: SUM_COLUMNS, select: dealSums('1') })
  const opened = period === null ? '' : ' and k.opened_on >= ? and k.opened_on < ?'
  const rows = book.sqlite
    .prepare(
      `with told as materialized (select f.party_id, f.value from fact f where f.field = 'method'
           and not exists (select 1 from fact g where g.party_id = f.party_id and g.field = 'method' and g.id > f.id)),
         batches as materialized (select b.operation_id, max(b.method) as method from batch b where b.method is not null group by b.operation_id)
       select coalesce(told.value, batches.method) as method, ${sourceOf('k')} as source, count(*) as customers,
         sum(k.party_id in (select c.party_id from confirmation c where c.state in ('confirmed', 'corrected'))) as verified,
         coalesce(sum(s.deals > 0), 0) as withDeals, coalesce(sum(s.amount), 0) as amount
       from customer k left join told on told.party_id = k.party_id left join batches on batches.operation_id = k.operation_id
       left join temp.deal_sum s on s.root = k.party_id
       where k.party_id not in ${NOT_LIVE}${scope('k.party_id')}${opened} group by 1, 2
       order by coalesce(told.value, batches.method) is null, customers desc, 1, 2 nulls last limit ?`,
    )
    .all(...(period === null ? [] : [period.from, period.to]), query.limit) as MethodFacts['rows']
  return { rows }
}

/** L20: what was spent on the customers of a source within the period, and what they brought in it. */
export function readBenefit(book: Book, query: FactQuery): BenefitFacts {
  const scope = openScope(book, query)
  const { period } = query
  const within = (day: string): string =>
    period === null ? '1' : `${day} >= '${period.from}' and ${day} < '${period.to}'`
  const costs = `select i.party_id as root, sum(i.cost) as cost from interaction i
      where i.cost is not null and ${within('i.on_day')} and i.party_id not in ${FAMILY} group by i.party_id
    union all select coalesce(p.merged_into, p.id), sum(i.cost) from party p cross join interaction i on i.party_id = p.id
      where p.id in ${FAMILY} and i.cost is not null and ${within('i.on_day')} group by coalesce(p.merged_into, p.id)`
  keepByRoot(book, 'deal_sum', { columns: SUM_COLUMNS, select: dealSums(within('d.on_day')) })
  keepByRoot(book, 'cost_sum', { columns: ['cost'], select: costs })
  const rows = book.sqlite
    .prepare(
      `select ${sourceOf('k')} as source, count(*) as customers, coalesce(sum(c.cost), 0) as cost,
         coalesce(sum(s.deals), 0) as deals, coalesce(sum(s.amount), 0) as amount
       from customer k left join temp.deal_sum s on s.root = k.party_id left join temp.cost_sum c on c.root = k.party_id
       where k.party_id not in ${NOT_LIVE}${scope('k.party_id')} group by 1 order by source is null, amount desc, customers desc, source limit ?`,
    )
    .all(query.limit) as BenefitFacts['rows']
  return { rows }
}
