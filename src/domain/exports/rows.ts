import type { ExportColumn } from '../../model/export.ts'
import { decimalMoney } from '../../model/money.ts'
import type { Lang } from '../../model/units.ts'
import { maskCell, type Personal } from '../masking.ts'
import { rowMark } from './row-mark.ts'

type Cell = string | number | null
type CellWriter = (cell: Cell) => Cell

/** How rows of the book become rows for people: coded values in words, personal data of some kinds hidden. */
export function peopleRows(
  columns: readonly ExportColumn[],
  { lang, hidden }: { readonly lang: Lang; readonly hidden: ReadonlySet<Personal> },
): (row: Cell[]) => Cell[] {
  const writers = columns.flatMap((column, at): { at: number; write: CellWriter }[] => {
    const labels = column.labels?.[lang]
    const { personal } = column
    if (labels !== undefined)
      return [{ at, write: (cell) => (cell === null ? null : (labels.get(String(cell)) ?? cell)) }]
    if (personal !== undefined && hidden.has(personal))
      return [{ at, write: (cell) => (typeof cell === 'string' ? maskCell(cell, personal) : cell) }]
    return []
  })
  return (row) => {
    for (const { at, write } of writers) row[at] = write(row[at]!)
    return row
  }
}

/** What kehu itself made of a row stands under this key of an object, with the row's mark, and an import passes it over. */
const OWN = 'kehu'

/**
 * A row as an object by column key, for programs: coded values stay codes, money is decimal text.
 *
 * Derived columns, and the row's mark where a seed is told, stand in an object of their own.
 */
export function rowObject(
  columns: readonly ExportColumn[],
  hidden: ReadonlySet<Personal>,
  seed?: string,
): (row: readonly Cell[]) => Readonly<Record<string, unknown>> {
  const cellOf = ({ type, personal }: ExportColumn, cell: Cell): Cell => {
    if (type === 'money' && typeof cell === 'number') return decimalMoney(cell)
    return personal !== undefined && hidden.has(personal) && typeof cell === 'string' ? maskCell(cell, personal) : cell
  }
  return (row) => {
    const made: Record<string, unknown> = {}
    const derived: Record<string, Cell> = {}
    const own: Cell[] = []
    columns.forEach((column, at) => {
      const cell = cellOf(column, row[at]!)
      if (column.derived === true) derived[column.key] = cell
      else {
        made[column.key] = cell
        own.push(cell)
      }
    })
    if (seed !== undefined) derived['check'] = rowMark(seed, own)
    if (Object.keys(derived).length > 0) made[OWN] = derived
    return made
  }
}
