import type { Cell, CellRange, RowChunk, SheetInfo } from '../model/sheet.ts'
import { type Limits, overLimit } from './limits.ts'

/** A sheet gathered in memory by the readers of the rarer formats. */
export interface SheetBuilder {
  readonly name: string
  readonly index: number
  hidden: boolean
  readonly merges: CellRange[]
  readonly hiddenColumns: Set<number>
  readonly comments: Map<string, string>
  readonly struckRows: Set<number>
  /** 1-based. */
  readonly rowNumbers: number[]
  readonly rows: Cell[][]
}

/** A sheet without rows. */
export const newSheet = (name: string, index: number): SheetBuilder => ({
  name,
  index,
  hidden: false,
  merges: [],
  hiddenColumns: new Set(),
  comments: new Map(),
  struckRows: new Set(),
  rowNumbers: [],
  rows: [],
})

/** Missing rows between two rows with cells come back as blank ones, unless there are very many. */
const widestGap = 100

/**
 * Adds a row; trailing empty cells go, and a row with none left is only counted.
 *
 * @throws KehuError `limit-columns`, `limit-cell`, `limit-rows`.
 */
export function addRow(sheet: SheetBuilder, row: number, cells: Cell[], file: string, limits: Limits): void {
  while (cells.length > 0 && (cells[cells.length - 1] ?? null) === null) cells.pop()
  if (cells.length === 0) return
  if (cells.length > limits.columns) throw overLimit('columns', file, limits.columns)
  if (row > limits.rows || sheet.rows.length > limits.rows) throw overLimit('rows', file, limits.rows)
  for (const cell of cells)
    if (typeof cell === 'string' && cell.length > limits.cell) throw overLimit('cell', file, limits.cell)
  const last = sheet.rowNumbers[sheet.rowNumbers.length - 1] ?? row - 1
  if (row - last <= widestGap) {
    for (let blank = last + 1; blank < row; blank++) {
      sheet.rowNumbers.push(blank)
      sheet.rows.push([])
    }
  }
  sheet.rowNumbers.push(row)
  sheet.rows.push(cells)
}

/** @throws KehuError `limit-merges`. */
export function addMerge(sheet: SheetBuilder, merge: CellRange, file: string, limits: Limits): void {
  if (sheet.merges.length >= limits.merges) throw overLimit('merges', file, limits.merges)
  sheet.merges.push(merge)
}

/** What is known of a sheet once all of it is read; `typed` where its cells have types of their own. */
export function infoOf(sheet: SheetBuilder, fileName: string, typed: boolean): SheetInfo {
  const { name, index, hidden, merges, comments, struckRows } = sheet
  const hiddenColumns = [...sheet.hiddenColumns].sort((a, b) => a - b)
  return { name, index, hidden, merges, hiddenColumns, comments, struckRows, typed, fileName }
}

/** The rows of a sheet, `size` at a time. */
export async function* chunksOf(sheet: SheetBuilder, size: number): AsyncGenerator<RowChunk> {
  for (let at = 0; at < sheet.rows.length; at += size) {
    yield { rowNumbers: sheet.rowNumbers.slice(at, at + size), rows: sheet.rows.slice(at, at + size) }
  }
}
