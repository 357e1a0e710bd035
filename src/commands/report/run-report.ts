import { resolve } from 'node:path'
import type { CustomerFilter } from '../../model/fact-query.ts'
import type { ReportView } from '../../model/report.ts'
import { logAccess } from '../../store/access-log.ts'
import type { Book } from '../../store/book.ts'
import { addReportRun } from '../../store/report-runs.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { rowsOf } from './make.ts'
import { makeNamedReport } from './named.ts'
import { onlyTable, type ReportFormat, reportFormat, showReport, writeReport } from './write.ts'

export interface ReportOptions {
  readonly name: string
  readonly period: string | undefined
  readonly output: string | undefined
  readonly format: ReportFormat | undefined
  /** Only this table. */
  readonly only: string | undefined
  readonly filter: CustomerFilter
  readonly limit: number
}

/** Makes a report and shows it, or writes it to a file as a whole or not at all. */
export async function runReport(ctx: Context, options: ReportOptions): Promise<void> {
  const { name } = options
  const began = performance.now()
  const book = await ctx.openBook()
  const view = onlyTable(makeNamedReport(ctx, book, name, options), options.only)
  const path = options.output === undefined || options.output === '-' ? undefined : resolve(ctx.cwd, options.output)
  const format = options.format ?? reportFormat(ctx, path)
  if (path === undefined) await showReport(ctx, view, format)
  else {
    const sha256 = await writeReport(view, format, path)
    keepRecord(ctx, book, { view, format, path, sha256, began, filter: options.filter })
    note(ctx, ctx.say('report-written', { path }))
  }
  ctx.finish('done')
}

interface Made {
  readonly view: ReportView
  readonly format: ReportFormat
  readonly path: string
  readonly sha256: string
  readonly began: number
  readonly filter: CustomerFilter
}

/** A file that was made is kept in the list of reports, and what left the book in the access log. */
function keepRecord(ctx: Context, book: Book, { view, format, path, sha256, began, filter }: Made): void {
  const at = ctx.now()
  const rows = rowsOf(view)
  const words = Object.keys(filter).length === 0 ? null : JSON.stringify(filter)
  addReportRun(book, {
    ...{ report: view.key, entry: null, period: view.period?.name ?? '', madeAt: at, format, path, sha256, rows },
    milliseconds: Math.round(performance.now() - began),
    ...{ status: 'done', receiver: null, staff: ctx.staff, filter: words, error: null },
  })
  logAccess(book, { at, staff: ctx.staff, what: `report ${view.key} ${format} ${path}`, filter: words, rows, sha256 })
}
