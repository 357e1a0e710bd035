import type { IsoDate } from '../model/units.ts'
import type { Book } from './book.ts'
import { cached } from './journal.ts'

/** The last review of rights that was signed; undefined before the first. */
export const lastReview = (
  book: Book,
): { readonly signedOn: IsoDate; readonly signedBy: string; readonly dueOn: IsoDate } | undefined =>
  cached(
    book,
    `select signed_on as signedOn, signed_by as signedBy, due_on as dueOn from access_review
     where signed_on is not null order by id desc limit 1`,
  ).get() as { signedOn: IsoDate; signedBy: string; dueOn: IsoDate } | undefined
