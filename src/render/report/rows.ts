import { decimalMoney } from '../../model/money.ts'
import type { ColumnType, ReportCell, ReportTable, ReportView } from '../../model/report.ts'
import { withoutBars } from './pictures.ts'
import { columnTitle } from './words.ts'

/** A cell for machines: money as decimal text in yuan, all else as it stands. */
const plainCell = (cell: ReportCell, type: ColumnType): ReportCell =>
  type === 'money' && typeof cell === 'number' ? decimalMoney(cell) : cell

const tablesOf = (view: ReportView): ReportTable[] =>
  view.sections.flatMap(({ tables = [] }) => tables.map(withoutBars))

/** Names of the tables that a report can be cut down to. */
export const tableKeys = (view: ReportView): string[] => tablesOf(view).map(({ key }) => key)

/**
 * The tables of a report as rows for CSV and TSV, whole values and no sums.
 *
 * One table alone is a plain header and rows; several stand below each other, each under a line with its title, a blank line between.
 */
export function reportRows(view: ReportView, only?: string): ReportCell[][] {
  const tables = tablesOf(view).filter(({ key }) => only === undefined || key === only)
  return tables.flatMap((table, at) => [
    ...(tables.length > 1 ? [...(at === 0 ? [] : [[]]), [table.title]] : []),
    table.columns.map((column) => columnTitle(column, view.lang)),
    ...table.rows.map((row) => table.columns.map(({ type }, index) => plainCell(row[index] ?? null, type))),
  ])
}
