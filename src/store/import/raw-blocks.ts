import { deflateRaw, inflateRawSync } from 'node:zlib'
import type { RawText } from '../../model/import-parts.ts'
import type { Cell } from '../../model/sheet.ts'
import type { Book } from '../book.ts'
import { cached } from '../journal.ts'

/** Keeps the rows of a file as they stood, packed on another thread while the import goes on. */
export interface RawBlocks {
  readonly add: (sheetId: number, raw: RawText) => void
  /** Waits until all packed so far is written. */
  readonly drain: () => Promise<void>
  /** The import has failed: what is still being packed is not written any more. */
  readonly abandon: () => void
}

/** Opens the raw rows of an import for writing; blocks are written in the order they were added. */
export function rawBlocks(book: Book, operationId: number): RawBlocks {
  const insert = book.sqlite.prepare(
    'insert into source_block (sheet_id, first_row, last_row, data, operation_id) values (?, ?, ?, ?, ?)',
  )
  let packing: { sheetId: number; raw: RawText; data: Promise<Buffer> }[] = []
  let abandoned = false
  return {
    add(sheetId, raw) {
      packing.push({ sheetId, raw, data: deflated(raw.text) })
    },
    async drain() {
      const taken = packing
      packing = []
      for (const { sheetId, raw, data } of taken) {
        const packed = await data
        if (!abandoned) insert.run(sheetId, raw.first, raw.last, packed, operationId)
      }
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

/** The row numbers and cells of a packed block. */
export const unpackBlock = (
  data: Buffer,
): { readonly rows: readonly number[]; readonly cells: readonly (readonly Cell[])[] } =>
  JSON.parse(inflateRawSync(data).toString('utf8'))

const deflated = (text: string): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    deflateRaw(text, { level: 1, chunkSize: 1 << 17 }, (error, data) =>
      error === null ? resolve(data) : reject(error),
    ),
  )
