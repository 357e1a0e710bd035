import { businessDay } from '../domain/calendar.ts'
import type { IsoDate } from '../model/units.ts'
import { type Book, inTransaction } from '../store/book.ts'
import { type Operation, startOperation } from '../store/journal.ts'
import { readSettings } from '../store/settings.ts'
import type { Context } from './context.ts'

/** Today in the book's own time zone. */
export const todayOf = (ctx: Context, book: Book): IsoDate => businessDay(ctx.now(), readSettings(book).time_zone)

/** One step of work as an operation: all of it is journalled and can be taken back, or nothing is written. */
export function write<T>(
  ctx: Context,
  book: Book,
  what: { readonly kind: string; readonly reason?: string | undefined },
  step: (operation: Operation) => { readonly result: T; readonly summary: Readonly<Record<string, unknown>> },
): { readonly result: T; readonly operation: number } {
  return inTransaction(book, () => {
    const operation = startOperation(book, {
      kind: what.kind,
      command: ctx.commandLine,
      staff: ctx.staff,
      at: ctx.now(),
      ...(what.reason === undefined ? {} : { reason: what.reason }),
    })
    const { result, summary } = step(operation)
    operation.finish(ctx.now(), summary)
    return { result, operation: operation.id }
  })
}
