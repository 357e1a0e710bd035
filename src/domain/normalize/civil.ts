import type { IsoDate } from '../../model/units.ts'

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of a month (1..12), leap years counted. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return monthDays[month - 1] ?? 0
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

export const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/** `YYYY-MM-DD`, or null where there is no such day. */
export function isoDay(year: number, month: number, day: number): IsoDate | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && year >= 0 && year <= 9999) || day > daysInMonth(year, month))
    return null
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Days since 1970-01-01. */
export function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** The civil day so many days after 1970-01-01. */
export function dayOf(days: number): IsoDate {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfYear - Math.floor((153 * mp + 2) / 5) + 1)}`
}

/** The civil day of an Excel serial (1900 system), its false 29 February 1900 left out; null outside 1900..2199. */
export function daySerial(serial: number): IsoDate | null {
  const whole = Math.floor(serial)
  if (!(whole >= 1 && whole <= 109_574) || whole === 60) return null
  return dayOf(whole - (whole > 60 ? 25569 : 25568))
}
