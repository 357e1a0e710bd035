import { businessDay } from '../../domain/calendar.ts'
import { markedRows } from '../../domain/exports/row-mark.ts'
import { peopleRows, rowObject } from '../../domain/exports/rows.ts'
import { OURS } from '../../domain/import/own-columns.ts'
import type { Personal } from '../../domain/masking.ts'
import { hashAsWritten, hashedSink } from '../../files/hashed-sink.ts'
import { type CsvOptions, writeCsvTable } from '../../files/write-csv.ts'
import { type Sink, writeWholeFile } from '../../files/write-file.ts'
import { writeJsonArray } from '../../files/write-json.ts'
import { writeJsonl } from '../../files/write-jsonl.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import type { ExportColumn, ExportQuery } from '../../model/export.ts'
import type { WrittenColumn, WrittenRow } from '../../model/workbook.ts'
import { calendarText } from '../../render/ics.ts'
import { vcard } from '../../render/vcard.ts'
import type { Book } from '../../store/book.ts'
import { readExportRows } from '../../store/export/read-export.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { cardOf, daysOf } from './cards.ts'
import type { ExportFormat } from './formats.ts'

export interface ExportPlan {
  readonly columns: readonly ExportColumn[]
  readonly query: ExportQuery
  readonly path: string | undefined
  readonly format: ExportFormat
  readonly hidden: ReadonlySet<Personal>
  /** All there is, with a mark on each row by which an import knows it untouched. */
  readonly isWhole: boolean
  readonly csv: CsvOptions
}

export interface Written {
  readonly rows: number
  /** Cells that a spreadsheet could not hold whole. */
  readonly cut: number
  readonly sha256: string
}

type Cell = string | number | null

/** Streams an export into its file, or to standard output. */
export async function writeExport(ctx: Context, book: Book, plan: ExportPlan): Promise<Written> {
  const write = async (sink: Sink): Promise<Written> => {
    const hashed = hashedSink(sink)
    const told = await produce(ctx, book, plan, hashed.sink)
    return { ...told, sha256: hashed.digest() }
  }
  if (plan.path !== undefined) {
    const written = await writeWholeFile(plan.path, write)
    return { ...written, sha256: hashAsWritten(plan.path, written.sha256) }
  }
  return write((bytes) => ctx.io.out(Buffer.from(bytes).toString('utf8')))
}

async function produce(ctx: Context, book: Book, plan: ExportPlan, sink: Sink): Promise<Omit<Written, 'sha256'>> {
  const { columns, query, format, hidden } = plan
  const whole = { cut: 0 }
  if (format === 'json' || format === 'jsonl') {
    const toObject = rowObject(columns, hidden, plan.isWhole ? readSettings(book).created_at : undefined)
    const objects = mapped(readExportRows(book, query), toObject)
    return { ...whole, rows: await (format === 'json' ? writeJsonArray : writeJsonl)(objects, sink) }
  }
  if (format === 'vcf') return { ...whole, rows: await writeCards(book, query, sink) }
  if (format === 'ics') return { ...whole, rows: await writeDays(ctx, book, plan, sink) }
  const table = tableOf(ctx, book, plan)
  if (format === 'xlsx') {
    const title = ctx.tell({ code: `export-${query.entity}` })
    const { rows, cut } = await writeXlsx({ title, sheets: [{ name: title, ...table }] }, sink)
    return { rows, cut }
  }
  const options: CsvOptions = format === 'tsv' ? { ...plan.csv, delimiter: '\t' } : plan.csv
  return { ...whole, rows: await writeCsvTable(table, sink, options) }
}

/** Titles and rows for people; kehu's own columns are named so that an import passes them over. */
function tableOf(
  ctx: Context,
  book: Book,
  { columns, query, hidden, isWhole }: ExportPlan,
): { columns: readonly WrittenColumn[]; rows: Iterable<readonly WrittenRow[]> } {
  const { lang } = ctx
  const told: WrittenColumn[] = columns.map((column) => ({
    title: column.derived === true ? `${OURS}${column[lang]}` : column[lang],
    type: column.type,
  }))
  const toPeople = peopleRows(columns, { lang, hidden })
  const rows = mapped(readExportRows(book, query), toPeople)
  if (!isWhole) return { columns: told, rows }
  const own = columns.findIndex(({ derived }) => derived === true)
  const mark = markedRows(readSettings(book).created_at, columns.slice(0, own === -1 ? columns.length : own))
  return {
    columns: [...told, { title: `${OURS}${ctx.tell({ code: 'export-mark' })}`, type: 'text' }],
    rows: mapped(rows, mark),
  }
}

function* mapped<T>(chunks: Iterable<Cell[][]>, to: (row: Cell[]) => T): Generator<T[]> {
  for (const chunk of chunks) yield chunk.map(to)
}

async function writeCards(book: Book, query: ExportQuery, sink: Sink): Promise<number> {
  let rows = 0
  for (const chunk of readExportRows(book, query)) {
    await sink(Buffer.from(chunk.map((row) => vcard(cardOf(row))).join(''), 'utf8'))
    rows += chunk.length
  }
  return rows
}

/** Calendars are small: a book's days fit into memory many times over. */
async function writeDays(ctx: Context, book: Book, { columns, query }: ExportPlan, sink: Sink): Promise<number> {
  const today = businessDay(ctx.now(), readSettings(book).time_zone)
  const days = [...readExportRows(book, query)].flatMap((chunk) =>
    chunk.flatMap((row) => daysOf(ctx, row, columns, today)),
  )
  await sink(Buffer.from(calendarText(days, ctx.now()), 'utf8'))
  return days.length
}
