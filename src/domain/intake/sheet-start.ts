import type { Cell } from '../../model/sheet.ts'
import { fingerprintOf } from '../dictionary/headings.ts'
import { findAcross, readAcross } from './across.ts'
import { countFilled, firstFilled, plainText } from './cells.ts'
import { startsLikeHeader } from './data-rows.ts'
import { type FoundHeader, findHeader, headerAt, isHeaderRow } from './find-header.ts'
import { readForms } from './form-reader.ts'
import { isFormSheet } from './form-sheet.ts'
import { lineOf, looksLikeContact } from './free-lines.ts'
import { foreignHeader, headerlessPlan, toldHeader } from './headerless.ts'
import { readHints } from './hints.ts'
import { isFooter, isNoteStart } from './row-kinds.ts'
import { gridFrom, ignored, type SheetState, type TableBeside } from './sheet-state.ts'
import { skippedRow } from './skipped.ts'
import { createTableReader } from './table-reader.ts'
import type { TableAsk } from './table-types.ts'
import { type ColumnSpan, cutTo, tablesBeside } from './tables-beside.ts'
import { understandTable } from './understand-table.ts'

/** Understands what the sheet begins with: forms, a table under a header, rows without one, or nothing. */
export function startSheet(state: SheetState, finished: boolean): void {
  const { rows, options, tables, out } = state
  if (rows.every((row) => countFilled(row) === 0)) {
    state.ignoring = 'blank'
    tables.push(ignored('sheet-empty'))
    return
  }
  const whole = finished && options.as === undefined ? readWhole(state) : null
  if (whole !== null) {
    tables.push(whole.table)
    for (const reading of whole.readings) out.push(reading)
    state.at = rows.length
    return
  }
  const grid = gridFrom(state, 0)
  const told = toldHeader(rows, options)
  const header = told >= 0 ? headerAt(grid, told, 0) : findHeader(grid, 0)
  const foreign = header === null ? foreignHeader(rows) : -1
  if (header !== null) openTable(state, header, 0)
  else if (foreign >= 0) openTable(state, headerAt(grid, foreign, foreign), 0, true)
  else startWithoutHeader(state)
}

/** Sheets that are no table of rows: fields that run down, or forms; null for any other. */
function readWhole({ rows, numbers, info, options }: SheetState): ReturnType<typeof readForms> | null {
  const across = findAcross(rows)
  if (across !== null) return readAcross(across, { info, rows, rowNumbers: numbers }, options)
  return isFormSheet(rows) ? readForms(info, rows, numbers, options) : null
}

function startWithoutHeader(state: SheetState): void {
  const { rows, info, options, tables } = state
  const filled = rows.filter((row) => countFilled(row) > 0)
  const contacts = filled.filter((row) => looksLikeContact(lineOf(row))).length
  const plan = headerlessPlan(info, options, filled)
  if (plan !== null) {
    state.current = { plan, reader: createTableReader(info, plan, options.blankTold), header: null, headerTexts: [] }
    tables.push(plan.reading)
  } else if (contacts >= Math.max(1, 0.4 * filled.length)) {
    state.free = true
    tables.push({ ...ignored('table-free-lines'), role: 'customers', fingerprint: 'free-lines' })
  } else passOver(state)
}

/** A sheet of text: its first line is a title, the rest are notes. */
function passOver(state: SheetState): void {
  const { rows, numbers, out } = state
  state.ignoring = 'note'
  state.tables.push(ignored('no-table'))
  const first = rows.findIndex((row) => countFilled(row) > 0)
  for (; state.at <= first; state.at++) out.push(skippedRow(numbers[state.at]!, state.at === first ? 'title' : 'blank'))
}

/** Opens the table under a header found from row `from` on, telling of the rows above it; `guess` where its words say nothing. */
export function openTable(state: SheetState, header: FoundHeader, from: number, guess = false): void {
  const { rows, numbers, info, options, tables, out } = state
  const top = from + header.top
  const bottom = from + header.bottom
  const above = rows.slice(state.at, top)
  tellAbove(state, top)
  const again = state.current?.plan.reading.fingerprint === fingerprintOf(header.headings)
  for (; state.at <= bottom; state.at++) out.push(skippedRow(numbers[state.at]!, again ? 'repeated-header' : 'header'))
  const customersKnown = options.customersKnown === true || tables.some(({ role }) => role === 'customers')
  const ask: TableAsk = {
    info,
    options: { ...options, customersKnown },
    headings: header.headings,
    rows: rowsOfTable(rows, state.at),
    titles: above.map(lineText).filter((text) => text !== ''),
    hints: readHints(above, info.name, info.fileName),
    headerRows: numbers.slice(top, bottom + 1),
    guess,
  }
  const headerTexts = rows.slice(top, bottom + 1).map((row) => row.map(plainText))
  const spans = tablesBeside(header.headings, ask.rows)
  const beside = spans?.map((span): TableBeside => {
    const plan = understandTable(onlyColumns(ask, span))
    return { span, plan, reader: createTableReader(info, plan, options.blankTold) }
  })
  const { plan, reader } = beside?.[0] ?? onlyTable(ask)
  state.current = { plan, reader, header, headerTexts, ...(beside && { beside }) }
  state.afterGap = false
  for (const { plan: one } of beside ?? [{ plan }])
    tables.push(
      one.identifies ? one.reading : { ...one.reading, role: 'ignored', why: { code: 'no-customer-columns' } },
    )
}

function onlyTable(ask: TableAsk): Pick<TableBeside, 'plan' | 'reader'> {
  const plan = understandTable(ask)
  return { plan, reader: createTableReader(ask.info, plan, ask.options.blankTold) }
}

/** One of the tables that stand side by side, in its own columns. */
const onlyColumns = (ask: TableAsk, span: ColumnSpan): TableAsk => ({
  ...ask,
  headings: ask.headings.map((heading, column) => (column >= span.from && column < span.to ? heading : '')),
  rows: ask.rows.map((row) => cutTo(row, span)),
})

const lineText = (row: readonly Cell[]): string =>
  row
    .map(plainText)
    .filter((text) => text !== '')
    .join(' ')

/** What the rows above a header are: the first one its title, the others notes. */
function tellAbove(state: SheetState, top: number): void {
  let titled = state.tables.length > 0 && state.at === top
  for (; state.at < top; state.at++) {
    const row = state.rows[state.at]!
    const filled = countFilled(row)
    const text = plainText(row[firstFilled(row)])
    const note = titled || filled > 1 || isNoteStart(text) || isFooter(text)
    if (filled > 0 && !note) titled = true
    state.out.push(skippedRow(state.numbers[state.at]!, filled === 0 ? 'blank' : note ? 'note' : 'title'))
  }
}

/** Rows at hand that belong to the table that begins at `from`: up to the next header of other words. */
function rowsOfTable(rows: readonly (readonly Cell[])[], from: number): (readonly Cell[])[] {
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
