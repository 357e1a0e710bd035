import type { Cell, SheetInfo } from '../../model/sheet.ts'
import { countFilled } from './cells.ts'
import { gatherEvidence } from './column-evidence.ts'
import { type SheetReaderOptions, type TablePlan, understandTable } from './understand-table.ts'

/**
 * The plan of a table that has no header: each column is what its values look like.
 *
 * Null where the columns are not alike from row to row, or where none holds a name or a number.
 */
export function headerlessPlan(
  info: SheetInfo,
  options: SheetReaderOptions,
  filled: readonly (readonly Cell[])[],
): TablePlan | null {
  const rows = filled.filter((row) => countFilled(row) >= 2)
  if (rows.length < 2 || rows.length < 0.5 * filled.length) return null
  const width = Math.max(...rows.map((row) => row.length))
  const evidence = Array.from({ length: width }, (_, column) => gatherEvidence(rows, column))
  const reach = evidence.filter((e) => e.phone >= 0.75 || e.email >= 0.75)
  const names = evidence.filter((e) => e.personName + e.orgName >= 0.6 && e.number < 0.2 && e.phone < 0.2)
  const covered = (count: number): boolean => count >= 0.6 * rows.length
  if (!reach.some((e) => covered(e.count)) || !names.some((e) => covered(e.count))) return null
  const plan = understandTable({
    info,
    options,
    headings: new Array<string>(width).fill(''),
    rows,
    titles: [],
    hints: {},
    headerRows: [],
  })
  if (plan.nameColumn < 0) return null
  return { ...plan, reading: { ...plan.reading, why: { code: 'table-without-header' } } }
}
