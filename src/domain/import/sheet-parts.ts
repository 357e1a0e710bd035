import type { ImportReadOptions, RowsPart } from '../../model/import-parts.ts'
import type { RowReading, TableReading } from '../../model/intake.ts'
import { type PackedValue, packRow } from '../../model/packed-rows.ts'
import type { Cell, RowChunk, SheetInfo } from '../../model/sheet.ts'
import { createSheetReader, type SheetReaderOptions } from '../intake/sheet-reader.ts'
import { rowKeys } from '../provenance/row-key.ts'
import { mendedBatch, ownColumns, untouchedRows } from './own-columns.ts'
import { rawTexts } from './raw-texts.ts'

export interface SheetPartsOptions extends ImportReadOptions {
  /** An earlier sheet of the file holds the customers: deals and contacts of this one only name them. */
  readonly customersKnown?: boolean
  /** Takes off what an export put before texts that a spreadsheet would run; for text files only. */
  readonly unguard: ((row: readonly Cell[]) => readonly Cell[]) | undefined
}

/** Reads one sheet for import, part by part. */
export interface SheetParts {
  /** The rows understood so far: none while the reader holds them back. */
  readonly push: (chunk: RowChunk) => RowsPart
  /** The rest. @throws an Error where a row got lost: that is a bug. */
  readonly finish: () => RowsPart
  readonly tables: () => readonly TableReading[]
  /** Whether the sheet is where customers are kept: the deals and contacts of later sheets name them. */
  readonly holdsCustomers: () => boolean
  /** The import whose rejected rows these are, where kehu wrote the sheet itself. */
  readonly mends: () => string | undefined
}

// Made anew each time: the keys of a part leave with it for another thread.
const nothing = (): RowsPart => ({ rows: [], keys: new Float64Array(0), headings: 0, raw: [], rejected: [] })

/** Opens a sheet for import: every row gets a reading, a key, and its text as it stood. */
export function sheetParts(info: SheetInfo, options: SheetPartsOptions): SheetParts {
  const reader = createSheetReader(info, readerOptions(options))
  const raw = rawTexts()
  let line: (readonly Cell[])[] = []
  let own: OwnRows | undefined
  let keyOf: ((cells: readonly Cell[]) => number) | undefined
  let headings = 0
  let parties = false

  const take = (made: readonly RowReading[]): RowsPart => {
    if (made.length === 0) return nothing()
    if (keyOf === undefined) {
      const fingerprint = reader.reading().find(({ role }) => role !== 'ignored')?.fingerprint ?? ''
      keyOf = rowKeys(fingerprint)
      headings = rowKeys('')([fingerprint])
    }
    const readings = own === undefined ? made : own.settle(made)
    const withoutForbidden = keeper(reader.reading())
    const rejected: { reading: RowReading; cells: readonly Cell[] }[] = []
    const keys = new Float64Array(readings.length)
    const rows: PackedValue[] = []
    for (let i = 0; i < readings.length; i++) {
      const reading = readings[i]!
      const cells = line[i]!
      keys[i] = keyOf(cells)
      raw.add(reading.row, withoutForbidden(cells, reading))
      if (reading.parties.length > 0) parties = true
      packRow(rows, reading)
      if (reading.fate === 'rejected') rejected.push({ reading, cells: withoutForbidden(cells, reading) })
    }
    line = line.slice(readings.length)
    return { rows, keys, headings, raw: raw.taken(), rejected }
  }

  return {
    push(read) {
      own ??= ownRows(options, read.rows[0] ?? [])
      const chunk = own.cut(read)
      for (const row of chunk.rows) line.push(row)
      return take(reader.push(chunk))
    },
    finish() {
      const last = take(reader.finish())
      if (line.length > 0) throw new Error(`${line.length} rows of a sheet got no reading`)
      return { ...last, raw: [...last.raw, ...raw.rest()] }
    },
    tables: reader.reading,
    holdsCustomers: () => parties && reader.reading().some(({ role }) => customerRoles.has(role)),
    mends: () => own?.mends(),
  }
}

/** A list of deals may make customers too, but each of its rows then stands for itself. */
const customerRoles: ReadonlySet<TableReading['role']> = new Set(['customers', 'mixed', 'forms'])

/** What may not be collected isn't kept as it stood either; the row of headings says that it was there. */
function keeper(tables: readonly TableReading[]): (cells: readonly Cell[], reading: RowReading) => readonly Cell[] {
  const barred = tables.filter(({ columns }) => columns.some(({ because }) => because === 'forbidden'))
  if (barred.length === 0) return (cells) => cells
  return (cells, { fate, row }) => {
    const table = tables.findLast(({ role, headerRows }) => role !== 'ignored' && (headerRows[0] ?? 0) <= row)
    if (fate === 'skipped' || table === undefined || !barred.includes(table)) return cells
    const columns = new Set(table.columns.flatMap(({ because, column }) => (because === 'forbidden' ? [column] : [])))
    return cells.map((cell, at) => (columns.has(at) ? null : cell))
  }
}

function readerOptions({
  today,
  as,
  map,
  remembered,
  customersKnown,
  emptyErases,
}: SheetPartsOptions): SheetReaderOptions {
  return {
    today,
    ...(as === undefined ? {} : { as: as as NonNullable<SheetReaderOptions['as']> }),
    map,
    ...(customersKnown === true && { customersKnown }),
    ...(emptyErases === true && { blankTold: true }),
    remembered: (fingerprint) => (Object.hasOwn(remembered, fingerprint) ? remembered[fingerprint] : undefined),
  }
}

/** Rows of workbooks that kehu wrote itself: its own columns are cut off, rows nobody touched are told. */
interface OwnRows {
  readonly cut: (chunk: RowChunk) => RowChunk
  readonly mends: () => string | undefined
  readonly settle: (made: readonly RowReading[]) => readonly RowReading[]
}

function ownRows({ seed, unguard }: SheetPartsOptions, firstRow: readonly Cell[]): OwnRows {
  const width = ownColumns(firstRow)
  const isUntouched = untouchedRows(seed, firstRow, width)
  const untouched = new Set<number>()
  let mends: string | undefined
  return {
    cut(read) {
      const told = unguard === undefined ? read : { ...read, rows: read.rows.map(unguard) }
      if (isUntouched !== undefined) {
        for (const [i, row] of told.rows.entries()) if (isUntouched(row)) untouched.add(told.rowNumbers[i]!)
      }
      for (const row of width === undefined ? [] : told.rows)
        mends ??= row === firstRow ? undefined : mendedBatch(firstRow, row)
      return width === undefined ? told : { ...told, rows: told.rows.map((row) => row.slice(0, width)) }
    },
    mends: () => mends,
    settle: (made) =>
      untouched.size === 0 ? made : made.map((one) => (untouched.delete(one.row) ? asItIs(one) : one)),
  }
}

/** A row of the book's own export that nobody changed says nothing new. */
const asItIs = ({ row }: RowReading): RowReading => {
  const nothing = { notes: [], parties: [], deals: [], interactions: [] }
  return { ...nothing, row, fate: 'accepted', untouched: true }
}
