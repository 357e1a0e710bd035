import type { PartyValues } from '../../model/intake.ts'
import type { Parsed } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'
import { parseDate } from '../normalize/date.ts'
import type { DateOptions, DateReading } from '../normalize/date-reading.ts'
import { foldText } from '../normalize/fold.ts'
import { formatFen, type MoneyOptions, parseMoney } from '../normalize/money.ts'
import { cellText } from './cells.ts'
import { note, notes, type RowDraft } from './row-draft.ts'
import { keptText } from './text.ts'

/** Reads one cell that holds something into the row; made once for a column. */
export type CellReader = (draft: RowDraft, cell: Exclude<Cell, null>) => void

/** What the table says of one column, beside its field. */
export interface ColumnFacts {
  readonly column: number
  readonly heading: string
  readonly money: MoneyOptions
  readonly dates: DateOptions
  /** Year of the nearest date above with one, where no title says it. */
  readonly lastYear: { value: number | undefined }
  /** Digits of codes that Excel has cut zeros from. */
  readonly codeWidth: number
  readonly today: string
  /** Numbers are written as there: 09xx mobiles and 02-2712-3456, or eight digits. */
  readonly place?: 'taiwan' | 'hongkong' | undefined
  /** Column of the contact person whose number this one holds; the customer's own where none is said. */
  readonly person?: number | undefined
}

/** Remembers what values of few kinds became, so that each is read once. */
export function memoised<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const value = read(text)
    if (known.size < 5000) known.set(text, value)
    return value
  }
}

/** The text of a cell as it is kept. */
export const kept = (cell: Exclude<Cell, null>): string => keptText(cellText(cell))

/** A plain text column of the party. */
export const valueText =
  (key: Exclude<keyof PartyValues, 'kind' | 'gender'>): CellReader =>
  (draft, cell) => {
    const text = kept(cell)
    if (text !== '') draft.values[key] = text
  }

/** A number as it stands, anything else as text. */
export const plainNumber = (cell: Exclude<Cell, null>): string | number =>
  typeof cell === 'number' ? cell : cellText(cell)

const knownDates = new WeakMap<DateOptions, Map<string, Parsed<DateReading>>>()

/** A date text of a column; whole dates, which the year beside them cannot change, are read once. */
export function readDateText(text: string, dates: DateOptions, year: number | undefined): Parsed<DateReading> {
  let known = knownDates.get(dates)
  if (known === undefined) {
    known = new Map()
    knownDates.set(dates, known)
  }
  const found = known.get(text)
  if (found !== undefined) return found
  const read = parseDate(text, year === undefined || year === dates.year ? dates : { ...dates, year })
  const isWhole =
    read.ok && read.value.iso !== undefined && read.notes?.some(({ code }) => code.startsWith('year-')) !== true
  if (isWhole && known.size < 50_000) known.set(text, read)
  return read
}

/** A day; texts without a year take that of the title, else that of the rows above. */
export function readDay(
  draft: RowDraft,
  cell: Exclude<Cell, null>,
  facts: ColumnFacts,
  field: string,
): Partial<DateReading> {
  const { dates, lastYear } = facts
  const near = dates.year === undefined && lastYear.value !== undefined
  const read =
    typeof cell === 'string'
      ? readDateText(cell, dates, near ? lastYear.value : dates.year)
      : parseDate(cell, near ? { ...dates, year: lastYear.value! } : dates)
  if (!read.ok) {
    if (read.reason.code !== 'date-missing') note(draft, read.reason, facts.column, field, cellText(cell))
    return {}
  }
  for (const reason of read.notes ?? []) {
    const code =
      near && reason.code === 'year-taken-from-title' ? { ...reason, code: 'year-taken-from-row-above' } : reason
    note(draft, code, facts.column, field)
  }
  const { iso } = read.value
  if (iso !== undefined && dates.year === undefined) lastYear.value = Number(iso.slice(0, 4))
  return read.value
}

/** Money as decimal text; another currency than the yuan is named behind it. */
export function readMoney(
  draft: RowDraft,
  cell: Exclude<Cell, null>,
  facts: ColumnFacts,
  field: string,
): { fen: number; text: string; currency: string } | null {
  const read = parseMoney(plainNumber(cell), facts.money)
  if (!read.ok) {
    if (read.reason.code !== 'amount-missing') note(draft, read.reason, facts.column, field, cellText(cell))
    return null
  }
  notes(draft, read.notes, facts.column, field)
  const { fen, currency } = read.value
  return { fen, currency, text: currency === 'CNY' ? formatFen(fen) : `${formatFen(fen)} ${currency}` }
}

/** A code; zeros that Excel cut off are put back where all codes of the column have one width. */
export function readCode(draft: RowDraft, cell: Exclude<Cell, null>, facts: ColumnFacts, field: string): string {
  const text = foldText(cellText(cell)).replace(/^'/, '')
  if (facts.codeWidth > text.length && /^\d+$/.test(text)) {
    note(draft, { code: 'leading-zeros-restored', params: { value: text } }, facts.column, field)
    return text.padStart(facts.codeWidth, '0')
  }
  return text
}

const lossy = /^\d(?:\.\d+)?E\+?\d{1,2}$/i

/** A serial number; one in scientific notation has lost its digits. */
export function readSerial(
  draft: RowDraft,
  cell: Exclude<Cell, null>,
  facts: ColumnFacts,
  field: string,
): string | null {
  const text = foldText(cellText(cell)).replace(/^'/, '')
  if (!lossy.test(text)) return text
  const [digits = '', power = ''] = text.toUpperCase().replace('+', '').split('E')
  const fraction = digits.split('.')[1] ?? ''
  if (fraction.length === Number(power)) return digits.replace('.', '')
  note(draft, { code: 'code-digits-lost', params: { value: text } }, facts.column, field, text)
  return null
}
