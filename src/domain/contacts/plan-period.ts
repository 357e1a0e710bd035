import type { IsoDate } from '../../model/units.ts'
import { addDays, addMonths, dateOf, partsOf, weekday } from '../calendar.ts'

/** The day, the week from Monday, or the month that a day lies in; `to` is not included. */
export function periodAround(day: IsoDate, grain: string): { readonly from: IsoDate; readonly to: IsoDate } {
  if (grain === 'week') {
    const from = addDays(day, 1 - weekday(day))
    return { from, to: addDays(from, 7) }
  }
  if (grain === 'month') {
    const [year, month] = partsOf(day)
    const from = dateOf(year, month, 1)
    return { from, to: addMonths(from, 1) }
  }
  return { from: day, to: addDays(day, 1) }
}
