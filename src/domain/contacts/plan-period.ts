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

/** A plan is late when its day, week or month is over and nothing was done; not before. */
export const isPlanLate = (
  plan: { readonly state: string; readonly on_day: string; readonly grain: string },
  today: IsoDate,
): boolean => plan.state === 'open' && periodAround(plan.on_day, plan.grain).to <= today
