import type { SheetPlan, WorkbookPlan } from '../model/workbook.ts'
import type { Sink } from './write-file.ts'
import { escapeAttribute, escapeText } from './xlsx-out/cell.ts'
import { rowFeed, type SheetTally, sheetXml } from './xlsx-out/sheet.ts'
import { stylesXml } from './xlsx-out/styles.ts'
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
  const zip = zipOut(sink)
  const names: string[] = []
  const tally: SheetTally = { rows: 0, cut: 0 }
  for await (const sheet of plan.sheets) await addSheets(zip, sheet, names, tally)
  if (names.length === 0) await addSheets(zip, { name: plan.title, columns: [], rows: [], plain: true }, names, tally)
  for (const [name, text] of fixedParts(plan.title, names)) await zip.add(name, [text])
  await zip.finish()
  return { sheets: names, rows: tally.rows, cut: tally.cut }
}

/** A table of more rows than a sheet holds goes on in the next one. */
async function addSheets(zip: ZipOut, plan: SheetPlan, names: string[], tally: SheetTally): Promise<void> {
  const feed = rowFeed(plan.rows)
  const sums: number[] = []
  for (let part = 1; ; part++) {
    const name = sheetName(plan.name, part, names)
    names.push(name)
    await zip.add(`xl/worksheets/sheet${names.length}.xml`, sheetXml({ ...plan, name }, feed, sums, tally))
    const rest = await feed.next()
    if (rest === null) return
    feed.unread(rest)
  }
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

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

function fixedParts(title: string, names: readonly string[]): [name: string, text: string][] {
  const overrides = names
    .map(
      (_, at) =>
        `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
    )
    .join('')
  const sheets = names
    .map((name, at) => `<sheet name="${escapeAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')
  const relations = names
    .map(
      (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join('')
  return [
    ['xl/styles.xml', stylesXml],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${sheets}</sheets><calcPr fullCalcOnLoad="0"/></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships">${relations}<Relationship Id="rId${names.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'docProps/core.xml',
      `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeText(title)}</dc:title><dc:creator>kehu</dc:creator></cp:coreProperties>`,
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${overrides}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ],
  ]
}
