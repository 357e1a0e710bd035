import { decimalMoney } from '../model/money.ts'
import type { Column, ReportCell, ReportTable } from '../model/report.ts'
import type { Lang } from '../model/units.ts'
import { cellText, isNumeric } from './number.ts'
import { columnTitle } from './report/words.ts'
import { tableLines, tsv } from './table.ts'

export interface ListOptions {
  readonly as: 'table' | 'tsv'
  readonly width: number
  readonly lang: Lang
}

/** A list as an aligned table for people, or whole values between tabs for the next program. */
export function tableText(table: ReportTable, { as, width, lang }: ListOptions): string {
  if (as === 'tsv') return tsv(machineRows(table, lang))
  if (table.rows.length === 0) return table.empty === undefined ? '' : `${table.empty}\n`
  const columns = table.columns.map((column) => ({
    title: columnTitle(column, lang),
    align: isNumeric(column.type) ? ('right' as const) : ('left' as const),
    whole: column.type !== 'text',
    flows: column.prose === true,
  }))
  const rows = table.rows.map((row) => row.map((cell, i) => cellText(cell, table.columns[i]!.type)))
  return `${tableLines(columns, rows, { width }).join('\n')}\n`
}

/** Rows as objects by column key; money as decimal text, so that nothing is rounded on the way. */
export const jsonRows = (table: ReportTable): Record<string, ReportCell>[] =>
  table.rows.map((row) =>
    Object.fromEntries(
      table.columns.map((column, i) => [
        column.key,
        column.type === 'money' && typeof row[i] === 'number' ? decimalMoney(row[i]) : (row[i] ?? null),
      ]),
    ),
  )

/** The titles, then the rows with whole values as text: what a tab-separated or CSV list is made of. */
export const machineRows = (table: ReportTable, lang: Lang): string[][] => [
  table.columns.map((column) => columnTitle(column, lang)),
  ...table.rows.map((row) => row.map((cell, i) => machineText(cell, table.columns[i]!))),
]

function machineText(cell: ReportCell, { type }: Column): string {
  if (cell === null) return ''
  if (typeof cell !== 'number') return String(cell)
  if (type === 'percent') return `${Number((cell * 100).toFixed(2))}%`
  return type === 'money' ? decimalMoney(cell) : String(cell)
}
