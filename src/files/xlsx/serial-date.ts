import type { Cell } from '../../model/sheet.ts'

/** What a number format shows of a number: nothing of a date, a day, a day with time, or a bare time. */
export type DateKind = 'none' | 'date' | 'datetime' | 'time'

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

const daySeconds = 86_400
/** 9999-12-31 */
const lastSerial = 2_958_465

/** A day of the proleptic Gregorian calendar from days since 1970-01-01. Source: H. Hinnant, civil_from_days. */
function civil(days: number): string {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** The day a whole serial shows; the day Excel invented (1900-02-29) and day 0 come back as it shows them. */
function dayOf(serial: number, date1904: boolean): string {
  if (date1904) return civil(serial - 24_107)
  if (serial === 60) return '1900-02-29'
  if (serial === 0) return '1900-01-00'
  return civil(serial - (serial < 60 ? 25_568 : 25_569))
}

function timeOf(seconds: number): string {
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
}

/**
 * A number under a date format, as Excel shows it; a number it cannot show as a date stays a number.
 *
 * The two days that never were (`1900-02-29`, `1900-01-00`) come back as text, so that no date is invented.
 */
export function dateCell(serial: number, kind: DateKind, date1904: boolean): Cell {
  if (kind === 'none' || !(serial >= 0) || serial > lastSerial + 1) return serial
  const total = Math.round(serial * daySeconds)
  const days = Math.floor(total / daySeconds)
  const seconds = total - days * daySeconds
  if (days === 0 && (kind === 'time' || seconds > 0) && !date1904) return { kind: 'date', iso: timeOf(seconds), serial }
  if (kind === 'time' && days === 0) return { kind: 'date', iso: timeOf(seconds), serial }
  const day = dayOf(days, date1904)
  if (!date1904 && (days === 60 || days === 0)) return day
  return { kind: 'date', iso: seconds === 0 ? day : `${day}T${timeOf(seconds)}`, serial }
}

/** A cell of type `d`: ISO 8601 text; what is no date stays text. */
export function isoCell(raw: string): Cell {
  const found = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(
    raw.trim(),
  )
  if (found === null || raw.trim() === '') return raw
  const [, year, month, day, hour, minute, second = '00'] = found
  const clock = hour === undefined ? 0 : (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / daySeconds
  const time = hour === undefined ? '' : `${hour}:${minute}:${second}`
  if (year === undefined) return { kind: 'date', iso: time, serial: clock }
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / (daySeconds * 1000) + 25_569
  const iso = clock === 0 ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${time}`
  return { kind: 'date', iso, serial: days + clock }
}
