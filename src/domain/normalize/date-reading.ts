import type { PartialDate } from '../../model/intake.ts'
import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import type { IsoDate } from '../../model/units.ts'
import { isoDay, two } from './civil.ts'

export interface DateReading {
  readonly partial: PartialDate
  /** Set where the day, the month and the year are known. */
  readonly iso?: IsoDate
  /** `HH:MM`, or `HH:MM:SS` where seconds are not 0. */
  readonly time?: string
  readonly lunar?: boolean
}

export interface DateOptions {
  /** Year of dates written without one: from a title, a sheet name, a neighbour. */
  readonly year?: number
  /** Order of dates such as 03/05/2024, where the column has shown it. */
  readonly order?: 'mdy' | 'dmy'
  /** Whether numbers and five-digit texts may be Excel serials; yes when not said. */
  readonly allowSerial?: boolean
  /** Two-digit years up to this are 20xx; 35 when not said. */
  readonly pivot?: number
  /** Years of two or three digits are those of 民國, as sheets of Taiwan write them. */
  readonly era?: 'roc'
}

/** A remark on days that programs put where none is known. */
export const placeholderNote = (iso: IsoDate): Reason[] | undefined =>
  iso === '1900-01-01' || iso === '1970-01-01' || iso === '1899-12-30'
    ? [{ code: 'date-placeholder', params: { value: iso } }]
    : undefined

/** A year of two or three digits in full. */
export function century(year: number, options: DateOptions): number {
  if (options.era === 'roc' && year < 200) return 1911 + year
  if (year > 99) return year
  return year <= (options.pivot ?? 35) ? 2000 + year : 1900 + year
}

/** A whole date, or why it is none. */
export function full(
  year: number,
  month: number,
  day: number,
  raw: string,
  notes?: readonly Reason[],
): Parsed<DateReading> {
  const iso = year >= 1850 && year <= 2199 ? isoDay(year, month, day) : null
  return iso === null
    ? bad('date-impossible', { value: raw })
    : good({ partial: iso, iso }, notes ?? placeholderNote(iso))
}

/** A day without its year: with the year that was told, else as `--MM-DD`. */
export function monthDay(month: number, day: number, raw: string, options: DateOptions): Parsed<DateReading> {
  if (isoDay(2000, month, day) === null) return bad('date-impossible', { value: raw })
  if (options.year === undefined) return good({ partial: `--${two(month)}-${two(day)}` })
  return full(options.year, month, day, raw, [{ code: 'year-taken-from-title', params: { year: options.year } }])
}
