import type { Cell } from '../../model/sheet.ts'
import type { Dialect } from './dialect.ts'
import { ownText } from './own-text.ts'
import { type QuotedField, readQuoted } from './quoted.ts'
import { createRecordSink, type Records } from './records.ts'
import { repairRecord } from './repair.ts'

export interface RecordScanner {
  /** Cuts the records of a piece of text; what is unfinished waits for the next piece unless `last`. */
  push(text: string, last: boolean): void
  /** The records cut so far, which are then forgotten. */
  take(): Records
  /** How many wait to be taken. */
  count(): number
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

const lf = 10
const cr = 13

const textOrNull = (text: string): Cell => (text === '' ? null : ownText(text, 0, text.length))

/**
 * Cuts delimited text into records, one pass over the characters.
 *
 * A quote that is wrong costs its own record only: see `repairRecord`. Numbers of rows count records,
 * header and blank lines included.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: every character passes through; what the inner functions share are locals, and as fields of an object they cost speed
export function createRecordScanner(options: ScanOptions): RecordScanner {
  const { dialect, reach, over } = options
  const { delimiter, columns: expected, spaced } = dialect
  const delim = delimiter === '' ? -1 : delimiter.charCodeAt(0)
  const delim2 = delimiter.length > 1 ? delimiter.charCodeAt(1) : -1
  const step = Math.max(1, delimiter.length)
  const quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0)
  const top = Math.max(delim, quote, cr)
  const { maxColumns, firstLine } = options
  const sink = createRecordSink({ expected, maxColumns, firstLine, tooWide: () => over('columns') })
  let carry = ''

  /** Behind the line end at `at`, if one stands there; counts it. */
  const pastLineEnd = (text: string, at: number): number => {
    if (at >= text.length) return at
    sink.line++
    return text.charCodeAt(at) === cr && text.charCodeAt(at + 1) === lf ? at + 2 : at + 1
  }

  const mended = (text: string, start: number) =>
    repairRecord(text, start, Math.min(text.length, start + reach), dialect)

  /** Whether the line can be read with as many cells as the others have. */
  const mends = (text: string, start: number): boolean => {
    const { lines, cells } = mended(text, start)
    return lines === 0 && cells.length === expected
  }

  const repair = (text: string, start: number): number => {
    const { code, cells, lines, next } = mended(text, start)
    sink.trouble(code)
    sink.finish(cells.map(textOrNull), true)
    sink.line += lines
    return pastLineEnd(text, next)
  }

  /** A quoted field that is wrong, or goes over lines of which the first would be whole without it. */
  const doubtful = (text: string, start: number, at: number, quoted: QuotedField): boolean => {
    if (quoted.stray) return true
    if (expected === 0 || quoted.lines === 0) return false
    const eol = at + text.slice(at, quoted.next).search(/[\r\n]/)
    return text.slice(start, eol).split(delimiter).length >= expected && mends(text, start)
  }

  const startsSpaced = (cell: Cell): boolean =>
    typeof cell === 'string' && cell.charCodeAt(0) === 32 && cell.trimStart().startsWith(dialect.quote)

  /** Ends a record at `at`, `lines` of it being line ends within cells; position behind it. */
  const finish = (text: string, start: number, at: number, cells: Cell[], lines: number, nul: boolean): number => {
    if (expected > 0 && cells.length !== expected && cells.some(startsSpaced) && mends(text, start)) {
      return repair(text, start)
    }
    sink.finish(cells, nul)
    sink.line += lines
    return pastLineEnd(text, at)
  }

  /** Reads one record from `start`; the position behind it, or -1 where it goes on in the next piece. */
  const readOne = (text: string, start: number, last: boolean): number => {
    const end = text.length
    const cells: Cell[] = []
    let at = start
    let field = start
    let nul = false
    let lines = 0
    sink.record++
    for (;;) {
      const code = text.charCodeAt(at)
      if (code > top) {
        at++
      } else if (code === delim && (delim2 < 0 || text.charCodeAt(at + 1) === delim2)) {
        cells.push(at === field ? null : ownText(text, field, at))
        at += step
        field = at
      } else if (code === lf || code === cr || at >= end) {
        if (!last && (at >= end || (code === cr && at + 1 >= end))) return -1
        if (at - field > reach) over('cell')
        cells.push(at === field ? null : ownText(text, field, at))
        return finish(text, start, at, cells, lines, nul)
      } else if (code === quote && (at === field || (spaced && text.slice(field, at).trim() === ''))) {
        const quoted = readQuoted(text, at, Math.min(end, at + reach), dialect)
        if (!last && end - at < reach && (quoted === null || quoted.next >= end)) return -1
        if (quoted === null || doubtful(text, start, at, quoted)) return repair(text, start)
        nul ||= quoted.value.includes('\0')
        lines += quoted.lines
        cells.push(quoted.value === '' ? null : quoted.value)
        at = quoted.next
        if (delim < 0 || !text.startsWith(delimiter, at)) return finish(text, start, at, cells, lines, nul)
        at += step
        field = at
      } else {
        nul ||= code === 0
        at++
      }
    }
  }

  const push = (piece: string, last: boolean): void => {
    const text = carry === '' ? piece : carry + piece
    carry = ''
    for (let at = 0; at < text.length; ) {
      const next = readOne(text, at, last)
      if (next < 0) {
        sink.record--
        carry = text.slice(at)
        return
      }
      at = next
    }
  }

  return { push, take: sink.take, count: sink.count }
}
