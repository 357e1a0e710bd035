import { businessDay } from '../../domain/calendar.ts'
import { createSheetReader, type SheetReader } from '../../domain/intake/sheet-reader.ts'
import { rowKeys } from '../../domain/provenance/row-key.ts'
import { nameKeys } from '../../domain/search/keys.ts'
import { stubDraft } from '../../domain/search/stub.ts'
import type { InputFile } from '../../files/inputs.ts'
import { openTableFile } from '../../files/open-table-file.ts'
import type { SheetRows, TableFile } from '../../files/table-file.ts'
import { KehuError } from '../../model/errors.ts'
import type { RowReading, TableReading } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'
import { type Book, beginLoad } from '../../store/book.ts'
import { addBatch, closeBatch, findBatchOfFile, sourceId } from '../../store/import/batches.ts'
import { type ImportCounts, type ImportSaver, saveImport } from '../../store/import/save-import.ts'
import { type Operation, startOperation } from '../../store/journal.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import type { ImportFlags } from '../import.ts'
import { unguarded, untouchedRows } from './own-rows.ts'
import { openProgress, type Progress } from './progress.ts'
import { ownColumns, type RejectedRow } from './rejects.ts'

/** What became of a file. `counts` is missing where it was known already and passed over. */
export interface FileOutcome {
  readonly file: string
  readonly format: string
  readonly encoding?: { readonly name: string; readonly confidence: number }
  readonly operationId: number
  readonly knownFrom?: number
  readonly dryRun: boolean
  readonly counts?: ImportCounts
  readonly sheets: readonly { readonly name: string; readonly tables: readonly TableReading[] }[]
  readonly notes: readonly Reason[]
  readonly rejects: readonly RejectedRow[]
}

/** Reads one file into the book in one transaction. A dry run does the very same, and rolls it back. */
export async function importFile(
  ctx: Context,
  input: InputFile,
  flags: ImportFlags,
  interrupted: () => boolean,
): Promise<FileOutcome> {
  const file = await openTableFile(input, {
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.delimiter === undefined ? {} : { delimiter: flags.delimiter }),
    ...(flags.sheet.length === 0 ? {} : { sheets: flags.sheet }),
    locale: ctx.lang === 'zh' ? 'zh-CN' : (ctx.env['LANG'] ?? ''),
  })
  try {
    const book = await ctx.openBook()
    const before = flags.force ? undefined : findBatchOfFile(book, file.sha256)
    if (before !== undefined)
      return { ...told(file, flags), operationId: before.operationId, knownFrom: before.operationId, rejects: [] }
    return await inOneTransaction(ctx, book, file, { flags, interrupted })
  } finally {
    await file.close()
  }
}

/** Opens the transaction, loads the file into it, and commits; whatever goes wrong leaves the book as it was. */
async function inOneTransaction(
  ctx: Context,
  book: Book,
  file: TableFile,
  run: { readonly flags: ImportFlags; readonly interrupted: () => boolean },
): Promise<FileOutcome> {
  // Keys are given out by the load itself, so they hold by construction; checking each costs a third of its time.
  book.sqlite.pragma('foreign_keys = off')
  const transaction = beginLoad(book)
  const progress = openProgress(ctx, file.name)
  try {
    const loaded = await loadFile(ctx, book, file, { ...run, progress })
    progress.end()
    if (run.flags.dryRun) transaction.rollback()
    else transaction.commit()
    return { ...told(file, run.flags), ...loaded }
  } catch (error) {
    transaction.rollback()
    throw error
  } finally {
    progress.end()
    book.sqlite.pragma('foreign_keys = on')
  }
}

interface LoadRun {
  readonly flags: ImportFlags
  readonly interrupted: () => boolean
  readonly progress: Progress
}

type Loaded = Required<Pick<FileOutcome, 'operationId' | 'counts' | 'sheets' | 'rejects'>>

/** Reads every sheet and saves it, inside the caller's transaction. */
async function loadFile(ctx: Context, book: Book, file: TableFile, run: LoadRun): Promise<Loaded> {
  const { flags } = run
  const at = ctx.now()
  const operation = startOperation(book, { kind: 'import', command: ctx.commandLine, staff: ctx.staff, at })
  const today = businessDay(at, readSettings(book).time_zone)
  const batchId = startBatch(ctx, book, operation, { file, flags, at, today })
  const saver = saveImport(book, operation, {
    batchId,
    sourceId: flags.source === undefined ? null : sourceId(book, operation, flags.source),
    today,
    policy: flags.onConflict,
    searchKeys: nameKeys,
    stubDraft,
  })
  const rejects: RejectedRow[] = []
  const sheets: { name: string; tables: readonly TableReading[] }[] = []
  const own = { seed: readSettings(book).created_at, isText: file.format === 'csv' }
  try {
    for await (const sheet of file.sheets) {
      saver.startSheet(sheet.info.index, sheet.info.name)
      const tables = await readSheet(sheet, { ...run, ...own, saver, today, rejects })
      saver.finishSheet(tables)
      sheets.push({ name: sheet.info.name, tables })
    }
    const counts = await saver.finish()
    closeBatch(book, batchId, counts)
    operation.finish(ctx.now(), { file: file.name, ...counts })
    return { operationId: operation.id, counts, sheets, rejects }
  } catch (error) {
    saver.abandon()
    throw error
  }
}

const told = (file: TableFile, flags: ImportFlags) => ({
  file: file.name,
  format: file.format,
  ...(file.encoding === undefined
    ? {}
    : { encoding: { name: file.encoding.encoding, confidence: file.encoding.confidence } }),
  dryRun: flags.dryRun,
  sheets: [],
  notes: file.notes,
})

function startBatch(
  ctx: Context,
  book: Book,
  operation: Operation,
  from: { file: TableFile; flags: ImportFlags; at: string; today: string },
): number {
  const { file, flags, at, today } = from
  return addBatch(book, operation, {
    file_name: file.name,
    sha256: file.sha256,
    bytes: file.bytes,
    format: file.format,
    encoding: file.encoding?.encoding ?? null,
    source_id: flags.source === undefined ? null : sourceId(book, operation, flags.source),
    method: flags.method ?? null,
    collector: flags.collector ?? ctx.staff,
    campaign: flags.campaign ?? null,
    supplier: flags.supplier ?? null,
    lawful_basis: flags.basis ?? null,
    options: JSON.stringify({ as: flags.as, map: flags.map, sheet: flags.sheet }),
    started_at: at,
    started_on: today,
  })
}

interface SheetRun {
  readonly saver: ImportSaver
  readonly flags: ImportFlags
  readonly today: string
  readonly rejects: RejectedRow[]
  readonly progress: Progress
  readonly interrupted: () => boolean
  /** The book's own, for rows of its exports. */
  readonly seed: string
  /** Texts may carry the guard of an export. */
  readonly isText: boolean
}

/** Reads a sheet chunk by chunk; the reader may hold rows back until it has understood them, so rows wait in line. */
async function readSheet({ info, chunks }: SheetRows, run: SheetRun): Promise<readonly TableReading[]> {
  const reader = createSheetReader(info, {
    today: run.today,
    ...(run.flags.as === undefined ? {} : { as: run.flags.as as never }),
    map: mapOf(run.flags.map),
  })
  const line: (readonly Cell[])[] = []
  let keyOf: ((cells: readonly Cell[]) => number) | undefined
  let headings = 0
  const untouched = new Set<number>()
  const take = (made: readonly RowReading[]): void => {
    if (made.length === 0) return
    const readings = untouched.size === 0 ? made : made.map((one) => (untouched.delete(one.row) ? asItIs(one) : one))
    if (keyOf === undefined) {
      const fingerprint = fingerprintOf(reader)
      keyOf = rowKeys(fingerprint)
      headings = rowKeys('')([fingerprint])
    }
    const rows = line.splice(0, readings.length)
    const keys = rows.map(keyOf)
    run.saver.saveRows(rows, readings, keys, headings)
    for (let i = 0; i < readings.length; i++) {
      if (readings[i]!.fate === 'rejected')
        run.rejects.push({ sheet: info.name, reading: readings[i]!, cells: rows[i]! })
    }
    run.progress.rows(readings.length)
  }
  let own: number | undefined
  let isUntouched: ((row: readonly Cell[]) => boolean) | undefined
  let isFirst = true
  for await (const read of chunks) {
    if (run.interrupted()) throw new KehuError('cancelled', 'import-interrupted', { file: info.fileName })
    if (isFirst) own = ownColumns(read.rows[0] ?? [])
    if (isFirst) isUntouched = untouchedRows(run.seed, read.rows[0] ?? [], own)
    isFirst = false
    const told = run.isText ? { ...read, rows: read.rows.map(unguarded) } : read
    if (isUntouched !== undefined) {
      for (const [i, row] of told.rows.entries()) if (isUntouched(row)) untouched.add(read.rowNumbers[i]!)
    }
    const chunk = own === undefined ? told : { ...told, rows: told.rows.map((row) => row.slice(0, own)) }
    for (const row of chunk.rows) line.push(row)
    take(reader.push(chunk))
    await run.saver.drain()
  }
  take(reader.finish())
  return reader.reading()
}

/** A row of the book's own export that nobody changed says nothing new. */
const asItIs = ({ row }: RowReading): RowReading => {
  const nothing = { notes: [], parties: [], deals: [], interactions: [] }
  return { ...nothing, row, fate: 'accepted', untouched: true }
}

const fingerprintOf = (reader: SheetReader): string =>
  reader.reading().find(({ role }) => role !== 'ignored')?.fingerprint ?? ''

function mapOf(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.lastIndexOf('=')
      if (at <= 0)
        throw new KehuError('usage', 'flag-bad-value', { flag: '--map', value: text, expected: '标题=field' })
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
    }),
  )
}
