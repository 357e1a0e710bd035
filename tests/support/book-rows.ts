import { businessDay } from '../../src/domain/calendar.ts'
import { lunarToSolar } from '../../src/domain/normalize/lunar.ts'
import { parsePeriod } from '../../src/domain/period.ts'
import { factSpans } from '../../src/domain/reports/fact-spans.ts'
import type { FactQuery } from '../../src/model/fact-query.ts'
import { type Book, inTransaction, openBook } from '../../src/store/book.ts'
import { type Operation, type Row, startOperation } from '../../src/store/journal.ts'
import { undoOperation } from '../../src/store/undo.ts'

export const noSpans = { period: null, before: null, yearAgo: null, history: [], coming: null } as const

/** A book in memory with short hands to write rows through the journal. */
export function bookOfRows() {
  const book: Book = openBook(':memory:', { create: true })
  const run = (kind: string, at: string, step: (operation: Operation) => void): number =>
    inTransaction(book, () => {
      const operation = startOperation(book, { kind, command: `kehu ${kind}`, staff: '李敏', at })
      step(operation)
      operation.finish(at, {})
      return operation.id
    })
  const undo = (id: number, at: string): number =>
    inTransaction(book, () => {
      const operation = startOperation(book, { kind: 'undo', command: 'kehu undo', staff: '李敏', at, undoes: id })
      undoOperation(book, operation, id)
      operation.finish(at, {})
      return operation.id
    })
  return { book, run, undo }
}

/** Makes a party with its card; `card: null` for one without. */
export function addParty(operation: Operation, name: string, party: Row = {}, card: Row | null = {}): number {
  const id = operation.insert('party', { kind: 'person', name, name_key: name, pinyin: name, initials: '', ...party })
  if (card !== null) operation.insert('customer', { party_id: id, ...card })
  return id
}

/** Merges parties as the program does: the absorbed points at its survivor and keeps its rows. */
export function absorb(operation: Operation, survivor: number, absorbed: number): void {
  operation.update('party', absorbed, { status: 'merged', merged_into: survivor })
  operation.insert('merge', { survivor, absorbed, band: 'auto', taken: '{}' })
}

export const deal = (party: number, on: string | null, amount: number | null, more: Row = {}): Row => ({
  party_id: party,
  on_day: on,
  amount,
  kind: 'sale',
  currency: 'CNY',
  ...more,
})

export const talk = (party: number, on: string | null, kind = 'call', more: Row = {}): Row => ({
  party_id: party,
  on_day: on,
  kind,
  ...more,
})

/** A query for a period by its name, or for everything. */
export function queryFor(period: string | null, more: Partial<FactQuery> = {}, today = '2026-11-22'): FactQuery {
  const parsed = period === null ? null : parsePeriod(period, today)
  if (parsed !== null && !parsed.ok) throw new Error(`no period ${period}`)
  return {
    today,
    ...(parsed === null ? noSpans : factSpans(parsed.value, 12)),
    filter: {},
    limit: 100,
    levels: ['A', 'B', 'C', 'D'],
    scheme: 'property',
    fields: [],
    solarOf: lunarToSolar,
    dayOf: (at) => businessDay(at),
    ...more,
  }
}
