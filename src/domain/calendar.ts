import type { IsoDate, IsoInstant } from '../model/units.ts'

/** The book's own time zone, where none is set: days, weeks and deadlines are those of mainland China. */
export const defaultZone = 'Asia/Shanghai'

const msPerDay = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, format)
  return format
}

/** The wall clock of a zone at an instant, as milliseconds that read as if they were UTC. */
function wallMs(ms: number, zone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(ms)) parts[type] = Number(value)
  return Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!)
}

/** Civil day on which an instant falls in a zone: 16:00 UTC is already the next day in Shanghai. */
export function businessDay(instant: IsoInstant, zone: string = defaultZone): IsoDate {
  return toIsoDate(Math.floor(wallMs(Date.parse(instant), zone) / msPerDay))
}

/** Wall clock of a zone at an instant, `YYYY-MM-DD HH:MM`. */
export function wallClock(instant: IsoInstant, zone: string = defaultZone): string {
  return new Date(wallMs(Date.parse(instant), zone)).toISOString().slice(0, 16).replace('T', ' ')
}

/** First instant of a civil day in a zone; where the clock skips midnight, the first instant there is. */
export function startOfDay(day: IsoDate, zone: string = defaultZone): IsoInstant {
  const wanted = toDayNumber(day) * msPerDay
  let ms = wanted - (wallMs(wanted, zone) - wanted)
  // The offset may change between the guess and the day's start: a second look settles it.
  ms -= wallMs(ms, zone) - wanted
  if (businessDay(new Date(ms).toISOString(), zone) < day) ms += 3_600_000
  return new Date(ms).toISOString()
}

/** Days since 1970-01-01. */
export function toDayNumber(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00Z`) / msPerDay
}

/** Civil day of a number of days since 1970-01-01. */
export function toIsoDate(dayNumber: number): IsoDate {
  return new Date(dayNumber * msPerDay).toISOString().slice(0, 10)
}

/** The day so many days later; earlier where negative. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return toIsoDate(toDayNumber(day) + days)
}

/** Same day of another month; the last one where that month is shorter. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year, month, date] = partsOf(day)
  const count = year * 12 + month - 1 + months
  const first = dateOf(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1, 1)
  const length = toDayNumber(addDays(first, 31).slice(0, 8).concat('01')) - toDayNumber(first)
  return addDays(first, Math.min(date, length) - 1)
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: IsoDate): number {
  return ((((toDayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** Year, month 1..12 and day of the month. */
export function partsOf(day: IsoDate): [year: number, month: number, date: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}

/** The parts as a day; nothing is checked. */
export function dateOf(year: number, month: number, date: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
