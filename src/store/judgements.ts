import type { IsoDate } from '../model/units.ts'
import type { Book } from './book.ts'
import type { Operation } from './journal.ts'

/** What somebody holds a customer to be: signed and dated. */
export interface Judgement {
  readonly kind: string
  readonly value: string
  readonly author: string
  readonly on: IsoDate
  readonly note: string | null
}

/** Signed opinions of a customer and of those merged into it, newest first. */
export function judgementsOf({ sqlite }: Book, partyId: number): Judgement[] {
  return sqlite
    .prepare(
      `select kind, value, author, on_day as "on", note from judgement
       where party_id in (select id from party where id = @id or merged_into = @id) order by on_day desc, id desc`,
    )
    .all({ id: partyId }) as Judgement[]
}

/** Keeps one inside `operation`; earlier ones of the kind stay as what was held then. */
export function addJudgement(operation: Operation, partyId: number, { on, ...row }: Judgement): number {
  return operation.insert('judgement', { party_id: partyId, ...row, on_day: on })
}
