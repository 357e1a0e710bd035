import type { InputFile } from '../../src/files/inputs.ts'
import { openTableFile } from '../../src/files/open-table-file.ts'
import type { ReadOptions } from '../../src/files/read-options.ts'
import { bufferSource } from '../../src/files/source.ts'
import type { Reason } from '../../src/model/parsed.ts'
import type { Cell, SheetInfo } from '../../src/model/sheet.ts'

export interface ReadSheet {
  readonly info: SheetInfo
  readonly rowNumbers: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
  readonly troubles: ReadonlyMap<number, readonly Reason[]>
}

export interface ReadTable {
  readonly format: string
  readonly encoding: string | undefined
  readonly delimiter: string | undefined
  readonly notes: readonly Reason[]
  readonly sheets: readonly ReadSheet[]
}

/** Bytes as if they were a file. */
export const inMemory = (bytes: Buffer | string, path = 'sample'): InputFile => ({
  path,
  named: true,
  open: async () => bufferSource(path, Buffer.from(bytes)),
})

/** A whole file, all sheets and rows. */
export async function readTable(input: string | InputFile, options: ReadOptions = {}): Promise<ReadTable> {
  const file = await openTableFile(input, options)
  try {
    const sheets: ReadSheet[] = []
    for await (const { info, chunks } of file.sheets) {
      const rowNumbers: number[] = []
      const rows: (readonly Cell[])[] = []
      const troubles = new Map<number, readonly Reason[]>()
      for await (const chunk of chunks) {
        rowNumbers.push(...chunk.rowNumbers)
        rows.push(...chunk.rows)
        for (const [row, reasons] of chunk.troubles ?? []) troubles.set(row, reasons)
      }
      sheets.push({ info, rowNumbers, rows, troubles })
    }
    const { format, encoding, dialect, notes } = file
    return { format, encoding: encoding?.encoding, delimiter: dialect?.delimiter, notes, sheets }
  } finally {
    await file.close()
  }
}
