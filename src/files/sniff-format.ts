import { inflateRawSync } from 'node:zlib'
import { KehuError } from '../model/errors.ts'
import type { Source } from './source.ts'
import type { ZipEntry } from './zip/directory.ts'
import { readZipDirectory } from './zip/directory.ts'

/** What the content of a file is, as far as bytes tell before any text is decoded. */
export type Container =
  | { readonly kind: 'xlsx' | 'xlsb' | 'ods'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'archive'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'xls' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'text' }

/** Beginnings of files that are no tables, and what they are. */
const foreign: readonly (readonly [hex: string, what: string, at?: number])[] = [
  ['25504446', 'pdf'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['52494646', 'media'],
  ['66747970', 'media', 4],
  ['494433', 'media'],
  ['4f676753', 'media'],
  ['4d5a90', 'program'],
  ['4d5a78', 'program'],
  ['7f454c46', 'program'],
  ['cafebabe', 'program'],
  ['cffaedfe', 'program'],
  ['526172211a07', 'rar'],
  ['377abcaf271c', '7z'],
  ['fd377a585a00', 'xz'],
  ['425a68', 'bzip2'],
  ['28b52ffd', 'zstd'],
  ['53514c69746520666f726d6174', 'database'],
  ['000100005374616e64617264', 'database'],
  ['7b5c727466', 'rtf'],
]

/** The stop for a file that is something else than a table; `what` is a word of the catalogue. */
export const notSpreadsheet = (file: string, what: string): KehuError =>
  new KehuError('input', `not-a-spreadsheet-${what}`, { file })

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')

/** Names in the directory of an OLE2 file, which stand at multiples of 128 bytes. */
function hasStream(bytes: Buffer, name: string): boolean {
  const wanted = utf16(`${name}\0`)
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) if (at % 128 === 0) return true
  return false
}

function sniffOle(source: Source): Container {
  const bytes = source.read(0, Math.min(source.size, 256 * 1024 * 1024))
  if (hasStream(bytes, 'EncryptedPackage') || hasStream(bytes, 'EncryptionInfo')) {
    throw new KehuError('password', 'workbook-password', { file: source.path })
  }
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return { kind: 'xls' }
  if (hasStream(bytes, 'WordDocument')) throw notSpreadsheet(source.path, 'word')
  if (hasStream(bytes, 'PowerPoint Document')) throw notSpreadsheet(source.path, 'slides')
  if (hasStream(bytes, '__properties_version1.0')) throw notSpreadsheet(source.path, 'mail')
  throw new KehuError('input', 'workbook-damaged', { file: source.path, part: 'Workbook' })
}

/** The text of a member of a few bytes; empty where it cannot be read. */
function memberText(source: Source, entry: ZipEntry | undefined): string {
  if (entry === undefined || entry.packed > 4096) return ''
  const header = source.read(entry.header, 30)
  if (header.length < 30) return ''
  const packed = source.read(entry.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), entry.packed)
  try {
    return (entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: 4096 })).toString('latin1').trim()
  } catch {
    return ''
  }
}

const odsMimes = ['application/vnd.oasis.opendocument.spreadsheet', 'application/x-vnd.oasis.opendocument.spreadsheet']

function sniffZip(source: Source): Container {
  const entries = readZipDirectory(source)
  const names = new Set(entries.map((entry) => entry.name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()))
  const any = (start: string) => [...names].some((name) => name.startsWith(start))
  if (names.has('xl/workbook.bin')) return { kind: 'xlsb', entries }
  if (names.has('mimetype') && names.has('content.xml')) {
    const mime = memberText(
      source,
      entries.find((entry) => entry.name === 'mimetype'),
    )
    if (mime === '' || odsMimes.some((each) => mime.startsWith(each))) return { kind: 'ods', entries }
    throw notSpreadsheet(source.path, 'document')
  }
  if (any('word/')) throw notSpreadsheet(source.path, 'word')
  if (any('ppt/')) throw notSpreadsheet(source.path, 'slides')
  if (any('xl/') || names.has('[content_types].xml')) return { kind: 'xlsx', entries }
  if (any('index/') && names.has('index/document.iwa')) throw notSpreadsheet(source.path, 'numbers')
  return { kind: 'archive', entries }
}

/** Beginnings of old workbooks that are not wrapped in OLE2: record BOF of BIFF 2, 3, 4, 5. */
const isBareBiff = (head: Buffer): boolean =>
  head[0] === 0x09 &&
  [0x00, 0x02, 0x04, 0x08].includes(head[1] ?? 0xff) &&
  head[2]! <= 0x10 &&
  head[2]! >= 4 &&
  head[3] === 0

/** Control characters that no text file has; more than a few say that it is none. */
function looksBinary(head: Buffer): boolean {
  let control = 0
  let zero = 0
  for (const byte of head) {
    if (byte === 0) zero++
    else if (byte < 32 && byte !== 1 && byte !== 26 && byte !== 27 && byte !== 31 && (byte < 9 || byte > 13)) control++
  }
  return control > head.length * 0.05 + 2 || (zero > head.length * 0.1 + 2 && zero + control > 8)
}

/**
 * Says what a file is by its first bytes, never by its name.
 *
 * @throws KehuError `not-a-spreadsheet-…`, `workbook-password`, `workbook-damaged`.
 */
export function sniffContainer(source: Source, isWideText: (head: Buffer) => boolean): Container {
  const head = source.read(0, 4096)
  const hex = head.subarray(0, 64).toString('hex')
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return sniffZip(source)
  if (hex.startsWith('d0cf11e0a1b11ae1')) return sniffOle(source)
  if (hex.startsWith('1f8b')) return { kind: 'gzip' }
  if (isBareBiff(head)) return { kind: 'xls' }
  for (const [start, what, at = 0] of foreign)
    if (hex.startsWith(start, at * 2)) throw notSpreadsheet(source.path, what)
  if (looksBinary(head) && !isWideText(head)) throw notSpreadsheet(source.path, 'binary')
  return { kind: 'text' }
}
