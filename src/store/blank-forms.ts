import type { Book } from './book.ts'
import { cached } from './journal.ts'

/** A printed sheet and who took it. */
export interface BlankSheet {
  readonly number: string
  readonly form: string
  readonly takenBy: string
  readonly on: string
  readonly returnedOn: string | null
}

/** Every sheet that was handed out, newest first. */
export const listBlankForms = (book: Book): BlankSheet[] =>
  cached(
    book,
    `select number, form, taken_by as takenBy, on_day as "on", returned_on as returnedOn from blank_form order by id desc`,
  ).all() as BlankSheet[]

/** Whether a printed sheet of this number stands in the register. */
export const isHandedOut = (book: Book, number: string): boolean =>
  cached(book, 'select 1 from blank_form where number = ?').get(number) !== undefined

/** The highest number handed out of a form (`F1-000012` → 12); 0 before the first. */
export const lastSheet = (book: Book, formNumber: string): number =>
  Number(
    cached(
      book,
      `select coalesce(max(cast(substr(number, ?) as integer)), 0) from blank_form where number like ? || '-%'`,
    )
      .pluck()
      .get(formNumber.length + 2, formNumber),
  )
