import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import { isoDay, two } from './civil.ts'
import { century, type DateOptions, type DateReading, full, monthDay } from './date-reading.ts'

/** Reads two or three numbers: which is the year, the month and the day. */
export function readNumbers(raw: string, match: RegExpExecArray, options: DateOptions): Parsed<DateReading> {
  const [, first = '', second = '', third] = match
  const [a, b] = [Number(first), Number(second)]
  if (third === undefined) return readTwo(raw, first, a, b, options)
  const c = Number(third)
  if (first.length === 4) return a === 0 ? bad('date-missing') : full(a, b, c, raw)
  // 民國: 113/03/05
  if (first.length === 3)
    return a <= 200 ? full(a + 1911, b, c, raw, [{ code: 'date-minguo' }]) : bad('date-impossible', { value: raw })
  if (third.length === 4) return readDayFirst(raw, a, b, c, options)
  if (third.length === 3) return bad('date-unreadable', { value: raw })
  return raw.includes('/') ? readSlashes(raw, a, b, c, options) : readShortYear(raw, a, b, c, options)
}

function readTwo(raw: string, first: string, a: number, b: number, options: DateOptions): Parsed<DateReading> {
  if (first.length === 4)
    return b >= 1 && b <= 12 && a >= 1850 && a <= 2199
      ? good({ partial: `${a}-${two(b)}` })
      : bad('date-impossible', { value: raw })
  if (first.length === 3) return bad('date-unreadable', { value: raw })
  if (a > 12 && b <= 12 && options.order === 'dmy') return monthDay(b, a, raw, options)
  // 24.3 can only be a year and a month.
  if (a > 31 && b >= 1 && b <= 12) return good({ partial: `${century(a, options)}-${two(b)}` })
  return monthDay(a, b, raw, options)
}

/** 05/03/2024: which is the month only the column can tell, unless one number is too large or a dot says European. */
function readDayFirst(raw: string, a: number, b: number, year: number, options: DateOptions): Parsed<DateReading> {
  if (a > 12 || raw.includes('.')) return full(year, b, a, raw)
  if (b > 12 || a === b) return full(year, a, b, raw)
  if (options.order === undefined) return bad('date-ambiguous', { value: raw })
  const note: Reason[] = [{ code: 'date-order-from-column', params: { value: raw } }]
  return options.order === 'mdy' ? full(year, a, b, raw, note) : full(year, b, a, raw, note)
}

/** 3/5/24 is what Excel exports with the month first. */
function readSlashes(raw: string, a: number, b: number, c: number, options: DateOptions): Parsed<DateReading> {
  const ambiguous: Reason[] = [{ code: 'date-ambiguous', params: { value: raw } }]
  if (a > 31 || a === 0) return full(century(a, options), b, c, raw)
  if (a > 12) {
    // 31/12/24 can hardly be of 2031; 24/12/31 is of 2024.
    if (options.order === 'dmy' || (a >= 29 && c < 29 && b <= 12))
      return full(century(c, options), b, a, raw, options.order === 'dmy' ? undefined : ambiguous)
    return full(century(a, options), b, c, raw, c > 12 && c <= 31 ? undefined : ambiguous)
  }
  if (options.order === 'dmy' && b <= 12) return full(century(c, options), b, a, raw)
  if (b > 12 && isoDay(2000, a, b) !== null) return full(century(c, options), a, b, raw)
  return full(century(c, options), a, b, raw, options.order === undefined && a !== b ? ambiguous : undefined)
}

/** 24.3.5 and 24-3-5: year first, as Chinese is read. */
function readShortYear(raw: string, a: number, b: number, c: number, options: DateOptions): Parsed<DateReading> {
  if (b >= 1 && b <= 12 && c >= 1 && c <= 31) {
    const unsure = a <= 12 && a > 0 && c > 12
    return full(
      century(a, options),
      b,
      c,
      raw,
      unsure ? [{ code: 'date-ambiguous', params: { value: raw } }] : undefined,
    )
  }
  if (a >= 1 && a <= 12 && b <= 31) return full(century(c, options), a, b, raw)
  return full(century(c, options), b, a, raw)
}
