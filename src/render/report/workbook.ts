import type { ReportChart, ReportSection, ReportTable, ReportView } from '../../model/report.ts'
import type { SheetChart, SheetPlan, WorkbookPlan, WrittenColumn, WrittenRow } from '../../model/workbook.ts'
import { arrows, figureTexts } from './figures.ts'
import { isTime, withoutBars } from './pictures.ts'
import { columnTitle, word } from './words.ts'

/** A report as a workbook: what it is on the first sheet, then one sheet a table, and the pictures with their numbers on the last. */
export function toWorkbook(view: ReportView): WorkbookPlan {
  const tables = view.sections.flatMap((section) =>
    (section.tables ?? []).map((table) => tableSheet(section, table, view)),
  )
  return { title: view.title, sheets: [aboutSheet(view), ...tables, ...chartSheet(view)] }
}

function aboutSheet(view: ReportView): SheetPlan {
  const figures = view.sections.flatMap((section): WrittenRow[] =>
    figureTexts(section).map(({ title, value, change, against, direction }) => [
      `${section.title} · ${title}`,
      value,
      change === '' ? null : `${arrows[direction]} ${change} ${against}`,
    ]),
  )
  const notes = view.sections.flatMap(({ title, tables = [] }): WrittenRow[] =>
    tables.flatMap(({ note, rows, empty }) => [
      ...(note === undefined ? [] : [[title, note]]),
      ...(rows.length === 0 && empty !== undefined ? [[title, empty]] : []),
    ]),
  )
  const made = view.madeAt === undefined ? [] : [[word(view, 'report.made-at', { at: view.madeOn ?? view.madeAt })]]
  return {
    name: word(view, 'report.about'),
    plain: true,
    columns: [
      { title: '', type: 'text', width: 60 },
      { title: '', type: 'text', width: 24 },
      { title: '', type: 'text', width: 36 },
    ],
    // Each part on its own line: a long one would be cut at its cell's edge.
    rows: [[[view.title], ...view.subtitle.split(' · ').map((part) => [part]), ...made, [], ...figures, [], ...notes]],
  }
}

function tableSheet(section: ReportSection, whole: ReportTable, view: ReportView): SheetPlan {
  const table = withoutBars(whole)
  const alone = (section.tables ?? []).length === 1
  const sums = table.columns.flatMap(({ total }, at) => (total === true ? [at] : []))
  return {
    name: alone || table.title === '' ? section.title : `${section.title} ${table.title}`,
    columns: table.columns.map((column) => ({
      title: columnTitle(column, view.lang),
      type: column.type === 'bar' ? 'number' : column.type,
    })),
    rows: [table.rows],
    ...(sums.length === 0 || table.rows.length === 0
      ? {}
      : { total: { word: word(view, 'report.total'), columns: sums } }),
  }
}

/** Rows that a picture takes at least. */
const pictureRows = 18

/** Each picture beside its numbers. */
function chartSheet(view: ReportView): SheetPlan[] {
  const charts = view.sections.flatMap(({ charts = [] }) =>
    charts.filter(({ labels, series }) => labels.length > 0 && series.length > 0),
  )
  if (charts.length === 0) return []
  const widest = Math.max(...charts.map(({ series }) => series.length))
  const rows: WrittenRow[] = [[word(view, 'report.charts')], []]
  const drawn = charts.map((chart): SheetChart => {
    const title = chart.unit === undefined ? chart.title : `${chart.title} · ${chart.unit}`
    const start = rows.length
    rows.push([title], [null, ...chart.series.map(({ name }) => name)])
    rows.push(
      ...chart.labels.map((label, at): WrittenRow => [label, ...chart.series.map(({ values }) => values[at] ?? null)]),
    )
    while (rows.length < start + pictureRows) rows.push([])
    rows.push([])
    return {
      title,
      kind: kindOf(chart),
      top: start + 1,
      labels: chart.labels,
      series: chart.series,
      at: { row: start, column: widest + 2 },
    }
  })
  const columns: WrittenColumn[] = [
    { title: '', type: 'text', width: 28 },
    ...Array.from({ length: widest }, () => ({ title: '', type: 'number' as const, width: 12 })),
  ]
  return [{ name: word(view, 'report.charts'), plain: true, columns, rows: [rows], charts: drawn }]
}

/** Time runs to the right; names lie, so that they can be read. */
function kindOf({ kind, labels }: ReportChart): SheetChart['kind'] {
  if (kind === 'line' || kind === 'stacked') return kind
  return isTime(labels) ? 'column' : 'bar'
}
