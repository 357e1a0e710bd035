import type { RowReading } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Cell, SheetInfo } from '../../model/sheet.ts'
import { isMissing, isSameAsAbove, isSurelyValue } from '../normalize/missing.ts'
import { assemble } from './assemble.ts'
import { isEmptyCell } from './cells.ts'
import { readComments } from './comments.ts'
import { fatalTrouble, mendRow } from './mend-row.ts'
import { type MergedCells, mergedCells } from './merged-cells.ts'
import { rowContext } from './row-context.ts'
import { note, openRow, type RowDraft, startRow } from './row-draft.ts'
import { rejectedRow } from './skipped.ts'
import type { ColumnPlan, TablePlan } from './table-types.ts'

export interface TableReader {
  /** Reads one row that is data. `troubles` is what the file's reader said of it. */
  readonly read: (
    rowNumber: number,
    row: readonly Cell[],
    troubles: readonly Reason[] | undefined,
    last: boolean,
  ) => RowReading
  /** Tells of a group row above the rows to come. */
  readonly group: (text: string) => void
}

/** Reads the rows of one table, in order: 同上 and merged cells depend on the rows before. `blankTold`: empty cells are told of. */
export function createTableReader(info: SheetInfo, plan: TablePlan, blankTold = false): TableReader {
  const { steps, facts } = plan
  const above: Cell[] = new Array(plan.width).fill(null)
  const merged = mergedCells(info, Math.max(0, ...plan.reading.headerRows))
  const context = rowContext(plan)
  const draft = openRow(0)
  let blank: string[] = []

  const readCells = (row: readonly Cell[], index: number): void => {
    const inMerge = merged.continues(index)
    for (let s = 0; s < steps.length; s++) {
      const step = steps[s]!
      const own = row[step.column]
      const cell =
        own === null || own === undefined || isEmptyCell(own)
          ? blankCell(draft, step, inMerge ? { merged, index } : null, above)
          : filledCell(draft, step, own, above)
      if (cell === null) {
        if (blankTold && isEmptyCell(own)) blank.push(step.target)
        continue
      }
      above[step.column] = cell
      merged.keep(index, step.column, cell)
      step.read(draft, cell)
    }
  }

  return {
    group: context.group,
    read: (rowNumber, source, troubles, last) => {
      startRow(draft, rowNumber)
      if (blank.length > 0) blank = []
      const row = mendRow(source, plan, draft, troubles)
      readCells(row, rowNumber - 1)
      if (info.comments.size > 0) readComments(info, rowNumber - 1, draft)
      if (info.struckRows.size > 0 && info.struckRows.has(rowNumber - 1)) note(draft, { code: 'row-struck-through' })
      context.complete(draft)
      const fatal = troubles === undefined ? null : fatalTrouble(draft, row, troubles, plan, last)
      if (fatal !== null) return rejectedRow(rowNumber, fatal, draft.notes)
      const reading = assemble(draft, facts)
      if (facts.deals) context.remember(reading, draft)
      return blank.length === 0 || reading.parties.length === 0 ? reading : { ...reading, blank }
    },
  }
}

/** What a blank cell stands for: the merge it lies in, or the day of the row above. */
function blankCell(
  draft: RowDraft,
  step: ColumnPlan,
  place: { readonly merged: MergedCells; readonly index: number } | null,
  above: readonly Cell[],
): Exclude<Cell, null> | null {
  const cell = place === null || !step.merged ? null : place.merged.fill(draft, place.index, step.column)
  if (cell !== null || !step.fillsDown) return cell
  const before = above[step.column] ?? null
  if (before !== null) note(draft, { code: 'date-from-row-above' }, step.column, step.target)
  return before
}

/** A cell's own value; null for 无 and its like, and for an error, which is never text. */
function filledCell(
  draft: RowDraft,
  step: ColumnPlan,
  cell: Exclude<Cell, null>,
  above: readonly Cell[],
): Exclude<Cell, null> | null {
  const { column, target } = step
  if (typeof cell === 'string') {
    if (cell.charCodeAt(0) === 61 && cell.startsWith('="') && cell.endsWith('"')) return cell.slice(2, -1) || null
    if (isSurelyValue(cell)) return cell
    if (isSameAsAbove(cell)) {
      const before = above[column] ?? null
      const code = step.fillsDown ? 'date-from-row-above' : 'same-as-above-resolved'
      if (before !== null) note(draft, { code }, column, target)
      return before
    }
    return cell.length <= 12 && isMissing(cell) ? null : cell
  }
  if (typeof cell !== 'object' || cell.kind !== 'error') return cell
  note(draft, { code: 'cell-error', params: { value: cell.code } }, column, target)
  return null
}
