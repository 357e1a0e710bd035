import { dayOf, daysInMonth, daysOf } from '../normalize/civil.ts'

/** Whole days from 1970-01-01 to a civil day `YYYY-MM-DD`; NaN when the text is no such day. */
export function dayNumber(text: string): number {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return Number.NaN
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8, 10))
  const exists = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? daysOf(year, month, day) : Number.NaN
}

/** The civil day of a day number. */
export const isoDay = (days: number): string => dayOf(days)
