import type { SheetPlan, WorkbookPlan } from '../model/workbook.ts'
import type { Sink } from './write-file.ts'
import { chartXml, drawingXml, relationsXml } from './xlsx-out/chart.ts'
import { fixedParts } from './xlsx-out/package.ts'
import { rowFeed, type SheetTally, sheetXml } from './xlsx-out/sheet.ts'
import { type ZipOut, zipOut } from './xlsx-out/zip-out.ts'

export interface XlsxWritten {
  readonly sheets: readonly string[]
  readonly rows: number
  /** Texts longer than 32,767 characters, which no spreadsheet holds; they end there. */
  readonly cut: number
}

/**
 * Streams a workbook: one sheet a table, frozen header, filter, widths, real numbers and dates, sums.
 *
 * Memory does not grow with the rows. Texts stay texts, whatever they look like. Source: ECMA-376 (SpreadsheetML).
 */
export async function writeXlsx(plan: WorkbookPlan, sink: Sink): Promise<XlsxWritten> {
  const book: OpenBook = { zip: zipOut(sink), names: [], drawings: 0, charts: 0, tally: { rows: 0, cut: 0 } }
  for await (const sheet of plan.sheets) await addSheets(book, sheet)
  if (book.names.length === 0) await addSheets(book, { name: plan.title, columns: [], rows: [], plain: true })
  for (const [name, text] of fixedParts(plan.title, book)) await book.zip.add(name, [text])
  await book.zip.finish()
  return { sheets: book.names, rows: book.tally.rows, cut: book.tally.cut }
}

/** A workbook while it is written. */
interface OpenBook {
  readonly zip: ZipOut
  readonly names: string[]
  drawings: number
  charts: number
  readonly tally: SheetTally
}

/** A table of more rows than a sheet holds goes on in the next one. */
async function addSheets(book: OpenBook, plan: SheetPlan): Promise<void> {
  const feed = rowFeed(plan.rows)
  const sums: number[] = []
  for (let part = 1; ; part++) {
    const name = sheetName(plan.name, part, book.names)
    book.names.push(name)
    const { charts: _, ...plain } = plan
    const sheet = part === 1 ? { ...plan, name } : { ...plain, name }
    await book.zip.add(`xl/worksheets/sheet${book.names.length}.xml`, sheetXml(sheet, feed, sums, book.tally))
    if (part === 1) await addCharts(book, sheet)
    const rest = await feed.next()
    if (rest === null) return
    feed.unread(rest)
  }
}

async function addCharts(book: OpenBook, { name, charts = [] }: SheetPlan): Promise<void> {
  if (charts.length === 0) return
  const { zip } = book
  const drawing = `drawing${++book.drawings}.xml`
  const files = charts.map(() => `chart${++book.charts}.xml`)
  await zip.add(`xl/worksheets/_rels/sheet${book.names.length}.xml.rels`, [
    relationsXml([['drawing', `../drawings/${drawing}`]]),
  ])
  await zip.add(`xl/drawings/${drawing}`, [drawingXml(charts)])
  await zip.add(`xl/drawings/_rels/${drawing}.rels`, [
    relationsXml(files.map((file) => ['chart', `../charts/${file}`])),
  ])
  for (const [at, file] of files.entries()) await zip.add(`xl/charts/${file}`, [chartXml(charts[at]!, name)])
}

/** A name Excel takes: at most 31 characters, none of `[]:*?/\`, no quote at an edge, not taken yet. Source: Excel specifications and limits. */
function sheetName(wanted: string, part: number, taken: readonly string[]): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim() || 'Sheet'
  const used = new Set(taken.map((name) => name.toLowerCase()))
  for (let number = part; ; number++) {
    const tail = number === 1 ? '' : ` ${number}`
    const name = clean.slice(0, 31 - tail.length).replace(/[\ud800-\udbff]$/, '') + tail
    if (!used.has(name.toLowerCase()) && name.toLowerCase() !== 'history') return name
  }
}
