import { KehuError } from '../../model/errors.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Cell, RowChunk } from '../../model/sheet.ts'
import { plainSheet } from '../csv/read-text.ts'
import { decodedBlocks, type TextEncoding } from '../encoding/decode.ts'
import { overLimit } from '../limits.ts'
import { chunkRowsOf, limitsOf, type ReadOptions } from '../read-options.ts'
import type { Source } from '../source.ts'
import type { SheetRows } from '../table-file.ts'
import { findRecords, flatten, isRecord, parseJson } from './flatten.ts'

/** Bytes of a JSON document, which has to be held whole; JSON Lines has no such bound. */
const mostBytes = 256 * 1024 * 1024

function* textOf(source: Source, how: TextEncoding, options: ReadOptions): Generator<string> {
  const limits = limitsOf(options)
  const tooLong = (): never => {
    throw overLimit('cell', source.path, limits.cell)
  }
  for (const { text } of decodedBlocks(source, how, { longest: mostBytes, tooLong })) yield text
}

/** Headings of records in the order they are met; rows are made of them. */
interface Columns {
  readonly names: string[]
  readonly places: Map<string, number>
}

function learn(columns: Columns, cells: ReadonlyMap<string, Cell>, source: Source, options: ReadOptions): void {
  for (const name of cells.keys()) {
    if (columns.places.has(name)) continue
    columns.places.set(name, columns.names.length)
    columns.names.push(name)
    const most = limitsOf(options).columns
    if (columns.names.length > most) throw overLimit('columns', source.path, most)
  }
}

function rowOf(columns: Columns, cells: ReadonlyMap<string, Cell>): Cell[] {
  const row: Cell[] = new Array<Cell>(columns.names.length).fill(null)
  for (const [name, cell] of cells) row[columns.places.get(name)!] = cell
  return row
}

/** A list of lists is a table as it stands; a list of records gets a heading row. */
function tableOf(records: readonly unknown[], source: Source, options: ReadOptions): Cell[][] {
  if (records.every((each) => Array.isArray(each))) {
    return records.map((each) => (each as unknown[]).map((cell, at) => flatten({ [at]: cell }).get(String(at)) ?? null))
  }
  const columns: Columns = { names: [], places: new Map() }
  const cells = records.map((each) => flatten(isRecord(each) ? each : { value: each }))
  for (const each of cells) learn(columns, each, source, options)
  return [columns.names, ...cells.map((each) => rowOf(columns, each))]
}

async function* chunked(rows: readonly Cell[][], size: number): AsyncGenerator<RowChunk> {
  for (let at = 0; at < rows.length; at += size) {
    const part = rows.slice(at, at + size)
    yield { rowNumbers: part.map((_, i) => at + i + 1), rows: part }
  }
}

/**
 * Reads a JSON document: a list of records, or the longest list found in it.
 *
 * @throws KehuError `json-damaged`, `json-no-records`, `limit-unpacked`, `limit-columns`.
 */
export function readJson(source: Source, how: TextEncoding, options: ReadOptions): SheetRows {
  if (source.size > mostBytes) throw overLimit('unpacked', source.path, mostBytes)
  let document: unknown
  try {
    document = parseJson([...textOf(source, how, options)].join(''))
  } catch (cause) {
    if (cause instanceof KehuError) throw cause
    throw new KehuError('input', 'json-damaged', { file: source.path }, cause)
  }
  const records = findRecords(document) ?? (isRecord(document) ? [document] : null)
  if (records === null || records.length === 0) throw new KehuError('input', 'json-no-records', { file: source.path })
  const rows = notTooDeep(source, () => tableOf(records, source, options))
  const chunks = () => chunked(rows, chunkRowsOf(options))
  return { info: plainSheet('json', source.name, true), chunks: { [Symbol.asyncIterator]: chunks } }
}

/** Lists in lists in lists, a hundred thousand deep, can be read by nobody. @throws KehuError `json-damaged` */
function notTooDeep<T>(source: Source, act: () => T): T {
  try {
    return act()
  } catch (cause) {
    if (cause instanceof RangeError) throw new KehuError('input', 'json-damaged', { file: source.path }, cause)
    throw cause
  }
}

/** Lines of a text with their numbers, blank ones left out. */
function* linesOf(
  source: Source,
  how: TextEncoding,
  options: ReadOptions,
): Generator<{ text: string; number: number }> {
  let number = 0
  for (const block of textOf(source, how, options)) {
    const lines = block.split(/\r\n|\n|\r/)
    if (lines[lines.length - 1] === '') lines.pop()
    for (const text of lines) {
      number++
      if (text.trim() !== '') yield { text, number }
    }
  }
}

function recordOf(text: string): ReadonlyMap<string, Cell> | null {
  try {
    const value = parseJson(text)
    return isRecord(value) ? flatten(value) : null
  } catch {
    return null
  }
}

/**
 * Reads JSON Lines, twice: once for the headings, once for the rows; a line that is no record is kept as it
 * stands, with a trouble.
 *
 * @throws KehuError `limit-columns`.
 */
export function readJsonLines(source: Source, how: TextEncoding, options: ReadOptions): SheetRows {
  const columns: Columns = { names: [], places: new Map() }
  for (const { text } of linesOf(source, how, options)) {
    const cells = recordOf(text)
    if (cells !== null) learn(columns, cells, source, options)
  }
  async function* chunks(): AsyncGenerator<RowChunk> {
    const size = chunkRowsOf(options)
    let rowNumbers = [1]
    let rows: Cell[][] = [columns.names]
    let troubles = new Map<number, Reason[]>()
    let row = 1
    for (const { text, number } of linesOf(source, how, options)) {
      row++
      const cells = recordOf(text)
      if (cells === null) troubles.set(row, [{ code: 'json-line-wrong', params: { row, line: number } }])
      rowNumbers.push(row)
      rows.push(cells === null ? [text] : rowOf(columns, cells))
      if (rows.length < size) continue
      yield { rowNumbers, rows, ...(troubles.size > 0 ? { troubles } : {}) }
      rowNumbers = []
      rows = []
      troubles = new Map()
    }
    if (rows.length > 0) yield { rowNumbers, rows, ...(troubles.size > 0 ? { troubles } : {}) }
  }
  return { info: plainSheet('jsonl', source.name, true), chunks: { [Symbol.asyncIterator]: chunks } }
}
