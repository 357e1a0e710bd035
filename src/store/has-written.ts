import type { Book } from './book.ts'

/** Whether anything was written since the book was opened. */
export const hasWritten = ({ sqlite }: Book): boolean =>
  sqlite.open && sqlite.prepare('select total_changes()').pluck().get() !== 0
