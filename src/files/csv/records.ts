import type { Reason } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'

/** Records cut from text so far; the reader takes them out chunk by chunk. */
export interface Records {
  rowNumbers: number[]
  rows: Cell[][]
  /** 1-based line each record starts on. */
  lines: number[]
  troubles: Map<number, Reason[]>
}

/** Where finished records go, with what is wrong with them. */
export interface RecordSink {
  /** Number of the record being read, from 1. */
  record: number
  /** 1-based line it starts on. */
  line: number
  trouble(code: string, params?: Readonly<Record<string, number>>): void
  /** Ends the record. `nul`: it holds NUL characters, which are taken out. */
  finish(cells: Cell[], nul: boolean): void
  /** The records so far, which are then forgotten. */
  take(): Records
  count(): number
}

export interface RecordSinkOptions {
  /** Cells a record should have; 0 where that is not known. */
  readonly expected: number
  readonly maxColumns: number
  /** Called for a record that is wider. */
  readonly tooWide: () => void
  readonly firstLine: number
}

const emptyRecords = (): Records => ({ rowNumbers: [], rows: [], lines: [], troubles: new Map() })

/** Gathers records: blank lines as empty ones, surplus empty cells at the end taken off, odd widths told. */
export function createRecordSink({ expected, maxColumns, tooWide, firstLine }: RecordSinkOptions): RecordSink {
  let records = emptyRecords()

  const checkWidth = (cells: Cell[]) => {
    const width = cells.length
    while (cells.length > expected && cells[cells.length - 1] === null) cells.pop()
    if (cells.length === expected) return
    sink.trouble(cells.length > expected ? 'cells-many' : 'cells-few', { cells: width, expected })
  }

  const takeOutNul = (cells: Cell[]) => {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]
      if (typeof cell !== 'string' || !cell.includes('\0')) continue
      cells[i] = cell.replaceAll('\0', '') || null
      sink.trouble('nul-byte', { column: i + 1 })
    }
  }

  const sink: RecordSink = {
    record: 0,
    line: firstLine,
    trouble(code, params = {}) {
      const reason = { code, params: { row: sink.record, line: sink.line, ...params } }
      const known = records.troubles.get(sink.record)
      if (known === undefined) records.troubles.set(sink.record, [reason])
      else known.push(reason)
    },
    finish(cells, nul) {
      if (cells.length === 1 && cells[0] === null) cells.pop()
      if (expected > 0 && cells.length !== expected && cells.length > 0) checkWidth(cells)
      if (cells.length > maxColumns) tooWide()
      if (nul) takeOutNul(cells)
      records.rowNumbers.push(sink.record)
      records.rows.push(cells)
      records.lines.push(sink.line)
    },
    take() {
      const taken = records
      records = emptyRecords()
      return taken
    },
    count: () => records.rows.length,
  }
  return sink
}
