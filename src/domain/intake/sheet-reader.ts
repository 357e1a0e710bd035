import type { RowReading, TableReading } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Cell, RowChunk, SheetInfo } from '../../model/sheet.ts'
import { fingerprintOf } from '../dictionary/headings.ts'
import { countFilled, firstFilled, plainText } from './cells.ts'
import { dataRowKind, isRepeatedHeader, startsLikeHeader } from './data-rows.ts'
import { type FoundHeader, findHeader, type Grid, headerAt, isHeaderRow } from './find-header.ts'
import { readForms } from './form-reader.ts'
import { isFormSheet } from './form-sheet.ts'
import { lineOf, looksLikeContact, readFreeLine } from './free-lines.ts'
import { foreignHeader, headerlessPlan, toldHeader } from './headerless.ts'
import { readHints } from './hints.ts'
import { isFooter, isNoteStart } from './row-kinds.ts'
import { skippedRow } from './skipped.ts'
import { createTableReader, type TableReader } from './table-reader.ts'
import { type SheetReaderOptions, type TablePlan, understandTable } from './understand-table.ts'

export type { SheetReaderOptions } from './understand-table.ts'

/** Reads one sheet's rows as they come; see `createSheetReader`. */
export interface SheetReader {
  /** Readings of rows pushed so far, in order; rows are held back until the sheet is understood. */
  push(chunk: RowChunk): RowReading[]
  /** The readings still held back. */
  finish(): RowReading[]
  /** How the sheet's tables were understood, once decided. */
  reading(): readonly TableReading[]
}

/** Rows held back before a sheet is understood; a smaller sheet is seen whole. */
const enough = 2000
/** Rows held back while streaming, to see what follows. */
const ahead = 12

interface Current {
  readonly plan: TablePlan
  readonly reader: TableReader
  readonly header: FoundHeader | null
  /** The header rows' own texts, for headers repeated on every page. */
  readonly headerTexts: readonly (readonly string[])[]
}

/** Makes the reader of one sheet: exactly one reading for each source row, in order. */
export function createSheetReader(info: SheetInfo, options: SheetReaderOptions): SheetReader {
  const rows: (readonly Cell[])[] = []
  const numbers: number[] = []
  const troubles = new Map<number, readonly Reason[]>()
  const tables: TableReading[] = []
  let at = 0
  let current: Current | null = null
  let started = false
  let free = false
  let ignoring: string | null = info.hidden ? 'sheet-hidden' : null
  let afterGap = false
  if (info.hidden) tables.push(ignored('sheet-hidden'))

  const push: SheetReader['push'] = (chunk) => {
    for (let i = 0; i < chunk.rows.length; i++) {
      rows.push(chunk.rows[i]!)
      numbers.push(chunk.rowNumbers[i]!)
    }
    if (chunk.troubles !== undefined) for (const [row, reasons] of chunk.troubles) troubles.set(row, reasons)
    if (!started && ignoring === null && rows.length < enough) return []
    return drain(false)
  }

  const drain = (finished: boolean): RowReading[] => {
    const out: RowReading[] = []
    if (ignoring !== null) {
      for (; at < rows.length; at++)
        out.push(skippedRow(numbers[at]!, countFilled(rows[at]!) === 0 ? 'blank' : ignoring))
    } else {
      if (!started) start(out, finished)
      const stop = finished ? rows.length : rows.length - ahead
      while (at < stop) readNext(out, finished)
    }
    forget()
    return out
  }

  /** Rows that were read are dropped, so that memory stays bounded. */
  const forget = (): void => {
    if (at < enough && at < rows.length) return
    rows.splice(0, at)
    numbers.splice(0, at)
    at = 0
  }

  const gridFrom = (from: number): Grid => {
    const base = numbers[from]! - 1
    const index = new Map(numbers.slice(from).map((number, i) => [number - 1, i]))
    const merges = info.merges.flatMap((range) => {
      const top = index.get(range.top)
      const bottom = index.get(Math.min(range.bottom, numbers.at(-1)! - 1)) ?? index.get(range.top)
      return range.top < base || top === undefined ? [] : [{ ...range, top, bottom: bottom! }]
    })
    return { rows: rows.slice(from), merges }
  }

  /** Understands what the sheet begins with: forms, a table under a header, rows without one, or nothing. */
  const start = (out: RowReading[], finished: boolean): void => {
    started = true
    if (rows.every((row) => countFilled(row) === 0)) {
      ignoring = 'blank'
      tables.push(ignored('sheet-empty'))
      for (; at < rows.length; at++) out.push(skippedRow(numbers[at]!, 'blank'))
      return
    }
    if (finished && options.as === undefined && isFormSheet(rows)) {
      const forms = readForms(info, rows, numbers, options)
      tables.push(forms.table)
      out.push(...forms.readings)
      at = rows.length
      return
    }
    const grid = gridFrom(0)
    const told = toldHeader(rows, options)
    const header = told >= 0 ? headerAt(grid, told, 0) : findHeader(grid, 0)
    const foreign = header === null ? foreignHeader(rows) : -1
    if (header !== null) openTable(out, header, 0)
    else if (foreign >= 0) openTable(out, headerAt(grid, foreign, foreign), 0, true)
    else startWithoutHeader(out)
  }

  const startWithoutHeader = (out: RowReading[]): void => {
    const filled = rows.filter((row) => countFilled(row) > 0)
    const contacts = filled.filter((row) => looksLikeContact(lineOf(row))).length
    const plan = headerlessPlan(info, options, filled)
    if (plan !== null) {
      current = { plan, reader: createTableReader(info, plan), header: null, headerTexts: [] }
      tables.push(plan.reading)
    } else if (contacts >= Math.max(1, 0.4 * filled.length)) {
      free = true
      tables.push({
        role: 'customers',
        why: { code: 'table-free-lines' },
        headerRows: [],
        columns: [],
        fingerprint: 'free-lines',
      })
    } else {
      ignoring = 'note'
      tables.push(ignored('no-table'))
      for (let first = true; at < rows.length; at++) {
        const blank = countFilled(rows[at]!) === 0
        out.push(skippedRow(numbers[at]!, blank ? 'blank' : first ? 'title' : 'note'))
        if (!blank) first = false
      }
    }
  }

  /** Opens the table under a header found in `rows` (indexes from `from`), telling of the rows above it. */
  const openTable = (out: RowReading[], header: FoundHeader, from: number, guess = false): void => {
    const top = from + header.top
    const bottom = from + header.bottom
    const above = rows.slice(at, top)
    let titled = tables.length > 0 && above.length === 0
    for (; at < top; at++) {
      const kind = aboveKind(rows[at]!, titled)
      if (kind === 'title') titled = true
      out.push(skippedRow(numbers[at]!, kind))
    }
    const known = current?.plan.reading.fingerprint
    const again = known !== undefined && known === fingerprintOf(header.headings)
    const headerRows = numbers.slice(top, bottom + 1)
    for (; at <= bottom; at++) out.push(skippedRow(numbers[at]!, again ? 'repeated-header' : 'header'))
    const titles = above
      .map((row) =>
        row
          .map(plainText)
          .filter((text) => text !== '')
          .join(' '),
      )
      .filter((text) => text !== '')
    const customersKnown = options.customersKnown === true || tables.some(({ role }) => role === 'customers')
    const plan = understandTable({
      info,
      options: { ...options, customersKnown },
      headings: header.headings,
      rows: rowsOfTable(at),
      titles,
      hints: readHints(above, info.name, info.fileName),
      headerRows,
      guess,
    })
    current = {
      plan,
      reader: createTableReader(info, plan),
      header,
      headerTexts: rows.slice(top, bottom + 1).map((row) => row.map(plainText)),
    }
    tables.push(
      plan.identifies ? plan.reading : { ...plan.reading, role: 'ignored', why: { code: 'no-customer-columns' } },
    )
    afterGap = false
  }

  /** Rows at hand that belong to the table that begins at `from`: up to the next header of other words. */
  const rowsOfTable = (from: number): (readonly Cell[])[] => {
    const own: (readonly Cell[])[] = []
    for (let i = from; i < rows.length && own.length < 1000; i++) {
      const row = rows[i]!
      if (countFilled(row) === 0) continue
      if (i > from && startsLikeHeader(row) && isHeaderRow(row)) {
        if (own.length > 0 && countFilled(rows[i - 1]!) <= 1) break
        continue
      }
      own.push(row)
    }
    return own
  }

  const readNext = (out: RowReading[], finished: boolean): void => {
    const row = rows[at]!
    const number = numbers[at]!
    if (free) {
      out.push(
        countFilled(row) === 0
          ? skippedRow(number, 'blank')
          : looksLikeContact(lineOf(row))
            ? readFreeLine(number, row)
            : skippedRow(number, 'note'),
      )
      at++
      return
    }
    const table = current!
    const first = firstFilled(row)
    if (first < 0) {
      afterGap = true
      out.push(skippedRow(number, 'blank'))
      at++
      return
    }
    if (isRepeatedHeader(row, table.headerTexts)) {
      out.push(skippedRow(number, 'repeated-header'))
      at++
      return
    }
    if (table.header !== null && (afterGap || startsLikeHeader(row)) && openNext(out, row)) return
    if (!table.plan.identifies) {
      out.push(skippedRow(number, 'no-customer-columns'))
      at++
      return
    }
    const kind = dataRowKind(row, { plan: table.plan, info, number, dataFollows: () => dataFollows(table, at) })
    if (kind !== null) {
      afterGap = true
      if (kind === 'group-header') table.reader.group(plainText(row[first]))
      out.push(skippedRow(number, kind))
    } else {
      const last = finished && at === rows.length - 1
      out.push(table.reader.read(number, row, troubles.get(number), last))
      afterGap = false
    }
    at++
  }

  /** A header of other words, or a title right above one, begins the next table of the sheet. */
  const openNext = (out: RowReading[], row: readonly Cell[]): boolean => {
    let probe = at
    if (!isHeaderRow(row)) {
      if (!afterGap || countFilled(row) > 3) return false
      for (probe = at + 1; probe < Math.min(rows.length, at + 4); probe++) if (isHeaderRow(rows[probe]!)) break
      if (probe >= Math.min(rows.length, at + 4) || !isHeaderRow(rows[probe]!)) return false
      if (isRepeatedHeader(rows[probe]!, current!.headerTexts)) return false
    }
    const header = headerAt(gridFrom(at), probe - at, 0)
    openTable(out, header, at)
    return true
  }

  const dataFollows = (table: Current, index: number): boolean => {
    for (let i = index + 1; i < Math.min(rows.length, index + ahead); i++) {
      const row = rows[i]!
      if (countFilled(row) < 2) continue
      if (isRepeatedHeader(row, table.headerTexts)) return true
      return dataRowKind(row, { plan: table.plan, info, number: numbers[i]!, dataFollows: () => false }) === null
    }
    return false
  }

  return { push, finish: () => drainAll(), reading: () => tables }

  function drainAll(): RowReading[] {
    return drain(true)
  }
}

const ignored = (code: string): TableReading => ({
  role: 'ignored',
  why: { code },
  headerRows: [],
  columns: [],
  fingerprint: '',
})

function aboveKind(row: readonly Cell[], titled: boolean): string {
  const filled = countFilled(row)
  if (filled === 0) return 'blank'
  const text = plainText(row[firstFilled(row)])
  return titled || filled > 1 || isNoteStart(text) || isFooter(text) ? 'note' : 'title'
}
