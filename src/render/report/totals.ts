import type { ReportCell, ReportTable } from '../../model/report.ts'

/** Sum of each column that has a meaningful one, null for the others; null where no column has one. */
export function totalsOf(table: ReportTable): ReportCell[] | null {
  if (table.rows.length === 0 || !table.columns.some(({ total }) => total === true)) return null
  return table.columns.map((column, index) => {
    if (column.total !== true) return null
    let sum = 0
    for (const row of table.rows) {
      const cell = row[index]
      if (typeof cell === 'number') sum += cell
    }
    return sum
  })
}
