import { createHash } from 'node:crypto'
import { KehuError } from '../model/errors.ts'
import { readText } from './csv/read-text.ts'
import { byteOrderMark, guessEncoding } from './encoding/guess.ts'
import type { ReadOptions } from './read-options.ts'
import { blocksOf, openSource, type Source } from './source.ts'
import type { TableFile } from './table-file.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'
import { readZipDirectory } from './zip/directory.ts'

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
export async function openTableFile(path: string, options: ReadOptions = {}): Promise<TableFile> {
  const source = openSource(path)
  try {
    return await openAny(source, options)
  } catch (cause) {
    source.close()
    throw cause
  }
}

async function openAny(source: Source, options: ReadOptions): Promise<TableFile> {
  if (source.size === 0) throw new KehuError('input', 'file-empty', { file: source.path })
  const head = source.read(0, 8)
  const base = {
    path: source.path,
    name: source.name,
    bytes: source.size,
    sha256: hashOf(source),
    close: async () => source.close(),
  }
  if (head.readUInt32LE(0) === 0x04034b50) {
    return { ...base, format: 'xlsx', ...(await readXlsx(source, readZipDirectory(source), options)) }
  }
  const guess =
    options.encoding === undefined
      ? guessEncoding(source.read(0, source.size))
      : { encoding: options.encoding, confidence: 1, evidence: ['told'] }
  const mark = byteOrderMark(head)
  const { info, dialect, chunks } = readText(source, guess.encoding, mark?.length ?? 0, options)
  async function* sheets() {
    yield { info, chunks }
  }
  return {
    ...base,
    format: 'csv',
    encoding: guess,
    dialect,
    notes: [],
    sheets: { [Symbol.asyncIterator]: sheets },
  }
}
