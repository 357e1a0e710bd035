import type { Book } from './book.ts'
import { cached, type Row } from './journal.ts'

/** A demand with whose it is. */
export interface DemandLine {
  readonly id: number
  readonly live_id: number | null
  readonly name: string | null
  readonly on_day: string
  readonly class: string | null
  readonly channel: string | null
  readonly content: string
  /** Structured fields of the trade, JSON by dictionary key. */
  readonly wishes: string
  readonly importance: string
  readonly urgency: string
  readonly grade: string
  readonly stage: string
  readonly department: string | null
  readonly owner: string | null
  readonly due_on: string | null
  readonly feasibility: string | null
  readonly cost_benefit: string | null
  readonly market_competition: string | null
  readonly conclusion: string | null
}

const FROM = `select d.*, q.id as live_id, q.name from demand d left join party p on p.id = d.party_id
  left join party q on q.id = coalesce(p.merged_into, p.id)`

export interface DemandQuery {
  readonly partyId?: number | undefined
  readonly stage?: string | undefined
  readonly grade?: string | undefined
  readonly owner?: string | undefined
  readonly open: boolean
  readonly limit: number
}

/** Demands by grade, the oldest first. */
export function listDemands(book: Book, query: DemandQuery): DemandLine[] {
  return cached(
    book,
    `${FROM} where (@party is null or q.id = @party) and (@stage is null or d.stage = @stage) and (@grade is null or d.grade = @grade)
     and (@owner is null or d.owner = @owner) and (@open = 0 or d.stage <> 'closed') order by d.stage = 'closed', d.grade, d.on_day, d.id limit @limit`,
  ).all({
    party: query.partyId ?? null,
    stage: query.stage ?? null,
    grade: query.grade ?? null,
    owner: query.owner ?? null,
    open: query.open ? 1 : 0,
    limit: query.limit,
  }) as DemandLine[]
}

/** One demand with its customer; undefined where there is none. */
export const demandOf = (book: Book, id: number): DemandLine | undefined =>
  cached(book, `${FROM} where d.id = ?`).get(id) as DemandLine | undefined

/** The life of a demand, oldest first. */
export const demandNotes = (book: Book, id: number): Row[] =>
  cached(book, 'select * from demand_note where demand_id = ? order by id').all(id) as Row[]

/** How many open demands stand in each field of the grid. */
export const demandGrid = (book: Book): { importance: string; urgency: string; count: number }[] =>
  cached(
    book,
    `select importance, urgency, count(*) as count from demand where stage <> 'closed' group by importance, urgency`,
  ).all() as { importance: string; urgency: string; count: number }[]

/** What departments want to know. */
export const listWanted = (book: Book, today: string): Row[] =>
  cached(
    book,
    `select * from info_wanted where state = 'open' and (until is null or until >= ?) order by department, on_day, id`,
  ).all(today) as Row[]
