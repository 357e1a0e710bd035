import type { Book } from './book.ts'
import { cached, type Operation, type Row, type Value } from './journal.ts'

/** A contact as the desk writes it; every column of `interaction` that a person tells. */
export interface ContactRow {
  readonly party_id: number
  readonly kind: string
  readonly customer_initiated: number | null
  readonly on_day: string
  readonly at_time: string | null
  readonly staff: string | null
  readonly people: string | null
  readonly purpose: string | null
  readonly place: string | null
  readonly content: string | null
  readonly cost: number | null
  readonly major: number
  readonly next_on: string | null
  readonly facts: string | null
}

/** A line of the contact book; `name` and `code` of the live customer. */
export interface ContactLine extends ContactRow {
  readonly id: number
  readonly live_id: number
  readonly name: string
}

/** Writes a line of the contact book inside `operation`; gives its number. */
export const addContact = (operation: Operation, row: ContactRow): number => operation.insert('interaction', { ...row })

/** Which contacts are listed; what is left out does not narrow. */
export interface ContactQuery {
  readonly partyId?: number | undefined
  readonly from?: string | undefined
  /** Not included. */
  readonly to?: string | undefined
  readonly kind?: string | undefined
  readonly staff?: string | undefined
  readonly major?: boolean | undefined
  readonly limit: number
}

const LIVE = `join party p on p.id = i.party_id join party q on q.id = coalesce(p.merged_into, p.id) and q.status <> 'merged'`

/** Contacts, newest first. */
export function listContacts(book: Book, query: ContactQuery): ContactLine[] {
  const parts: string[] = []
  const values: Value[] = []
  const narrow = (sql: string, value: Value | undefined): void => {
    if (value === undefined) return
    parts.push(sql)
    values.push(value)
  }
  if (query.partyId !== undefined) {
    parts.push('i.party_id in (select id from party where id = ? or merged_into = ?)')
    values.push(query.partyId, query.partyId)
  }
  narrow('i.on_day >= ?', query.from)
  narrow('i.on_day < ?', query.to)
  narrow('i.kind = ?', query.kind)
  narrow('i.staff = ?', query.staff)
  if (query.major === true) parts.push('i.major = 1')
  const where = parts.length === 0 ? '' : `where ${parts.join(' and ')}`
  return cached(
    book,
    `select i.*, q.id as live_id, q.name from interaction i ${LIVE} ${where} order by i.on_day desc, i.at_time desc, i.id desc limit ?`,
  ).all(...values, query.limit) as ContactLine[]
}

/** Follow-ups due up to a day that no later contact has settled, oldest first. */
export function listFollowUps(
  book: Book,
  { until, staff, limit }: { readonly until: string; readonly staff?: string | undefined; readonly limit: number },
): ContactLine[] {
  return cached(
    book,
    `select i.*, q.id as live_id, q.name from interaction i ${LIVE}
     where i.next_on is not null and i.next_on <= @until and q.status = 'active' and (@staff is null or i.staff = @staff)
     and not exists (select 1 from interaction j where j.party_id = i.party_id and j.id <> i.id and j.on_day >= i.next_on)
     order by i.next_on, i.id limit @limit`,
  ).all({ until, staff: staff ?? null, limit }) as ContactLine[]
}

/** A step of a contact plan. */
export interface PlanLine {
  readonly id: number
  readonly party_id: number
  readonly live_id: number
  readonly name: string
  readonly grain: string
  readonly on_day: string
  readonly way: string
  readonly purpose: string | null
  readonly content: string | null
  readonly staff: string | null
  readonly state: string
  readonly done_on: string | null
}

export interface PlanQuery {
  readonly from?: string | undefined
  /** Not included. */
  readonly to?: string | undefined
  readonly partyId?: number | undefined
  readonly staff?: string | undefined
  readonly grain?: string | undefined
  readonly state?: string | undefined
  readonly limit: number
}

/** Planned contacts by day, the open ones first on each. */
export function listPlans(book: Book, query: PlanQuery): PlanLine[] {
  return cached(
    book,
    `select i.*, q.id as live_id, q.name from plan_item i ${LIVE}
     where (@from is null or i.on_day >= @from) and (@to is null or i.on_day < @to) and (@party is null or q.id = @party)
     and (@staff is null or i.staff = @staff) and (@grain is null or i.grain = @grain) and (@state is null or i.state = @state)
     order by i.on_day, i.state = 'open' desc, i.id limit @limit`,
  ).all({
    from: query.from ?? null,
    to: query.to ?? null,
    party: query.partyId ?? null,
    staff: query.staff ?? null,
    grain: query.grain ?? null,
    state: query.state ?? null,
    limit: query.limit,
  }) as PlanLine[]
}

/** One row by number; undefined where there is none. */
export const recordOf = (book: Book, entity: 'plan_item' | 'feedback' | 'survey', id: number): Row | undefined =>
  cached(book, `select * from ${entity} where id = ?`).get(id) as Row | undefined

/** The oldest plan of a customer that this contact fulfils: open, due by the day's week, of the same way or any. */
export function planFulfilled(
  book: Book,
  { partyId, way, until }: { readonly partyId: number; readonly way: string; readonly until: string },
): number | undefined {
  return cached(
    book,
    `select id from plan_item where state = 'open' and on_day <= ? and way = ?
     and party_id in (select id from party where id = ? or merged_into = ?) order by on_day, id limit 1`,
  )
    .pluck()
    .get(until, way, partyId, partyId) as number | undefined
}

/** A suggestion, complaint or question with how long it has stood. */
export interface FeedbackLine {
  readonly id: number
  readonly live_id: number | null
  readonly name: string | null
  readonly kind: string
  readonly on_day: string
  readonly content: string
  readonly analysis: string | null
  readonly state: string
  readonly staff: string | null
  readonly due_on: string | null
  readonly answered_on: string | null
  readonly answer: string | null
}

/** Complaints and their like: open ones first, oldest first among them. */
export function listFeedback(
  book: Book,
  query: {
    readonly kind?: string | undefined
    readonly state?: string | undefined
    readonly partyId?: number | undefined
    readonly limit: number
  },
): FeedbackLine[] {
  return cached(
    book,
    `select f.*, q.id as live_id, q.name from feedback f left join party p on p.id = f.party_id
     left join party q on q.id = coalesce(p.merged_into, p.id)
     where (@kind is null or f.kind = @kind) and (@state is null or f.state = @state) and (@party is null or q.id = @party)
     order by f.state = 'open' desc, case when f.state = 'open' then f.on_day end, f.on_day desc, f.id limit @limit`,
  ).all({
    kind: query.kind ?? null,
    state: query.state ?? null,
    party: query.partyId ?? null,
    limit: query.limit,
  }) as FeedbackLine[]
}
