import { KehuError } from '../model/errors.ts'
import { readText } from './csv/read-text.ts'
import { decodedBlocks, type TextEncoding } from './encoding/decode.ts'
import { type EncodingFinding, findEncoding } from './encoding/guess.ts'
import { byteOrderMark } from './encoding/marks.ts'
import { archivedPages } from './html/mhtml.ts'
import { readHtml } from './html/read-html.ts'
import { readJson, readJsonLines } from './json/read-json.ts'
import { overLimit } from './limits.ts'
import { readOdsXml } from './ods/read-ods.ts'
import { limitsOf, type ReadOptions } from './read-options.ts'
import { notSpreadsheet } from './sniff-format.ts'
import { sniffText } from './sniff-text.ts'
import type { Source } from './source.ts'
import { readSpreadsheetMl, xmlPieces } from './spreadsheetml/read-spreadsheetml.ts'
import type { SheetRows, TableFile } from './table-file.ts'
import { readVcard } from './vcard/read-vcard.ts'

/** Names people and programs use, to ours. */
const encodingNames: readonly (readonly [encoding: string, names: RegExp])[] = [
  ['utf-8', /^utf-?8(-?sig|-?bom)?$/],
  ['gb18030', /^(gb18030|gbk|gb-?2312|cp936|936|euc-cn)$/],
  ['big5', /^(big-?5(-?hkscs)?|cp950|950)$/],
  ['shift_jis', /^(s(hift)?[-_]?jis|cp932|932|windows-31j|ms932)$/],
  ['windows-1252', /^(windows-?1252|cp1252|1252|latin-?1|iso-?8859-?1|ansi)$/],
  ['utf-16le', /^(utf-?16(-?le)?|unicode)$/],
  ['utf-16be', /^utf-?16-?be$/],
  ['utf-32le', /^utf-?32(-?le)?$/],
  ['utf-32be', /^utf-?32-?be$/],
]

/** The encoding a person named, or what the bytes say. */
function encodingOf(source: Source, options: ReadOptions): EncodingFinding {
  const { encoding: told } = options
  if (told === undefined) return findEncoding(source, options.locale)
  const encoding = encodingNames.find(([, names]) => names.test(told.toLowerCase().trim()))?.[0]
  if (encoding === undefined) {
    const names = encodingNames.map(([name]) => name).join(', ')
    throw new KehuError('usage', 'encoding-unknown', { encoding: told, names })
  }
  const mark = byteOrderMark(source.read(0, 8))
  const start = mark !== null && mark.encoding === encoding ? mark.length : 0
  return { guess: { encoding, confidence: 1, evidence: ['told'] }, start, other: null, notes: [] }
}

const one = (sheet: SheetRows): AsyncIterable<SheetRows> => ({
  async *[Symbol.asyncIterator]() {
    yield sheet
  },
})

const headChars = 256 * 1024

/** What an HTML page says its encoding is counts where the bytes are no UTF-8. */
function declared(head: string, found: EncodingFinding): EncodingFinding {
  const label = /<(?:meta|\?xml)[^>]*(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
  if (label === undefined || found.guess.encoding === 'utf-8' || found.guess.encoding.startsWith('utf-')) return found
  const encoding = encodingNames.find(([, names]) => names.test(label))?.[0]
  if (encoding === undefined || encoding === 'utf-8') return found
  return { ...found, guess: { encoding, confidence: 0.95, evidence: ['declared'] } }
}

/** The sheets of a web archive, each page in its own encoding. */
async function* readArchive(source: Source, options: ReadOptions): AsyncGenerator<SheetRows> {
  const pages = archivedPages(source, options)
  if (pages.length === 0) throw notSpreadsheet(source.path, 'page')
  let index = 0
  for (const { name, source: page } of pages) {
    const found = findEncoding(page, options.locale)
    const { guess } = declared(page.read(0, headChars).toString('latin1'), found)
    const how: TextEncoding = { encoding: guess.encoding, start: found.start, other: found.other }
    for await (const { info, chunks } of readHtml(page, how, { ...options, sheets: undefined })) {
      const own = { ...info, name: name ?? `table${index + 1}`, index: index++, fileName: source.name }
      if (options.sheets === undefined || options.sheets.includes(own.name)) yield { info: own, chunks }
    }
  }
}

type TextFile = Pick<TableFile, 'format' | 'encoding' | 'dialect' | 'notes' | 'sheets'>

/**
 * Opens bytes that are text: delimited, HTML, XML, vCard or JSON, whichever they turn out to be.
 *
 * @throws KehuError `not-a-spreadsheet-…`, `encoding-unknown`, `limit-…`, and those of the reader.
 */
export async function openText(source: Source, options: ReadOptions): Promise<TextFile> {
  const limits = limitsOf(options)
  const found = encodingOf(source, options)
  const how: TextEncoding = { encoding: found.guess.encoding, start: found.start, other: found.other }
  const tooLong = (): never => {
    throw overLimit('cell', source.path, limits.cell)
  }
  const first = decodedBlocks(source, how, { longest: 64 * 1024 * 1024, tooLong }).next()
  const head = first.done === true ? '' : first.value.text.slice(0, headChars)
  if (head.trim() === '') throw new KehuError('input', 'file-empty', { file: source.path })
  const kind = sniffText(head, source.size < headChars)
  const finding = declared(head, found)
  const asDeclared: TextEncoding = { ...how, encoding: finding.guess.encoding }
  const encoding = finding.guess
  const { notes } = finding
  switch (kind) {
    case 'html':
      return { format: 'html', encoding, notes, sheets: readHtml(source, asDeclared, options) }
    case 'mhtml':
      return { format: 'html', encoding, notes, sheets: readArchive(source, options) }
    case 'spreadsheetml':
      return { format: 'spreadsheetml', encoding, notes, sheets: await readSpreadsheetMl(source, asDeclared, options) }
    case 'flat-ods': {
      const pieces = xmlPieces(source, asDeclared, limits.cell)
      return { format: 'ods', encoding, notes, sheets: await readOdsXml(source, pieces, options) }
    }
    case 'vcard': {
      const card = readVcard(source, how, options)
      return { format: 'vcard', encoding, notes: [...notes, ...card.notes], sheets: one(card.sheet) }
    }
    case 'json':
      return { format: 'json', encoding, notes, sheets: one(readJson(source, how, options)) }
    case 'jsonl':
      return { format: 'jsonl', encoding, notes, sheets: one(readJsonLines(source, how, options)) }
    case 'html-without-table':
      throw notSpreadsheet(source.path, 'page')
    case 'xml':
      throw notSpreadsheet(source.path, 'xml')
    case 'mail':
    case 'sentence':
      throw notSpreadsheet(source.path, kind)
    case 'csv': {
      const { info, dialect, chunks } = readText(source, how, options)
      return { format: 'csv', encoding, dialect, notes, sheets: one({ info, chunks }) }
    }
  }
}
