import { createHash } from 'node:crypto'
import { KehuError } from '../model/errors.ts'
import { readText } from './csv/read-text.ts'
import type { TextEncoding } from './encoding/decode.ts'
import { byteOrderMark, type EncodingFinding, findEncoding, unmarkedWide } from './encoding/guess.ts'
import type { ReadOptions } from './read-options.ts'
import { notSpreadsheet, sniffContainer } from './sniff-format.ts'
import { blocksOf, openSource, type Source } from './source.ts'
import type { SheetRows, TableFile } from './table-file.ts'
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
export async function openTableFile(path: string, options: ReadOptions = {}): Promise<TableFile> {
  const source = openSource(path)
  try {
    return await openSourceAsTable(source, options)
  } catch (cause) {
    source.close()
    throw cause
  }
}

type Facts = Pick<TableFile, 'path' | 'name' | 'bytes' | 'sha256' | 'close'>

const one = (sheet: SheetRows): AsyncIterable<SheetRows> => ({
  async *[Symbol.asyncIterator]() {
    yield sheet
  },
})

/** Opens bytes that may come from anywhere; the file that comes back closes them. */
export async function openSourceAsTable(source: Source, options: ReadOptions): Promise<TableFile> {
  if (source.size === 0) throw new KehuError('input', 'file-empty', { file: source.path })
  const isWide = (head: Buffer) => byteOrderMark(head) !== null || unmarkedWide(head) !== null
  const container = options.encoding === undefined ? sniffContainer(source, isWide) : sniffContainer(source, () => true)
  const facts: Facts = {
    path: source.path,
    name: source.name,
    bytes: source.size,
    sha256: hashOf(source),
    close: async () => source.close(),
  }
  switch (container.kind) {
    case 'xlsx':
      return { ...facts, format: 'xlsx', ...(await readXlsx(source, container.entries, options)) }
    case 'text':
      return openText(source, facts, options)
    default:
      throw notSpreadsheet(source.path, 'binary')
  }
}

const encodingNames: Record<string, string> = {
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  cp950: 'big5',
  sjis: 'shift_jis',
  shiftjis: 'shift_jis',
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  cp932: 'shift_jis',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  cp1252: 'windows-1252',
  'windows-1252': 'windows-1252',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
}

const wide = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']

/** The encoding a person named, or what the bytes say. */
function encodingOf(source: Source, options: ReadOptions): EncodingFinding {
  if (options.encoding === undefined) return findEncoding(source, options.locale)
  const told = options.encoding.toLowerCase()
  const encoding = encodingNames[told] ?? (wide.includes(told) ? told : undefined)
  if (encoding === undefined) {
    const names = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'windows-1252', 'utf-16le', 'utf-16be'].join(', ')
    throw new KehuError('usage', 'encoding-unknown', { encoding: options.encoding, names })
  }
  const mark = byteOrderMark(source.read(0, 8))
  const start = mark !== null && mark.encoding === encoding ? mark.length : 0
  return { guess: { encoding, confidence: 1, evidence: ['told'] }, start, other: null, notes: [] }
}

function openText(source: Source, facts: Facts, options: ReadOptions): TableFile {
  const { guess, start, other, notes } = encodingOf(source, options)
  const how: TextEncoding = { encoding: guess.encoding, start, other }
  const { info, dialect, chunks } = readText(source, how, options)
  return { ...facts, format: 'csv', encoding: guess, dialect, notes, sheets: one({ info, chunks }) }
}
