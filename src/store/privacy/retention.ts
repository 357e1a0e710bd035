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

/** Last day of each customer: newest deal, contact, or the day they came in. Absorbed ones count for their survivor. */
const LAST = `
  select p.id, p.name, max(coalesce(d.last, ''), coalesce(i.last, ''), coalesce(k.opened_on, ''), substr(o.started_at, 1, 10)) as lastOn,
    d.last as dealt
  from party p join customer k on k.party_id = p.id join operation o on o.id = p.operation_id
  left join (select coalesce(q.merged_into, q.id) as root, max(on_day) as last from deal join party q on q.id = party_id group by 1) d on d.root = p.id
  left join (select coalesce(q.merged_into, q.id) as root, max(on_day) as last from interaction join party q on q.id = party_id group by 1) i on i.root = p.id`

const ARCHIVED = `
  select p.id, p.name, coalesce((select substr(max(o.started_at), 1, 10) from change c join operation o on o.id = c.operation_id
    where c.entity = 'party' and c.row_id = p.id and c.action = 'update' and instr(c.after, '"archived"') > 0), substr(b.started_at, 1, 10)) as lastOn
  from party p join operation b on b.id = p.operation_id where p.status = 'archived'`

/** Customers of a class about whom nothing happened after a day, longest quiet first. */
export function expiredOf(book: Book, name: RetentionClass, before: IsoDate): Expired[] {
  if (name === 'source-rows') return []
  const source =
    name === 'archived'
      ? ARCHIVED
      : `${LAST} where p.status = 'active' and d.last is ${name === 'prospect' ? '' : 'not '}null`
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
