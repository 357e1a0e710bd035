import type { IsoDate } from '../model/units.ts'
import type { Book } from './book.ts'
import type { Operation } from './journal.ts'

export type RequestKind = 'correction' | 'ask'
export type RequestState = 'open' | 'done' | 'refused' | 'unanswered'

/** 更正申请, which a customer made of us (`correction`), or our asking a customer for news (`ask`). */
export interface UpdateRequest {
  readonly id: number
  readonly partyId: number
  readonly name: string
  readonly kind: RequestKind
  readonly fields: string | null
  readonly wanted: string | null
  readonly way: string | null
  readonly askedOn: IsoDate
  readonly dueOn: IsoDate | null
  readonly staff: string
  readonly state: RequestState
  readonly answeredOn: IsoDate | null
  readonly answer: string | null
}

const COLUMNS = `r.id, r.party_id as partyId, p.name, r.kind, r.fields, r.wanted, r.way, r.asked_on as askedOn, r.due_on as dueOn, r.staff, r.state,
  r.answered_on as answeredOn, r.answer`

export type NewRequest = Omit<UpdateRequest, 'id' | 'name' | 'state' | 'answeredOn' | 'answer'>

/** Adds a request that waits for its answer; returns its number. */
export function addRequest(operation: Operation, one: NewRequest): number {
  return operation.insert('update_request', {
    party_id: one.partyId,
    kind: one.kind,
    fields: one.fields,
    wanted: one.wanted,
    way: one.way,
    asked_on: one.askedOn,
    due_on: one.dueOn,
    staff: one.staff,
    state: 'open',
  })
}

export interface RequestQuery {
  readonly kind?: RequestKind
  /** All states where nothing is told. */
  readonly state?: RequestState
  /** Open, and due before this day. */
  readonly overdueOn?: IsoDate
  readonly limit: number
}

/** Requests, those due first. */
export function listRequests(book: Book, { kind, state, overdueOn, limit }: RequestQuery): UpdateRequest[] {
  return book.sqlite
    .prepare(
      `select ${COLUMNS} from update_request r join party p on p.id = r.party_id
       where (@kind is null or r.kind = @kind) and (@state is null or r.state = @state)
         and (@overdueOn is null or (r.state = 'open' and r.due_on < @overdueOn))
       order by r.state <> 'open', r.due_on is null, r.due_on, r.id limit @limit`,
    )
    .all({ kind: kind ?? null, state: state ?? null, overdueOn: overdueOn ?? null, limit }) as UpdateRequest[]
}

/** A request by number; undefined where there is none. */
export const findRequest = (book: Book, id: number): UpdateRequest | undefined =>
  book.sqlite
    .prepare(`select ${COLUMNS} from update_request r join party p on p.id = r.party_id where r.id = ?`)
    .get(id) as UpdateRequest | undefined

/** Writes down what became of a request. */
export function answerRequest(
  operation: Operation,
  id: number,
  {
    state,
    answeredOn,
    answer,
  }: { readonly state: RequestState; readonly answeredOn: IsoDate; readonly answer: string | null },
): void {
  operation.update('update_request', id, { state, answered_on: answeredOn, answer })
}

/** Customers that were asked for news and have not answered yet. */
export const askedAlready = (book: Book): ReadonlySet<number> =>
  new Set(
    book.sqlite
      .prepare(`select party_id from update_request where kind = 'ask' and state = 'open'`)
      .pluck()
      .all() as number[],
  )
