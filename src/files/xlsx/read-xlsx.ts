import { KehuError } from '../../model/errors.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Cell, RowChunk, SheetInfo } from '../../model/sheet.ts'
import { overLimit } from '../limits.ts'
import { chunkRowsOf, limitsOf, type ReadOptions } from '../read-options.ts'
import type { Source } from '../source.ts'
import type { SheetRows } from '../table-file.ts'
import type { ZipEntry } from '../zip/directory.ts'
import { inflateEntry, newBudget } from '../zip/inflate.ts'
import { readComments } from './comments.ts'
import { openPackage, type Package, readPart, readRelations } from './package.ts'
import { partText } from './part-text.ts'
import { createRowScanner } from './scan-rows.ts'
import { noStrings, readSharedStrings, type SharedStrings } from './shared-strings.ts'
import { readSheetFacts } from './sheet-facts.ts'
import { parseStyles, type Styles } from './styles.ts'
import { attribute, walkXml } from './xml.ts'

interface SheetPart {
  readonly name: string
  readonly index: number
  readonly hidden: boolean
  readonly part: string
  readonly entry: ZipEntry
}

interface Workbook {
  readonly pack: Package
  readonly sheets: readonly SheetPart[]
  readonly date1904: boolean
  readonly styles: Styles
  readonly strings: SharedStrings
}

export interface XlsxFile {
  readonly notes: readonly Reason[]
  readonly sheets: AsyncIterable<SheetRows>
}

const damaged = (file: string, part: string): KehuError => new KehuError('input', 'workbook-damaged', { file, part })

async function workbookPath(pack: Package): Promise<string> {
  const office = (await readRelations(pack, '')).find((relation) => relation.type === 'officeDocument')
  for (const path of [office?.target, 'xl/workbook.xml']) if (path !== undefined && pack.find(path)) return path
  throw damaged(pack.source.path, 'xl/workbook.xml')
}

const yes = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on'

async function openWorkbook(pack: Package, options: ReadOptions, notes: Reason[]): Promise<Workbook> {
  const limits = limitsOf(options)
  const path = await workbookPath(pack)
  const relations = await readRelations(pack, path)
  const sheets: SheetPart[] = []
  let date1904 = false
  let index = 0
  for (const event of walkXml((await readPart(pack, path)) ?? '')) {
    if (event.kind !== 'open') continue
    // extensions bring a second `workbookPr`, which says nothing of dates
    if (event.name === 'workbookPr') date1904 ||= yes(attribute(event.attributes, 'date1904'))
    if (event.name !== 'sheet') continue
    const name = attribute(event.attributes, 'name') ?? `Sheet${index + 1}`
    const hidden = ['hidden', 'veryHidden'].includes(attribute(event.attributes, 'state') ?? '')
    const id = attribute(event.attributes, 'id')
    const relation = relations.find((each) => each.id === id)
    const entry = relation === undefined ? undefined : pack.find(relation.target)
    if (relation !== undefined && relation.type !== 'worksheet')
      notes.push({ code: 'sheet-not-cells', params: { sheet: name } })
    else if (entry === undefined || relation === undefined)
      notes.push({ code: 'sheet-missing', params: { sheet: name } })
    else sheets.push({ name, index, hidden, part: relation.target, entry })
    index++
  }
  if (sheets.length === 0) throw damaged(pack.source.path, index === 0 ? path : 'xl/worksheets')
  const target = (type: string) => relations.find((relation) => relation.type === type)?.target
  const stylesXml = (await readPart(pack, target('styles') ?? 'xl/styles.xml')) ?? ''
  const table = pack.find(target('sharedStrings') ?? 'xl/sharedStrings.xml')
  const pieces = table && partText(inflateEntry(pack.source, table, pack.budget), pack.source.path)
  const strings = pieces === undefined ? noStrings : await readSharedStrings(pieces, pack.source, limits)
  return { pack, sheets, date1904, styles: parseStyles(stylesXml), strings }
}

/** Unpacked sheets up to this size are kept between the look at their edges and the reading of their rows. */
const keptBytes = 16 * 1024 * 1024

/** The bytes of a sheet, any number of times. */
function repeatable(pack: Package, entry: ZipEntry): () => AsyncGenerator<Buffer> {
  let kept: Buffer[] | null = null
  return async function* () {
    if (kept !== null) {
      yield* kept
      return
    }
    const budget = newBudget(pack.budget.limits)
    let size = 0
    const pieces: Buffer[] = []
    for await (const piece of inflateEntry(pack.source, entry, budget)) {
      size += piece.length
      if (size <= keptBytes) pieces.push(piece)
      yield piece
    }
    if (size <= keptBytes) kept = pieces
  }
}

type Sink = (row: number, cells: Cell[], struck: boolean) => void

async function* scanned(
  workbook: Workbook,
  bytes: () => AsyncGenerator<Buffer>,
  options: ReadOptions,
  sink: Sink,
): AsyncGenerator<void> {
  const limits = limitsOf(options)
  const file = workbook.pack.source.path
  const push = createRowScanner({
    strings: workbook.strings,
    shown: workbook.styles.shown,
    struck: workbook.styles.struck,
    date1904: workbook.date1904,
    maxColumns: limits.columns,
    maxCell: limits.cell,
    over: (what) => {
      throw overLimit(what, file, limits[what])
    },
    sink,
  })
  for await (const piece of partText(bytes(), file)) {
    push(piece)
    yield
  }
}

/** Rows that are missing between two rows with cells are given back as blank ones, unless there are very many. */
const widestGap = 100

async function* rowChunks(
  workbook: Workbook,
  bytes: () => AsyncGenerator<Buffer>,
  options: ReadOptions,
): AsyncGenerator<RowChunk> {
  const size = chunkRowsOf(options)
  const limits = limitsOf(options)
  let rowNumbers: number[] = []
  let rows: Cell[][] = []
  let last = 0
  const sink: Sink = (row, cells) => {
    if (cells.length === 0) return
    if (last > 0 && row > last + 1 && row - last <= widestGap) {
      for (let blank = last + 1; blank < row; blank++) {
        rowNumbers.push(blank)
        rows.push([])
      }
    }
    if (row > limits.rows) throw overLimit('rows', workbook.pack.source.path, limits.rows)
    rowNumbers.push(row)
    rows.push(cells)
    last = row
  }
  for await (const _ of scanned(workbook, bytes, options, sink)) {
    if (rows.length < size) continue
    yield { rowNumbers, rows }
    rowNumbers = []
    rows = []
  }
  if (rows.length > 0) yield { rowNumbers, rows }
}

async function struckRowsOf(
  workbook: Workbook,
  bytes: () => AsyncGenerator<Buffer>,
  options: ReadOptions,
): Promise<Set<number>> {
  const rows = new Set<number>()
  if (!workbook.styles.anyStruck) return rows
  const sink: Sink = (row, _, struck) => {
    if (struck) rows.add(row - 1)
  }
  for await (const _ of scanned(workbook, bytes, options, sink));
  return rows
}

async function openSheet(workbook: Workbook, sheet: SheetPart, options: ReadOptions): Promise<SheetRows> {
  const { pack } = workbook
  const bytes = repeatable(pack, sheet.entry)
  const facts = await readSheetFacts(bytes(), pack.source.path, limitsOf(options))
  const info: SheetInfo = {
    name: sheet.name,
    index: sheet.index,
    hidden: sheet.hidden,
    merges: facts.merges,
    hiddenColumns: facts.hiddenColumns,
    comments: await readComments(pack, sheet.part),
    struckRows: await struckRowsOf(workbook, bytes, options),
    typed: true,
    fileName: pack.source.name,
  }
  return { info, chunks: { [Symbol.asyncIterator]: () => rowChunks(workbook, bytes, options) } }
}

/**
 * Opens an Office Open XML workbook; rows are unpacked while they are asked for.
 *
 * @throws KehuError `workbook-damaged`, `workbook-entities`, `limit-…`; some only while iterating.
 */
export async function readXlsx(source: Source, entries: readonly ZipEntry[], options: ReadOptions): Promise<XlsxFile> {
  const notes: Reason[] = []
  const pack = openPackage(source, entries, newBudget(limitsOf(options)))
  const workbook = await openWorkbook(pack, options, notes)
  async function* sheets(): AsyncGenerator<SheetRows> {
    for (const sheet of workbook.sheets) {
      if (options.sheets !== undefined && !options.sheets.includes(sheet.name)) continue
      yield await openSheet(workbook, sheet, options)
    }
  }
  return { notes, sheets: { [Symbol.asyncIterator]: sheets } }
}
