import { KehuError } from '../../model/errors.ts'
import { overLimit } from '../limits.ts'
import { chunkRowsOf, limitsOf, type ReadOptions } from '../read-options.ts'
import { addMerge, addRow, chunksOf, infoOf, newSheet } from '../sheet-builder.ts'
import type { Source } from '../source.ts'
import type { SheetRows } from '../table-file.ts'
import { openPackage, readPart } from '../xlsx/package.ts'
import { partText } from '../xlsx/part-text.ts'
import { walkStream } from '../xlsx/walk-stream.ts'
import { attribute, type XmlEvent } from '../xlsx/xml.ts'
import type { ZipEntry } from '../zip/directory.ts'
import { inflateEntry, newBudget } from '../zip/inflate.ts'
import { cellValue } from './ods-cell.ts'
import { newState, type State } from './ods-state.ts'

type Open = Extract<XmlEvent, { kind: 'open' }>

const count = (attributes: string, name: string): number => Math.max(1, Number(attribute(attributes, name) ?? 1) || 1)

function endCell(state: State): void {
  const { sheet, cell, limits, file } = state
  if (sheet === null || cell === null) return
  const repeat = count(cell, 'number-columns-repeated')
  const value = state.covered ? null : cellValue(cell, state.text)
  const down = count(cell, 'number-rows-spanned')
  const right = count(cell, 'number-columns-spanned')
  if (down > 1 || right > 1) {
    const [top, left] = [state.row, state.column]
    addMerge(sheet, { top, left, bottom: top + down - 1, right: left + right - 1 }, file, limits)
  }
  if (state.note !== null) sheet.comments.set(`${state.row},${state.column}`, state.note.trim())
  if (value !== null) {
    if (state.column + repeat > limits.columns) throw overLimit('columns', file, limits.columns)
    while (state.cells.length < state.column) state.cells.push(null)
    for (let i = 0; i < repeat; i++) state.cells.push(value)
    state.filled++
    if (isStruck(state, cell)) state.struck++
  }
  state.column += repeat
  state.cell = null
  state.note = null
}

/** A cell by its style, or by styles within it that cover all of its text. */
const isStruck = ({ struckStyles, struckText, text }: State, cell: string): boolean =>
  struckStyles.size > 0 &&
  (struckStyles.has(attribute(cell, 'style-name') ?? '') || (struckText > 0 && struckText >= text.trim().length))

function endRow(state: State): void {
  const { sheet, limits, file } = state
  if (sheet === null) return
  if (state.cells.some((cell) => cell !== null)) {
    if (state.row + state.rowRepeat > limits.rows) throw overLimit('rows', file, limits.rows)
    for (let i = 0; i < state.rowRepeat; i++) {
      addRow(sheet, state.row + 1 + i, [...state.cells], file, limits)
      if (state.filled > 0 && state.struck === state.filled) sheet.struckRows.add(state.row + i)
    }
  }
  state.row += state.rowRepeat
}

function openTag(state: State, event: Open): void {
  switch (event.name) {
    case 'table':
    case 'table-column':
    case 'table-row':
    case 'table-cell':
    case 'covered-table-cell':
      openTable(state, event)
      break
    case 'style':
    case 'table-properties':
    case 'text-properties':
    case 'span':
      openStyle(state, event)
      break
    default:
      openText(state, event)
  }
}

function openStyle(state: State, { name, attributes, empty }: Open): void {
  switch (name) {
    case 'style':
      state.style = attribute(attributes, 'name') ?? ''
      break
    case 'table-properties':
      if (attribute(attributes, 'display') === 'false') state.hiddenStyles.add(state.style)
      break
    case 'text-properties': {
      const line = attribute(attributes, 'text-line-through-style') ?? attribute(attributes, 'text-line-through-type')
      if (line !== undefined && line !== 'none') state.struckStyles.add(state.style)
      break
    }
    case 'span':
      state.span = empty ? '' : (attribute(attributes, 'style-name') ?? '')
  }
}

function openTable(state: State, { name, attributes, empty }: Open): void {
  switch (name) {
    case 'table': {
      if (state.cell !== null) return void (empty || state.skip.push('table'))
      state.sheet = newSheet(attribute(attributes, 'name') ?? `Sheet${state.sheets.length + 1}`, state.sheets.length)
      state.sheet.hidden = state.hiddenStyles.has(attribute(attributes, 'style-name') ?? '')
      state.sheets.push(state.sheet)
      state.row = 0
      state.headColumn = 0
      break
    }
    case 'table-column': {
      const columns = count(attributes, 'number-columns-repeated')
      const hidden = ['collapse', 'filter'].includes(attribute(attributes, 'visibility') ?? '')
      const to = Math.min(state.headColumn + columns, state.limits.columns)
      if (hidden) for (let i = state.headColumn; i < to; i++) state.sheet?.hiddenColumns.add(i)
      state.headColumn += columns
      break
    }
    case 'table-row':
      state.rowRepeat = count(attributes, 'number-rows-repeated')
      state.filled = 0
      state.struck = 0
      state.cells = []
      state.column = 0
      break
    case 'table-cell':
    case 'covered-table-cell':
      state.cell = attributes
      state.covered = name.startsWith('covered')
      state.text = ''
      state.struckText = 0
      state.paragraphs = 0
  }
}

function openText(state: State, { name, attributes, empty }: Open): void {
  switch (name) {
    case 'annotation':
      state.note = ''
      if (!empty) state.skip.push('annotation')
      break
    case 'p':
      if (state.paragraphs++ > 0) state.text += '\n'
      break
    case 'line-break':
      state.text += '\n'
      break
    case 's':
      state.text += ' '.repeat(Math.min(1000, count(attributes, 'c')))
      break
    case 'tab':
      state.text += '\t'
      break
    case 'tracked-changes':
    case 'shapes':
      if (!empty) state.skip.push(name)
  }
}

function closeTag(state: State, name: string): void {
  if (name === 'table-cell' || name === 'covered-table-cell') endCell(state)
  else if (name === 'table-row') endRow(state)
  else if (name === 'table') state.sheet = null
  else if (name === 'span') state.span = ''
}

function take(state: State, event: XmlEvent): void {
  const inside = state.skip[state.skip.length - 1]
  if (inside !== undefined) {
    if (event.kind === 'close' && event.name === inside) state.skip.pop()
    else if (event.kind === 'open' && event.name === inside && !event.empty) state.skip.push(inside)
    else if (inside === 'annotation' && state.note !== null) {
      if (event.kind === 'text') state.note += event.text
      else if (event.kind === 'open' && (event.name === 'date' || event.name === 'creator')) {
        if (!event.empty) state.skip.push(event.name)
      } else if (event.kind === 'close' && event.name === 'p') state.note += '\n'
    }
    return
  }
  if (event.kind === 'text') {
    if (state.cell === null || state.paragraphs === 0) return
    const text = event.text.replace(/[ \t\r\n]+/g, ' ')
    state.text += text
    if (state.span !== '' && state.struckStyles.has(state.span)) state.struckText += text.trim().length
  } else if (event.kind === 'open') {
    openTag(state, event)
    if (event.empty) closeTag(state, event.name)
  } else closeTag(state, event.name)
}

/**
 * Reads the XML of an OpenDocument workbook whole; repeated rows and cells are held to the limits before they are made.
 *
 * @throws KehuError `workbook-damaged`, `limit-…`.
 */
export async function readOdsXml(
  source: Source,
  pieces: AsyncIterable<string>,
  options: ReadOptions,
): Promise<AsyncIterable<SheetRows>> {
  const state = newState(source.path, limitsOf(options))
  for await (const event of walkStream(pieces)) take(state, event)
  if (state.sheets.length === 0)
    throw new KehuError('input', 'workbook-damaged', { file: source.path, part: 'content.xml' })
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

/**
 * Reads an OpenDocument workbook.
 *
 * @throws KehuError `workbook-password`, `workbook-damaged`, `limit-…`.
 */
export async function readOds(
  source: Source,
  entries: readonly ZipEntry[],
  options: ReadOptions,
): Promise<AsyncIterable<SheetRows>> {
  const pack = openPackage(source, entries, newBudget(limitsOf(options)))
  const manifest = (await readPart(pack, 'META-INF/manifest.xml')) ?? ''
  if (manifest.includes('encryption-data')) throw new KehuError('password', 'workbook-password', { file: source.path })
  const content = pack.find('content.xml')
  if (content === undefined)
    throw new KehuError('input', 'workbook-damaged', { file: source.path, part: 'content.xml' })
  return readOdsXml(source, partText(inflateEntry(source, content, pack.budget), source.path), options)
}
