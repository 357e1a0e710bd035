import type { ImportReadOptions, ImportStep } from '../../model/import-parts.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Cell, RowChunk, SheetInfo } from '../../model/sheet.ts'
import { sheetParts } from './sheet-parts.ts'

/** A file of tables, open: what reading it for import asks of it. */
interface OpenTables {
  readonly format: string
  readonly notes: readonly Reason[]
  readonly sheets: AsyncIterable<{ readonly info: SheetInfo; readonly chunks: AsyncIterable<RowChunk> }>
  progress(): number
}

/** Reads and understands every sheet of a file, step by step; whoever asks for the steps sets the pace. */
export async function* importSteps(
  file: OpenTables,
  options: ImportReadOptions,
  unguard: (row: readonly Cell[]) => readonly Cell[],
): AsyncGenerator<ImportStep> {
  // Only texts may carry the guard of an export: in a workbook nothing is guarded.
  const guarded = file.format === 'csv' ? unguard : undefined
  let customersKnown = false
  for await (const { info, chunks } of file.sheets) {
    const parts = sheetParts(info, { ...options, customersKnown, unguard: guarded })
    yield { kind: 'sheet', index: info.index, name: info.name }
    for await (const chunk of chunks) yield { kind: 'rows', part: parts.push(chunk), progress: file.progress() }
    yield { kind: 'rows', part: parts.finish(), progress: file.progress() }
    const mends = parts.mends()
    if (parts.holdsCustomers()) customersKnown = true
    yield { kind: 'sheet-end', tables: parts.tables(), ...(mends === undefined ? {} : { mends }) }
  }
  yield { kind: 'end', notes: file.notes }
}
