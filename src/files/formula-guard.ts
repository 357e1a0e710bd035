import type { Cell } from '../model/sheet.ts'

/** A text that a spreadsheet would run as a formula; what is already guarded is guarded once more, so that the guard can be taken off. */
const runs = /^'*[=+\-@\t\r\n＝＋－＠]/
/** A plain number runs nothing, and must stay one. */
const plainNumber = /^-?\d+(?:\.\d+)?$/

/** Puts `'` before a text that a spreadsheet would take for a formula. Source: OWASP, CSV Injection (2023). */
export function guardFormula(text: string): string {
  const first = text.charCodeAt(0)
  // Nearly every text begins with a letter, a digit or a hanzi.
  if ((first >= 0x30 && first < 0x3d) || (first > 0x40 && first < 0xff00)) return text
  return runs.test(text) && !plainNumber.test(text) ? `'${text}` : text
}

/** Takes off what `guardFormula` put before a text; any other text is as it was. */
export function unguardFormula(text: string): string {
  return text.charCodeAt(0) === 0x27 && runs.test(text) ? text.slice(1) : text
}

/** Takes it off every text of a row; rows without any are given back as they are. */
export function unguardCells(row: readonly Cell[]): readonly Cell[] {
  for (let i = 0; i < row.length; i++) {
    const cell = row[i]
    if (typeof cell === 'string' && cell.charCodeAt(0) === 0x27) return row.map(unguardCell)
  }
  return row
}

const unguardCell = (cell: Cell): Cell => (typeof cell === 'string' ? unguardFormula(cell) : cell)
