import type { Cell } from '../../model/sheet.ts'
import { type DateKind, dateCell, isoCell } from './serial-date.ts'
import type { SharedStrings } from './shared-strings.ts'
import { unescapeXml } from './xml.ts'

/** Takes a row that has a `row` element; cells end at the last one with a value, and may be none. */
export type RowSink = (row: number, cells: Cell[], struck: boolean) => void

export interface RowScanOptions {
  readonly strings: SharedStrings
  readonly dates: readonly DateKind[]
  readonly struck: readonly boolean[]
  readonly date1904: boolean
  readonly maxColumns: number
  readonly maxCell: number
  readonly over: (what: 'columns' | 'cell') => never
  readonly sink: RowSink
}

const gt = 62
const slash = 47
const quoteMark = 34

/** A number as the XML has it: exact, or its text where a JavaScript number would lose digits. */
export function numberCell(raw: string): number | string | null {
  if (raw === '') return null
  const value = Number(raw)
  if (Number.isNaN(value)) return raw.trim() === '' ? null : raw
  if (!Number.isFinite(value)) return raw
  if (raw.length <= 15 && raw.length > 0 && value < 1e15 && value > -1e15) return value
  if (Number.isInteger(value)) {
    if (!Number.isSafeInteger(value)) return raw
    if (/^-?\d{16,}$/.test(raw)) return raw
  }
  return value
}

/** A text that the workbook does not have is an error, never nothing. */
const lostText = (text: string | null | undefined): Cell =>
  text === undefined ? { kind: 'error', code: '#REF!' } : text

/** Text of all `t` inside `is`, those of readings in kana (`rPh`) left out. */
function inlineText(xml: string): string {
  const plain = xml.includes('rPh') ? xml.replace(/<(\w+:)?rPh\b.*?<\/(\w+:)?rPh>/gs, '') : xml
  let out = ''
  for (const [, inner = ''] of plain.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?(?<!\/)>(.*?)<\/(?:\w+:)?t\s*>/gs)) {
    out += inner.startsWith('<![CDATA[') ? inner.slice(9, -3) : unescapeXml(inner)
  }
  return out
}

/**
 * Cuts the rows out of a worksheet's XML, fed piece by piece.
 *
 * Cells and rows without a reference follow the one before them; the sheet's stated dimension is not
 * looked at. A row that is cut between pieces waits for the next piece.
 */
export function createRowScanner(options: RowScanOptions): (piece: string) => void {
  const { strings, dates, struck, date1904, maxColumns, maxCell, over, sink } = options
  let carry = ''
  let prefix: string | null = null
  let inData = false
  let lastRow = 0

  const cellOf = (type: string, style: number, raw: string): Cell => {
    switch (type) {
      case '':
      case 'n': {
        const number = numberCell(raw)
        const kind = dates[style]
        if (kind === undefined || kind === 'none' || typeof number !== 'number') return number
        return dateCell(number, kind, date1904)
      }
      case 's':
        if (raw === '') return null
        return lostText(strings.get(+raw))
      case 'b':
        return raw === '' ? null : raw === '1' || raw === 'true'
      case 'e':
        return raw === '' ? null : { kind: 'error', code: unescapeXml(raw) }
      case 'd':
        return raw === '' ? null : isoCell(raw)
      default:
        return raw === '' ? null : unescapeXml(raw)
    }
  }

  /** End of the tag whose `<` is at `at`; -1 where it is cut. */
  const closeOf = (xml: string, at: number): number => xml.indexOf('>', at)

  /** Reads the cells of one row from behind its tag; position behind `</row>`, or -1 where it is cut. */
  const readCells = (xml: string, start: number, row: number, ns: string): number => {
    const cells: Cell[] = []
    let column = -1
    let filled = 0
    let struckCells = 0
    let at = start
    for (;;) {
      at = xml.indexOf('<', at)
      if (at < 0) return -1
      let name = at + 1
      if (xml.charCodeAt(name) === slash) {
        if (!xml.startsWith(ns, name + 1) || !xml.startsWith('row', name + 1 + ns.length)) {
          at++
          continue
        }
        const end = closeOf(xml, at)
        if (end < 0) return -1
        lastRow = row
        sink(row, cells, filled > 0 && filled === struckCells)
        return end + 1
      }
      if (ns !== '' && xml.startsWith(ns, name)) name += ns.length
      const after = xml.charCodeAt(name + 1)
      if (xml.charCodeAt(name) !== 99 || (after > 32 && after !== gt && after !== slash)) {
        at = closeOf(xml, at)
        if (at < 0) return -1
        continue
      }
      // a cell: its attributes
      let type = ''
      let style = 0
      let col = -1
      let p = name + 1
      for (;;) {
        const code = xml.charCodeAt(p)
        if (code === gt || code === slash) break
        if (code <= 32) {
          p++
          continue
        }
        const equals = xml.indexOf('=', p)
        if (equals < 0 || !(code > 0)) return -1
        let open = equals + 1
        while (xml.charCodeAt(open) <= 32) open++
        const mark = xml.charCodeAt(open) === quoteMark ? '"' : "'"
        const close = xml.indexOf(mark, open + 1)
        if (close < 0) return -1
        if (equals === p + 1) {
          if (code === 114) {
            col = 0
            for (let i = open + 1; i < close; i++) {
              const letter = xml.charCodeAt(i) & ~32
              if (letter < 65 || letter > 90) break
              col = col * 26 + letter - 64
            }
            col--
          } else if (code === 115) style = +xml.slice(open + 1, close)
          else if (code === 116) type = xml.slice(open + 1, close)
        }
        p = close + 1
      }
      column = col >= 0 ? col : column + 1
      if (xml.charCodeAt(p) === slash) {
        at = p + 2
        continue
      }
      if (p >= xml.length) return -1
      // a cell: what is in it, up to </c>
      let raw = ''
      let text: string | null = null
      at = p + 1
      for (;;) {
        at = xml.indexOf('<', at)
        if (at < 0) return -1
        let tag = at + 1
        const closing = xml.charCodeAt(tag) === slash
        if (closing) tag++
        if (ns !== '' && xml.startsWith(ns, tag)) tag += ns.length
        const end = closeOf(xml, at)
        if (end < 0) return -1
        const first = xml.charCodeAt(tag)
        const second = xml.charCodeAt(tag + 1)
        const alone = second === gt || second <= 32 || second === slash
        if (closing) {
          // a cell that never ends stops where its row does
          if (first === 114 && xml.startsWith('row', tag)) break
          at = end + 1
          if (first === 99 && alone) break
        } else if (first === 118 && alone && xml.charCodeAt(end - 1) !== slash) {
          const stop = xml.indexOf('<', end)
          if (stop < 0) return -1
          if (xml.startsWith('<![CDATA[', stop)) {
            const tail = xml.indexOf(']]>', stop)
            if (tail < 0) return -1
            raw = xml.slice(stop + 9, tail)
            at = tail + 3
          } else {
            raw = xml.slice(end + 1, stop)
            at = stop
          }
        } else if (first === 105 && second === 115 && xml.charCodeAt(end - 1) !== slash) {
          const stop = xml.indexOf(`</${ns}is`, end)
          if (stop < 0) return -1
          text = inlineText(xml.slice(end + 1, stop))
          at = stop
        } else at = end + 1
      }
      const value = text !== null ? text || null : cellOf(type, style, raw)
      if (value === null) continue
      if (column >= maxColumns) over('columns')
      if (typeof value === 'string' && value.length > maxCell) over('cell')
      while (cells.length < column) cells.push(null)
      cells[column] = value
      filled++
      if (struck[style] === true) struckCells++
    }
  }

  return (piece) => {
    const xml = carry === '' ? piece : carry + piece
    carry = ''
    let at = 0
    for (;;) {
      const open = xml.indexOf('<', at)
      if (open < 0) return
      const end = closeOf(xml, open)
      if (end < 0) {
        carry = xml.slice(open)
        return
      }
      if (prefix === null || !inData) {
        const found = /^<(\w+:)?(worksheet|sheetData)\b/.exec(xml.slice(open, open + 80))
        if (found !== null) prefix = found[1] ?? ''
        if (found?.[2] === 'sheetData' && xml.charCodeAt(end - 1) !== slash) inData = true
        at = end + 1
        continue
      }
      const name = open + 1 + prefix.length
      if (xml.startsWith(`/${prefix}sheetData`, open + 1)) inData = false
      if (!xml.startsWith(prefix, open + 1) || !xml.startsWith('row', name) || xml.charCodeAt(name + 3) > gt) {
        at = end + 1
        continue
      }
      const row = rowNumber(xml, name + 3, end) ?? lastRow + 1
      if (xml.charCodeAt(end - 1) === slash) {
        lastRow = row
        sink(row, [], false)
        at = end + 1
        continue
      }
      const next = readCells(xml, end + 1, row, prefix)
      if (next < 0) {
        carry = xml.slice(open)
        if (carry.length > maxCell * 64) over('cell')
        return
      }
      at = next
    }
  }
}

/** The `r` of a row's tag; null where it has none. */
function rowNumber(xml: string, from: number, end: number): number | null {
  for (let at = xml.indexOf('r=', from); at >= 0 && at < end; at = xml.indexOf('r=', at + 1)) {
    if (xml.charCodeAt(at - 1) > 32) continue
    const row = Number.parseInt(xml.slice(at + 3, Math.min(end, at + 13)), 10)
    return row > 0 ? row : null
  }
  return null
}
