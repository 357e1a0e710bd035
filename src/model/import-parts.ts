import type { RowReading, TableReading } from './intake.ts'
import type { PackedRows } from './packed-rows.ts'
import type { Reason } from './parsed.ts'
import type { Cell, EncodingGuess } from './sheet.ts'

/** Rows of a sheet as they stood, written down to be packed. */
export interface RawText {
  readonly first: number
  readonly last: number
  /** JSON of `{ rows, cells }`. */
  readonly text: string
}

/** Some rows of a sheet, read and understood: all that saving them needs. */
export interface RowsPart {
  readonly rows: PackedRows
  /** The key of each row. */
  readonly keys: Float64Array
  /** Digest of the sheet's headings. */
  readonly headings: number
  readonly raw: readonly RawText[]
  /** The rejected rows once more, with their cells. */
  readonly rejected: readonly { readonly reading: RowReading; readonly cells: readonly Cell[] }[]
}

/** What is known of a file before its rows are read. */
export interface FileFacts {
  readonly name: string
  readonly format: string
  readonly bytes: number
  readonly sha256: string
  readonly encoding?: EncodingGuess
  readonly notes: readonly Reason[]
}

/** One step in reading a file for import; the last says what was noticed of the file as a whole. */
export type ImportStep =
  | { readonly kind: 'sheet'; readonly index: number; readonly name: string }
  | { readonly kind: 'rows'; readonly part: RowsPart; readonly progress: number }
  | { readonly kind: 'sheet-end'; readonly tables: readonly TableReading[]; readonly mends?: string }
  | { readonly kind: 'end'; readonly notes: readonly Reason[] }

/** What reading for import needs to know, all plain data: it may go to another thread. */
export interface ImportReadOptions {
  readonly today: string
  readonly as?: string
  readonly map: Readonly<Record<string, string>>
  /** Mappings kept before: fingerprint of the headings → heading → field. */
  readonly remembered: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** An empty cell takes away what the book has of its field. */
  readonly emptyErases?: boolean
  /** The book's own, for rows of its exports. */
  readonly seed: string
}
