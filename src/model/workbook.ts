/** A value on its way into a file. Money is Fen, dates `YYYY-MM-DD`, instants `YYYY-MM-DD HH:MM`; a text that isn't what its column holds stays a text. */
export type WrittenCell = string | number | boolean | null

export type WrittenType = 'text' | 'integer' | 'number' | 'money' | 'percent' | 'date' | 'instant'

export interface WrittenColumn {
  readonly title: string
  readonly type: WrittenType
  /** In characters of a Latin letter's width; fitted to the first rows where it is not told. */
  readonly width?: number
  /** Values are chosen from a list: a column (0-based) of another sheet, below its heading. */
  readonly list?: { readonly sheet: string; readonly column: number; readonly rows: number }
}

export type WrittenRow = readonly WrittenCell[]
export type WrittenChunks = Iterable<readonly WrittenRow[]> | AsyncIterable<readonly WrittenRow[]>

/** One table of a workbook; more rows than a sheet can hold go on in a next one of the same name with a number. */
export interface SheetPlan {
  readonly name: string
  readonly columns: readonly WrittenColumn[]
  readonly rows: WrittenChunks
  /** A last line: a word under the first column, and which columns are summed. */
  readonly total?: { readonly word: string; readonly columns: readonly number[] }
  /** Lines of plain text instead of a table: no header, no filter. */
  readonly plain?: boolean
  readonly charts?: readonly SheetChart[]
}

/** A picture of numbers that stand on its own sheet; rows and columns are 0-based. */
export interface SheetChart {
  readonly title: string
  /** Lying bars, standing columns, columns stood on each other, or lines. */
  readonly kind: 'bar' | 'column' | 'stacked' | 'line'
  /** Row of the series' names; the labels stand below in the first column. */
  readonly top: number
  readonly labels: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  /** Cell at which the picture's upper left corner stands. */
  readonly at: { readonly row: number; readonly column: number }
}

export interface WorkbookPlan {
  readonly title: string
  readonly sheets: Iterable<SheetPlan> | AsyncIterable<SheetPlan>
}
