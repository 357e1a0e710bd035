import { decimalMoney } from '../../model/money.ts'
import type { SheetPlan, WrittenColumn, WrittenRow } from '../../model/workbook.ts'
import { cellXml, columnLetters, escapeAttribute, longestText } from './cell.ts'
import { style, styleOf } from './styles.ts'

/** Source: Excel specifications and limits. */
const rowsInSheet = 1_048_576
/** A part of a ZIP without 64-bit sizes ends at 4 GiB; this leaves room for the last chunk. */
const bytesInSheet = 3_500_000_000
const flushAt = 1 << 17
const measuredRows = 1_000

/** What became of a sheet's rows; filled while they are written. */
export interface SheetTally {
  rows: number
  /** Texts longer than Excel can hold. */
  cut: number
}

/** Rows handed out one sheet at a time, so that a table may go on in the next one. */
export interface RowFeed {
  /** Null when there are no more rows. */
  readonly next: () => Promise<readonly WrittenRow[] | null>
  /** Gives rows back that found no room. */
  readonly unread: (rows: readonly WrittenRow[]) => void
}

/** Hands out rows, given at once or as they come. */
export function rowFeed(rows: SheetPlan['rows']): RowFeed {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  let kept: readonly WrittenRow[] | null = null
  return {
    next: async () => {
      if (kept !== null) {
        const chunk = kept
        kept = null
        return chunk
      }
      const { value, done } = await iterator.next()
      return done === true ? null : value
    },
    unread: (chunk) => {
      kept = chunk
    },
  }
}

/** Sums of the whole table, also where it runs over several sheets. */
export type Sums = number[]

/** Columns a text takes, near enough for a width: hanzi and full-width forms take two. */
function roughWidth(text: string): number {
  let width = 0
  for (let at = 0; at < text.length && width < 60; at++) width += text.charCodeAt(at) >= 0x1100 ? 2 : 1
  return width
}

const leastWidth: Readonly<Record<WrittenColumn['type'], number>> = {
  text: 6,
  integer: 8,
  number: 8,
  money: 14,
  percent: 8,
  date: 11,
  instant: 17,
}

function columnsXml(columns: readonly WrittenColumn[], rows: readonly WrittenRow[], plain: boolean): string {
  const widths = columns.map(({ title, type, width }, at) => {
    if (width !== undefined) return width
    let widest = Math.max(leastWidth[type], roughWidth(title) + (plain ? 0 : 3))
    for (const row of rows.slice(0, measuredRows)) {
      const cell = row[at]
      if (typeof cell === 'string') widest = Math.max(widest, roughWidth(cell))
    }
    return Math.min(60, widest + 2)
  })
  return `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`
}

/** One worksheet, in pieces. Stops at Excel's last row and leaves the other rows in the feed. */
export async function* sheetXml(plan: SheetPlan, feed: RowFeed, sums: Sums, tally: SheetTally): AsyncGenerator<string> {
  const { columns, plain = false } = plan
  const letters = columns.map((_, at) => columnLetters(at))
  const looks = columns.map(({ type }) => (plain ? style.wrapped : styleOf(type)))
  let chunk = await feed.next()
  let text = head(plan, chunk ?? [])
  let row = plain ? 0 : 1
  let bytes = 0
  while (chunk !== null) {
    const room = Math.min(chunk.length, rowsInSheet - row - 1)
    for (let index = 0; index < room; index++) {
      row++
      text += rowXml(chunk[index]!, row, {
        columns,
        letters,
        looks: plain && row === 1 ? [style.title] : looks,
        sums,
        tally,
      })
      if (text.length < flushAt) continue
      bytes += text.length * 2
      yield text
      text = ''
    }
    tally.rows += room
    if (room < chunk.length || bytes > bytesInSheet) {
      feed.unread(chunk.slice(room))
      break
    }
    chunk = await feed.next()
  }
  const last = chunk === null
  if (last && plan.total !== undefined && row > 1) text += totalXml(plan, row + 1, letters, sums)
  yield `${text}</sheetData>${tail(plan, row, letters)}`
}

function head({ columns, plain = false }: SheetPlan, rows: readonly WrittenRow[]): string {
  const view = plain
    ? '<sheetView showGridLines="0" workbookViewId="0"/>'
    : '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView>'
  const header = columns.map(({ title }, at) => cellXml(`${columnLetters(at)}1`, title, 'text', style.header)).join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/>${columnsXml(columns, rows, plain)}<sheetData>${plain ? '' : `<row r="1" ht="20" customHeight="1">${header}</row>`}`
}

interface RowPlan {
  readonly columns: readonly WrittenColumn[]
  readonly letters: readonly string[]
  readonly looks: readonly number[]
  readonly sums: Sums
  readonly tally: SheetTally
}

function rowXml(cells: WrittenRow, row: number, { columns, letters, looks, sums, tally }: RowPlan): string {
  let text = `<row r="${row}">`
  for (let at = 0; at < columns.length; at++) {
    const cell = cells[at] ?? null
    if (typeof cell === 'number') sums[at] = (sums[at] ?? 0) + cell
    else if (typeof cell === 'string' && cell.length > longestText) tally.cut++
    text += cellXml(letters[at]! + row, cell, columns[at]!.type, looks[at] ?? style.wrapped)
  }
  return `${text}</row>`
}

/** Sums as formulas that follow the filter, with their values beside, for readers that don't calculate. */
function totalXml({ columns, total }: SheetPlan, row: number, letters: readonly string[], sums: Sums): string {
  const cells = columns.map(({ type }, at) => {
    const look = styleOf(type, true)
    if (total?.columns.includes(at) === true) {
      const sum = sums[at] ?? 0
      const value = type === 'money' ? decimalMoney(sum) : sum
      return `<c r="${letters[at]}${row}" s="${look}"><f>SUBTOTAL(109,${letters[at]}2:${letters[at]}${row - 1})</f><v>${value}</v></c>`
    }
    return at === 0
      ? cellXml(`${letters[0]}${row}`, total?.word ?? '', 'text', styleOf('text', true))
      : `<c r="${letters[at]}${row}" s="${look}"/>`
  })
  return `<row r="${row}">${cells.join('')}</row>`
}

/** Drop-down lists of whole columns; other values may be typed all the same. */
function listsXml(columns: readonly WrittenColumn[], letters: readonly string[]): string {
  const lists = columns.flatMap(({ list }, at) => {
    if (list === undefined) return []
    const from = columnLetters(list.column)
    const range = escapeAttribute(`'${list.sheet.replaceAll("'", "''")}'!$${from}$2:$${from}$${list.rows + 1}`)
    const cells = `${letters[at]}2:${letters[at]}${rowsInSheet}`
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cells}"><formula1>${range}</formula1></dataValidation>`,
    ]
  })
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

function tail(
  { name, columns, plain = false, charts = [] }: SheetPlan,
  lastRow: number,
  letters: readonly string[],
): string {
  const range = `A1:${letters.at(-1) ?? 'A'}${Math.max(1, lastRow)}`
  const filter = plain || columns.length === 0 ? '' : `<autoFilter ref="${range}"/>`
  const footer = `<headerFooter><oddFooter>${escapeAttribute(`&L${name.replaceAll('&', '&&')}&R&P / &N`)}</oddFooter></headerFooter>`
  const setup = `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${columns.length > 6 ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`
  return `${filter}${listsXml(columns, letters)}${setup}${footer}<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>${charts.length === 0 ? '' : '<drawing r:id="rId1"/>'}</worksheet>`
}
