import type { Reason } from '../model/parsed.ts'
import type { EncodingGuess, RowChunk, SheetInfo } from '../model/sheet.ts'
import type { Dialect } from './csv/dialect.ts'

export type TableFormat =
  | 'csv'
  | 'xlsx'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'html'
  | 'spreadsheetml'
  | 'vcard'
  | 'json'
  | 'jsonl'

/** One sheet: what is known of it, and its rows, to be read once. */
export interface SheetRows {
  readonly info: SheetInfo
  readonly chunks: AsyncIterable<RowChunk>
}

/** A file of tables, opened. */
export interface TableFile {
  readonly path: string
  /** Without folders. */
  readonly name: string
  readonly format: TableFormat
  readonly bytes: number
  /** Of the file's own bytes, in hexadecimal. */
  readonly sha256: string
  readonly encoding?: EncodingGuess
  readonly dialect?: Dialect
  /** What was noticed about the file as a whole. */
  readonly notes: readonly Reason[]
  /** Sheets in their order; take the rows of one before asking for the next. */
  readonly sheets: AsyncIterable<SheetRows>
  /** Share of the file's bytes behind the place last read, 0..1; for progress only. */
  progress(): number
  close(): Promise<void>
}
