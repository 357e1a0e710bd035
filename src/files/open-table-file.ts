import { createHash } from 'node:crypto'
import { KehuError } from '../model/errors.ts'
import type { RowChunk } from '../model/sheet.ts'
import { readBinary } from './biff/read-binary.ts'
import { byteOrderMark, unmarkedWide } from './encoding/marks.ts'
import type { InputFile } from './inputs.ts'
import { overLimit } from './limits.ts'
import { readOds } from './ods/read-ods.ts'
import { openText } from './open-text.ts'
import { limitsOf, type ReadOptions } from './read-options.ts'
import { sniffContainer } from './sniff-format.ts'
import { blocksOf, openSource, type Source } from './source.ts'
import type { SheetRows, TableFile } from './table-file.ts'
import { gunzip } from './unpack.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

function hashOf(source: Source): string {
  const hash = createHash('sha256')
  for (const block of blocksOf(source)) hash.update(block)
  return hash.digest('hex')
}

/**
 * Opens a file of tables, whatever its name says it is.
 *
 * @throws KehuError with a code of kind `input` or `refused`: see `render/text/files.ts`.
 */
export async function openTableFile(input: string | InputFile, options: ReadOptions = {}): Promise<TableFile> {
  const source = typeof input === 'string' ? openSource(input) : await input.open(options)
  try {
    return await openSourceAsTable(source, options)
  } catch (cause) {
    source.close()
    throw cause
  }
}

/** Bytes in two-byte or four-byte characters, or told to be text: zero bytes say nothing then. */
const mayHaveZeros = (options: ReadOptions) => (head: Buffer) =>
  options.encoding !== undefined || byteOrderMark(head) !== null || unmarkedWide(head) !== null

/** A source that knows where it was last read. */
function tracked(source: Source): { source: Source; progress: () => number } {
  let behind = 0
  const read = (start: number, length: number) => {
    behind = start + length
    return source.read(start, length)
  }
  return { source: { ...source, read }, progress: () => Math.min(1, behind / source.size) }
}

/** Holds every sheet to the rows it may have, whatever its format. */
async function* bounded(sheets: AsyncIterable<SheetRows>, path: string, most: number): AsyncGenerator<SheetRows> {
  async function* chunksOf(chunks: AsyncIterable<RowChunk>): AsyncGenerator<RowChunk> {
    for await (const chunk of chunks) {
      if ((chunk.rowNumbers.at(-1) ?? 0) > most) throw overLimit('rows', path, most)
      yield chunk
    }
  }
  for await (const { info, chunks } of sheets) yield { info, chunks: chunksOf(chunks) }
}

async function openSourceAsTable(original: Source, options: ReadOptions): Promise<TableFile> {
  const file = await openFormat(original, options)
  return { ...file, sheets: bounded(file.sheets, file.path, limitsOf(options).rows) }
}

async function openFormat(original: Source, options: ReadOptions): Promise<TableFile> {
  const { source, progress } = tracked(original)
  if (source.size === 0) throw new KehuError('input', 'file-empty', { file: source.path })
  const container = sniffContainer(source, mayHaveZeros(options))
  if (container.kind === 'gzip')
    return openTableFile({ path: source.path, named: true, open: () => gunzip(source, limitsOf(options)) }, options)
  const facts = {
    path: source.path,
    name: source.name,
    bytes: source.size,
    sha256: hashOf(source),
    notes: [],
    progress,
    close: async () => source.close(),
  }
  switch (container.kind) {
    case 'xlsx':
      return { ...facts, format: 'xlsx', ...(await readXlsx(source, container.entries, options)) }
    case 'ods':
      return { ...facts, format: 'ods', sheets: await readOds(source, container.entries, options) }
    case 'xls':
    case 'xlsb': {
      const { sheets, stop } = await readBinary(source, options)
      const close = async () => {
        await stop()
        source.close()
      }
      return { ...facts, format: container.kind, sheets, close }
    }
    case 'archive':
      throw new KehuError('input', 'not-a-spreadsheet-archive', { file: source.path })
    case 'text':
      return { ...facts, ...(await openText(source, options)) }
  }
}
