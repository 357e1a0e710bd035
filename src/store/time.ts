import type { IsoDate, IsoInstant } from '../model/units.ts'
import type { Book } from './book.ts'
import { readSettings } from './settings.ts'

/** The civil day of an instant in the book's own time zone; each instant is worked out once. */
export function bookDays(book: Book): (at: IsoInstant) => IsoDate {
  // Swedish writes days as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: readSettings(book).time_zone, dateStyle: 'short' })
  const known = new Map<IsoInstant, IsoDate>()
  return (at) => {
    const day = known.get(at) ?? format.format(new Date(at))
    known.set(at, day)
    return day
  }
}
