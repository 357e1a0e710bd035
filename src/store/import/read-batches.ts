import type { TableReading } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Book } from '../book.ts'

/** One import of one file, as people see it. */
export interface BatchLine {
  readonly id: number
  readonly operationId: number
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly format: string
  readonly encoding: string | null
  readonly source: string | null
  readonly method: string | null
  readonly collector: string | null
  readonly campaign: string | null
  readonly supplier: string | null
  readonly lawfulBasis: string | null
  readonly startedAt: string
  readonly staff: string
  readonly state: 'open' | 'done' | 'undone'
  readonly undoneBy: number | null
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly duplicate: number
  readonly skipped: number
  readonly rejected: number
  /** Rows whose deals or contacts went to customers. */
  readonly added: number
  /** The import whose rejected rows this one brought back. */
  readonly mends: number | null
}

const SELECT = `select b.id, b.operation_id as operationId, b.file_name as fileName, b.sha256, b.bytes, b.format, b.encoding,
    s.name as source, b.method, b.collector, b.campaign, b.supplier, b.lawful_basis as lawfulBasis, b.started_at as startedAt,
    o.staff, o.state, o.undone_by as undoneBy, b.rows, b.created, b.updated, b.unchanged, b.duplicate, b.skipped, b.rejected, coalesce(json_extract(b.options, '$.added'), 0) as added, json_extract(b.options, '$.mends') as mends
  from batch b join operation o on o.id = b.operation_id left join source s on s.id = b.source_id`

/** The newest imports first. */
export const listBatches = (book: Book, limit: number): BatchLine[] =>
  book.sqlite.prepare(`${SELECT} order by b.id desc limit ?`).all(limit) as BatchLine[]

/** One import; undefined where there is none of that number. */
export const findBatch = (book: Book, id: number): BatchLine | undefined =>
  book.sqlite.prepare(`${SELECT} where b.id = ?`).get(id) as BatchLine | undefined

/** The sheets of an import and how each was understood, in the file's order. */
export function sheetsOf(book: Book, batchId: number): { name: string; tables: readonly TableReading[] }[] {
  const rows = book.sqlite
    .prepare('select name, reading from sheet where batch_id = ? order by place')
    .raw()
    .all(batchId) as [string, string][]
  return rows.map(([name, reading]) => ({ name, tables: JSON.parse(reading) as TableReading[] }))
}

/** Rows of an import that could not be used, in order. */
export function rejectedOf(book: Book, batchId: number): { sheet: string; row: number; reason: Reason | null }[] {
  const rows = book.sqlite
    .prepare(
      `select s.name, r.row_no, r.reason from source_row r join sheet s on s.id = r.sheet_id
       where s.batch_id = ? and r.fate = 'rejected' order by r.id`,
    )
    .raw()
    .all(batchId) as [string, number, string | null][]
  return rows.map(([sheet, row, reason]) => ({
    sheet,
    row,
    reason: reason === null ? null : (JSON.parse(reason) as Reason),
  }))
}
