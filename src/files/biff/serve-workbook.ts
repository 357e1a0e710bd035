import { readFileSync } from 'node:fs'
import type { MessagePort } from 'node:worker_threads'
import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { Cell, RowChunk, SheetInfo } from '../../model/sheet.ts'
import { type Shown, shownByCode, shownNumber } from '../xlsx/number-format.ts'
import { struckRowsOf } from './struck-rows.ts'

export interface WorkbookRequest {
  /** Read from disk by the thread, or sent along. */
  readonly file: string | Uint8Array
  readonly fileName: string
  readonly chunkRows: number
  readonly maxColumns: number
  readonly sheets: readonly string[] | null
}

export type WorkbookAnswer =
  | { readonly kind: 'sheet'; readonly info: SheetInfo }
  | { readonly kind: 'rows'; readonly chunk: RowChunk }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly message: string }

const known = new Map<string, Shown>()

function shownBy(format: unknown): Shown {
  if (typeof format !== 'string') return 'none'
  const shown = known.get(format) ?? shownByCode(format)
  known.set(format, shown)
  return shown
}

const errorNames: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

function cellOf(cell: CellObject | undefined, date1904: boolean): Cell {
  if (cell === undefined || cell.v === undefined || cell.v === null) return null
  switch (cell.t) {
    case 'n': {
      const value = cell.v as number
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) return String(value)
      return shownNumber(value, shownBy(cell.z), date1904)
    }
    case 'b':
      return Boolean(cell.v)
    case 'e':
      return { kind: 'error', code: errorNames[cell.v as number] ?? String(cell.w ?? '#N/A') }
    case 'z':
      return null
    default:
      return String(cell.v) === '' ? null : String(cell.v)
  }
}

type Dense = WorkSheet & { readonly '!data'?: (CellObject | undefined)[][] }

function commentsOf(data: readonly ((CellObject | undefined)[] | undefined)[]): Map<string, string> {
  const comments = new Map<string, string>()
  for (const [row, cells] of data.entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      const texts = cell?.c?.map((comment) => comment.t.trim()).filter((text) => text !== '')
      if (texts !== undefined && texts.length > 0) comments.set(`${row},${column}`, texts.join('\n'))
    }
  }
  return comments
}

function infoOf(book: WorkBook, index: number, sheet: Dense, from: Pick<Opened, 'fileName' | 'struck'>): SheetInfo {
  const state = book.Workbook?.Sheets?.[index]?.Hidden ?? 0
  const hiddenColumns = (sheet['!cols'] ?? []).flatMap((column, at) => (column?.hidden ? [at] : []))
  return {
    name: book.SheetNames[index]!,
    index,
    hidden: state > 0,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenColumns,
    comments: commentsOf(sheet['!data'] ?? []),
    struckRows: from.struck.get(index) ?? new Set(),
    typed: true,
    fileName: from.fileName,
  }
}

interface Opened extends WorkbookRequest {
  /** Rows struck through, by place of the sheet. */
  readonly struck: ReadonlyMap<number, ReadonlySet<number>>
}

/** Missing rows between two rows with cells come back as blank ones, unless there are very many. */
const widestGap = 100

function* answers(book: WorkBook, request: Opened): Generator<WorkbookAnswer> {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  for (const [index, name] of book.SheetNames.entries()) {
    if (request.sheets !== null && !request.sheets.includes(name)) continue
    const sheet = book.Sheets[name] as Dense | undefined
    if (sheet === undefined || (sheet as { '!type'?: string })['!type'] === 'chart') continue
    yield { kind: 'sheet', info: infoOf(book, index, sheet, request) }
    // the data of a sheet starts where its range starts in neither direction: places are absolute
    let rowNumbers: number[] = []
    let rows: Cell[][] = []
    let last = 0
    for (const [at, source] of (sheet['!data'] ?? []).entries()) {
      const cells: Cell[] = Array.from(source ?? [], (cell) => cellOf(cell, date1904))
      while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop()
      if (cells.length === 0) continue
      const row = at + 1
      if (last > 0 && row - last <= widestGap) {
        for (let blank = last + 1; blank < row; blank++) {
          rowNumbers.push(blank)
          rows.push([])
        }
      }
      rowNumbers.push(row)
      rows.push(cells)
      last = row
      if (rows.length >= request.chunkRows) {
        yield { kind: 'rows', chunk: { rowNumbers, rows } }
        rowNumbers = []
        rows = []
      }
    }
    if (rows.length > 0) yield { kind: 'rows', chunk: { rowNumbers, rows } }
  }
}

/** Answers each message on `port` with the next part of the workbook; one message, one answer. */
export function serveWorkbook(request: WorkbookRequest, port: MessagePort): void {
  // workbooks before Excel 97 keep their texts in the code page of the machine, GBK for most here
  set_cptable(codepages)
  let parts: Generator<WorkbookAnswer> | null = null
  port.on('message', () => {
    let answer: WorkbookAnswer
    try {
      if (parts === null) {
        const bytes = typeof request.file === 'string' ? readFileSync(request.file) : Buffer.from(request.file)
        const book = read(bytes, {
          type: 'buffer',
          dense: true,
          cellNF: true,
          cellStyles: true,
          cellText: false,
          cellHTML: false,
          cellFormula: false,
        })
        parts = answers(book, { ...request, struck: struckRowsOf(bytes) })
      }
      const next = parts.next()
      answer = next.done === true ? { kind: 'end' } : next.value
    } catch (cause) {
      answer = { kind: 'failed', message: cause instanceof Error ? cause.message : String(cause) }
    }
    port.postMessage(answer)
  })
}
