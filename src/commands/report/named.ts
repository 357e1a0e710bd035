import { isReportName, reportNames } from '../../domain/reports/index.ts'
import { KehuError } from '../../model/errors.ts'
import type { ReportView } from '../../model/report.ts'
import type { Book } from '../../store/book.ts'
import type { Context } from '../context.ts'
import { type MakeOptions, makeReport } from './make.ts'
import { loadOwnReports, makeOwnReport } from './own.ts'

/** Makes the report of this name, built in or the house's own. @throws {KehuError} `report-missing` */
export function makeNamedReport(ctx: Context, book: Book, name: string, options: MakeOptions): ReportView {
  if (isReportName(name)) return makeReport(ctx, book, name, options)
  const own = makeOwnReport(ctx, book, name, options)
  if (own !== undefined) return own
  const names = [...reportNames, ...loadOwnReports(ctx, book).map(({ key }) => key)]
  throw new KehuError('usage', 'report-missing', { name, names: names.join(' ') })
}
