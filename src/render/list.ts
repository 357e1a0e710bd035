import { decimalMoney } from '../model/money.ts'
import type { Column, ReportCell, ReportTable } from '../model/report.ts'
import type { Lang } from '../model/units.ts'
import { cellText, isNumeric } from './number.ts'
import { columnTitle } from './report/words.ts'
import { tableLines, tsv } from './table.ts'

export interface ListOptions {
  readonly as: 'table' | 'tsv' | 'csv'
  readonly width: number
  readonly lang: Lang
}

/** A list as an aligned table for people, or whole values for the next program. */
export function tableText(table: ReportTable, { as, width, lang }: ListOptions): string {
  const titles = table.columns.map((column) => columnTitle(column, lang))
  if (as === 'tsv')
    return tsv([titles, ...table.rows.map((row) => row.map((cell, i) => machineText(cell, table.columns[i]!)))])
  if (as === 'csv')
    return [titles, ...table.rows.map((row) => row.map((cell, i) => machineText(cell, table.columns[i]!)))]
      .map(csvLine)
      .join('')
  if (table.rows.length === 0) return table.empty === undefined ? '' : `${table.empty}\n`
  const columns = table.columns.map((column, i) => ({
    title: titles[i]!,
    align: isNumeric(column.type) ? ('right' as const) : ('left' as const),
    whole: column.type !== 'text',
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

function machineText(cell: ReportCell, { type }: Column): string {
  if (cell === null) return ''
  if (typeof cell !== 'number') return String(cell)
  if (type === 'percent') return `${Number((cell * 100).toFixed(2))}%`
  return type === 'money' ? decimalMoney(cell) : String(cell)
}

/** RFC 4180, with a leading apostrophe before what a spreadsheet would run as a formula. */
function csvLine(row: readonly string[]): string {
  const cells = row.map((text) => {
    const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d[\d.,]*$/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  })
  return `${cells.join(',')}\r\n`
}
