import type { RowReading, TableReading } from '../../model/intake.ts'
import type { Cell, SheetInfo } from '../../model/sheet.ts'
import { countFilled, firstFilled, isEmptyCell } from './cells.ts'
import { fieldOf, labelIn } from './form-sheet.ts'
import { readHints } from './hints.ts'
import { joinReadings } from './join-readings.ts'
import { rejectedRow, skippedRow } from './skipped.ts'
import { createTableReader } from './table-reader.ts'
import type { SheetReaderOptions } from './table-types.ts'
import { understandTable } from './understand-table.ts'

const nameFields: ReadonlySet<string> = new Set(['name', 'employer', 'short_name', 'english_name'])

/** A table that lies on its side: where its labels stand, and in which rows. */
export interface AcrossTable {
  readonly column: number
  /** Indexes of the rows that begin with a label. */
  readonly labelled: readonly number[]
}

/** Finds a table whose fields run down and whose customers run across: 客户名称 | 甲公司 | 乙公司; null where there is none. */
export function findAcross(rows: readonly (readonly Cell[])[]): AcrossTable | null {
  if (rows.length > 120) return null
  const filled = rows.flatMap((row, index) => (countFilled(row) > 0 ? [index] : []))
  const labelled = filled.filter((index) => labelIn(rows[index]![firstFilled(rows[index]!)]) !== undefined)
  const [first] = labelled
  if (first === undefined || labelled.length < 3 || labelled.length < 0.6 * filled.length) return null
  const column = firstFilled(rows[first]!)
  const labels = new Set<string>()
  let names = 0
  let several = 0
  for (const index of labelled) {
    const row = rows[index]!
    if (firstFilled(row) !== column || row.slice(column + 1).some((cell) => labelIn(cell) !== undefined)) return null
    const label = labelIn(row[column])!
    if (labels.has(label)) return null
    labels.add(label)
    if (countFilled(row) > 2) several++
    if (nameFields.has(fieldOf(label) ?? '')) names = Math.max(names, countFilled(row) - 1)
  }
  return names >= 2 && several >= 0.5 * labelled.length ? { column, labelled } : null
}

/** Reads such a table: all its customers are said at the row of its first label, the other rows are parts of it. */
export function readAcross(
  { column, labelled }: AcrossTable,
  sheet: { info: SheetInfo; rows: readonly (readonly Cell[])[]; rowNumbers: readonly number[] },
  options: SheetReaderOptions,
): { readings: RowReading[]; table: TableReading } {
  const { info, rows, rowNumbers } = sheet
  const [first = 0] = labelled
  const headings = labelled.map((index) => labelIn(rows[index]![column])!)
  const width = Math.max(...labelled.map((index) => rows[index]!.length))
  const customers: Cell[][] = []
  for (let at = column + 1; at < width; at++) {
    const own = labelled.map((index) => rows[index]![at] ?? null)
    if (own.some((cell) => !isEmptyCell(cell))) customers.push(own)
  }
  const above = rows.slice(0, first)
  const plan = understandTable({
    ...{ info, options, headings, rows: customers, titles: [], headerRows: [] },
    hints: readHints(above, info.name, info.fileName),
  })
  const number = rowNumbers[first]!
  const reader = createTableReader({ ...info, merges: [], comments: new Map(), struckRows: new Set() }, plan)
  const read = customers.map((own) => reader.read(number, own, undefined, false))
  const readings = rows.map((row, index) => {
    if (index === first) return plan.identifies ? joinReadings(read) : rejectedRow(number, { code: 'no-identity' })
    if (countFilled(row) === 0) return skippedRow(rowNumbers[index]!, 'blank')
    return labelled.includes(index)
      ? skippedRow(rowNumbers[index]!, 'form-part', { row: number })
      : skippedRow(rowNumbers[index]!, index < first ? 'title' : 'note')
  })
  return { readings, table: { ...plan.reading, why: { code: 'table-across', params: { customers: read.length } } } }
}
