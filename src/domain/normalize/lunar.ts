import type { PartialDate } from '../../model/intake.ts'
import type { IsoDate } from '../../model/units.ts'
import { dayOf, daysOf } from './civil.ts'
import { lunarYears } from './data/lunar-years.ts'

const firstYear = 1900

interface LunarYear {
  /** 正月初一 as days since 1970-01-01. */
  readonly start: number
  /** Month that comes twice, 0 for none. */
  readonly leap: number
  /** Bit i set where the i-th month of the year has 30 days. */
  readonly long: number
}

/** Null outside 1900..2100. Source: lunar-typescript. */
function lunarYear(year: number): LunarYear | null {
  const at = (year - firstYear) * 8
  if (at < 0 || at >= lunarYears.length) return null
  const entry = lunarYears.slice(at, at + 8)
  return {
    start: daysOf(year, Number(entry[0]), Number(entry.slice(1, 3))),
    leap: Number.parseInt(entry[3]!, 16),
    long: Number.parseInt(entry.slice(4), 16),
  }
}

/** The day of one lunar year; a leap month that year doesn't have is its plain month, a 30th it doesn't have the 29th. */
function solarDay(year: number, month: number, day: number, leap: boolean): number | null {
  const info = lunarYear(year)
  if (info === null) return null
  const index = month - 1 + (info.leap !== 0 && (month > info.leap || (leap && month === info.leap)) ? 1 : 0)
  let days = info.start
  for (let i = 0; i < index; i++) days += (info.long >> i) & 1 ? 30 : 29
  const length = (info.long >> index) & 1 ? 30 : 29
  return days + Math.min(day, length) - 1
}

const shape = /^lunar:(?:(\d{4})-)?(\d{2})-(\d{2})(L?)$/

/**
 * The civil days of one civil year on which a lunar day falls: none, one or two.
 *
 * `partial` is `lunar:08-15`, `lunar:1985-08-15` or `lunar:06-10L`; anything else gives none.
 */
export function lunarToSolar(partial: PartialDate, year: number): IsoDate[] {
  const match = shape.exec(partial)
  if (match === null) return []
  const found: IsoDate[] = []
  for (const lunar of [year - 1, year]) {
    const days = solarDay(lunar, Number(match[2]), Number(match[3]), match[4] === 'L')
    const iso = days === null ? '' : dayOf(days)
    if (iso.startsWith(`${year}-`)) found.push(iso)
  }
  return found
}

/** The civil day of a lunar date with its year (`lunar:1985-08-15`); null where the year is missing or outside 1900..2100. */
export function lunarBirthday(partial: PartialDate): IsoDate | null {
  const match = shape.exec(partial)
  if (match?.[1] === undefined) return null
  const days = solarDay(Number(match[1]), Number(match[2]), Number(match[3]), match[4] === 'L')
  return days === null ? null : dayOf(days)
}
