import type { ColumnReading } from '../../model/intake.ts'
import type { Cell, SheetInfo } from '../../model/sheet.ts'
import { cellText } from './cells.ts'
import type { readerFor } from './column-readers.ts'
import type { ColumnChoice } from './columns.ts'
import { sampleAfter } from './samples.ts'

/** How a column was read, with up to three examples. */
export function columnReading(
  choice: ColumnChoice,
  rows: readonly (readonly Cell[])[],
  facts: Parameters<typeof readerFor>[1],
  info: SheetInfo,
): ColumnReading {
  const samples: { before: string; after: string }[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    // What may not be collected is not even shown as an example.
    if (samples.length === 3 || choice.because === 'forbidden') break
    const cell = row[choice.column]
    const before = cellText(cell)
    if (cell === null || cell === undefined || before.trim() === '' || seen.has(before)) continue
    seen.add(before)
    samples.push({ before, after: sampleAfter(choice.target, cell, facts) })
  }
  const known = choice.target !== '' && !choice.target.startsWith('extra:')
  return {
    column: choice.column,
    heading: choice.heading,
    field: known ? choice.target : null,
    confidence: Math.round(choice.confidence * 100) / 100,
    because: choice.because,
    samples,
    hidden: info.hiddenColumns.includes(choice.column),
  }
}
