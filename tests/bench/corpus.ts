// Real nasty files, each with what a good reader must make of it. npm run bench -- corpus [folder]
// Prints file, wanted, got, ok; then seconds and memory of the slowest and the largest.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { KehuError } from '../../src/model/errors.ts'
import type { Cell } from '../../src/model/sheet.ts'
import { type ReadSheet, type ReadTable, readTable } from '../support/read-table.ts'

type Check = (table: ReadTable) => boolean

/** What is wanted, in words, and how it is checked: a refusal by its code, or a look at what was read. */
interface Wanted {
  readonly words: string
  readonly code?: string
  readonly check?: Check
}

const first = (table: ReadTable): ReadSheet => table.sheets[0]!
const cell = (table: ReadTable, row: number, column: number, sheet = 0): Cell | undefined => {
  const { rowNumbers, rows } = table.sheets[sheet]!
  return rows[rowNumbers.indexOf(row)]?.[column - 1] ?? null
}
const isoOf = (value: Cell | undefined): string | null =>
  typeof value === 'object' && value?.kind === 'date' ? value.iso : null
const rows =
  (count: number): Check =>
  (table) =>
    first(table).rows.filter((row) => row.length > 0).length === count
const width = (table: ReadTable): number => Math.max(0, ...first(table).rows.map((row) => row.length))
const troubleCodes = (table: ReadTable, row: number): string[] =>
  (first(table).troubles.get(row) ?? []).map(({ code }) => code)
const noTroubles: Check = (table) => first(table).troubles.size === 0
const all =
  (...checks: Check[]): Check =>
  (table) =>
    checks.every((check) => check(table))
const is =
  (row: number, column: number, value: Cell, sheet = 0): Check =>
  (table) =>
    JSON.stringify(cell(table, row, column, sheet)) === JSON.stringify(value)
const date =
  (row: number, column: number, iso: string, sheet = 0): Check =>
  (table) =>
    isoOf(cell(table, row, column, sheet)) === iso
const encoding =
  (name: string): Check =>
  (table) =>
    table.encoding === name
const troubled =
  (row: number, code: string): Check =>
  (table) =>
    troubleCodes(table, row).includes(code)

const refused = (code: string, words: string): Wanted => ({ words, code })
const good = (words: string, ...checks: Check[]): Wanted => ({ words, check: all(...checks) })

/** By the README of the corpus; what is about columns and rows of meaning is measured where they are understood. */
export const wanted: Readonly<Record<string, Wanted>> = {
  'calamine/OOM_alloc3.xls': refused('workbook-damaged', 'refused, memory bounded'),
  'calamine/date_1904.xlsx': good('1904 dates right', date(1, 1, '2021-01-01'), date(2, 1, '2021-01-02')),
  'calamine/empty_sheet.xlsx': good('no rows', rows(0)),
  'calamine/errors.xlsx': good(
    'error cells as errors',
    is(1, 1, { kind: 'error', code: '#DIV/0!' }),
    is(2, 1, { kind: 'error', code: '#NAME?' }),
    rows(7),
  ),
  'calamine/issue_594_dos.ods': refused('limit-columns', 'refused in a second'),
  'calamine/merged_range.xlsx': good(
    '9 and 6 merges, anchors',
    (table) => first(table).info.merges.length === 9 && table.sheets[1]!.info.merges.length === 6,
  ),
  'calamine/nonstandard-xml-ns-prefix.xlsx': good('read', is(1, 1, 'a'), is(3, 2, 4), rows(3)),
  'calamine/pass_protected.ods': refused('workbook-password', 'password said'),
  'calamine/pass_protected.xlsx': refused('workbook-password', 'password said'),
  'calamine/readings.xlsx': good('exact values', is(2, 1, 'London'), is(3, 2, 18.5), rows(4)),
  'calamine/richtext-namespaced.xlsx': good(
    'text joined',
    (table) =>
      String(cell(table, 1, 1)).startsWith('inline string') && String(cell(table, 1, 8)).startsWith('shared string'),
  ),
  'calamine/strict_iso_paths.xlsx': good('read as normal', is(1, 1, 'Item'), rows(76)),
  'calamine/temperature-in-middle.xlsx': good('rows 4–6, columns B–C', is(4, 2, 'label'), is(6, 3, 72), rows(3)),
  'calamine/too_small.xls': refused('not-a-spreadsheet-sentence', 'no spreadsheet'),
  'csv-spectrum/location_coordinates.csv': good('round trip', is(2, 3, 'Modesto'), (table) =>
    String(cell(table, 2, 2)).includes('37.8"N'),
  ),
  'csv-spectrum/newlines_crlf.csv': good('3 rows', rows(4), noTroubles),
  'csv-spectrum/quotes_and_newlines.csv': good('round trip', is(2, 2, 'ha \n"ha" \nha'), rows(3)),
  'csvkit/bad.csv': good('long and short rows told', troubled(2, 'cells-many'), troubled(3, 'cells-few'), rows(4)),
  'csvkit/mac_newlines.csv': good('3 rows', rows(3)),
  'csvkit/null_byte.csv': good('NUL told', troubled(2, 'nul-byte'), is(2, 2, '2')),
  'csvkit/test_header_newline.csv': good('one heading', rows(2), (table) => width(table) === 3),
  'csvkit/test_latin1.csv': good('unsure, said', is(3, 3, '©'), (table) =>
    table.notes.some(({ code }) => code === 'encoding-unsure'),
  ),
  'csvkit/test_locale.csv': good('stay text', is(2, 1, '1,7'), is(2, 2, '200.000.000')),
  'csvkit/test_utf16_big.csv': good('UTF-16BE', encoding('utf-16be'), is(3, 3, 'ʤ')),
  'csvlint/inconsistent-line-endings.csv': good('header and 2 rows', rows(3), is(3, 3, 'Doge')),
  'csvlint/invalid-byte-sequence.csv': good(
    'byte and line named',
    (table) => table.notes.some(({ params }) => params?.['byte'] === 33 && params['line'] === 1),
    rows(24),
  ),
  'csvlint/title-row.csv': good('4 records', rows(4), is(2, 1, 'Foo')),
  'duckdb/borked_date.csv': good('2,069 dates', rows(2070)),
  'duckdb/customer.csv': good('10 × 18', rows(10), (table) => width(table) === 18),
  'duckdb/duplicate_header_columns.csv': good('13 columns kept', (table) => width(table) === 13, rows(3)),
  'duckdb/mix_columns.csv': good(
    'all rows, differing ones told',
    rows(2773),
    (table) => first(table).troubles.size > 0,
  ),
  'duckdb/mixed_line_endings.csv': good('3 rows', rows(3)),
  'duckdb/multiple_errors.csv': good(
    'every odd row told',
    ...[4, 5, 6, 7, 8].map(
      (row): Check =>
        (table) =>
          troubleCodes(table, row).length > 0,
    ),
  ),
  'duckdb/multiple_skip_row.csv': good('table at row 3', is(3, 1, 'number'), is(4, 3, '2000-12-13')),
  'duckdb/nightmare.csv': good(
    'each kind told on its row',
    troubled(10, 'cells-few'),
    troubled(14, 'cells-many'),
    troubled(22, 'quote-stray'),
    troubled(38, 'byte-wrong'),
    rows(48),
  ),
  'duckdb/nullbyte.csv': good('NUL told', troubled(2, 'nul-byte'), is(2, 2, 'val2')),
  'duckdb/phonenumbers.csv': good('plus kept', (table) => JSON.stringify(first(table).rows).includes('"+')),
  'duckdb/shift_jis.csv': good('Shift-JIS', encoding('shift_jis'), is(1, 1, '名前')),
  'duckdb/stops.csv': good(
    'quotes cost their own row only',
    troubled(9, 'quote-stray'),
    troubled(10, 'quote-stray'),
    is(10, 3, '48.3411985847104'),
    rows(10),
  ),
  'duckdb/utf16.csv': good('UTF-16LE', encoding('utf-16le')),
  'exceljs/1519293514-KRISHNAPATNAM_LINE_UP.xlsx': good(
    'read whole',
    is(5, 2, 'VESSELS NAME:'),
    is(37, 1, 10),
    (table) => first(table).rowNumbers.at(-1) === 39,
  ),
  'exceljs/1904.xlsx': good('1904, date at B4', (table) => isoOf(cell(table, 4, 2)) === '1904-01-01'),
  'exceljs/invalid-xml.xlsx': good('read', is(1, 1, 'foo '), rows(1)),
  'exceljs/missing-bits.xlsx': refused('workbook-damaged', 'damaged workbook'),
  'frictionless/capital-invalid.csv': good(
    'short and long rows told',
    troubled(10, 'cells-few'),
    troubled(12, 'cells-many'),
  ),
  'frictionless/duplicate-headers.csv': good('all 5 columns', (table) => width(table) === 5),
  'frictionless/encoding-issue-274.csv': good('UTF-8', encoding('utf-8'), rows(508)),
  'frictionless/leading-zeros.csv': good('zeros kept', is(2, 1, '01'), is(4, 1, '00003')),
  'frictionless/merged-cells.xlsx': good('merge known', (table) => first(table).info.merges.length === 1),
  'frictionless/multiline-headers.xlsx': good('merges known', (table) => first(table).info.merges.length === 5),
  'frictionless/structure-errors.csv': good('long row told', troubled(5, 'cells-many'), (table) =>
    first(table).rows[3]!.every((each) => each === null),
  ),
  'frictionless/wide.csv': good('read, fast', (table) => width(table) > 9000, rows(4)),
  'hutool/blankAndDateTest.xlsx': good(
    'dates and blanks',
    date(1, 4, '2017-12-16T03:04:05'),
    date(4, 4, '2017-12-16'),
    is(2, 2, null),
  ),
  'hutool/merge_test.xlsx': good('merge known', (table) => first(table).info.merges.length === 1, is(1, 1, '姓名')),
  'hutool/priceIndex.xls': good('BIFF8', is(1, 3, '涨跌*'), rows(5)),
  'node-csv/365-utf16le-bom-windows.csv': good('UTF-16LE', encoding('utf-16le'), is(2, 3, '3')),
  'node-csv/411.csv': good('empty tail tolerated', noTroubles, is(1, 1, 'id')),
  'openrefine/dates.xls': good('dates', date(1, 1, '2021-04-18'), (table) => table.sheets.length === 3),
  'openrefine/example-linebreaks-in-cells.tsv': good('breaks in cells', is(3, 2, 'f\nf'), rows(3)),
  'openrefine/example-utf16be-bom.tsv': good('UTF-16BE', encoding('utf-16be'), (table) => table.delimiter === '\t'),
  'papaparse/malformed.tsv': good(
    'short and long rows told',
    troubled(3, 'cells-many'),
    troubled(9, 'quote-unclosed'),
    rows(10),
  ),
  'papaparse/utf-8-bom-sample.csv': good('first heading A', is(1, 1, 'A')),
  'read-excel-file/invalid-file-structure.xlsx': refused('workbook-damaged', 'damaged workbook'),
  'readxl/big-texty-numbers-xlsx.xlsx': good('text twin exact', is(3, 2, '2147483647'), is(3, 1, 2147483647)),
  'readxl/dates-leap-year-1900-xlsx.xlsx': good(
    'days around the one that never was',
    date(4, 1, '1900-02-28T08:00:00'),
  ),
  'readxl/deaths.xlsx': good('all rows', (table) => first(table).rows.length === 19 && table.sheets.length === 2),
  'readxl/names-need-repair-xlsx.xlsx': good('headings as they stand', is(1, 2, 'a b'), is(1, 3, null)),
  'readxl/style-only-cells.xlsx': good('no phantoms', (table) => width(table) === 5, rows(4)),
  'readxl/texty-dates-xlsx.xlsx': good('dates', date(2, 1, '1985-03-11T13:00:00')),
  'readxl/type-me.xlsx': good('types per cell', is(3, 1, true, 1), date(3, 1, '2016-05-23', 2)),
  'readxl/vietnamese-utf8.xls': good('text right', is(1, 1, 'Mô tả')),
  'readxl/whitespace-xlsx.xlsx': good('spaces as they stand', is(2, 1, ' <-space')),
  'vobject/issue153.vcf': good('one person, picture left out', is(2, 1, 'Test Benutzer'), (table) =>
    table.notes.some(({ code }) => code === 'pictures-left-out'),
  ),
  'xlrd/biff4_no_format_no_window2.xls': good('27 rows, no phantoms', rows(27), is(1, 1, 'ID')),
  'xlrd/ragged.xls': good('rows of different length', is(1, 3, 'c'), is(3, 1, 'f'), rows(5)),
}

function summary(table: ReadTable): string {
  const sheets = table.sheets.map(
    ({ info, rows: read, troubles }) =>
      `${info.name} ${read.length}${troubles.size > 0 ? ` (${troubles.size} with trouble)` : ''}`,
  )
  return [table.format, table.encoding, sheets.join(', '), table.notes.map(({ code }) => code).join(' ')]
    .filter((part) => part)
    .join('; ')
}

async function judge(path: string, { code, check }: Wanted): Promise<{ got: string; ok: boolean }> {
  try {
    const table = await readTable(path)
    return { got: summary(table), ok: code === undefined && check!(table) }
  } catch (cause) {
    if (!(cause instanceof KehuError)) return { got: `crash: ${String(cause)}`, ok: false }
    return { got: `refused: ${cause.code}`, ok: cause.code === code }
  }
}

export async function bench(args: string[]): Promise<void> {
  const folder = args[0] ?? join(process.env['KEHU_DATA'] ?? '../shared/data', 'corpus')
  if (!existsSync(folder)) {
    process.stdout.write(`skipped: needs ${folder} (KEHU_DATA)\n`)
    return
  }
  let met = 0
  let slowest = { file: '', seconds: 0 }
  for (const [file, want] of Object.entries(wanted)) {
    const started = performance.now()
    const { got, ok } = await judge(join(folder, file), want)
    const seconds = (performance.now() - started) / 1000
    if (seconds > slowest.seconds) slowest = { file, seconds }
    const right = ok && seconds < 10
    if (right) met++
    process.stdout.write(`${right ? 'ok ' : 'NOT'} ${file.padEnd(50)} ${want.words.padEnd(36)} ${got.slice(0, 90)}\n`)
  }
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(`slowest ${slowest.file} ${slowest.seconds.toFixed(2)} s; peak of all together ${peak} MB\n`)
  process.stdout.write(`met ${met} of ${Object.keys(wanted).length}\n`)
}
