import type { Cell } from '../../model/sheet.ts'
import { foldText } from '../normalize/fold.ts'

/** A number as people would write it: all digits, no exponent where it is whole. */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  if (Number.isInteger(value)) return value.toLocaleString('en-US', { useGrouping: false })
  return String(value)
}

/** A cell as text, not folded; empty for a missing cell and for an error, which is never text. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return cell.kind === 'date' ? cell.iso.replace('T', ' ').replace(' 00:00:00', '') : ''
}

/** A cell as folded text. */
export const plainText = (cell: Cell | undefined): string => foldText(cellText(cell))

/** Whether nothing stands in a cell: no value, only spaces, or a lone apostrophe. */
export function isEmptyCell(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true
  if (typeof cell !== 'string') return false
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i)
    if (code > 32 && code !== 0xa0 && code !== 0x3000 && code !== 0xfeff && code !== 0x200b) return cell === "'"
  }
  return true
}

/** How many cells of a row hold something. */
export function countFilled(row: readonly Cell[]): number {
  let filled = 0
  for (let i = 0; i < row.length; i++) if (!isEmptyCell(row[i])) filled++
  return filled
}

/** Column of the first cell that holds something; -1 for a blank row. */
export function firstFilled(row: readonly Cell[]): number {
  for (let i = 0; i < row.length; i++) if (!isEmptyCell(row[i])) return i
  return -1
}

/** `A`, `B` … `AA` of a 0-based column. */
export function columnName(column: number): string {
  let name = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name
  return name
}
