import { decimalMoney } from '../model/money.ts'
import type { SheetPlan, WrittenCell, WrittenChunks, WrittenRow } from '../model/workbook.ts'
import { encodeGb18030 } from './encode-gb18030.ts'
import { guardFormula } from './formula-guard.ts'
import type { Sink } from './write-file.ts'

export interface CsvOptions {
  /** A comma unless told. */
  readonly delimiter?: ',' | ';' | '\t'
  /** Excel needs it to take a file for UTF-8. */
  readonly bom?: boolean
  /** Texts that a spreadsheet would run are disarmed unless this is false. */
  readonly guard?: boolean
  readonly encoding?: 'utf-8' | 'gb18030'
}

/** Large enough that the sink is rarely called, small enough that nothing piles up. */
const flushAt = 1 << 17

/** Quotes where the text would end its cell, or lose its edges. */
const needsQuotes = /[",;\t\r\n]|^\s|\s$/

function cellText(cell: WrittenCell, guard: boolean): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = guard ? guardFormula(cell) : cell
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function lineOf(row: WrittenRow, delimiter: string, guard: boolean): string {
  let line = ''
  for (let at = 0; at < row.length; at++)
    line += at === 0 ? cellText(row[0]!, guard) : delimiter + cellText(row[at]!, guard)
  // A row of one empty cell would be a blank line, which readers skip.
  return row.length === 1 && line === '' ? '""\r\n' : `${line}\r\n`
}

/** Rows as CSV text (RFC 4180, CRLF). */
export function csvText(rows: readonly WrittenRow[], { delimiter = ',', guard = true }: CsvOptions = {}): string {
  let text = ''
  for (const row of rows) text += lineOf(row, delimiter, guard)
  return text
}

/** Streams rows to a sink as CSV and gives back how many there were. */
export async function writeCsv(chunks: WrittenChunks, sink: Sink, options: CsvOptions = {}): Promise<number> {
  const { delimiter = ',', guard = true, bom = false, encoding = 'utf-8' } = options
  const encode = encoding === 'gb18030' ? encodeGb18030 : (text: string): Uint8Array => Buffer.from(text, 'utf8')
  let text = bom && encoding === 'utf-8' ? '\ufeff' : ''
  let rows = 0
  for await (const chunk of chunks) {
    for (const row of chunk) {
      text += lineOf(row, delimiter, guard)
      if (text.length < flushAt) continue
      await sink(encode(text))
      text = ''
    }
    rows += chunk.length
  }
  if (text !== '') await sink(encode(text))
  return rows
}

/** Streams a table to a sink as CSV: its titles, then its rows with money as decimal yuan. Gives back the number of rows without the titles. */
export async function writeCsvTable(
  { columns, rows }: Pick<SheetPlan, 'columns' | 'rows'>,
  sink: Sink,
  options: CsvOptions = {},
): Promise<number> {
  const money = columns.flatMap(({ type }, at) => (type === 'money' ? [at] : []))
  async function* chunks(): AsyncGenerator<readonly WrittenRow[]> {
    yield [columns.map(({ title }) => title)]
    for await (const chunk of rows) yield money.length === 0 ? chunk : chunk.map((row) => inYuan(row, money))
  }
  return (await writeCsv(chunks(), sink, options)) - 1
}

function inYuan(row: WrittenRow, money: readonly number[]): WrittenRow {
  const copy = [...row]
  for (const at of money) {
    const cell = copy[at]
    if (typeof cell === 'number') copy[at] = decimalMoney(cell)
  }
  return copy
}
