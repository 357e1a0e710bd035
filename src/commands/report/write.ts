import { extname } from 'node:path'
import { hashAsWritten, hashedSink } from '../../files/hashed-sink.ts'
import { outgoingSink } from '../../files/outgoing.ts'
import { writeCsv } from '../../files/write-csv.ts'
import { type Sink, writeWholeFile } from '../../files/write-file.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import { KehuError } from '../../model/errors.ts'
import type { ReportView } from '../../model/report.ts'
import { reportHtml } from '../../render/report/html.ts'
import { reportJson } from '../../render/report/json.ts'
import { reportMarkdown } from '../../render/report/markdown.ts'
import { reportRows, tableKeys } from '../../render/report/rows.ts'
import { reportText } from '../../render/report/terminal.ts'
import { toWorkbook } from '../../render/report/workbook.ts'
import { tsv } from '../../render/table.ts'
import type { Context } from '../context.ts'

export const REPORT_FORMATS = ['text', 'md', 'html', 'xlsx', 'csv', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** Width of a text report in a file. */
const FILE_WIDTH = 100

const byEnding: Readonly<Record<string, ReportFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.md': 'md',
  '.xlsx': 'xlsx',
  '.csv': 'csv',
  '.json': 'json',
}

/** The form of a report by its file's name, else as the output flags say. */
export function reportFormat(ctx: Context, path: string | undefined): ReportFormat {
  if (path !== undefined) return byEnding[extname(path).toLowerCase()] ?? 'text'
  if (ctx.format === 'json' || ctx.format === 'jsonl') return 'json'
  return ctx.format === 'csv' || ctx.format === 'tsv' ? 'csv' : 'text'
}

/** A report cut down to one of its tables. @throws {KehuError} `report-table-missing` */
export function onlyTable(view: ReportView, only: string | undefined): ReportView {
  if (only === undefined) return view
  const names = tableKeys(view)
  if (!names.includes(only))
    throw new KehuError('usage', 'report-table-missing', { name: only, names: [...new Set(names)].join(' ') })
  const sections = view.sections.flatMap((section) => {
    const tables = (section.tables ?? []).filter(({ key }) => key === only)
    return tables.length === 0 ? [] : [{ key: section.key, title: section.title, tables }]
  })
  return { ...view, sections }
}

/** Shows a report on standard output. @throws {KehuError} `output-needs-file` */
export async function showReport(ctx: Context, view: ReportView, format: ReportFormat): Promise<void> {
  const { io } = ctx
  if (format === 'xlsx') throw new KehuError('usage', 'output-needs-file', { format })
  if (format === 'csv' && ctx.format === 'tsv')
    return io.out(tsv(reportRows(view).map((row) => row.map((cell) => String(cell ?? '')))))
  if (format === 'csv')
    return void (await writeCsv([reportRows(view)], (bytes) => io.out(Buffer.from(bytes).toString('utf8'))))
  if (format === 'text' && io.color)
    return io.out(
      reportText(view, {
        width: io.width,
        bold: (text) => `\u001b[1m${text}\u001b[22m`,
        dim: (text) => `\u001b[2m${text}\u001b[22m`,
      }),
    )
  io.out(textOf(view, format, io.width))
}

function textOf(view: ReportView, format: ReportFormat, width: number): string {
  if (format === 'html') return reportHtml(view)
  if (format === 'md') return reportMarkdown(view)
  if (format === 'json') return `${JSON.stringify(reportJson(view), null, 2)}\n`
  return reportText(view, { width })
}

/** Writes a report as a whole or not at all and gives back its SHA-256. @throws {KehuError} as `writeWholeFile` */
export const writeReport = async (view: ReportView, format: ReportFormat, path: string): Promise<string> =>
  hashAsWritten(path, await writeWholeFile(path, (sink) => produce(view, format, sink)))

/** A report as the bytes of its file, for a message that carries it. */
export async function reportBytes(view: ReportView, format: ReportFormat): Promise<{ bytes: Buffer; sha256: string }> {
  const parts: Uint8Array[] = []
  const out = outgoingSink((bytes) => void parts.push(Buffer.from(bytes)))
  const sha256 = await produce(view, format, out.sink)
  await out.end()
  return { bytes: Buffer.concat(parts), sha256 }
}

async function produce(view: ReportView, format: ReportFormat, out: Sink): Promise<string> {
  const { sink, digest } = hashedSink(out)
  if (format === 'xlsx') await writeXlsx(toWorkbook(view), sink)
  else if (format === 'csv') await writeCsv([reportRows(view)], sink, { bom: true })
  else await sink(Buffer.from(textOf(view, format, FILE_WIDTH), 'utf8'))
  return digest()
}
