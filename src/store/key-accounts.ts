import type { Book } from './book.ts'
import { cached } from './journal.ts'

/** A customer who must hear from us in every period (INT-14). */
export interface KeyAccount {
  readonly id: number
  readonly name: string
  readonly tier: string | null
  readonly owner: string | null
  readonly lastOn: string | null
  /** Contacts in the period. */
  readonly contacts: number
  /** Day of the nearest open plan. */
  readonly plannedOn: string | null
}

export interface KeyQuery {
  readonly tiers: readonly string[]
  readonly tag: string
  readonly from: string
  /** Not included. */
  readonly to: string
  readonly owner?: string | undefined
}

/** Live customers of some tiers, or with a tag: those without a contact in the period first, the longest silent ahead. */
export function keyAccounts(book: Book, { tiers, tag, from, to, owner }: KeyQuery): KeyAccount[] {
  const members = `(select id from party where id = p.id or merged_into = p.id)`
  return cached(
    book,
    `select p.id, p.name, k.tier, k.owner,
       (select max(i.on_day) from interaction i where i.party_id in ${members} and i.on_day < @to) as lastOn,
       (select count(*) from interaction i where i.party_id in ${members} and i.on_day >= @from and i.on_day < @to) as contacts,
       (select min(t.on_day) from plan_item t where t.party_id in ${members} and t.state = 'open') as plannedOn
     from customer k join party p on p.id = k.party_id
     where p.status = 'active' and (@owner is null or k.owner = @owner)
       and (k.tier in (select value from json_each(@tiers))
         or p.id in (select coalesce(q.merged_into, q.id) from party_tag t join party q on q.id = t.party_id where t.tag = @tag))
     order by contacts > 0, lastOn is not null, lastOn, k.tier is null, k.tier, p.id`,
  ).all({ tiers: JSON.stringify(tiers), tag, from, to, owner: owner ?? null }) as KeyAccount[]
}
