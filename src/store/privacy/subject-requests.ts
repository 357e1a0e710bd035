import type { IsoDate, IsoInstant } from '../../model/units.ts'
import { type Book, inTransaction } from '../book.ts'
import { cached, type Operation, startOperation } from '../journal.ts'

/** What a person may ask for. Source: PIPL articles 44 to 48. */
export const requestKinds = [
  'access',
  'copy',
  'correct',
  'complete',
  'delete',
  'transfer',
  'explain',
  'withdraw',
] as const
export type RequestKind = (typeof requestKinds)[number]

export interface SubjectRequest {
  readonly id: number
  readonly partyId: number
  readonly name: string
  readonly kind: RequestKind
  readonly askedOn: IsoDate
  readonly way: string | null
  readonly wanted: string | null
  /** How it was made sure that it is them who ask. */
  readonly identity: string | null
  readonly dueOn: IsoDate
  readonly staff: string
  readonly state: 'open' | 'done' | 'refused'
  readonly answeredOn: IsoDate | null
  readonly answer: string | null
  readonly sha256: string | null
}

const COLUMNS = `r.id, r.party_id as partyId, p.name, r.kind, r.asked_on as askedOn, r.way, r.wanted, r.identity,
  r.due_on as dueOn, r.staff, r.state, r.answered_on as answeredOn, r.answer, r.sha256`
const FROM = 'from subject_request r join party p on p.id = r.party_id'

/** Takes down what a person asks for. */
export const addSubjectRequest = (
  operation: Operation,
  one: Pick<SubjectRequest, 'partyId' | 'kind' | 'askedOn' | 'way' | 'wanted' | 'identity' | 'dueOn' | 'staff'>,
): number =>
  operation.insert('subject_request', {
    party_id: one.partyId,
    kind: one.kind,
    asked_on: one.askedOn,
    way: one.way,
    wanted: one.wanted,
    identity: one.identity,
    due_on: one.dueOn,
    staff: one.staff,
  })

/** Requests, open ones by the day they are due first. */
export const listSubjectRequests = (book: Book, all: boolean): SubjectRequest[] =>
  cached(
    book,
    `select ${COLUMNS} ${FROM} where @all = 1 or r.state = 'open' order by r.state <> 'open', r.due_on, r.id`,
  ).all({ all: all ? 1 : 0 }) as SubjectRequest[]

/** One request; undefined where there is none. */
export const findSubjectRequest = (book: Book, id: number): SubjectRequest | undefined =>
  cached(book, `select ${COLUMNS} ${FROM} where r.id = ?`).get(id) as SubjectRequest | undefined

/** The open request for deletion of a person: the one that is told, else the oldest. Undefined where there is none. */
export const openRequestOf = (book: Book, partyId: number, told: number | undefined): number | undefined =>
  cached(
    book,
    `select id from subject_request where party_id = @partyId and state = 'open' and kind = 'delete'
     and (@told is null or id = @told) order by asked_on, id limit 1`,
  )
    .pluck()
    .get({ partyId, told: told ?? null }) as number | undefined

/** Closes a request for deletion once it was done; a step of its own, because an erasure journals nothing else. */
export function finishRequest(
  book: Book,
  command: string,
  done: { readonly id: number; readonly staff: string; readonly at: IsoInstant; readonly today: IsoDate },
): void {
  inTransaction(book, () => {
    const operation = startOperation(book, {
      kind: 'privacy',
      command: command.split(' ', 3).join(' '),
      staff: done.staff,
      at: done.at,
    })
    operation.update('subject_request', done.id, { state: 'done', answered_on: done.today })
    operation.finish(done.at, { request: done.id })
  })
}

/** People who are in the book only because they are tied to these: family, driver, contact person. */
export const affiliatesOf = (book: Book, ids: readonly number[]): number[] => {
  const members = `(${ids.map(Number).join(', ')})`
  return book.sqlite
    .prepare(
      `select distinct p.id from relation r join party p on p.id = case when r.from_id in ${members} then r.to_id else r.from_id end
       where (r.from_id in ${members} or r.to_id in ${members}) and p.id not in ${members} and p.kind = 'person'
       and p.status = 'active' and not exists (select 1 from customer k where k.party_id = p.id) order by p.id`,
    )
    .pluck()
    .all() as number[]
}
