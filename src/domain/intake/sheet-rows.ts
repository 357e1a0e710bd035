import type { RowReading } from '../../model/intake.ts'
import type { Cell } from '../../model/sheet.ts'
import { countFilled, firstFilled, plainText } from './cells.ts'
import { dataRowKind, isRepeatedHeader, startsLikeHeader } from './data-rows.ts'
import { headerAt, isHeaderRow } from './find-header.ts'
import { lineOf, looksLikeContact, readFreeLine } from './free-lines.ts'
import { joinReadings } from './join-readings.ts'
import { openTable } from './sheet-start.ts'
import { ahead, gridFrom, type OpenTable, type SheetState, type TableBeside } from './sheet-state.ts'
import { skippedRow } from './skipped.ts'
import { cutTo } from './tables-beside.ts'

/** Reads the next row; a header of another table takes all of its rows at once. */
export function readNext(state: SheetState, finished: boolean): void {
  const row = state.rows[state.at]!
  const number = state.numbers[state.at]!
  const first = firstFilled(row)
  if (first < 0) {
    state.afterGap = true
    take(state, skippedRow(number, 'blank'))
  } else if (state.free) {
    take(state, looksLikeContact(lineOf(row)) ? readFreeLine(number, row) : skippedRow(number, 'note'))
  } else readTableRow(state, state.current!, row, finished)
}

function take(state: SheetState, reading: RowReading): void {
  state.out.push(reading)
  state.at++
}

function readTableRow(state: SheetState, table: OpenTable, row: readonly Cell[], finished: boolean): void {
  const mayOpen = table.header !== null && (state.afterGap || startsLikeHeader(row))
  const repeated = isRepeatedHeader(row, table.headerTexts)
  if (!repeated && mayOpen && openNext(state, row)) return
  if (!repeated && table.beside !== undefined) {
    readBeside(state, table.beside, row, finished)
    return
  }
  const number = state.numbers[state.at]!
  const kind = repeated ? 'repeated-header' : rowKind(state, table, row)
  if (kind === null) {
    const last = finished && state.at === state.rows.length - 1
    take(state, table.reader.read(number, row, state.troubles.get(number), last))
    state.afterGap = false
    return
  }
  if (!repeated) state.afterGap = true
  if (kind === 'group-header') table.reader.group(plainText(row[firstFilled(row)]))
  take(state, skippedRow(number, kind))
}

/** Each table of the row is judged and read by itself; together they give the row one reading. */
function readBeside(state: SheetState, beside: readonly TableBeside[], row: readonly Cell[], finished: boolean): void {
  const number = state.numbers[state.at]!
  const last = finished && state.at === state.rows.length - 1
  const follows = (): boolean => dataFollows(state, state.current!)
  const readings: RowReading[] = []
  for (const { span, plan, reader } of beside) {
    const own = cutTo(row, span)
    if (countFilled(own) === 0) continue
    const place = { plan, info: state.info, number, dataFollows: follows }
    const kind = plan.identifies ? dataRowKind(own, place) : 'no-customer-columns'
    if (kind === 'group-header') reader.group(plainText(own[firstFilled(own)]))
    readings.push(kind === null ? reader.read(number, own, state.troubles.get(number), last) : skippedRow(number, kind))
  }
  const reading = joinReadings(readings)
  state.afterGap = reading.fate === 'skipped'
  take(state, reading)
}

function rowKind(state: SheetState, { plan }: OpenTable, row: readonly Cell[]): string | null {
  if (!plan.identifies) return 'no-customer-columns'
  return dataRowKind(row, {
    plan,
    info: state.info,
    number: state.numbers[state.at]!,
    dataFollows: () => dataFollows(state, state.current!),
  })
}

/** A header of other words, or a title right above one, begins the next table of the sheet. */
function openNext(state: SheetState, row: readonly Cell[]): boolean {
  const { rows, at } = state
  let probe = at
  if (!isHeaderRow(row)) {
    if (!state.afterGap || countFilled(row) > 3) return false
    const end = Math.min(rows.length, at + 4)
    do probe++
    while (probe < end && !isHeaderRow(rows[probe]!))
    if (probe >= end || isRepeatedHeader(rows[probe]!, state.current!.headerTexts)) return false
  }
  openTable(state, headerAt(gridFrom(state, at), probe - at, 0), at)
  return true
}

/** Whether data come in the next rows: a lone text above them is a group, one below the last of them a note. */
function dataFollows({ rows, numbers, at, info }: SheetState, table: OpenTable): boolean {
  for (let i = at + 1; i < Math.min(rows.length, at + ahead); i++) {
    const row = rows[i]!
    if (countFilled(row) < 2) continue
    if (isRepeatedHeader(row, table.headerTexts)) return true
    return dataRowKind(row, { plan: table.plan, info, number: numbers[i]!, dataFollows: () => false }) === null
  }
  return false
}
