import { bad, good, type Parsed } from '../model/parsed.ts'
import type { Period } from '../model/report.ts'
import type { IsoDate } from '../model/units.ts'
import { addDays, addMonths, dateOf, isIsoDate, partsOf, toDayNumber, weekday } from './calendar.ts'

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'span'

const pad = (value: number): string => String(value).padStart(2, '0')

/** Monday of an ISO week. Source: ISO 8601: week 1 holds the year's first Thursday. */
function mondayOf(year: number, week: number): IsoDate {
  const fourth = dateOf(year, 1, 4)
  return addDays(fourth, (week - 1) * 7 + 1 - weekday(fourth))
}

/** ISO week of a day; around New Year its year is not the day's. */
export function isoWeek(day: IsoDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekday(day))
  const [year] = partsOf(thursday)
  return { year, week: Math.floor((toDayNumber(thursday) - toDayNumber(dateOf(year, 1, 1))) / 7) + 1 }
}

/** 52 or 53. */
export function weeksInYear(year: number): number {
  return isoWeek(dateOf(year, 12, 28)).week
}

/** The period of a kind that a day lies in. */
export function periodOf(kind: Exclude<PeriodKind, 'span'>, day: IsoDate): Period {
  const [year, month] = partsOf(day)
  switch (kind) {
    case 'day':
      return { from: day, to: addDays(day, 1), name: day }
    case 'week': {
      const { year: weekYear, week } = isoWeek(day)
      const from = mondayOf(weekYear, week)
      return { from, to: addDays(from, 7), name: `${weekYear}-W${pad(week)}` }
    }
    case 'month': {
      const from = dateOf(year, month, 1)
      return { from, to: addMonths(from, 1), name: from.slice(0, 7) }
    }
    case 'quarter': {
      const quarter = Math.ceil(month / 3)
      const from = dateOf(year, quarter * 3 - 2, 1)
      return { from, to: addMonths(from, 3), name: `${from.slice(0, 4)}-Q${quarter}` }
    }
    case 'year':
      return { from: dateOf(year, 1, 1), to: dateOf(year + 1, 1, 1), name: dateOf(year, 1, 1).slice(0, 4) }
  }
}

/** What kind a period's name says it is. */
export function kindOf(period: Period): PeriodKind {
  if (/^\d{4}-W\d{2}$/.test(period.name)) return 'week'
  if (/^\d{4}-\d{2}-\d{2}$/.test(period.name)) return 'day'
  if (/^\d{4}-\d{2}$/.test(period.name)) return 'month'
  if (/^\d{4}-Q\d$/.test(period.name)) return 'quarter'
  return /^\d{4}$/.test(period.name) ? 'year' : 'span'
}

/** The period of the same kind, or a span of the same length, that ends where this one begins. */
export function previousPeriod(period: Period): Period {
  const kind = kindOf(period)
  if (kind !== 'span') return periodOf(kind, addDays(period.from, -1))
  return spanOf(addDays(period.from, toDayNumber(period.from) - toDayNumber(period.to)), period.from)
}

/** The period of the same kind, or a span of the same length, that begins where this one ends. */
export function nextPeriod(period: Period): Period {
  const kind = kindOf(period)
  if (kind !== 'span') return periodOf(kind, period.to)
  return spanOf(period.to, addDays(period.to, toDayNumber(period.to) - toDayNumber(period.from)))
}

/** The same period of the year before; week 53 is held against week 52 where that year has no week 53. */
export function yearAgo(period: Period): Period {
  const kind = kindOf(period)
  if (kind === 'week') {
    const { year, week } = isoWeek(period.from)
    return periodOf('week', mondayOf(year - 1, Math.min(week, weeksInYear(year - 1))))
  }
  if (kind !== 'span') return periodOf(kind, addMonths(period.from, -12))
  const from = addMonths(period.from, -12)
  return spanOf(from, addDays(from, toDayNumber(period.to) - toDayNumber(period.from)))
}

/** The last few periods before this one, oldest first. */
export function periodsBefore(period: Period, count: number): Period[] {
  const periods: Period[] = []
  for (let each = previousPeriod(period); periods.length < count; each = previousPeriod(each)) periods.unshift(each)
  return periods
}

/** Every civil day of a period, in order. */
export function daysOf(period: Period): IsoDate[] {
  const first = toDayNumber(period.from)
  return Array.from({ length: toDayNumber(period.to) - first }, (_, index) => addDays(period.from, index))
}

/** `to` is the first day that is not in it; the name says the last one that is. */
export function spanOf(from: IsoDate, to: IsoDate): Period {
  return { from, to, name: `${from}..${addDays(to, -1)}` }
}

const relative = new Map<string, readonly [kind: Exclude<PeriodKind, 'span'>, back: 0 | 1]>([
  ['today', ['day', 0]],
  ['yesterday', ['day', 1]],
  ['this-week', ['week', 0]],
  ['last-week', ['week', 1]],
  ['this-month', ['month', 0]],
  ['last-month', ['month', 1]],
  ['this-quarter', ['quarter', 0]],
  ['last-quarter', ['quarter', 1]],
  ['this-year', ['year', 0]],
  ['last-year', ['year', 1]],
  ['今天', ['day', 0]],
  ['昨天', ['day', 1]],
  ['本周', ['week', 0]],
  ['上周', ['week', 1]],
  ['本月', ['month', 0]],
  ['上月', ['month', 1]],
  ['本季度', ['quarter', 0]],
  ['上季度', ['quarter', 1]],
  ['今年', ['year', 0]],
  ['去年', ['year', 1]],
])

/**
 * A period as people name it: `2026-W47`, `2026-11`, `2026-Q4`, `2026`, `2026-11-22`, `2026-11-01..2026-11-15` (both days in it), `last-week`, `上周`.
 *
 * Reasons: `period-unreadable`, `period-no-such-week`, `period-no-such-day`, `period-backwards`.
 */
export function parsePeriod(text: string, today: IsoDate): Parsed<Period> {
  const asked = text.trim()
  const known = relative.get(asked.toLowerCase())
  if (known !== undefined) {
    const period = periodOf(known[0], today)
    return good(known[1] === 1 ? previousPeriod(period) : period)
  }
  const span = /^(\d{4}-\d{2}-\d{2})(?:\.\.|~|至)(\d{4}-\d{2}-\d{2})$/.exec(asked)
  if (span !== null) return parseSpan(asked, span[1]!, span[2]!)
  const week = /^(\d{4})-?w(\d{1,2})$/i.exec(asked)
  if (week !== null) return parseWeek(asked, Number(week[1]), Number(week[2]))
  const quarter = /^(\d{4})-?q([1-4])$/i.exec(asked)
  if (quarter !== null) return good(periodOf('quarter', dateOf(Number(quarter[1]), Number(quarter[2]) * 3, 1)))
  if (/^\d{4}$/.test(asked)) return good(periodOf('year', `${asked}-01-01`))
  if (/^\d{4}-\d{2}$/.test(asked))
    return isIsoDate(`${asked}-01`)
      ? good(periodOf('month', `${asked}-01`))
      : bad('period-no-such-day', { text: asked })
  if (/^\d{4}-\d{2}-\d{2}$/.test(asked))
    return isIsoDate(asked) ? good(periodOf('day', asked)) : bad('period-no-such-day', { text: asked })
  return bad('period-unreadable', { text: asked })
}

function parseSpan(text: string, from: string, last: string): Parsed<Period> {
  if (!isIsoDate(from) || !isIsoDate(last)) return bad('period-no-such-day', { text })
  return last < from ? bad('period-backwards', { text }) : good(spanOf(from, addDays(last, 1)))
}

function parseWeek(text: string, year: number, week: number): Parsed<Period> {
  if (week < 1 || week > weeksInYear(year)) return bad('period-no-such-week', { text, year, weeks: weeksInYear(year) })
  return good(periodOf('week', mondayOf(year, week)))
}
