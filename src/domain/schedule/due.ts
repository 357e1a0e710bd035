import type { DuePeriod, ScheduleEntry } from '../../model/schedule.ts'
import type { IsoDate } from '../../model/units.ts'
import { addDays, addMonths, toDayNumber, weekday } from '../calendar.ts'
import { periodOf } from '../period.ts'

/** What was missed longer ago is not caught up: nobody reads a year of old weeks. */
const MOST = 60

/**
 * The periods of an entry that are due at a wall clock (`YYYY-MM-DD HH:MM`), latest first.
 *
 * A report covers the period whose end is nearest to its due time: Monday 07:00 the week before, Friday 18:00 this week,
 * the 1st the month before, 18:30 the same day.
 */
export function duePeriods(
  entry: Pick<ScheduleEntry, 'every' | 'on' | 'at'>,
  now: string,
  most: number = MOST,
): DuePeriod[] {
  const due: DuePeriod[] = []
  let day = lastDueDay(entry, now.slice(0, 10))
  for (let tries = 0; due.length < most && tries <= most; tries++) {
    const dueAt = `${day} ${entry.at}`
    if (dueAt <= now) due.push({ period: coveredPeriod(entry, day), dueOn: day, dueAt })
    day = dayBefore(entry, day)
  }
  return due
}

/** The next due time after a wall clock. */
export function nextDue(entry: Pick<ScheduleEntry, 'every' | 'on' | 'at'>, now: string): DuePeriod {
  let day = lastDueDay(entry, now.slice(0, 10))
  while (`${day} ${entry.at}` <= now) day = dayAfter(entry, day)
  return { period: coveredPeriod(entry, day), dueOn: day, dueAt: `${day} ${entry.at}` }
}

type When = Pick<ScheduleEntry, 'every' | 'on' | 'at'>

function lastDueDay({ every, on }: When, today: IsoDate): IsoDate {
  if (every === 'day') return today
  if (every === 'week') return addDays(today, -((weekday(today) - on + 7) % 7))
  const day = inMonth(today, on)
  return day <= today ? day : inMonth(addMonths(today.slice(0, 8).concat('01'), -1), on)
}

const inMonth = (day: IsoDate, on: number): IsoDate => {
  const first = `${day.slice(0, 8)}01`
  return addDays(first, Math.min(on, toDayNumber(addMonths(first, 1)) - toDayNumber(first)) - 1)
}

function dayBefore({ every, on }: When, day: IsoDate): IsoDate {
  if (every === 'month') return inMonth(addMonths(`${day.slice(0, 8)}01`, -1), on)
  return addDays(day, every === 'week' ? -7 : -1)
}

function dayAfter({ every, on }: When, day: IsoDate): IsoDate {
  if (every === 'month') return inMonth(addMonths(`${day.slice(0, 8)}01`, 1), on)
  return addDays(day, every === 'week' ? 7 : 1)
}

function coveredPeriod({ every, at }: When, day: IsoDate): string {
  const period = periodOf(every, day)
  const hour = Number(at.slice(0, 2)) / 24
  const since = toDayNumber(day) - toDayNumber(period.from) + hour
  const left = toDayNumber(period.to) - toDayNumber(day) - hour
  return left <= since ? period.name : periodOf(every, addDays(period.from, -1)).name
}
