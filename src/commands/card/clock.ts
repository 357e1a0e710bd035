import { wallClock } from '../../domain/calendar.ts'
import type { Book } from '../../store/book.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'

/** The day and the time on the wall, where the book is. */
export function clockOf(ctx: Context, book: Book): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = wallClock(ctx.now(), readSettings(book).time_zone).split(' ')
  return { day, time }
}
