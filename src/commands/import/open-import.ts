import { importSteps } from '../../domain/import/import-steps.ts'
import { unguardCells } from '../../files/formula-guard.ts'
import type { InputFile } from '../../files/inputs.ts'
import { openTableFile } from '../../files/open-table-file.ts'
import { readInThread } from '../../files/read-in-thread.ts'
import type { ReadOptions } from '../../files/read-options.ts'
import type { FileFacts, ImportReadOptions, ImportStep } from '../../model/import-parts.ts'

/** Starting a thread costs what 2,000 rows do. */
const THREAD_BYTES = 2_000_000

/** Smaller than readers give by themselves: a few of these are on their way between the threads at any time. */
const CHUNK_ROWS = 1024

/** A file opened for import: what is known of it, and its rows, understood step by step. */
export interface ImportReader {
  /** As it is shown. */
  readonly path: string
  readonly facts: FileFacts
  readonly steps: (options: ImportReadOptions) => AsyncIterable<ImportStep>
  readonly close: () => Promise<void>
}

/** When a file is read in a thread, and when that is to end. */
export interface ThreadUse {
  /** Files of so many bytes are. */
  readonly from?: number
  readonly interrupted?: () => boolean
}

/** Opens a file; a large one is read and understood in a thread of its own, with the very same steps. */
export async function openImport(
  input: InputFile,
  read: ReadOptions,
  { from = THREAD_BYTES, interrupted }: ThreadUse = {},
): Promise<ImportReader> {
  const { disk } = input
  const options = { chunkRows: CHUNK_ROWS, ...read }
  if (disk !== undefined && disk.bytes >= from) {
    const { facts, steps, stop } = await readInThread({ path: disk.path, read: options }, interrupted)
    return { path: input.path, facts, steps, close: stop }
  }
  const file = await openTableFile(input, options)
  const { name, format, bytes, sha256, encoding, notes } = file
  return {
    path: input.path,
    facts: { name, format, bytes, sha256, notes, ...(encoding === undefined ? {} : { encoding }) },
    steps: (options) => importSteps(file, options, unguardCells),
    close: () => file.close(),
  }
}
