import type { Cell } from '../../model/sheet.ts'
import { type CellValues, cellValue } from './cell-value.ts'
import { type ScannedCell, scanCell } from './scan-cell.ts'

/** Takes a row that has a `row` element; cells end at the last one with a value, and may be none. */
export type RowSink = (row: number, cells: Cell[], struck: boolean) => void

export interface RowScanOptions extends CellValues {
  /** Styles, by number, whose font is struck through. */
  readonly struck: readonly boolean[]
  readonly maxColumns: number
  readonly maxCell: number
  readonly over: (what: 'columns' | 'cell') => never
  readonly sink: RowSink
}

const gt = 62
const slash = 47

/** The `r` of a row's tag; null where it has none. */
function rowNumber(xml: string, from: number, end: number): number | null {
  for (let at = xml.indexOf('r=', from); at >= 0 && at < end; at = xml.indexOf('r=', at + 1)) {
    if (xml.charCodeAt(at - 1) > 32) continue
    const row = Number.parseInt(xml.slice(at + 3, Math.min(end, at + 13)), 10)
    return row > 0 ? row : null
  }
  return null
}

/** Reads the cells of rows; the position behind `</row>`, or -1 where the row is cut. */
function createCellReader(options: RowScanOptions): (xml: string, start: number, row: number, ns: string) => number {
  const { struck, maxColumns, maxCell, over, sink } = options
  const cell: ScannedCell = { type: '', style: 0, column: -1, raw: '', inline: null }

  const put = (cells: Cell[], column: number): boolean => {
    const value = cell.inline !== null ? cell.inline || null : cellValue(options, cell.type, cell.style, cell.raw)
    if (value === null) return false
    if (column >= maxColumns) over('columns')
    if (typeof value === 'string' && value.length > maxCell) over('cell')
    while (cells.length < column) cells.push(null)
    cells[column] = value
    return true
  }

  return (xml, start, row, ns) => {
    const cells: Cell[] = []
    let column = -1
    let filled = 0
    let struckCells = 0
    for (let at = xml.indexOf('<', start); at >= 0; at = xml.indexOf('<', at)) {
      let name = at + 1
      if (xml.charCodeAt(name) === slash) {
        const isRow = xml.startsWith(ns, name + 1) && xml.startsWith('row', name + 1 + ns.length)
        const end = xml.indexOf('>', at)
        if (end < 0) return -1
        at = end + 1
        if (!isRow) continue
        sink(row, cells, filled > 0 && filled === struckCells)
        return at
      }
      if (ns !== '' && xml.startsWith(ns, name)) name += ns.length
      const after = xml.charCodeAt(name + 1)
      const isCell = xml.charCodeAt(name) === 99 && (after <= 32 || after === gt || after === slash)
      at = isCell ? scanCell(xml, name + 1, ns, cell) : xml.indexOf('>', at)
      if (at < 0) return -1
      if (!isCell) continue
      column = cell.column >= 0 ? cell.column : column + 1
      if (!put(cells, column)) continue
      filled++
      if (struck[cell.style] === true) struckCells++
    }
    return -1
  }
}

/**
 * Cuts the rows out of a worksheet's XML, fed piece by piece.
 *
 * Cells and rows without a reference follow the one before them; the sheet's stated dimension is not
 * looked at. A row that is cut between pieces waits for the next piece.
 */
export function createRowScanner(options: RowScanOptions): (piece: string) => void {
  const readCells = createCellReader(options)
  let carry = ''
  let prefix: string | null = null
  let inData = false
  let lastRow = 0

  /** Looks for `<sheetData>` in a tag outside of it, and learns the prefix of the part. */
  const enter = (xml: string, open: number, end: number): void => {
    const found = /^<(\w+:)?(worksheet|sheetData)\b/.exec(xml.slice(open, open + 80))
    if (found !== null) prefix = found[1] ?? ''
    inData = found?.[2] === 'sheetData' && xml.charCodeAt(end - 1) !== slash
  }

  /** Takes what the tag at `open` starts; the position behind it, -1 where it is cut. */
  const take = (xml: string, open: number, end: number, ns: string): number => {
    if (xml.startsWith(`/${ns}sheetData`, open + 1)) inData = false
    const name = open + 1 + ns.length
    const isRow = xml.startsWith(ns, open + 1) && xml.startsWith('row', name) && xml.charCodeAt(name + 3) <= gt
    if (!isRow) return end + 1
    const row = rowNumber(xml, name + 3, end) ?? lastRow + 1
    let next = end + 1
    if (xml.charCodeAt(end - 1) === slash) options.sink(row, [], false)
    else next = readCells(xml, next, row, ns)
    if (next >= 0) lastRow = row
    return next
  }

  return (piece) => {
    const xml = carry === '' ? piece : carry + piece
    carry = ''
    for (let at = 0; ; ) {
      const open = xml.indexOf('<', at)
      if (open < 0) return
      const end = xml.indexOf('>', open)
      let next = end < 0 ? -1 : end + 1
      if (next > 0 && (prefix === null || !inData)) enter(xml, open, end)
      else if (next > 0) next = take(xml, open, end, prefix ?? '')
      if (next < 0) {
        carry = xml.slice(open)
        if (carry.length > options.maxCell * 64) options.over('cell')
        return
      }
      at = next
    }
  }
}
