import type { RawText } from '../../model/import-parts.ts'
import type { Cell } from '../../model/sheet.ts'

const BLOCK_ROWS = 1000

/** Writes rows down as they stood, a thousand to a text, wherever the parts they come in are cut. */
export interface RawTexts {
  readonly add: (row: number, cells: readonly Cell[]) => void
  /** The texts that have become full since. */
  readonly taken: () => readonly RawText[]
  /** What is left at the end of a sheet. */
  readonly rest: () => readonly RawText[]
}

/** Opens the raw rows of one sheet. */
export function rawTexts(): RawTexts {
  let rows: number[] = []
  let cells: (readonly Cell[])[] = []
  let full: RawText[] = []
  const close = (): void => {
    if (rows.length === 0) return
    full.push({ first: rows[0]!, last: rows.at(-1)!, text: JSON.stringify({ rows, cells }) })
    rows = []
    cells = []
  }
  const taken = (): readonly RawText[] => {
    const texts = full
    full = []
    return texts
  }
  return {
    add(row, rowCells) {
      rows.push(row)
      cells.push(rowCells)
      if (rows.length >= BLOCK_ROWS) close()
    },
    taken,
    rest() {
      close()
      return taken()
    },
  }
}
