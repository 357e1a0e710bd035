import type { ExportColumn } from '../../model/export.ts'
import { decimalMoney } from '../../model/money.ts'
import type { Lang } from '../../model/units.ts'
import { maskCell, type Personal } from '../masking.ts'

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

/** A row as an object by column key, for programs: coded values stay codes, money is decimal text. */
export function rowObject(
  columns: readonly ExportColumn[],
  hidden: ReadonlySet<Personal>,
): (row: readonly Cell[]) => Readonly<Record<string, Cell>> {
  return (row) => {
    const made: Record<string, Cell> = {}
    columns.forEach(({ key, type, personal }, at) => {
      const cell = row[at]!
      if (type === 'money' && typeof cell === 'number') made[key] = decimalMoney(cell)
      else
        made[key] =
          personal !== undefined && hidden.has(personal) && typeof cell === 'string' ? maskCell(cell, personal) : cell
    })
    return made
  }
}
