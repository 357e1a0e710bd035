import type { Cell } from '../../model/sheet.ts'
import { decodedBlocks, type TextEncoding } from '../encoding/decode.ts'
import { overLimit } from '../limits.ts'
import { chunkRowsOf, limitsOf, type ReadOptions } from '../read-options.ts'
import { addMerge, addRow, chunksOf, infoOf, newSheet, type SheetBuilder } from '../sheet-builder.ts'
import type { Source } from '../source.ts'
import type { SheetRows } from '../table-file.ts'
import { type HtmlTag, htmlAttribute, unescapeHtml, walkHtml } from './html-text.ts'

/** A cell that reaches down, until it ends. */
interface Hanging {
  readonly column: number
  readonly width: number
  rows: number
}

interface State {
  readonly file: string
  readonly limits: ReturnType<typeof limitsOf>
  readonly sheets: SheetBuilder[]
  depth: number
  row: number
  cells: Cell[] | null
  column: number
  hanging: Hanging[]
  cell: string | null
  text: string
}

const blockTags = new Set(['br', 'p', '/p', 'div', '/div', 'li', '/li'])

/** What a cell shows: runs of space are one, line breaks stay; the number behind a shortened one where it is given. */
function shown(text: string, tag: string): Cell {
  const plain = unescapeHtml(text)
    .replace(/[ \t\r\f]*\n[ \t\r\f\n]*/g, '\n')
    .replace(/^\n+|\n+$/g, '')
  const exact = htmlAttribute(tag, 'x:num')
  if (exact !== undefined && /^-?\d+(\.\d+)?$/.test(exact) && /^-?[\d,.]+(E\+?\d+)?$/i.test(plain.trim())) return exact
  return plain === '' ? null : plain
}

function endCell(state: State): void {
  const { cell, cells, limits, file } = state
  const sheet = state.sheets[state.sheets.length - 1]
  if (cell === null || cells === null || sheet === undefined) return
  state.cell = null
  for (let free = false; !free; ) {
    const over = state.hanging.find(({ column, width }) => state.column >= column && state.column < column + width)
    free = over === undefined
    if (over !== undefined) state.column = over.column + over.width
  }
  const width = Math.max(1, Math.min(limits.columns, Number(htmlAttribute(cell, 'colspan') ?? 1) || 1))
  const height = Math.max(1, Math.min(65_536, Number(htmlAttribute(cell, 'rowspan') ?? 1) || 1))
  if (state.column >= limits.columns) throw overLimit('columns', file, limits.columns)
  while (cells.length < state.column) cells.push(null)
  cells[state.column] = shown(state.text, cell)
  if (width > 1 || height > 1) {
    const [top, left] = [state.row, state.column]
    addMerge(sheet, { top, left, bottom: top + height - 1, right: left + width - 1 }, file, limits)
  }
  if (height > 1) state.hanging.push({ column: state.column, width, rows: height })
  state.column += width
}

function endRow(state: State): void {
  endCell(state)
  const sheet = state.sheets[state.sheets.length - 1]
  if (state.cells === null || sheet === undefined) return
  addRow(sheet, state.row + 1, state.cells, state.file, state.limits)
  state.cells = null
  state.row++
  for (const hanging of state.hanging) hanging.rows--
  state.hanging = state.hanging.filter((hanging) => hanging.rows > 0)
}

function takeTag(state: State, { name, tag }: HtmlTag): void {
  if (name === 'table') {
    state.depth++
    if (state.depth > 1) return
    state.sheets.push(newSheet(`table${state.sheets.length + 1}`, state.sheets.length))
    state.row = 0
    state.hanging = []
  } else if (name === '/table') {
    if (state.depth === 1) endRow(state)
    state.depth = Math.max(0, state.depth - 1)
  } else if (state.depth > 1) {
    if (name === 'tr' || name === 'br') state.text += '\n'
    else if (name === 'td' || name === 'th') state.text += ' '
  } else if (state.depth === 0) return
  else if (name === 'tr') {
    endRow(state)
    state.cells = []
    state.column = 0
  } else if (name === 'td' || name === 'th') {
    endCell(state)
    state.cells ??= []
    state.cell = tag
    state.text = ''
  } else if (name === '/td' || name === '/th') endCell(state)
  else if (name === '/tr') {
    endRow(state)
    state.column = 0
  } else if (blockTags.has(name) && state.cell !== null) state.text += '\n'
}

/**
 * Reads the tables of an HTML page, one sheet a table; tables within a cell are its text.
 *
 * @throws KehuError `limit-…`.
 */
export function readHtml(source: Source, how: TextEncoding, options: ReadOptions): AsyncIterable<SheetRows> {
  const limits = limitsOf(options)
  const tooLong = (): never => {
    throw overLimit('cell', source.path, limits.cell)
  }
  const state: State = {
    file: source.path,
    limits,
    sheets: [],
    depth: 0,
    row: 0,
    cells: null,
    column: 0,
    hanging: [],
    cell: null,
    text: '',
  }
  let carry = ''
  const walk = (html: string) => {
    for (const part of walkHtml(html)) {
      if (typeof part !== 'string') takeTag(state, part)
      else if (state.cell !== null) {
        if (state.text.length + part.length > limits.cell) tooLong()
        state.text += part.replace(/[ \t\r\n\f]+/g, ' ')
      }
    }
  }
  for (const { text } of decodedBlocks(source, how, { longest: 64 * 1024 * 1024, tooLong })) {
    const html = carry + text
    // cut where a row starts, so that no tag, script or comment is cut
    const cut = Math.max(html.lastIndexOf('<tr'), html.lastIndexOf('<TR'), 0)
    walk(html.slice(0, cut))
    carry = html.slice(cut)
  }
  walk(carry)
  endRow(state)
  return {
    async *[Symbol.asyncIterator]() {
      for (const sheet of state.sheets) {
        if (sheet.rows.length === 0 && state.sheets.some(({ rows }) => rows.length > 0)) continue
        if (options.sheets !== undefined && !options.sheets.includes(sheet.name)) continue
        const chunks = () => chunksOf(sheet, chunkRowsOf(options))
        yield { info: infoOf(sheet, source.name, false), chunks: { [Symbol.asyncIterator]: chunks } }
      }
    },
  }
}
