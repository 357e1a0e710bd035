import type { ReportSection, ReportTable, ReportView } from '../../model/report.ts'
import type { SheetPlan, WorkbookPlan, WrittenRow } from '../../model/workbook.ts'
import { arrows, figureTexts } from './figures.ts'
import { withoutBars } from './pictures.ts'
import { columnTitle, word } from './words.ts'

/** A report as a workbook: what it is on the first sheet, then one sheet a table. */
export function toWorkbook(view: ReportView): WorkbookPlan {
  const tables = view.sections.flatMap((section) =>
    (section.tables ?? []).map((table) => tableSheet(section, table, view)),
  )
  return { title: view.title, sheets: [aboutSheet(view), ...tables] }
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
  const made = view.madeAt === undefined ? [] : [[word(view, 'report.made-at', { at: view.madeAt })]]
  return {
    name: word(view, 'report.about'),
    plain: true,
    columns: [
      { title: '', type: 'text', width: 60 },
      { title: '', type: 'text', width: 24 },
      { title: '', type: 'text', width: 36 },
    ],
    rows: [[[view.title], [view.subtitle], ...made, [], ...figures, [], ...notes]],
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
