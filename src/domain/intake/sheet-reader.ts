import type { RowReading, TableReading } from '../../model/intake.ts'
import type { RowChunk, SheetInfo } from '../../model/sheet.ts'
import { countFilled } from './cells.ts'
import { readNext } from './sheet-rows.ts'
import { startSheet } from './sheet-start.ts'
import { ahead, enough, ignored, newState, type SheetState } from './sheet-state.ts'
import { skippedRow } from './skipped.ts'
import type { SheetReaderOptions } from './table-types.ts'

export type { SheetReaderOptions } from './table-types.ts'

/** Reads one sheet's rows as they come; see `createSheetReader`. */
export interface SheetReader {
  /** Readings of rows pushed so far, in order; rows are held back until the sheet is understood. */
  push(chunk: RowChunk): RowReading[]
  /** The readings still held back. */
  finish(): RowReading[]
  /** How the sheet's tables were understood, once decided. */
  reading(): readonly TableReading[]
}

/** Makes the reader of one sheet: exactly one reading for each source row, in order. */
export function createSheetReader(info: SheetInfo, options: SheetReaderOptions): SheetReader {
  const state = newState(info, options)
  let started = false
  if (info.hidden) {
    started = true
    state.ignoring = 'sheet-hidden'
    state.tables.push(ignored('sheet-hidden'))
  }
  const drain = (finished: boolean): RowReading[] => {
    if (!started) startSheet(state, finished)
    started = true
    const stop = finished || state.ignoring !== null ? state.rows.length : state.rows.length - ahead
    while (state.at < stop) {
      if (state.ignoring === null) readNext(state, finished)
      else skipNext(state, state.ignoring)
    }
    forget(state)
    return state.out.splice(0)
  }
  return {
    push: (chunk) => {
      for (const row of chunk.rows) state.rows.push(row)
      for (const number of chunk.rowNumbers) state.numbers.push(number)
      for (const [row, reasons] of chunk.troubles ?? []) state.troubles.set(row, reasons)
      return started || state.rows.length >= enough ? drain(false) : []
    },
    finish: () => drain(true),
    reading: () => state.tables,
  }
}

function skipNext(state: SheetState, why: string): void {
  const blank = countFilled(state.rows[state.at]!) === 0
  state.out.push(skippedRow(state.numbers[state.at]!, blank ? 'blank' : why))
  state.at++
}

/** Rows that were read are dropped, so that memory stays bounded. */
function forget(state: SheetState): void {
  if (state.at < enough && state.at < state.rows.length) return
  const done = state.numbers.splice(0, state.at)
  state.rows.splice(0, state.at)
  if (state.troubles.size > 0) for (const number of done) state.troubles.delete(number)
  state.at = 0
}
