import type { IsoDate } from '../../model/units.ts'
import { addDays, addMonths } from '../calendar.ts'

/** A task of the standard plan; its title is `plan.<key>` in the catalogue. */
export interface PlannedTask {
  readonly phase: 'first' | 'verify' | 'periodic'
  readonly key: string
  readonly startsOn: IsoDate
  readonly dueOn: IsoDate
  readonly everyDays: number | null
}

/**
 * The plan a new customer book begins with: a month of first collection, three of collecting and verifying, then the
 * round of every month, quarter and half year.
 */
export function standardPlan(start: IsoDate): PlannedTask[] {
  const [month, four] = [addMonths(start, 1), addMonths(start, 4)]
  const first = (key: string, from: IsoDate, to: IsoDate): PlannedTask => ({
    phase: 'first',
    key,
    startsOn: from,
    dueOn: addDays(to, -1),
    everyDays: null,
  })
  const verify = (key: string, at: number): PlannedTask => ({
    phase: 'verify',
    key,
    startsOn: addMonths(start, at),
    dueOn: addDays(addMonths(start, at + 1), -1),
    everyDays: null,
  })
  const periodic = (key: string, everyDays: number): PlannedTask => ({
    phase: 'periodic',
    key,
    startsOn: four,
    dueOn: addDays(four, everyDays),
    everyDays,
  })
  return [
    first('gather', start, addDays(start, 14)),
    first('import', addDays(start, 7), addDays(start, 21)),
    first('dedupe', addDays(start, 14), month),
    verify('verify-base', 1),
    verify('verify-credit', 2),
    verify('verify-decision', 3),
    periodic('check', 30),
    periodic('clean', 90),
    periodic('verify-due', 30),
    periodic('review-plan', 180),
  ]
}
