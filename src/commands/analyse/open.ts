import { businessDay } from '../../domain/calendar.ts'
import type { ReportContext } from '../../domain/reports/spec.ts'
import type { IsoDate } from '../../model/units.ts'
import { type CustomerRows, customerRows } from '../../store/analysis/customers.ts'
import { readPurchases } from '../../store/analysis/purchases.ts'
import type { Book } from '../../store/book.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { segmentIds } from '../export/segment-ids.ts'
import { dayFlag } from '../flags.ts'
import { reportContext } from '../report/make.ts'

/** Flags that every analysis takes. */
export interface AnalysisFlags {
  readonly output?: string
  readonly segment?: string
  readonly asOf?: string
}

/** What every analysis begins with: who, as of when, and the words. */
export interface Opened {
  readonly ctx: Context
  readonly book: Book
  readonly today: IsoDate
  readonly rows: CustomerRows
  readonly words: ReportContext
}

/** Opens the book for an analysis of all live customers, or of a segment's, as of a day. */
export async function openAnalysis(ctx: Context, flags: AnalysisFlags): Promise<Opened> {
  const book = await ctx.openBook()
  const today =
    flags.asOf === undefined
      ? businessDay(ctx.now(), readSettings(book).time_zone)
      : dayFlag(ctx, '--as-of', flags.asOf)
  const only = flags.segment === undefined ? undefined : new Set(segmentIds(ctx, book, flags.segment))
  const whom = flags.segment === undefined ? {} : { segment: flags.segment }
  const words = { ...reportContext(ctx, book, undefined, whom), today }
  return { ctx, book, today, rows: customerRows(book, only), words }
}

export const purchasesOf = ({ book, rows, today }: Opened) => readPurchases(book, rows, today)
