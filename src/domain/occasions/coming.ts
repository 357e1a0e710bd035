import type { PartialDate } from '../../model/intake.ts'
import type { IsoDate } from '../../model/units.ts'
import { dateOf, toDayNumber } from '../calendar.ts'
import { daysInMonth } from '../normalize/civil.ts'
import { lunarToSolar } from '../normalize/lunar.ts'

/** A day that comes round. */
export interface Coming {
  readonly on: IsoDate
  readonly inDays: number
  /** Which one it is (the 41st birthday); null where the year isn't known. */
  readonly years: number | null
}

/**
 * The next time a remembered day comes, on `today` or later; null for one without month and day, or one yet to be born.
 *
 * 29 February is kept on the 28th where the year has none; a lunar leap month on the plain one; a 腊月三十 on the 29th
 * where that month is short.
 */
export function nextOccasion(partial: PartialDate, today: IsoDate): Coming | null {
  const on = partial.startsWith('lunar:') ? nextLunar(partial, today) : nextSolar(partial, today)
  if (on === null) return null
  return { on, inDays: toDayNumber(on) - toDayNumber(today), years: yearsUntil(partial, on) }
}

function nextSolar(partial: PartialDate, today: IsoDate): IsoDate | null {
  const [, bornIn, month = '', day = ''] = /^(?:(\d{4})|-)-(\d\d)-(\d\d)$/.exec(partial) ?? []
  if (day === '') return null
  for (let year = Number(today.slice(0, 4)); ; year++) {
    const on = dateOf(year, Number(month), Math.min(Number(day), daysInMonth(year, Number(month))))
    if (on >= today && (bornIn === undefined || year > Number(bornIn))) return on
    if (year > 2200) return null
  }
}

function nextLunar(partial: PartialDate, today: IsoDate): IsoDate | null {
  const year = Number(today.slice(0, 4))
  for (const one of [year, year + 1, year + 2]) {
    const found = lunarToSolar(partial, one).find((day) => day >= today)
    if (found !== undefined) return found
  }
  return null
}

/** Years by the calendar the day is told in: the last lunar months fall into the next civil year. */
function yearsUntil(partial: PartialDate, on: IsoDate): number | null {
  const [, lunar, year, month = ''] = /^(lunar:)?(\d{4})-(\d\d)/.exec(partial) ?? []
  if (year === undefined) return null
  const late = lunar !== undefined && Number(month) >= 10 && Number(on.slice(5, 7)) <= 2 ? 1 : 0
  const years = Number(on.slice(0, 4)) - late - Number(year)
  return years > 0 ? years : null
}
