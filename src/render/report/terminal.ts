import type { Column, ReportCell, ReportChart, ReportSection, ReportTable, ReportView } from '../../model/report.ts'
import { bar, barLines, sparkline } from '../bars.ts'
import { cellText, decimal, isNumeric, percent } from '../number.ts'
import { tableLines } from '../table.ts'
import { displayWidth, padTo, visible, wrap } from '../width.ts'
import { arrows, figureTexts } from './figures.ts'
import { picturesOf, tablesOf } from './pictures.ts'
import { totalsOf } from './totals.ts'
import { columnTitle, word } from './words.ts'

export interface TerminalOptions {
  readonly width: number
  /** No block characters. */
  readonly ascii?: boolean
  readonly bold?: (text: string) => string
  readonly dim?: (text: string) => string
}

const plain = (text: string): string => text
const barWidth = 12

/** A report as aligned text, never wider than `width`. */
export function reportText(view: ReportView, options: TerminalOptions): string {
  const { width, bold = plain, dim = plain } = options
  const lines = [
    ...wrap(visible(view.title), width).map(bold),
    ...wrap(visible(view.subtitle), width).map(dim),
    ...view.sections.flatMap((section) => ['', ...sectionLines(section, view, options)]),
  ]
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`
}

function sectionLines(section: ReportSection, view: ReportView, options: TerminalOptions): string[] {
  const { width, bold = plain } = options
  const blocks = [
    figureLines(section, options),
    ...picturesOf(section).map((chart) => chartLines(chart, options)),
    ...tablesOf(section).map((table) => reportTableLines(table, view, options)),
  ].filter((block) => block.length > 0)
  return [
    bold(visible(`■ ${section.title}`)),
    ...(section.lead === undefined ? [] : wrap(visible(section.lead), width)),
    ...blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block])),
  ]
}

function figureLines(section: ReportSection, { width }: TerminalOptions): string[] {
  const figures = figureTexts(section)
  const titleWidth = Math.max(0, ...figures.map(({ title }) => displayWidth(title)))
  const valueWidth = Math.max(0, ...figures.map(({ value }) => displayWidth(value)))
  return figures.flatMap(({ title, value, change, against, direction }) => {
    const head = `  ${padTo(title, titleWidth)}  ${padTo(value, valueWidth, 'right')}`
    const tail = change === '' ? '' : `  ${arrows[direction]} ${change} ${against}`
    return displayWidth(head + tail) <= width ? [head + tail] : [head, `   ${tail}`]
  })
}

function chartLines(chart: ReportChart, { width, ascii = false }: TerminalOptions): string[] {
  const title = visible(chart.unit === undefined ? chart.title : `${chart.title} · ${chart.unit}`)
  if (chart.kind === 'line') return [title, ...lineChart(chart, width, ascii)]
  const sums = chart.labels.map((_, at) => chart.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
  const whole = sums.reduce((sum, value) => sum + value, 0)
  const items = chart.labels.map((label, at) => ({
    label: visible(label),
    value: sums[at]!,
    text:
      chart.kind === 'share' && whole > 0 ? `${decimal(sums[at]!)}  ${percent(sums[at]! / whole)}` : decimal(sums[at]!),
  }))
  return items.length === 0 ? [] : [title, ...barLines(items, { width: width - 2, ascii }).map((line) => `  ${line}`)]
}

function lineChart(chart: ReportChart, width: number, ascii: boolean): string[] {
  const nameWidth = Math.max(0, ...chart.series.map(({ name }) => displayWidth(visible(name))))
  return chart.series.map(({ name, values }) => {
    const shown = values.slice(-Math.max(8, width - nameWidth - 30))
    const known = shown.filter((value) => value !== null)
    const range = known.length === 0 ? '' : `${decimal(known[0]!)} → ${decimal(known.at(-1)!)}`
    return `  ${padTo(visible(name), nameWidth)}  ${sparkline(shown, ascii)}  ${range}`
  })
}

/** One table of a report with its title, note and sums. */
export function reportTableLines(
  table: ReportTable,
  view: Pick<ReportView, 'lang'>,
  options: TerminalOptions,
): string[] {
  const { width, bold, ascii } = options
  const title = table.title === '' ? [] : wrap(visible(table.title), width)
  const note = table.note === undefined ? [] : wrap(visible(table.note), width)
  if (table.rows.length === 0) return [...title, `  ${visible(table.empty ?? word(view, 'report.nothing'))}`, ...note]
  const maxima = table.columns.map(({ type }, at) =>
    type === 'bar' ? table.rows.reduce((most, row) => Math.max(most, Number(row[at] ?? 0)), 0) : 0,
  )
  const shown = (cell: ReportCell, column: Column, at: number): string =>
    column.type === 'bar' && typeof cell === 'number'
      ? bar(cell, maxima[at]!, { width: barWidth, ascii: ascii ?? false })
      : cellText(cell, column.type)
  const totals = totalsOf(table)
  const lines = tableLines(
    table.columns.map((column) => ({
      title: columnTitle(column, view.lang),
      align: isNumeric(column.type) && column.type !== 'bar' ? ('right' as const) : ('left' as const),
      whole: column.type !== 'text',
      flows: column.prose === true,
    })),
    table.rows.map((row) => table.columns.map((column, at) => shown(row[at] ?? null, column, at))),
    {
      width,
      ...(bold === undefined ? {} : { bold }),
      ...(totals === null
        ? {}
        : {
            total: totals.map((sum, at) =>
              at === 0 && sum === null ? word(view, 'report.total') : cellText(sum, table.columns[at]!.type),
            ),
          }),
    },
  )
  return [...title, ...lines, ...note]
}
