import { deflateRaw, inflateRawSync } from 'node:zlib'
import type { Cell } from '../../model/sheet.ts'
import type { Book } from '../book.ts'
import { cached } from '../journal.ts'

const BLOCK_ROWS = 1000

/** Keeps the rows of a file as they stood, packed a thousand at a time on another thread while the import goes on. */
export interface RawBlocks {
  readonly add: (sheetId: number, row: number, cells: readonly Cell[]) => void
  /** Packs what is left of a sheet. */
  readonly endSheet: () => void
  /** Waits until all packed so far is written. */
  readonly drain: () => Promise<void>
  /** The import has failed: what is still being packed is not written any more. */
  readonly abandon: () => void
}

/** Opens the raw rows of an import for writing. */
export function rawBlocks(book: Book, operationId: number): RawBlocks {
  const packing: Promise<void>[] = []
  let rows: number[] = []
  let cells: (readonly Cell[])[] = []
  let sheet = 0
  let abandoned = false
  const pack = (): void => {
    if (rows.length === 0) return
    const first = rows[0]!
    const last = rows.at(-1)!
    const sheetId = sheet
    const text = JSON.stringify({ rows, cells })
    rows = []
    cells = []
    packing.push(
      deflated(text).then((data) => {
        if (abandoned) return
        cached(
          book,
          'insert into source_block (sheet_id, first_row, last_row, data, operation_id) values (?, ?, ?, ?, ?)',
        ).run(...[sheetId, first, last, data, operationId])
      }),
    )
  }
  return {
    add(sheetId, row, rowCells) {
      sheet = sheetId
      rows.push(row)
      cells.push(rowCells)
      if (rows.length >= BLOCK_ROWS) pack()
    },
    endSheet: pack,
    async drain() {
      await Promise.all(packing.splice(0))
    },
    abandon() {
      abandoned = true
    },
  }
}

/** The cells of one source row as they stood; undefined where the sheet has no such row. */
export function readRawRow(book: Book, sheetId: number, row: number): readonly Cell[] | undefined {
  const found = cached(book, 'select data from source_block where sheet_id = ? and first_row <= ? and last_row >= ?')
    .pluck()
    .get(sheetId, row, row) as Buffer | undefined
  if (found === undefined) return undefined
  const { rows, cells } = unpackBlock(found)
  const at = rows.indexOf(row)
  return at < 0 ? undefined : cells[at]
}

export const unpackBlock = (
  data: Buffer,
): { readonly rows: readonly number[]; readonly cells: readonly (readonly Cell[])[] } =>
  JSON.parse(inflateRawSync(data).toString('utf8'))

const deflated = (text: string): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    deflateRaw(text, { level: 1 }, (error, data) => (error === null ? resolve(data) : reject(error))),
  )
