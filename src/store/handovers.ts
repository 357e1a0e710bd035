import type { IsoInstant } from '../model/units.ts'
import { type Book, inTransaction } from './book.ts'

/** One step of the reporting chain: a report handed from a sender to a receiver. */
export interface Handover {
  readonly entry: string
  readonly report: string
  readonly period: string
  readonly sender: string
  readonly receiver: string
  /** Wall clock in the book's time zone. */
  readonly dueAt: string
  readonly sentAt: IsoInstant
  readonly place: string
}

export interface HandoverLine extends Handover {
  readonly id: number
  readonly receivedAt: IsoInstant | null
  readonly receivedBy: string | null
}

/** Records what was handed over; once for each period and receiver. */
export function addHandover(book: Book, one: Handover): void {
  inTransaction(book, () =>
    book.sqlite
      .prepare(
        `insert into handover (entry, report, period, sender, receiver, due_at, sent_at, place)
         values (@entry, @report, @period, @sender, @receiver, @dueAt, @sentAt, @place)
         on conflict (entry, period, receiver) do update set sent_at = excluded.sent_at, place = excluded.place`,
      )
      .run(one),
  )
}

/** What was handed over, newest first. */
export function listHandovers(book: Book, limit: number): HandoverLine[] {
  return book.sqlite
    .prepare(
      `select id, entry, report, period, sender, receiver, due_at as dueAt, sent_at as sentAt, place, received_at as receivedAt, received_by as receivedBy
       from handover order by id desc limit ?`,
    )
    .all(limit) as HandoverLine[]
}

/** Periods of an entry that a receiver has; `any` says whether the entry was ever handed to anyone. */
export function handedOver(
  book: Book,
  entry: string,
): { readonly has: (period: string, receiver: string) => boolean; readonly any: boolean } {
  const rows = book.sqlite.prepare('select period, receiver from handover where entry = ?').raw().all(entry) as [
    string,
    string,
  ][]
  const keys = new Set(rows.map((row) => JSON.stringify(row)))
  return { has: (period, receiver) => keys.has(JSON.stringify([period, receiver])), any: rows.length > 0 }
}

/** Marks reports as received; gives back how many were not yet. */
export function markReceived(book: Book, ids: readonly number[], at: IsoInstant, by: string): number {
  return inTransaction(book, () => {
    const mark = book.sqlite.prepare(
      'update handover set received_at = ?, received_by = ? where id = ? and received_at is null',
    )
    return ids.reduce((count, id) => count + mark.run(at, by, id).changes, 0)
  })
}
