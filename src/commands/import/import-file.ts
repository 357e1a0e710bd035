import { businessDay } from '../../domain/calendar.ts'
import { nameKeys } from '../../domain/search/keys.ts'
import { stubDraft } from '../../domain/search/stub.ts'
import type { InputFile } from '../../files/inputs.ts'
import { parseLimit } from '../../files/limits.ts'
import { KehuError } from '../../model/errors.ts'
import type { FileFacts, ImportStep } from '../../model/import-parts.ts'
import type { TableReading } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import { type Book, beginLoad } from '../../store/book.ts'
import { addBatch, closeBatch, findBatchOfFile, linkMended, sourceId } from '../../store/import/batches.ts'
import { keepMappings, readMappings } from '../../store/import/mappings.ts'
import { type ImportCounts, type ImportSaver, type RowFateLine, saveImport } from '../../store/import/save-import.ts'
import type { Conflict } from '../../store/import/update-party.ts'
import { type Operation, startOperation } from '../../store/journal.ts'
import { readSettings } from '../../store/settings.ts'
import { changeSource } from '../../store/sources.ts'
import type { Context } from '../context.ts'
import type { ImportFlags } from '../import.ts'
import { type ImportReader, openImport } from './open-import.ts'
import { openProgress, type Progress } from './progress.ts'
import type { RejectedRow } from './rejects.ts'
import { mapTold, methodTold, sourceTold } from './told.ts'

/** What became of a file. `counts` is missing where it was known already and passed over. */
export interface FileOutcome {
  readonly file: string
  readonly path: string
  readonly sha256: string
  readonly format: string
  readonly encoding?: { readonly name: string; readonly confidence: number }
  readonly operationId: number
  /** The import's number; missing where the file was passed over. */
  readonly batchId?: number
  /** The import whose rejected rows these are, mended. */
  readonly mends?: number
  readonly knownFrom?: number
  readonly dryRun: boolean
  readonly counts?: ImportCounts
  readonly sheets: readonly { readonly name: string; readonly tables: readonly TableReading[] }[]
  readonly notes: readonly Reason[]
  readonly rejects: readonly RejectedRow[]
  /** What would become of each row; told by a dry run whose result is read by a program. */
  readonly fates?: readonly RowFateLine[]
}

/** How a file is to be imported. */
export interface ImportRun {
  readonly flags: ImportFlags
  readonly interrupted: () => boolean
  /** Told of every value of the book that a row has another one for. */
  readonly onConflict?: (conflict: Conflict) => void
}

/** Reads one file into the book in one transaction. A dry run does the very same, and rolls it back. */
export async function importFile(ctx: Context, input: InputFile, run: ImportRun): Promise<FileOutcome> {
  const { flags } = run
  // A wrong flag stops before anything is read.
  methodTold(flags)
  mapTold(flags.map)
  sourceTold(flags)
  const read = {
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.delimiter === undefined ? {} : { delimiter: flags.delimiter }),
    ...(flags.sheet.length === 0 ? {} : { sheets: flags.sheet }),
    limits: Object.assign({}, ...flags.limit.map(parseLimit)),
    locale: ctx.lang === 'zh' ? 'zh-CN' : (ctx.env['LANG'] ?? ''),
  }
  const file = await openImport(input, read, { interrupted: run.interrupted })
  try {
    const book = await ctx.openBook()
    const before = flags.force ? undefined : findBatchOfFile(book, file.facts.sha256)
    if (before !== undefined)
      return {
        ...told(file.facts, input.path, flags),
        operationId: before.operationId,
        knownFrom: before.operationId,
        rejects: [],
      }
    return await inOneTransaction(ctx, book, file, run)
  } finally {
    await file.close()
  }
}

/** Opens the transaction, loads the file into it, and commits; whatever goes wrong leaves the book as it was. */
async function inOneTransaction(ctx: Context, book: Book, file: ImportReader, run: ImportRun): Promise<FileOutcome> {
  const transaction = beginLoad(book)
  const progress = openProgress(ctx, file.facts.name)
  try {
    const loaded = await loadFile(ctx, book, file, { ...run, progress })
    progress.end()
    if (run.flags.dryRun) transaction.rollback()
    else transaction.commit()
    return { ...told(file.facts, file.path, run.flags), ...loaded }
  } catch (error) {
    transaction.rollback()
    throw error
  } finally {
    progress.end()
  }
}

interface LoadRun extends ImportRun {
  readonly progress: Progress
}

type Loaded = Required<Pick<FileOutcome, 'operationId' | 'counts' | 'sheets' | 'rejects' | 'notes'>> &
  Pick<FileOutcome, 'fates' | 'mends' | 'batchId'>

/** Reads every sheet and saves it, inside the caller's transaction. */
async function loadFile(ctx: Context, book: Book, file: ImportReader, run: LoadRun): Promise<Loaded> {
  const { flags } = run
  const at = ctx.now()
  const operation = startOperation(book, { kind: 'import', command: ctx.commandLine, staff: ctx.staff, at })
  const settings = readSettings(book)
  const today = businessDay(at, settings.time_zone)
  const batchId = startBatch(ctx, book, operation, { file: file.facts, flags, at, today })
  const fates: RowFateLine[] | undefined = flags.dryRun && ctx.format !== 'text' ? [] : undefined
  const saver = saveImport(book, operation, {
    batchId,
    sourceId: keepSource(book, operation, flags),
    today,
    policy: flags.onConflict === 'ask' ? 'fill' : flags.onConflict,
    fields: flags.conflictFields,
    ...(run.onConflict === undefined ? {} : { onConflict: run.onConflict }),
    searchKeys: nameKeys,
    stubDraft,
    ...(fates === undefined ? {} : { onRow: (line) => void fates.push(line) }),
  })
  const told = {
    ...(flags.as === undefined ? {} : { as: flags.as }),
    map: mapTold(flags.map),
    ...(flags.emptyErases === true && { emptyErases: true }),
    remembered: readMappings(book),
  }
  try {
    const steps = file.steps({ ...told, today, seed: settings.created_at })
    const { marks, ...read } = await takeSteps(steps, saver, { ...run, file: file.facts.name })
    const counts = await saver.finish(() => {
      if (run.interrupted()) throw new KehuError('cancelled', 'import-interrupted', { file: file.facts.name })
    })
    closeBatch(book, batchId, counts)
    const mends = linkMended(book, batchId, marks)
    const tables = read.sheets.flatMap((sheet) => sheet.tables)
    keepMappings(book, operation, tables, { staff: ctx.staff, at })
    operation.finish(ctx.now(), { file: file.facts.name, ...counts })
    return {
      operationId: operation.id,
      batchId,
      counts,
      ...read,
      ...(mends === undefined ? {} : { mends }),
      ...(fates === undefined ? {} : { fates }),
    }
  } catch (error) {
    saver.abandon()
    throw error
  }
}

/** Saves each step of a file as it comes. @throws {KehuError} `import-interrupted` */
async function takeSteps(
  steps: AsyncIterable<ImportStep>,
  saver: ImportSaver,
  run: LoadRun & { readonly file: string },
): Promise<Pick<Loaded, 'sheets' | 'rejects' | 'notes'> & { marks: readonly string[] }> {
  const rejects: RejectedRow[] = []
  const sheets: { name: string; tables: readonly TableReading[] }[] = []
  const marks: string[] = []
  let notes: readonly Reason[] = []
  let sheet = ''
  for await (const step of steps) {
    if (run.interrupted()) throw new KehuError('cancelled', 'import-interrupted', { file: run.file })
    if (step.kind === 'sheet') {
      sheet = step.name
      saver.startSheet(step.index, sheet)
    } else if (step.kind === 'rows') {
      saver.saveRows(step.part)
      for (const row of step.part.rejected) rejects.push({ sheet, ...row })
      run.progress.rows(step.part.keys.length, step.progress)
      await saver.drain()
    } else if (step.kind === 'sheet-end') {
      saver.finishSheet(step.tables)
      if (step.mends !== undefined) marks.push(step.mends)
      sheets.push({ name: sheet, tables: step.tables })
    } else notes = step.notes
  }
  return { rejects, sheets, notes, marks }
}

const told = (file: FileFacts, path: string, flags: ImportFlags) => ({
  file: file.name,
  path,
  sha256: file.sha256,
  format: file.format,
  ...(file.encoding === undefined
    ? {}
    : { encoding: { name: file.encoding.encoding, confidence: file.encoding.confidence } }),
  dryRun: flags.dryRun,
  sheets: [],
  notes: file.notes,
})

/** The source's id, with what the flags say of it kept; null where none is told. */
function keepSource(book: Book, operation: Operation, flags: ImportFlags): number | null {
  if (flags.source === undefined) return null
  const patch = sourceTold(flags)
  if (Object.keys(patch).length > 0) changeSource(book, operation, flags.source, patch)
  return sourceId(book, operation, flags.source)
}

function startBatch(
  ctx: Context,
  book: Book,
  operation: Operation,
  from: { file: FileFacts; flags: ImportFlags; at: string; today: string },
): number {
  const { file, flags, at, today } = from
  return addBatch(book, operation, {
    file_name: file.name,
    sha256: file.sha256,
    bytes: file.bytes,
    format: file.format,
    encoding: file.encoding?.encoding ?? null,
    source_id: keepSource(book, operation, flags),
    method: methodTold(flags) ?? null,
    collector: flags.collector ?? ctx.staff,
    campaign: flags.campaign ?? null,
    supplier: flags.supplier ?? null,
    lawful_basis: flags.basis ?? null,
    options: JSON.stringify({ as: flags.as, map: flags.map, sheet: flags.sheet }),
    started_at: at,
    started_on: today,
  })
}
