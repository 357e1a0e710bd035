import type { Cell, SheetInfo } from '../../model/sheet.ts'
import { foldHeading } from '../dictionary/headings.ts'
import { countFilled, isEmptyCell } from './cells.ts'
import { gatherEvidence } from './column-evidence.ts'
import { isHeaderRow } from './find-header.ts'
import type { SheetReaderOptions, TablePlan } from './table-types.ts'
import { understandTable } from './understand-table.ts'

/**
 * The plan of a table that has no header: each column is what its values look like.
 *
 * Null where the columns are not alike from row to row, or where none holds a name or a number.
 */
export function headerlessPlan(
  info: SheetInfo,
  options: SheetReaderOptions,
  filled: readonly (readonly Cell[])[],
): TablePlan | null {
  const rows = filled.filter((row) => countFilled(row) >= 2)
  if (rows.length < 2 || rows.length < 0.5 * filled.length) return null
  const width = Math.max(...rows.map((row) => row.length))
  const evidence = Array.from({ length: width }, (_, column) => gatherEvidence(rows, column))
  const reach = evidence.filter((e) => e.phone >= 0.75 || e.email >= 0.75)
  const names = evidence.filter((e) => e.personName + e.orgName >= 0.6 && e.number < 0.2 && e.phone < 0.2)
  const covered = (count: number): boolean => count >= 0.6 * rows.length
  if (!reach.some((e) => covered(e.count)) || !names.some((e) => covered(e.count))) return null
  const plan = understandTable({
    info,
    options,
    headings: new Array<string>(width).fill(''),
    rows,
    titles: [],
    hints: {},
    headerRows: [],
    guess: true,
  })
  if (plan.nameColumn < 0) return null
  return { ...plan, reading: { ...plan.reading, why: { code: 'table-without-header' } } }
}

const isWord = (cell: Cell | undefined): boolean =>
  isEmptyCell(cell) || (typeof cell === 'string' && cell.trim().length <= 24 && !/\d{3,}|@/.test(cell))

/** The row that holds a heading the user has named, or, where only the kind of table was told, the first row of words; -1 for none. */
export function toldHeader(rows: readonly (readonly Cell[])[], options: SheetReaderOptions): number {
  const told = Object.keys(options.map ?? {}).map(foldHeading)
  const near = rows.slice(0, 60)
  if (told.length > 0)
    return near.findIndex((row) => row.some((cell) => typeof cell === 'string' && told.includes(foldHeading(cell))))
  if (options.as === undefined || near.some((row) => isHeaderRow(row))) return -1
  return near.findIndex((row) => countFilled(row) >= 2 && row.every(isWord))
}

/** A header in words nobody knows (Nom, Téléphone): words over columns whose values are plainly numbers or addresses to reach people by; -1 for none. */
export function foreignHeader(rows: readonly (readonly Cell[])[]): number {
  const at = rows.findIndex((row) => countFilled(row) >= 2)
  const head = rows[at]
  if (head === undefined || !head.every(isWord)) return -1
  const below = rows.slice(at + 1, at + 200).filter((row) => countFilled(row) >= 2)
  if (below.length === 0) return -1
  const known = head.some((cell, column) => {
    if (isEmptyCell(cell)) return false
    const e = gatherEvidence(below, column)
    return e.count > 0 && (e.phone >= 0.75 || e.email >= 0.75)
  })
  const named = head.some((_, column) => {
    const e = gatherEvidence(below, column)
    return e.count >= 0.6 * below.length && e.personName + e.orgName >= 0.6 && e.number < 0.2
  })
  return known && named ? at : -1
}
