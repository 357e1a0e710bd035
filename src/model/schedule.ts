import type { CustomerFilter } from './fact-query.ts'
import type { IsoDate, Lang } from './units.ts'

/** Where a receiver gets a report; a file in the book's own `reports` folder where nothing is told. */
export interface Receiver {
  readonly name: string
  /** Absolute, or beside the book. */
  readonly folder?: string
  readonly email?: string
  readonly stdout?: boolean
}

export const scheduleFormats = ['html', 'xlsx', 'md', 'csv', 'json', 'text'] as const
export type ScheduleFormat = (typeof scheduleFormats)[number]

/** One line of the schedule: which report goes from whom to whom, when, in what form. */
export interface ScheduleEntry {
  readonly id: string
  /** A built-in report, or one of the house's own. */
  readonly report: string
  readonly every: 'day' | 'week' | 'month'
  /** 1 Monday … 7 Sunday; 1 … 31 of the month, the last day where it is shorter. */
  readonly on: number
  /** `HH:MM` in the book's time zone. */
  readonly at: string
  readonly formats: readonly ScheduleFormat[]
  readonly sender: string
  readonly receivers: readonly Receiver[]
  readonly filter: CustomerFilter
  readonly limit: number
  readonly lang?: Lang
}

/** A period whose report is due, and since when. */
export interface DuePeriod {
  readonly period: string
  readonly dueOn: IsoDate
  /** `YYYY-MM-DD HH:MM` in the book's time zone. */
  readonly dueAt: string
}
