import type { IsoInstant } from '../model/units.ts'
import { type Book, inTransaction } from './book.ts'

export type RunStatus = 'done' | 'failed' | 'sending'

/** One making of a report for one receiver. */
export interface ReportRun {
  readonly report: string
  /** Name of the line of the schedule that asked for it; null where a person did. */
  readonly entry: string | null
  readonly period: string
  readonly madeAt: IsoInstant
  readonly format: string
  /** A file, or `mailto:` and the address. */
  readonly path: string | null
  readonly sha256: string | null
  readonly rows: number
  readonly milliseconds: number
  readonly status: RunStatus
  readonly receiver: string | null
  readonly staff: string
  readonly filter: string | null
  /** Code of what went wrong. */
  readonly error: string | null
}

/** Records a run and gives back its number; an earlier failure of the same is replaced, so that tries don't pile up. */
export function addReportRun(book: Book, run: ReportRun): number {
  return inTransaction(book, () => {
    if (run.entry !== null)
      book.sqlite
        .prepare(`delete from report_run where entry = ? and period = ? and receiver is ? and status = 'failed'`)
        .run(run.entry, run.period, run.receiver)
    return Number(
      book.sqlite
        .prepare(
          `insert into report_run (report, entry, period, made_at, format, path, sha256, rows, milliseconds, status, receiver, staff, filter, error)
           values (@report, @entry, @period, @madeAt, @format, @path, @sha256, @rows, @milliseconds, @status, @receiver, @staff, @filter, @error)`,
        )
        .run(run).lastInsertRowid,
    )
  })
}

/** The first period that was made, or tried, for each receiver of a line of the schedule. */
export function firstPeriods(book: Book, entry: string): Map<string, string> {
  const rows = book.sqlite
    .prepare('select receiver, min(period) from report_run where entry = ? and receiver is not null group by receiver')
    .raw()
    .all(entry) as [string, string][]
  return new Map(rows)
}

/** Runs, newest first. */
export function listReportRuns(
  book: Book,
  { report, limit }: { report?: string | undefined; limit: number },
): (ReportRun & { readonly id: number })[] {
  return book.sqlite
    .prepare(
      `select id, report, entry, period, made_at as madeAt, format, path, sha256, rows, milliseconds, status, receiver, staff, filter, error
       from report_run where ? is null or report = ? order by id desc limit ?`,
    )
    .all(report ?? null, report ?? null, limit) as (ReportRun & { readonly id: number })[]
}
