import { inlineText } from './cell-value.ts'

const gt = 62
const slash = 47
const doubleQuote = 34

/** The cell last read; one object for all cells, as there are millions. */
export interface ScannedCell {
  /** Value of `t`; empty for a number. */
  type: string
  style: number
  /** 0-based, -1 without a reference. */
  column: number
  /** What stands in `v`, as it stands. */
  raw: string
  /** What stands in `is`; null where there is none. */
  inline: string | null
}

/** Column of a reference between two places: `AB12` → 27. */
function columnAt(xml: string, from: number, to: number): number {
  let column = 0
  for (let at = from; at < to; at++) {
    const letter = xml.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

/** Reads the attributes of a cell from behind its name; position of the `>` or `/` that ends its tag, -1 where it is cut. */
function readAttributes(xml: string, from: number, cell: ScannedCell): number {
  cell.type = ''
  cell.style = 0
  cell.column = -1
  for (let at = from; ; ) {
    const code = xml.charCodeAt(at)
    if (code === gt || code === slash) return at
    if (code <= 32) {
      at++
      continue
    }
    const equals = xml.indexOf('=', at)
    if (equals < 0 || !(code > 0)) return -1
    let open = equals + 1
    while (xml.charCodeAt(open) <= 32) open++
    const close = xml.indexOf(xml.charCodeAt(open) === doubleQuote ? '"' : "'", open + 1)
    if (close < 0) return -1
    if (equals === at + 1) {
      if (code === 114) cell.column = columnAt(xml, open + 1, close)
      else if (code === 115) cell.style = +xml.slice(open + 1, close)
      else if (code === 116) cell.type = xml.slice(open + 1, close)
    }
    at = close + 1
  }
}

/** Reads the text behind a `<v>` whose `>` is at `end`; position behind the text, -1 where it is cut. */
function readValue(xml: string, end: number, cell: ScannedCell): number {
  const stop = xml.indexOf('<', end)
  if (stop < 0) return -1
  if (!xml.startsWith('<![CDATA[', stop)) {
    cell.raw = xml.slice(end + 1, stop)
    return stop
  }
  const tail = xml.indexOf(']]>', stop)
  cell.raw = xml.slice(stop + 9, tail)
  return tail < 0 ? -1 : tail + 3
}

/** Reads what is in a cell, from behind its tag; position behind `</c>`, -1 where it is cut. */
function readContent(xml: string, from: number, ns: string, cell: ScannedCell): number {
  for (let at = from; ; ) {
    at = xml.indexOf('<', at)
    const end = at < 0 ? -1 : xml.indexOf('>', at)
    if (end < 0) return -1
    const closing = xml.charCodeAt(at + 1) === slash
    let tag = at + (closing ? 2 : 1)
    if (ns !== '' && xml.startsWith(ns, tag)) tag += ns.length
    const first = xml.charCodeAt(tag)
    const second = xml.charCodeAt(tag + 1)
    const alone = second === gt || second <= 32 || second === slash
    const empty = xml.charCodeAt(end - 1) === slash
    if (closing) {
      // a cell that never ends stops where its row does
      if (first === 114 && xml.startsWith('row', tag)) return at
      at = end + 1
      if (first === 99 && alone) return at
    } else if (first === 118 && alone && !empty) {
      at = readValue(xml, end, cell)
    } else if (first === 105 && second === 115 && !empty) {
      at = xml.indexOf(`</${ns}is`, end)
      cell.inline = inlineText(xml.slice(end + 1, at))
    } else at = end + 1
    if (at < 0) return -1
  }
}

/** Reads the cell whose name ends before `from`; position behind it, -1 where it is cut. */
export function scanCell(xml: string, from: number, ns: string, cell: ScannedCell): number {
  cell.raw = ''
  cell.inline = null
  const end = readAttributes(xml, from, cell)
  if (end < 0) return -1
  if (xml.charCodeAt(end) === slash) return end + 2 > xml.length ? -1 : end + 2
  return readContent(xml, end + 1, ns, cell)
}
