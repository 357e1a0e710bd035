import type { Cell } from '../../model/sheet.ts'
import { rowMark } from '../exports/row-mark.ts'

/** Every heading kehu adds to a workbook it writes begins so; an import of that workbook passes these columns over. */
export const OURS = 'kehu '

/** In JSON they stand in an object of that name. */
const OUR_OBJECT = 'kehu.'
const MARKS = [...['校验', 'check'].map((word) => `${OURS}${word}`), `${OUR_OBJECT}check`]

const BATCHES = ['导入', 'import'].map((word) => `${OURS}${word}`)

/** The import whose rejected rows a workbook holds, as it was written into every row; undefined in any other sheet. */
export function mendedBatch(firstRow: readonly Cell[], row: readonly Cell[]): string | undefined {
  const at = firstRow.findIndex((cell) => typeof cell === 'string' && BATCHES.includes(cell))
  const mark = at < 0 ? undefined : row[at]
  return typeof mark === 'string' && mark !== '' ? mark : undefined
}

const isOurs = (cell: Cell): boolean =>
  typeof cell === 'string' && (cell.startsWith(OURS) || cell.startsWith(OUR_OBJECT))

/** How many cells of a row count: all (undefined), but in a mended rejects workbook only those of the original. */
export function ownColumns(firstRow: readonly Cell[]): number | undefined {
  const at = firstRow.findIndex((cell) => isOurs(cell))
  return at < 0 ? undefined : at
}

/**
 * Tells rows of an export of this very book that nobody touched: their mark still fits their cells.
 *
 * Undefined where the sheet is no whole export. `own` is the number of columns that an import reads.
 */
export function untouchedRows(
  seed: string,
  firstRow: readonly Cell[],
  own: number | undefined,
): ((row: readonly Cell[]) => boolean) | undefined {
  const at = firstRow.findLastIndex((cell) => typeof cell === 'string' && MARKS.includes(cell))
  if (at < 0 || own === undefined) return undefined
  return (row) => {
    const mark = row[at]
    if (typeof mark !== 'string') return false
    const cells = Array.from({ length: own }, (_, i) => plainCell(row[i] ?? null))
    return rowMark(seed, cells) === mark
  }
}

function plainCell(cell: Cell): string | number | null {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell
  if (typeof cell === 'boolean') return String(cell)
  return cell.kind === 'date' ? cell.iso.replace(/T00:00:00$/, '') : cell.code
}
