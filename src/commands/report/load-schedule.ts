import { dirname } from 'node:path'
import { reportNames } from '../../domain/reports/index.ts'
import { builtinSchedule, parseSchedule } from '../../domain/schedule/entries.ts'
import { readPolicyFile } from '../../files/read-policy.ts'
import type { ScheduleEntry } from '../../model/schedule.ts'
import type { Book } from '../../store/book.ts'
import type { Context } from '../context.ts'
import { policyBroken } from '../policies/load.ts'
import { loadOwnReports } from './own.ts'

/** Who gets which report when: `policies/reports.yaml` beside the book, else the built-in chain. @throws {KehuError} `policy-broken` */
export function loadSchedule(ctx: Context, book: Book): readonly ScheduleEntry[] {
  const file = readPolicyFile(dirname(book.path), 'reports')
  if (file === undefined) return builtinSchedule(ctx.lang)
  const outcome = parseSchedule(file.value, [...reportNames, ...loadOwnReports(ctx, book).map(({ key }) => key)])
  if (outcome.ok) return outcome.value
  throw policyBroken(ctx, file.path, outcome.faults, file.lineOf)
}
