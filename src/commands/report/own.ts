import { dirname } from 'node:path'
import { maskView } from '../../domain/masking.ts'
import { reportNames } from '../../domain/reports/index.ts'
import { computeOwn, ownKeys } from '../../domain/reports/own/compute.ts'
import { type OwnReport, ownColumns, parseOwnReport } from '../../domain/reports/own/definition.ts'
import { ownView } from '../../domain/reports/own/view.ts'
import { readPolicyFolder } from '../../files/read-policy.ts'
import type { CustomerFilter } from '../../model/fact-query.ts'
import type { ReportView } from '../../model/report.ts'
import type { Book } from '../../store/book.ts'
import { readExportRows } from '../../store/export/read-export.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { policyBroken } from '../policies/load.ts'
import { reportContext } from './make.ts'
import { periodFor } from './query.ts'
import { membersOf } from './whom.ts'

/** The house's own reports, of `policies/reports/` beside the book. @throws {KehuError} `policy-broken` */
export function loadOwnReports(ctx: Context, book: Book): readonly OwnReport[] {
  const taken: string[] = [...reportNames]
  return readPolicyFolder(dirname(book.path), 'reports').map((file) => {
    const outcome = parseOwnReport(file.value, taken)
    if (!outcome.ok) throw policyBroken(ctx, file.path, outcome.faults, file.lineOf)
    taken.push(outcome.value.key)
    return outcome.value
  })
}

export interface OwnOptions {
  readonly period?: string | undefined
  readonly filter: CustomerFilter
  readonly limit: number
}

/** A report of the house; undefined where there is none of that name. */
export function makeOwnReport(ctx: Context, book: Book, name: string, options: OwnOptions): ReportView | undefined {
  const report = loadOwnReports(ctx, book).find(({ key, zh }) => key === name || zh === name)
  if (report === undefined) return undefined
  const period = periodFor(ctx, report, options.period, readSettings(book).time_zone)
  const keys = ownKeys(report)
  const known = ownColumns(report.from)
  const columns = keys.map(
    (key) => known.get(key) ?? { key, zh: key.slice(6), en: key.slice(6), type: 'text' as const },
  )
  const ids = membersOf(ctx, book, options.filter)
  const rows = readExportRows(book, {
    ...{ entity: report.from, keys, filter: options.filter, ...(ids === undefined ? {} : { ids }) },
    span: period === undefined || period.name === 'all' ? null : period,
  })
  const context = reportContext(ctx, book, period, options.filter)
  const view = {
    ...ownView(report, columns, computeOwn(report, columns, rows), context),
    madeOn: context.wallClock(ctx.now()),
  }
  return ctx.showPersonal ? view : maskView(view)
}
