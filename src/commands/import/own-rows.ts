import { rowMark } from '../../domain/exports/row-mark.ts'
import { unguardFormula } from '../../files/formula-guard.ts'
import type { Cell } from '../../model/sheet.ts'
import { OURS } from './rejects.ts'

const MARKS = ['校验', 'check'].map((word) => `${OURS}${word}`)

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

/** Takes off what an export put before texts that a spreadsheet would run; rows without any are given back as they are. */
export function unguarded(row: readonly Cell[]): readonly Cell[] {
  for (let i = 0; i < row.length; i++) {
    const cell = row[i]
    if (typeof cell === 'string' && cell.charCodeAt(0) === 0x27) return row.map(unguardCell)
  }
  return row
}

const unguardCell = (cell: Cell): Cell => (typeof cell === 'string' ? unguardFormula(cell) : cell)
