import type { ReportChart, ReportSection, ReportTable } from '../../model/report.ts'

/** Labels that are days, weeks, months or years stand side by side, as time runs. */
export const isTime = (labels: readonly string[]): boolean => labels.every((label) => /^\d{4}(-|$)/.test(label))

/** Charts that say something no table of the section says: a chart with a table's key draws that table. */
export function picturesOf({ charts = [], tables = [] }: ReportSection): ReportChart[] {
  return charts.filter(({ key }) => !tables.some((table) => table.key === key))
}

/** The table without its bars, which only repeat a number beside them. */
export function withoutBars(table: ReportTable): ReportTable {
  if (!table.columns.some(({ type }) => type === 'bar')) return table
  const kept = table.columns.map(({ type }) => type !== 'bar')
  return {
    ...table,
    columns: table.columns.filter((_, at) => kept[at]),
    rows: table.rows.map((row) => row.filter((_, at) => kept[at])),
  }
}

/** A section's tables; one that is titled as the section is not titled again. */
export const tablesOf = ({ title, tables = [] }: ReportSection): ReportTable[] =>
  tables.map((table) => (table.title === title ? { ...table, title: '' } : table))
