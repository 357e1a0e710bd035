import type { RowReading, TableReading } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Cell, SheetInfo } from '../../model/sheet.ts'
import type { FoundHeader, Grid } from './find-header.ts'
import type { TableReader } from './table-reader.ts'
import type { SheetReaderOptions, TablePlan } from './table-types.ts'
import type { ColumnSpan } from './tables-beside.ts'

/** Rows held back before a sheet is understood; a smaller sheet is seen whole. */
export const enough = 2000
/** Rows held back while streaming, to see what follows. */
export const ahead = 12

/** One of several tables that stand side by side under one header row. */
export interface TableBeside {
  readonly span: ColumnSpan
  readonly plan: TablePlan
  readonly reader: TableReader
}

/** The table that rows are being read for. */
export interface OpenTable {
  readonly plan: TablePlan
  readonly reader: TableReader
  readonly header: FoundHeader | null
  /** The header rows' own texts, for headers repeated on every page. */
  readonly headerTexts: readonly (readonly string[])[]
  /** All tables of the row, this first one among them, where several stand side by side. */
  readonly beside?: readonly TableBeside[]
}

/** A sheet while it is read: the rows at hand, how far they are read, and what was understood. */
export interface SheetState {
  readonly info: SheetInfo
  readonly options: SheetReaderOptions
  readonly rows: (readonly Cell[])[]
  readonly numbers: number[]
  readonly troubles: Map<number, readonly Reason[]>
  readonly tables: TableReading[]
  readonly out: RowReading[]
  /** Index of the next row to read. */
  at: number
  current: OpenTable | null
  /** A list without columns: each line is read by its words. */
  free: boolean
  /** Why all further rows are skipped. */
  ignoring: string | null
  /** The row before was no data: a header of other words may follow. */
  afterGap: boolean
}

/** The state before the first row of a sheet. */
export const newState = (info: SheetInfo, options: SheetReaderOptions): SheetState => ({
  info,
  options,
  rows: [],
  numbers: [],
  troubles: new Map(),
  tables: [],
  out: [],
  at: 0,
  current: null,
  free: false,
  ignoring: null,
  afterGap: false,
})

/** The rows at hand from an index on, with the merges among them. */
export function gridFrom({ rows, numbers, info }: SheetState, from: number): Grid {
  const base = numbers[from]! - 1
  const last = numbers.at(-1)! - 1
  const near = info.merges.filter((range) => range.top >= base && range.top <= last)
  if (near.length === 0) return { rows: rows.slice(from), merges: [] }
  const index = new Map(numbers.slice(from).map((number, i) => [number - 1, i]))
  const merges = near.flatMap((range) => {
    const top = index.get(range.top)
    const bottom = index.get(Math.min(range.bottom, last)) ?? top
    return top === undefined ? [] : [{ ...range, top, bottom: bottom! }]
  })
  return { rows: rows.slice(from), merges }
}

/** A sheet or table that was passed over. */
export const ignored = (code: string): TableReading => ({
  role: 'ignored',
  why: { code },
  headerRows: [],
  columns: [],
  fingerprint: '',
})
