import type { TableReading } from '../model/intake.ts'
import type { Cell } from '../model/sheet.ts'
import type { Book } from './book.ts'
import { unpackBlock } from './import/raw-blocks.ts'

/** A list of an import: one table of one sheet. */
export interface ImportedList {
  readonly sheetId: number
  readonly sheet: string
  readonly file: string
  readonly batchId: number
  readonly table: TableReading
}

/** Lists of one import. */
export const listsOfImport = (book: Book, batchId: number): ImportedList[] => listsWhere(book, 'b.id = ?', batchId)

/** Lists of the imports before one, the latest first: those that were not taken back. */
export const listsBefore = (book: Book, batchId: number, most = 60): ImportedList[] =>
  listsWhere(book, `b.id < ? and o.state = 'done'`, batchId).slice(0, most)

function listsWhere(book: Book, condition: string, batchId: number): ImportedList[] {
  const rows = book.sqlite
    .prepare(
      `select s.id, s.name, s.reading, b.file_name, b.id from sheet s join batch b on b.id = s.batch_id
       join operation o on o.id = b.operation_id where ${condition} order by b.id desc, s.place limit 200`,
    )
    .raw()
    .all(batchId) as [number, string, string, string, number][]
  return rows.flatMap(([sheetId, sheet, reading, file, batch]) =>
    (JSON.parse(reading) as TableReading[])
      .filter(({ role }) => role !== 'ignored' && role !== 'forms')
      .slice(0, 1)
      .map((table) => ({ sheetId, sheet, file, batchId: batch, table })),
  )
}

/** Blocks that are looked at: the first, the last, and one between. */
const BLOCKS = 3

/** How many rows a list has, without its headings, and some of them as they stood. */
export function sampleOf(
  book: Book,
  { sheetId, table }: ImportedList,
): { readonly rows: number; readonly sample: readonly (readonly Cell[])[] } {
  const { sqlite } = book
  const head = Math.max(0, ...table.headerRows)
  const rows = sqlite
    .prepare('select count(*) from source_row where sheet_id = ? and row_no > ?')
    .pluck()
    .get(sheetId, head) as number
  const ids = sqlite
    .prepare('select rowid from source_block where sheet_id = ? order by first_row')
    .pluck()
    .all(sheetId) as number[]
  const read = sqlite.prepare('select data from source_block where rowid = ?').pluck()
  const chosen = ids.length <= BLOCKS ? ids : [ids[0]!, ids[ids.length >> 1]!, ids.at(-1)!]
  const sample = chosen.flatMap((id) => {
    const block = unpackBlock(read.get(id) as Buffer)
    return block.cells.filter((_, at) => block.rows[at]! > head)
  })
  return { rows, sample }
}
