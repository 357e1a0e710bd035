import type { Column, ReportCell, ReportTable, ReportView } from '../../../model/report.ts'
import { cellText, isNumeric } from '../../number.ts'
import { displayWidth } from '../../width.ts'
import { totalsOf } from '../totals.ts'
import { columnTitle, word } from '../words.ts'
import { html } from './escape.ts'

const numeric = ({ type }: Column): boolean => isNumeric(type) && type !== 'bar'

/** Characters a table needs side by side; more than this takes the whole width of the page. */
const halfPage = 64
const measuredRows = 200
/** A table of this many rows is kept on one sheet of paper. */
const shortRows = 12

function isWide(table: ReportTable): boolean {
  let needed = 0
  table.columns.forEach(({ title, type }, at) => {
    let widest = displayWidth(title) + 2
    for (const row of table.rows.slice(0, measuredRows))
      widest = Math.max(widest, displayWidth(cellText(row[at] ?? null, type)))
    needed += (type === 'bar' ? 16 : Math.min(28, widest)) + 2
  })
  return needed > halfPage
}

export interface TablePlace {
  /** Nothing stands beside it. */
  readonly alone: boolean
  /** A chart above it has told its title. */
  readonly titled: boolean
}

/** A table that scrolls within itself where it is wider than the page. */
export function tableHtml(table: ReportTable, view: ReportView, { alone, titled }: TablePlace): string {
  const body = bodyHtml(table, view, titled)
  const place = `${isWide(table) ? ' wide' : alone ? ' wide alone' : ''}${table.rows.length <= shortRows ? ' short' : ''}`
  return `<div class="block${place}">${body}</div>`
}

function bodyHtml(table: ReportTable, view: ReportView, titled: boolean): string {
  const title = table.title === '' || titled ? '' : `<h3>${html(table.title)}</h3>`
  const note = table.note === undefined ? '' : `<p class="note">${html(table.note)}</p>`
  if (table.rows.length === 0)
    return `${title}<p class="empty">${html(table.empty ?? word(view, 'report.nothing'))}</p>${note}`
  const maxima = table.columns.map(({ type }, at) =>
    type === 'bar' ? table.rows.reduce((most, row) => Math.max(most, Number(row[at] ?? 0)), 0) : 0,
  )
  const head = table.columns.map(
    (column) => `<th scope="col"${numeric(column) ? ' class="n"' : ''}>${html(columnTitle(column, view.lang))}</th>`,
  )
  const rows = table.rows.map(
    (row) => `<tr>${table.columns.map((column, at) => cellHtml(row[at] ?? null, column, maxima[at]!)).join('')}</tr>`,
  )
  const label = html(table.title === '' ? view.title : table.title)
  return `${title}<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table class="data${table.columns.length > 5 ? ' many' : ''}"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody>${footHtml(table, view)}</table></div>${note}`
}

function cellHtml(cell: ReportCell, column: Column, max: number): string {
  if (column.type === 'bar') {
    const share = typeof cell === 'number' && max > 0 ? Math.max(0, Math.round((cell / max) * 1000) / 10) : 0
    return `<td class="b" aria-hidden="true"><i style="width:${share}%"></i></td>`
  }
  const text = html(cellText(cell, column.type))
  if (!numeric(column)) return column.type === 'text' ? `<td>${text}</td>` : `<td class="d">${text}</td>`
  return typeof cell === 'number' ? `<td class="n" data-n="${cell}">${text}</td>` : `<td class="n">${text}</td>`
}

function footHtml(table: ReportTable, view: ReportView): string {
  const totals = totalsOf(table)
  if (totals === null) return ''
  const cells = totals.map((sum, at) => {
    const column = table.columns[at]!
    if (sum !== null) return `<td class="n">${html(cellText(sum, column.type))}</td>`
    return at === 0 ? `<th scope="row">${html(word(view, 'report.total'))}</th>` : '<td></td>'
  })
  return `<tfoot><tr>${cells.join('')}</tr></tfoot>`
}
