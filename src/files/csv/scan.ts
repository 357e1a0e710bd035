import type { Reason } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'
import type { Dialect } from './dialect.ts'
import { ownText } from './own-text.ts'
import { readQuoted } from './quoted.ts'
import { repairRecord } from './repair.ts'

/** Records cut from text so far; the reader empties it chunk by chunk. */
export interface Records {
  rowNumbers: number[]
  rows: Cell[][]
  /** 1-based line each record starts on. */
  lines: number[]
  troubles: Map<number, Reason[]>
}

export interface RecordScanner {
  /** Cuts the records of a piece of text; what is unfinished waits for the next piece unless `last`. */
  push(text: string, last: boolean): void
  readonly records: Records
  /** 1-based line of the next record. */
  line(): number
}

export interface ScanOptions {
  readonly dialect: Dialect
  /** Characters a quoted field may be looked through for its end. */
  readonly reach: number
  /** Line number of the first line pushed. */
  readonly firstLine: number
  /** Called where a record is wider than `maxColumns` or a cell longer than `reach`. */
  readonly over: (what: 'columns' | 'cell') => void
  readonly maxColumns: number
}

const emptyRecords = (): Records => ({ rowNumbers: [], rows: [], lines: [], troubles: new Map() })

/** Takes the records out, leaving the scanner empty. */
export function takeRecords(scanner: RecordScanner): Records {
  const { records } = scanner
  const taken = { ...records }
  Object.assign(records, emptyRecords())
  return taken
}

/**
 * Cuts delimited text into records, one pass over the characters.
 *
 * A quote that is wrong costs its own record only: see `repairRecord`. Numbers of rows count records,
 * header and blank lines included.
 */
export function createRecordScanner(options: ScanOptions): RecordScanner {
  const { dialect, reach, maxColumns } = options
  const delimiter = dialect.delimiter
  const delim = delimiter === '' ? -1 : delimiter.charCodeAt(0)
  const delim2 = delimiter.length > 1 ? delimiter.charCodeAt(1) : -1
  const step = Math.max(1, delimiter.length)
  const quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0)
  const top = Math.max(delim, quote, 13)
  const { columns: expected, spaced } = dialect
  const records = emptyRecords()
  let carry = ''
  let record = 0
  let line = options.firstLine

  const trouble = (reason: Reason) => {
    const known = records.troubles.get(record)
    if (known === undefined) records.troubles.set(record, [reason])
    else known.push(reason)
  }

  const withoutNul = (cells: Cell[]) => {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]
      if (typeof cell !== 'string' || !cell.includes('\0')) continue
      cells[i] = cell.replaceAll('\0', '') || null
      trouble({ code: 'nul-byte', params: { row: record, line, column: i + 1 } })
    }
  }

  const finish = (cells: Cell[], nul: boolean) => {
    if (cells.length === 1 && cells[0] === null) cells.pop()
    const width = cells.length
    if (expected > 0 && width !== expected && width > 0) {
      while (cells.length > expected && cells[cells.length - 1] === null) cells.pop()
      if (cells.length > maxColumns) options.over('columns')
      if (cells.length !== expected) {
        const code = cells.length > expected ? 'cells-many' : 'cells-few'
        trouble({ code, params: { row: record, line, cells: width, expected } })
      }
    } else if (width > maxColumns) options.over('columns')
    if (nul) withoutNul(cells)
    records.rowNumbers.push(record)
    records.rows.push(cells)
    records.lines.push(line)
  }

  const startsSpaced = (cell: Cell): boolean => typeof cell === 'string' && cell.trimStart().startsWith(dialect.quote)

  /** Whether the line can be read with as many cells as the others have. */
  const mends = (text: string, start: number): boolean => {
    const mended = repairRecord(text, start, Math.min(text.length, start + reach), dialect)
    return mended.lines === 0 && mended.cells.length === expected
  }

  const repair = (text: string, start: number): number => {
    const mended = repairRecord(text, start, Math.min(text.length, start + reach), dialect)
    trouble({ code: mended.code, params: { row: record, line } })
    finish(
      mended.cells.map((cell) => (cell === '' ? null : ownText(cell, 0, cell.length))),
      true,
    )
    line += mended.lines
    return mended.next
  }

  /** Behind the line end at `at`; counts the line. */
  const pastLineEnd = (text: string, at: number): number => {
    line++
    return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
  }

  /** Reads one record from `start`; the position behind it, or -1 where it goes on in the next piece. */
  const readOne = (text: string, start: number, last: boolean): number => {
    const end = text.length
    const cells: Cell[] = []
    let at = start
    let field = start
    let nul = false
    let lines = 0
    record++
    for (;;) {
      const code = text.charCodeAt(at)
      if (code > top) {
        at++
        continue
      }
      if (code === delim && (delim2 < 0 || text.charCodeAt(at + 1) === delim2)) {
        cells.push(at === field ? null : ownText(text, field, at))
        at += step
        field = at
      } else if (code === 10 || code === 13 || at >= end) {
        if (!last && (at >= end || (code === 13 && at + 1 >= end))) return -1
        if (at - field > reach) options.over('cell')
        cells.push(at === field ? null : ownText(text, field, at))
        if (expected > 0 && cells.length !== expected && cells.some(startsSpaced) && mends(text, start)) {
          const next = repair(text, start)
          return next >= end ? next : pastLineEnd(text, next)
        }
        finish(cells, nul)
        line += lines
        return at >= end ? at : pastLineEnd(text, at)
      } else if (code === quote && (at === field || (spaced && text.slice(field, at).trim() === ''))) {
        const quoted = readQuoted(text, at, Math.min(end, at + reach), dialect)
        if (!last && end - at < reach && (quoted === null || quoted.next >= end)) return -1
        if (quoted === null || quoted.stray || (quoted.lines > 0 && doubtful(text, start, at, quoted.next))) {
          const next = repair(text, start)
          return next >= end ? next : pastLineEnd(text, next)
        }
        const { value } = quoted
        if (value.includes('\0')) nul = true
        cells.push(value === '' ? null : value)
        lines += quoted.lines
        at = quoted.next
        if (delim >= 0 && text.startsWith(delimiter, at)) {
          at += step
          field = at
        } else {
          finish(cells, nul)
          line += lines
          return at >= end ? at : pastLineEnd(text, at)
        }
      } else {
        if (code === 0) nul = true
        at++
      }
    }
  }

  /** A field over several lines, in a line that would be whole without it. */
  const doubtful = (text: string, start: number, at: number, next: number): boolean => {
    if (expected === 0) return false
    const eol = at + text.slice(at, next).search(/[\r\n]/)
    return text.slice(start, eol).split(delimiter).length >= expected && mends(text, start)
  }

  const push = (piece: string, last: boolean): void => {
    const text = carry === '' ? piece : carry + piece
    carry = ''
    let at = 0
    while (at < text.length) {
      const next = readOne(text, at, last)
      if (next < 0) {
        record--
        carry = text.slice(at)
        return
      }
      at = next
    }
  }

  return { push, records, line: () => line }
}
