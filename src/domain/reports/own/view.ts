import type { ExportColumn } from '../../../model/export.ts'
import type { Column, ReportCell, ReportChart, ReportTable, ReportView } from '../../../model/report.ts'
import { cutNote, lineSubtitle } from '../parts.ts'
import type { ReportContext } from '../spec.ts'
import type { OwnResult } from './compute.ts'
import type { Measure, OwnReport } from './definition.ts'

/** More bars than this are no picture. */
const MOST_BARS = 30

/** What a report of the house says: one table, with its pictures. */
export function ownView(
  report: OwnReport,
  known: readonly ExportColumn[],
  { rows, total }: OwnResult,
  context: ReportContext,
): ReportView {
  const { lang, period, madeAt } = context
  const title = report[lang]
  const byKey = new Map(known.map((column) => [column.key, column]))
  const table: ReportTable = {
    key: report.key,
    title: '',
    columns: report.groups.length === 0 ? listColumns(report, byKey, context) : groupColumns(report, byKey, context),
    rows: rows.map((row) => row.map((cell, at) => worded(report, byKey, cell, at, context))),
    empty: context.say('report.nothing'),
    ...cutNote(rows.length, total, context),
  }
  return {
    key: report.key,
    title: period === undefined ? title : `${title} ${period.name}`,
    subtitle: lineSubtitle(context, report.purpose === '' ? title : report.purpose, total),
    lang,
    ...(period === undefined ? {} : { period }),
    ...(madeAt === undefined ? {} : { madeAt }),
    sections: [{ key: report.key, title, charts: charts(report, table, context), tables: [table] }],
  }
}

type Known = ReadonlyMap<string, ExportColumn>

function toColumn({ key, type, personal, ...words }: ExportColumn, { lang, say }: ReportContext): Column {
  return {
    key,
    title: words[lang],
    type,
    ...(type === 'money' ? { unit: say('report.yuan') } : {}),
    ...(personal === undefined ? {} : { personal }),
  }
}

const listColumns = ({ columns }: OwnReport, known: Known, context: ReportContext): Column[] =>
  columns.map((key) => toColumn(known.get(key)!, context))

function groupColumns({ groups, measures }: OwnReport, known: Known, context: ReportContext): Column[] {
  return [
    ...groups.map(({ key, bucket }) => {
      const column = toColumn(known.get(key)!, context)
      return bucket === undefined ? column : { ...column, key: `${key}-${bucket}`, type: 'text' as const }
    }),
    ...measures.map((measure, at) => measureColumn(measure, at, known, context)),
  ]
}

function measureColumn({ how, of }: Measure, at: number, known: Known, context: ReportContext): Column {
  const { say } = context
  const total = how === 'sum' || how === 'count'
  if (of === undefined) return { key: `m${at + 1}`, title: say(`own.${how}`), type: 'integer', total }
  const column = toColumn(known.get(of)!, context)
  const { personal: _personal, ...plain } = column
  return { ...plain, key: `m${at + 1}`, title: say(`own.${how}`, { field: column.title }), total }
}

/** Coded values in words; what was not told is said so in a group. */
function worded(
  report: OwnReport,
  known: Known,
  cell: ReportCell,
  at: number,
  { lang, say }: ReportContext,
): ReportCell {
  const key = report.groups.length === 0 ? report.columns[at] : report.groups[at]?.key
  if (key === undefined) return cell
  if (cell === null) return report.groups.length === 0 ? null : say('report.untold')
  return known.get(key)?.labels?.[lang].get(String(cell)) ?? cell
}

function charts(
  { groups, measures, charts: kinds }: OwnReport,
  table: ReportTable,
  { say }: ReportContext,
): ReportChart[] {
  if (groups.length === 0 || measures.length === 0) return []
  const first = groups.length
  const rows = table.rows.slice(0, MOST_BARS)
  return kinds.map((kind, at) => ({
    key: `chart-${at + 1}`,
    title: table.columns[first]!.title,
    kind,
    labels: rows.map((row) => row.slice(0, first).join(' ')),
    series: [
      {
        name: table.columns[first]!.title,
        values: rows.map((row) => {
          const value = row[first]
          return typeof value !== 'number' ? null : table.columns[first]!.type === 'money' ? value / 100 : value
        }),
      },
    ],
    ...(table.columns[first]!.type === 'money' ? { unit: say('report.yuan') } : {}),
  }))
}
