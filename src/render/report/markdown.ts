import type { ReportChart, ReportSection, ReportTable, ReportView } from '../../model/report.ts'
import { cellText, decimal, isNumeric } from '../number.ts'
import { visible } from '../width.ts'
import { arrows, figureTexts } from './figures.ts'
import { picturesOf, tablesOf, withoutBars } from './pictures.ts'
import { totalsOf } from './totals.ts'
import { columnTitle, word } from './words.ts'

/** What Markdown would take for markup, and HTML for tags, stands as it is written. */
const plainText = (text: string): string => visible(text).replace(/[\\`*_[\]<>|#&~]/g, (character) => `\\${character}`)

/** A report in Markdown with pipe tables (GitHub's dialect). */
export function reportMarkdown(view: ReportView): string {
  const parts = [`# ${plainText(view.title)}`, plainText(view.subtitle)]
  for (const section of view.sections) parts.push(...sectionParts(section, view))
  return `${parts.join('\n\n')}\n`
}

function sectionParts(section: ReportSection, view: ReportView): string[] {
  const figures = figureTexts(section).map(({ title, value, change, against, direction }) =>
    `- ${plainText(title)}: **${plainText(value)}** ${change === '' ? '' : `${arrows[direction]} ${plainText(`${change} ${against}`)}`}`.trimEnd(),
  )
  return [
    `## ${plainText(section.title)}`,
    ...(section.lead === undefined ? [] : [plainText(section.lead)]),
    ...(figures.length === 0 ? [] : [figures.join('\n')]),
    ...picturesOf(section).flatMap((chart) => chartParts(chart)),
    ...tablesOf(section).flatMap((table) => tableParts(withoutBars(table), view)),
  ]
}

const pipeRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Markdown has no pictures of its own: the numbers behind a chart are given as a table. */
function chartParts({ title, labels, series, unit }: ReportChart): string[] {
  if (labels.length === 0) return []
  const head = pipeRow(['', ...series.map(({ name }) => plainText(name))])
  const rule = pipeRow(['---', ...series.map(() => '---:')])
  const rows = labels.map((label, at) =>
    pipeRow([plainText(label), ...series.map(({ values }) => (values[at] == null ? '' : decimal(values[at])))]),
  )
  return [`### ${plainText(unit === undefined ? title : `${title} · ${unit}`)}`, [head, rule, ...rows].join('\n')]
}

function tableParts(table: ReportTable, view: ReportView): string[] {
  const title = table.title === '' ? [] : [`### ${plainText(table.title)}`]
  const note = table.note === undefined ? [] : [plainText(table.note)]
  if (table.rows.length === 0) return [...title, plainText(table.empty ?? word(view, 'report.nothing')), ...note]
  const totals = totalsOf(table)
  const lines = [
    pipeRow(table.columns.map((column) => plainText(columnTitle(column, view.lang)))),
    pipeRow(table.columns.map(({ type }) => (isNumeric(type) ? '---:' : '---'))),
    ...table.rows.map((row) =>
      pipeRow(table.columns.map(({ type }, at) => plainText(cellText(row[at] ?? null, type)))),
    ),
  ]
  if (totals !== null)
    lines.push(
      pipeRow(
        totals.map((sum, at) =>
          at === 0 && sum === null
            ? `**${word(view, 'report.total')}**`
            : sum === null
              ? ''
              : `**${cellText(sum, table.columns[at]!.type)}**`,
        ),
      ),
    )
  return [...title, lines.join('\n'), ...note]
}
