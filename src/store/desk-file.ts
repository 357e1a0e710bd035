import type { Book } from './book.ts'
import { cached, type Row } from './journal.ts'
import { type SatMeal, seatsOf } from './seats.ts'

/** What the desk keeps of one customer beside the profile, children of absorbed parties included. */
export interface DeskFile {
  readonly tags: readonly string[]
  readonly notes: readonly Row[]
  readonly dates: readonly Row[]
  readonly preferences: readonly Row[]
  /** Open ones first, then by day. */
  readonly plans: readonly Row[]
  readonly feedback: readonly Row[]
  readonly demands: readonly Row[]
  readonly credits: readonly Row[]
  readonly surveys: readonly Row[]
  readonly rivals: readonly Row[]
  /** Signed opinions, newest first. */
  readonly judgements: readonly Row[]
  /** Where they sat at table, newest first. */
  readonly seats: readonly SatMeal[]
  /** Sum of what contacts cost, in 分. */
  readonly cost: number
  /** The nearest follow-up that no later contact has settled. */
  readonly nextOn: string | null
  readonly lastContact: Row | undefined
}

/** Reads what the desk keeps of a live party. */
export function readDeskFile(book: Book, id: number): DeskFile {
  const members = `(select id from party where id = @id or merged_into = @id)`
  const all = (sql: string): Row[] => cached(book, sql.replaceAll('@members', members)).all({ id }) as Row[]
  const of = (table: string, order: string): Row[] =>
    all(`select * from ${table} where party_id in @members order by ${order}`)
  return {
    tags: all('select distinct tag from party_tag where party_id in @members order by tag').map(({ tag }) =>
      String(tag),
    ),
    notes: all(`select * from fact where party_id in @members and field = 'note' order by as_of desc, id desc`),
    dates: of('occasion_date', 'kind, id'),
    preferences: of('preference', 'area, likes desc, id'),
    plans: of('plan_item', `state = 'open' desc, on_day`),
    feedback: of('feedback', `state = 'open' desc, on_day desc, id desc`),
    demands: of('demand', `stage = 'closed', grade, on_day desc`),
    credits: of('credit', 'on_day desc, id desc'),
    surveys: all(
      `select a.*, s.name as survey from survey_answer a join survey s on s.id = a.survey_id where a.party_id in @members order by a.on_day desc, a.id desc`,
    ),
    rivals: of('competitor_note', 'on_day desc, id desc'),
    judgements: of('judgement', 'on_day desc, id desc'),
    seats: seatsOf(book, id, 20),
    cost: Number(
      all('select coalesce(sum(cost), 0) as cost from interaction where party_id in @members')[0]?.['cost'] ?? 0,
    ),
    nextOn: nextOf(all),
    lastContact: all(
      'select * from interaction where party_id in @members and on_day is not null order by on_day desc, at_time desc, id desc limit 1',
    )[0],
  }
}

/** A follow-up is settled by any later contact on or after its day. */
function nextOf(all: (sql: string) => Row[]): string | null {
  const rows = all(
    `select next_on from interaction i where party_id in @members and next_on is not null
     and not exists (select 1 from interaction j where j.party_id in @members and j.id <> i.id and j.on_day >= i.next_on) order by next_on limit 1`,
  )
  return (rows[0]?.['next_on'] as string | undefined) ?? null
}
