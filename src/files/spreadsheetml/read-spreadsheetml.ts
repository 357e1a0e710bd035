import { KehuError } from '../../model/errors.ts'
import type { Cell } from '../../model/sheet.ts'
import { decodedBlocks, type TextEncoding } from '../encoding/decode.ts'
import { overLimit } from '../limits.ts'
import { chunkRowsOf, limitsOf, type ReadOptions } from '../read-options.ts'
import { addMerge, addRow, chunksOf, infoOf, newSheet, type SheetBuilder } from '../sheet-builder.ts'
import type { Source } from '../source.ts'
import type { SheetRows } from '../table-file.ts'
import { numberCell } from '../xlsx/cell-value.ts'
import { type Shown, shownByCode, shownNumber } from '../xlsx/number-format.ts'
import { isoCell } from '../xlsx/serial-date.ts'
import { walkStream } from '../xlsx/walk-stream.ts'
import { attribute, type XmlEvent } from '../xlsx/xml.ts'

interface State {
  readonly file: string
  readonly limits: ReturnType<typeof limitsOf>
  readonly sheets: SheetBuilder[]
  row: number
  cells: Cell[]
  column: number
  headColumn: number
  /** What number formats show, by style name. */
  readonly shown: Map<string, Shown>
  style: string
  cellStyle: string
  rowStyle: string
  date1904: boolean
  type: string
  text: string | null
  comment: string | null
  inComment: boolean
  across: number
  down: number
  visible: boolean
}

const sheetOf = (state: State): SheetBuilder | undefined => state.sheets[state.sheets.length - 1]

/** Formats that have a name instead of a code. */
const namedFormats: Record<string, Shown> = {
  'General Date': 'datetime',
  'Long Date': 'date',
  'Medium Date': 'date',
  'Short Date': 'date',
  'Long Time': 'time',
  'Medium Time': 'time',
  'Short Time': 'time',
}

function cellOf({ type, shown, cellStyle, date1904 }: State, text: string): Cell {
  if (text === '') return null
  if (type === 'Number') {
    const number = numberCell(text)
    return typeof number === 'number' ? shownNumber(number, shown.get(cellStyle) ?? 'none', date1904) : number
  }
  if (type === 'Boolean') return text === '1'
  if (type === 'Error') return { kind: 'error', code: text }
  if (type !== 'DateTime') return text
  const time = /^1899-12-3[01]T(.+)$/.exec(text)
  return isoCell(time === null ? text : time[1]!)
}

const index = (attributes: string): number | null => Number(attribute(attributes, 'Index') ?? 0) || null

function openTag(state: State, name: string, attributes: string): void {
  const sheet = sheetOf(state)
  switch (name) {
    case 'Style':
      state.style = attribute(attributes, 'ID') ?? ''
      break
    case 'NumberFormat': {
      const format = attribute(attributes, 'Format') ?? ''
      state.shown.set(state.style, namedFormats[format] ?? shownByCode(format))
      break
    }
    case 'Date1904':
      state.date1904 = true
      break
    case 'Worksheet':
      state.sheets.push(
        newSheet(attribute(attributes, 'Name') ?? `Sheet${state.sheets.length + 1}`, state.sheets.length),
      )
      state.row = 0
      state.headColumn = 0
      break
    case 'Column': {
      const from = (index(attributes) ?? state.headColumn + 1) - 1
      const to = Math.min(state.limits.columns, from + Number(attribute(attributes, 'Span') ?? 0))
      if (attribute(attributes, 'Hidden') === '1') for (let i = from; i <= to; i++) sheet?.hiddenColumns.add(i)
      state.headColumn = to + 1
      break
    }
    case 'Row':
      state.row = index(attributes) ?? state.row + 1
      state.cells = []
      state.column = 0
      state.rowStyle = attribute(attributes, 'StyleID') ?? ''
      break
    case 'Cell':
      state.cellStyle = attribute(attributes, 'StyleID') ?? state.rowStyle
      state.column = (index(attributes) ?? state.column + 1) - 1
      if (state.column >= state.limits.columns) throw overLimit('columns', state.file, state.limits.columns)
      state.across = Number(attribute(attributes, 'MergeAcross') ?? 0) || 0
      state.down = Number(attribute(attributes, 'MergeDown') ?? 0) || 0
      break
    case 'Data':
      state.type = attribute(attributes, 'Type') ?? 'String'
      state.text = ''
      break
    case 'Comment':
      state.inComment = true
      state.comment = null
      break
    case 'Visible':
      state.visible = true
  }
}

function closeTag(state: State, name: string): void {
  const sheet = sheetOf(state)
  if (name === 'Data' && state.text !== null) {
    if (state.inComment) state.comment = state.text
    else {
      while (state.cells.length < state.column) state.cells.push(null)
      state.cells[state.column] = cellOf(state, state.text)
    }
    state.text = null
  } else if (name === 'Comment') {
    state.inComment = false
    if (state.comment !== null) sheet?.comments.set(`${state.row - 1},${state.column}`, state.comment.trim())
  } else if (name === 'Cell' && sheet !== undefined) {
    const { across, down, column: left, row } = state
    if (across > 0 || down > 0) {
      addMerge(sheet, { top: row - 1, left, bottom: row - 1 + down, right: left + across }, state.file, state.limits)
    }
    state.column += across + 1
  } else if (name === 'Row' && sheet !== undefined) addRow(sheet, state.row, state.cells, state.file, state.limits)
  else if (name === 'Visible') state.visible = false
}

function take(state: State, event: XmlEvent): void {
  if (event.kind === 'text') {
    if (state.text !== null) state.text += event.text
    if (state.visible && event.text.startsWith('SheetHidden')) sheetOf(state)!.hidden = true
    if (state.visible && event.text.startsWith('SheetVeryHidden')) sheetOf(state)!.hidden = true
  } else if (event.kind === 'open') {
    openTag(state, event.name, event.attributes)
    if (event.empty) closeTag(state, event.name)
  } else closeTag(state, event.name)
}

/**
 * The text of an XML file by itself, piece by piece.
 *
 * @throws KehuError `workbook-entities`, `limit-cell`.
 */
export async function* xmlPieces(source: Source, how: TextEncoding, longest: number): AsyncGenerator<string> {
  const tooLong = (): never => {
    throw overLimit('cell', source.path, longest)
  }
  let first = true
  for (const { text } of decodedBlocks(source, how, { longest: 64 * 1024 * 1024, tooLong })) {
    if (first && /<!DOCTYPE/i.test(text.slice(0, 4096)))
      throw new KehuError('refused', 'workbook-entities', { file: source.path })
    first = false
    yield text
  }
}

/**
 * Reads an XML workbook of Excel 2003.
 *
 * @throws KehuError `workbook-entities`, `workbook-damaged`, `limit-…`.
 */
export async function readSpreadsheetMl(
  source: Source,
  how: TextEncoding,
  options: ReadOptions,
): Promise<AsyncIterable<SheetRows>> {
  const limits = limitsOf(options)
  const state: State = {
    file: source.path,
    limits,
    sheets: [],
    row: 0,
    cells: [],
    column: 0,
    headColumn: 0,
    shown: new Map(),
    style: '',
    cellStyle: '',
    rowStyle: '',
    date1904: false,
    type: 'String',
    text: null,
    comment: null,
    inComment: false,
    across: 0,
    down: 0,
    visible: false,
  }
  for await (const event of walkStream(xmlPieces(source, how, limits.cell))) take(state, event)
  if (state.sheets.length === 0)
    throw new KehuError('input', 'workbook-damaged', { file: source.path, part: 'Worksheet' })
  return {
    async *[Symbol.asyncIterator]() {
      for (const sheet of state.sheets) {
        if (options.sheets !== undefined && !options.sheets.includes(sheet.name)) continue
        const chunks = () => chunksOf(sheet, chunkRowsOf(options))
        yield { info: infoOf(sheet, source.name, true), chunks: { [Symbol.asyncIterator]: chunks } }
      }
    },
  }
}
