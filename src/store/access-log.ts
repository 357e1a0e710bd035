import type { IsoInstant } from '../model/units.ts'
import { type Book, inTransaction } from './book.ts'

/** What left the book, or was looked at in bulk. */
export interface Access {
  readonly at: IsoInstant
  readonly staff: string
  /** `export customers customers.xlsx`, `report weekly` … */
  readonly what: string
  readonly filter: string | null
  readonly rows: number
  readonly sha256: string | null
}

/** Notes who took what out of the book (SEC-08). */
export function logAccess(book: Book, { at, staff, what, filter, rows, sha256 }: Access): void {
  inTransaction(book, () =>
    book.sqlite
      .prepare('insert into access_log (at, staff, what, filter, rows, sha256) values (?, ?, ?, ?, ?, ?)')
      .run(at, staff, what, filter, rows, sha256),
  )
}
