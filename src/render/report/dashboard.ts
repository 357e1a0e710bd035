import type { ReportCell, ReportSection, ReportTable, ReportView } from '../../model/report.ts'
import { sparkline } from '../bars.ts'
import { cellText } from '../number.ts'
import { clip, displayWidth, padTo } from '../width.ts'
import { arrows, figureTexts } from './figures.ts'

export interface DashboardOptions {
  readonly width: number
  readonly bold?: (text: string) => string
  readonly dim?: (text: string) => string
  /** The last line: where to read on. */
  readonly more: string
}

const plain = (text: string): string => text
/** So many lines of each, so that all of it stands on 24. */
const MOST = { needs: 5, tiers: 8, top: 3, dates: 3 } as const

/** The week on one screen of 80×24: what needs a person, the figures, how it goes, who counts, what comes. */
export function dashboardText(view: ReportView, options: DashboardOptions): string {
  const { width, bold = plain, dim = plain, more } = options
  const section = (key: string): ReportSection | undefined => view.sections.find((one) => one.key === key)
  const head = (title: string): string => bold(`■ ${title}`)
  const lines = [bold(clip(view.title, width)), dim(clip(view.subtitle, width)), '']
  const overview = section('overview')
  if (overview !== undefined) lines.push(...figureLines(overview, width), ...trends(overview, width), '')
  for (const key of ['needs', 'tiers', 'top', 'dates'] as const) {
    const found = section(key)
    const table = found?.tables?.[0]
    if (found === undefined || table === undefined) continue
    if (key === 'tiers')
      lines.push(`${head(found.title)}  ${clip(inOneLine(table), width - displayWidth(found.title) - 4)}`)
    else lines.push(head(found.title), ...rowLines(table, MOST[key], width))
  }
  return `${[...lines, dim(clip(more, width))].join('\n')}\n`
}

/** Three figures a line. */
function figureLines(section: ReportSection, width: number): string[] {
  const room = Math.floor(width / 3)
  const cells = figureTexts(section).map(({ title, value, change, direction }) => {
    const figure = `${title} ${value}`
    const whole = `${figure} ${arrows[direction]}${change.replace(/ \(.*$/, '')}`.trimEnd()
    // A change cut in the middle would be another number: the arrow alone is left.
    const text = displayWidth(whole) < room ? whole : `${figure} ${arrows[direction]}`.trimEnd()
    return padTo(clip(text, room - 1), room)
  })
  return Array.from({ length: Math.ceil(cells.length / 3) }, (_, at) =>
    cells
      .slice(at * 3, at * 3 + 3)
      .join('')
      .trimEnd(),
  )
}

function trends({ charts = [] }: ReportSection, width: number): string[] {
  const series = charts.flatMap(({ series: some }) => some)
  const text = series.map(({ name, values }) => `${name} ${sparkline(values)}`).join('   ')
  return text === '' ? [] : [clip(text, width)]
}

const inOneLine = ({ columns, rows }: ReportTable): string =>
  rows
    .slice(0, MOST.tiers)
    // The letter of a level says enough on one line.
    .map(
      (row) => `${String(row[0]).replace(/^([A-Z0-9]{1,3}) .+$/, '$1')} ${cellText(row[1] ?? null, columns[1]!.type)}`,
    )
    .join('  ')

/** Rows as short lines: what can't be said in one is left to the report. */
function rowLines({ columns, rows, empty = '' }: ReportTable, most: number, width: number): string[] {
  if (rows.length === 0) return [`  ${clip(empty, width - 2)}`]
  const shown = columns.flatMap(({ type, key }, at) => (type === 'bar' || key === 'rank' ? [] : [at])).slice(0, 7)
  const texts = rows.slice(0, most).map((row) => shown.map((at) => textOf(row[at] ?? null, columns[at]!.type)))
  const widths = shown.map((_, at) => Math.min(28, Math.max(...texts.map((cells) => displayWidth(cells[at]!)))))
  return texts.map((cells) =>
    clip(
      `  ${cells
        .map((cell, at) => padTo(clip(cell, widths[at]!), widths[at]!))
        .filter((cell) => cell !== '')
        .join('  ')}`,
      width,
    ).trimEnd(),
  )
}

const textOf = (cell: ReportCell, type: ReportTable['columns'][number]['type']): string =>
  cell === null ? '' : cellText(cell, type)
