import type { Book } from './book.ts'
import { cached, type Row } from './journal.ts'

export interface InfoQuery {
  readonly class?: string | undefined
  readonly from?: string | undefined
  readonly department?: string | undefined
  readonly important: boolean
  readonly limit: number
}

/** Items of information, newest first; `about` is the live customer's name. */
export function listInfo(book: Book, query: InfoQuery): Row[] {
  return cached(
    book,
    `select i.*, q.name as about, q.id as about_id from info_item i left join party p on p.id = i.party_id
     left join party q on q.id = coalesce(p.merged_into, p.id)
     where (@class is null or i.class = @class or i.archived_as = @class) and (@from is null or i.on_day >= @from)
     and (@department is null or instr(coalesce(i.departments, ''), @department) > 0) and (@important = 0 or i.important = 1)
     order by i.on_day desc, i.id desc limit @limit`,
  ).all({
    class: query.class ?? null,
    from: query.from ?? null,
    department: query.department ?? null,
    important: query.important ? 1 : 0,
    limit: query.limit,
  }) as Row[]
}

/** One information item by its number; undefined where there is none. */
export const infoOf = (book: Book, id: number): Row | undefined =>
  cached(book, 'select * from info_item where id = ?').get(id) as Row | undefined

/** Rewards, those not paid yet first. */
export const listRewards = (book: Book, state: string | undefined, limit: number): Row[] =>
  cached(
    book,
    `select r.*, i.content from reward r left join info_item i on i.id = r.info_item_id
     where (@state is null or r.state = @state) order by r.state = 'paid', r.id limit @limit`,
  ).all({ state: state ?? null, limit }) as Row[]

/** One reward by its number; undefined where there is none. */
export const rewardOf = (book: Book, id: number): Row | undefined =>
  cached(book, 'select * from reward where id = ?').get(id) as Row | undefined

/** Whether an item or a new customer was rewarded already. */
export const isRewarded = (book: Book, item: number | null, partyId: number | null): boolean =>
  cached(
    book,
    `select 1 from reward where (? is not null and info_item_id = ?) or (? is not null and kind = 'referral' and party_id = ?)`,
  ).get(item, item, partyId, partyId) !== undefined
