import type { Cell, SheetInfo } from '../../model/sheet.ts'
import { note, type RowDraft } from './row-draft.ts'

/** Cells that were written once for several rows. */
export interface MergedCells {
  /** Whether a row (0-based) goes on with a merge from above. */
  readonly continues: (index: number) => boolean
  /** Keeps a cell that may be the first of a merge. */
  readonly keep: (index: number, column: number, cell: Cell) => void
  /** The cell that a blank one of a merge stands for; null outside of merges. */
  readonly fill: (draft: RowDraft, index: number, column: number) => Cell
}

/** Follows the vertical merges below the header of a table. */
export function mergedCells(info: SheetInfo, under: number): MergedCells {
  const tops = startsByRow(info, under)
  const kept = new Map<string, Cell>()
  return {
    continues: (index) => tops.size > 0 && tops.has(index),
    keep: (index, column, cell) => {
      if (tops.size > 0 && (tops.has(index) || tops.has(index + 1))) kept.set(`${index},${column}`, cell)
    },
    fill: (draft, index, column) => {
      const top = tops.get(index)?.get(column)
      const cell = top === undefined ? null : (kept.get(`${top},${column}`) ?? null)
      if (cell !== null && !draft.notes.some(({ reason }) => reason.code === 'values-from-merged-cell')) {
        note(draft, { code: 'values-from-merged-cell', params: { row: top! + 1 } }, column)
      }
      return cell
    },
  }
}

/** Row → column → first row of the merge that covers it. */
function startsByRow(info: SheetInfo, under: number): Map<number, Map<number, number>> {
  const rows = new Map<number, Map<number, number>>()
  for (const { top, bottom, left } of info.merges) {
    if (bottom === top || top < under || bottom - top > 5000) continue
    for (let index = top + 1; index <= bottom; index++) {
      const columns = rows.get(index) ?? new Map<number, number>()
      columns.set(left, top)
      rows.set(index, columns)
    }
  }
  return rows
}
