import { decimalMoney } from '../../model/money.ts'
import type { ColumnType, ReportCell, ReportTable, ReportView } from '../../model/report.ts'
import { withoutBars } from './pictures.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Money twice: exact decimal text in yuan, and `…_fen` as a whole number. */
function entries(key: string, cell: ReportCell, type: ColumnType): [string, Json][] {
  if (type !== 'money') return [[key, cell]]
  return typeof cell === 'number'
    ? [
        [key, decimalMoney(cell)],
        [`${key}_fen`, cell],
      ]
    : [
        [key, null],
        [`${key}_fen`, null],
      ]
}

const tableJson = ({ key, title, columns, rows }: ReportTable): Json => ({
  key,
  title,
  columns: columns.map((column) => ({
    key: column.key,
    title: column.title,
    type: column.type,
    unit: column.unit ?? null,
  })),
  rows: rows.map((row) =>
    Object.fromEntries(columns.flatMap((column, at) => entries(column.key, row[at] ?? null, column.type))),
  ),
})

/** A report as one JSON object with stable keys; titles follow the reader's language, keys don't. */
export function reportJson(view: ReportView): Json {
  return {
    report: view.key,
    title: view.title,
    subtitle: view.subtitle,
    lang: view.lang,
    period: view.period === undefined ? null : { name: view.period.name, from: view.period.from, to: view.period.to },
    made_at: view.madeAt ?? null,
    sections: view.sections.map(({ key, title, lead, figures = [], charts = [], tables = [] }) => ({
      key,
      title,
      lead: lead ?? null,
      figures: figures.map((figure) => ({
        key: figure.key ?? null,
        title: figure.title,
        ...Object.fromEntries(entries('value', figure.value, figure.type)),
        ...Object.fromEntries(entries('change', figure.change ?? null, figure.type)),
        against: figure.changeOf ?? null,
      })),
      charts: charts.map(({ unit, series, ...chart }) => ({
        ...chart,
        unit: unit ?? null,
        series: series.map(({ name, values }) => ({ name, values })),
      })),
      tables: tables.map((table) => tableJson(withoutBars(table))),
    })),
  }
}
