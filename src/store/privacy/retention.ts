import type { RetentionClass, RetentionRule } from '../../model/privacy.ts'
import type { IsoDate } from '../../model/units.ts'
import type { Book } from '../book.ts'
import { cached } from '../journal.ts'

/** A customer whose time is up, with the last day anything happened. */
export interface Expired {
  readonly id: number
  readonly name: string
  readonly lastOn: IsoDate
}

/** Newest day of a customer's deals or contacts, absorbed customers' too; one look into an index each. */
const newest = (table: string): string =>
  `(select max(on_day) from ${table} where party_id in (select p.id union all select a.id from party a where a.merged_into = p.id))`

/** Last day of each customer: newest deal, contact, or the day they came in. */
const LAST = `
  select *, max(coalesce(dealt, ''), coalesce(talked, ''), came) as lastOn from (
    select p.id, p.name, ${newest('deal')} as dealt, ${newest('interaction')} as talked,
      max(coalesce(k.opened_on, ''), (select substr(o.started_at, 1, 10) from operation o where o.id = p.operation_id)) as came
    from party p cross join customer k on k.party_id = p.id where p.status = 'active')`

const ARCHIVED = `
  select p.id, p.name, coalesce((select substr(max(o.started_at), 1, 10) from change c join operation o on o.id = c.operation_id
    where c.entity = 'party' and c.row_id = p.id and c.action = 'update' and instr(c.after, '"archived"') > 0), substr(b.started_at, 1, 10)) as lastOn
  from party p join operation b on b.id = p.operation_id where p.status = 'archived'`

/** Customers of a class about whom nothing happened after a day, longest quiet first. */
export function expiredOf(book: Book, name: RetentionClass, before: IsoDate): Expired[] {
  if (name === 'source-rows') return []
  const source = name === 'archived' ? ARCHIVED : `${LAST} where dealt is ${name === 'prospect' ? '' : 'not '}null`
  return cached(book, `select id, name, lastOn from (${source}) where lastOn < ? order by lastOn, id`).all(
    before,
  ) as Expired[]
}

/** Imports whose rows are still kept as they stood, from before a day. */
export const expiredBatches = (
  book: Book,
  before: IsoDate,
): { readonly id: number; readonly blocks: number; readonly rows: number }[] =>
  cached(
    book,
    `select b.id, count(*) as blocks, sum(k.last_row - k.first_row + 1) as rows from batch b join sheet s on s.batch_id = b.id
     join source_block k on k.sheet_id = s.id where b.started_on < ? group by b.id order by b.id`,
  ).all(before) as { id: number; blocks: number; rows: number }[]

/** Takes the rows of imports away as they stood; what was understood of them stays. */
export function destroyBlocks(book: Book, batches: readonly number[]): number {
  const list = batches.map(Number).join(', ')
  return book.sqlite
    .prepare(`delete from source_block where sheet_id in (select id from sheet where batch_id in (${list}))`)
    .run().changes
}

export interface Notice {
  readonly id: number
  readonly partyId: number
  readonly class: RetentionRule['class']
  readonly dueOn: IsoDate
}

/** Warnings that are open, by class. */
export const openNotices = (book: Book): Notice[] =>
  cached(
    book,
    `select id, party_id as partyId, class, due_on as dueOn from retention_notice where state = 'open' order by id`,
  ).all() as Notice[]
