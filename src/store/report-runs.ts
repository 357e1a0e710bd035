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

/** Records a run and gives back its number. */
export function addReportRun(book: Book, run: ReportRun): number {
  return inTransaction(book, () =>
    Number(
      book.sqlite
        .prepare(
          `insert into report_run (report, entry, period, made_at, format, path, sha256, rows, milliseconds, status, receiver, staff, filter, error)
           values (@report, @entry, @period, @madeAt, @format, @path, @sha256, @rows, @milliseconds, @status, @receiver, @staff, @filter, @error)`,
        )
        .run(run).lastInsertRowid,
    ),
  )
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
