import type { CustomerFilter } from '../../model/fact-query.ts'
import type { ReportView } from '../../model/report.ts'
import type { Book } from '../../store/book.ts'
import type { Context } from '../context.ts'

/** Names of the house's own reports. */
export const ownReportNames = (_book: Book): readonly string[] => []

/** A report of the house; undefined where there is none of that name. */
export const makeOwnReport = (
  _ctx: Context,
  _book: Book,
  _name: string,
  _options: { period?: string | undefined; filter: CustomerFilter; limit: number },
): ReportView | undefined => undefined
