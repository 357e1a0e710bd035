import { createSheetReader, type SheetReaderOptions } from '../../src/domain/intake/sheet-reader.ts'
import type { RowReading, TableReading } from '../../src/model/intake.ts'
import type { Cell, SheetInfo } from '../../src/model/sheet.ts'

/** A table drawn with `|` between cells; `#12.5` is a number cell, an empty place no cell, an empty line a blank row. */
export function drawn(text: string): Cell[][] {
  return text
    .replace(/^\n|\n\s*$/g, '')
    .split('\n')
    .map((line) => (line.trim() === '' ? [] : line.split('|').map((cell) => cellOf(cell.trim()))))
}

const cellOf = (text: string): Cell => {
  if (text === '') return null
  return /^#-?\d+(\.\d+)?$/.test(text) ? Number(text.slice(1)) : text
}

export interface DrawnSheet extends Partial<Omit<SheetInfo, 'name'>> {
  readonly name?: string
  readonly options?: Partial<SheetReaderOptions>
  /** Rows given to the reader at a time; all at once when not said. */
  readonly chunk?: number
}

export const sheetInfo = (more: Partial<SheetInfo> = {}): SheetInfo => ({
  name: 'Sheet1',
  index: 0,
  hidden: false,
  merges: [],
  hiddenColumns: [],
  comments: new Map(),
  struckRows: new Set(),
  typed: true,
  fileName: 'book.xlsx',
  ...more,
})

/** Reads a drawn sheet as `kehu import` would. */
export function readSheet(
  rows: readonly (readonly Cell[])[],
  sheet: DrawnSheet = {},
): { rows: RowReading[]; tables: readonly TableReading[] } {
  const { options, chunk = rows.length, ...info } = sheet
  const reader = createSheetReader(sheetInfo(info), { today: '2026-01-01', ...options })
  const readings: RowReading[] = []
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.slice(from, from + chunk)
    readings.push(...reader.push({ rowNumbers: part.map((_, i) => from + i + 1), rows: part }))
  }
  readings.push(...reader.finish())
  return { rows: readings, tables: reader.reading() }
}

/** What became of each row: `accepted`, or why not. */
export const fates = (rows: readonly RowReading[]): string[] =>
  rows.map(({ fate, reason }) => (fate === 'accepted' ? fate : (reason?.code ?? '?')))
