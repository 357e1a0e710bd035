import type { Span } from '../../model/fact-query.ts'
import { codeOf } from '../../model/party-code.ts'
import type { CustomerLine } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { amountOf, isCounted, isPurchase, sourceOf } from '../counting.ts'

/** A live party and those merged into it. */
const FAMILY = '(select m.id from party m where m.id = p.id or m.merged_into = p.id)'

type LineRow = Omit<CustomerLine, 'code'> & { readonly id: number }

/** The first usable phone of a party `p`: mobiles first, none that is not to be used. */
export const phoneOf = `(select c.canonical from contact_point c where c.party_id in ${FAMILY} and c.canonical is not null
  and c.type in ('mobile', 'landline', 'service', 'intl') and coalesce(c.do_not_use, 0) = 0
  order by coalesce(c.preferred, 0) desc, c.type = 'mobile' desc, c.party_id <> p.id, c.id limit 1)`

/** Customers as lines of a list, in the order of their ids as given; what they bought is that of the span, where one is told. */
export function readLines(book: Book, ids: readonly number[], span: Span | null = null): CustomerLine[] {
  const within = span === null ? '' : ` and d.on_day >= @from and d.on_day < @to`
  const deals = (what: string): string =>
    `(select ${what} from deal d where d.party_id in ${FAMILY} and ${isCounted('d')}${within})`
  const statement = book.sqlite.prepare(
    `select p.id, p.name, p.kind, k.tier, k.owner, ${sourceOf('k')} as source, k.opened_on as openedOn,
       a.province, a.city, a.district, a.raw as address, ${phoneOf} as phone,
       (select c.canonical from contact_point c where c.party_id in ${FAMILY} and c.type = 'email' and c.canonical is not null
        and coalesce(c.do_not_use, 0) = 0 order by c.party_id <> p.id, c.id limit 1) as email,
       case p.kind when 'org' then (select q.name from relation r join party q on q.id = r.from_id
        where r.to_id in ${FAMILY} and q.kind = 'person' and q.status = 'active' and r.until is null
        order by r.type = 'employed_at' desc, r.id limit 1) end as contactName,
       coalesce(${deals(`sum(${isPurchase('d')})`)}, 0) as deals, coalesce(${deals(`sum(${amountOf('d')})`)}, 0) as amount,
       ${deals(`max(case when d.kind <> 'refund' then d.on_day end)`)} as lastDealOn,
       (select max(i.on_day) from interaction i where i.party_id in ${FAMILY}) as lastContactOn,
       (select count(*) from interaction i where i.party_id in ${FAMILY}) as contacts
     from party p join customer k on k.party_id = p.id
     left join address a on a.id = (select x.id from address x where x.party_id in ${FAMILY} order by x.party_id <> p.id, x.id limit 1)
     where p.id = @id`,
  )
  const bounds = span === null ? {} : { from: span.from, to: span.to }
  return ids.flatMap((id) => {
    const row = statement.get({ id, ...bounds }) as LineRow | undefined
    if (row === undefined) return []
    const { id: partyId, ...line } = row
    return [{ code: codeOf(partyId), ...line }]
  })
}
