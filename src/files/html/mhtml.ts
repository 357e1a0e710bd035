import { isUtf8 } from 'node:buffer'
import { decodeStrict } from '../encoding/decode.ts'
import { overLimit } from '../limits.ts'
import { limitsOf, type ReadOptions } from '../read-options.ts'
import { bufferSource, type Source } from '../source.ts'
import { unescapeHtml } from './html-text.ts'

/** One page of a web archive that may hold tables. */
export interface ArchivedPage {
  /** The sheet's name where the archive tells it. */
  readonly name: string | undefined
  readonly source: Source
}

interface Part {
  readonly headers: string
  readonly body: string
}

/** Whether a text is a web page saved with all its parts in one file, as Excel does under the name of .mht or .xls. */
export const isMhtml = (head: string): boolean =>
  /^MIME-Version:/im.test(head.slice(0, 4096)) && /^Content-Type:\s*multipart\/related/im.test(head.slice(0, 4096))

const headerOf = (headers: string, name: string): string =>
  new RegExp(`^${name}:\\s*(.*(?:\\n[ \\t].*)*)`, 'im')
    .exec(headers)?.[1]
    ?.replace(/\s*\n\s*/g, ' ')
    .trim() ?? ''

/** Headers end at the first blank line. */
function partOf(text: string): Part {
  const lines = text.replace(/\r\n?/g, '\n').replace(/^\n/, '')
  const gap = lines.indexOf('\n\n')
  return gap < 0 ? { headers: lines, body: '' } : { headers: lines.slice(0, gap), body: lines.slice(gap + 2) }
}

const fromQuotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/[ \t]+\n/g, '\n')
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

function bytesOf({ headers, body }: Part): Buffer {
  const how = headerOf(headers, 'Content-Transfer-Encoding').toLowerCase()
  if (how === 'base64') return Buffer.from(body, 'base64')
  return how === 'quoted-printable' ? fromQuotedPrintable(body) : Buffer.from(body, 'latin1')
}

const lastOf = (path: string): string => path.split(/[\\/]/).at(-1)!.toLowerCase()

/** A page as it says it is written; it need only be good for names. */
function decoded(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  const label = /charset=["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1]
  return decodeStrict(bytes, label === 'gb2312' || label === undefined ? 'gb18030' : label) ?? bytes.toString('latin1')
}

/** Names of the sheets by the page that holds each, as the workbook's first page lists them. */
function sheetNames(page: string): Map<string, string> {
  const names = new Map<string, string>()
  for (const [, name, place] of page.matchAll(/<x:Name>([^<]*)<\/x:Name>(?:(?!<x:Name>)[\s\S])*?HRef="([^"]+)"/gi))
    names.set(lastOf(place!), unescapeHtml(name!))
  return names
}

/**
 * The pages with tables inside a web archive, in their order; frames and the strip of sheet tabs are passed over.
 *
 * @throws KehuError `limit-unpacked`.
 */
export function archivedPages(source: Source, options: ReadOptions): ArchivedPage[] {
  const { unpacked } = limitsOf(options)
  if (source.size > unpacked) throw overLimit('unpacked', source.path, unpacked)
  const text = source.read(0, source.size).toString('latin1')
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(text.slice(0, 4096))?.[1]
  if (boundary === undefined) return []
  const parts = text.split(`--${boundary}`).slice(1).map(partOf)
  const pages = parts.filter(({ headers }) => /^text\/html/i.test(headerOf(headers, 'Content-Type')))
  const names = new Map<string, string>()
  const found: ArchivedPage[] = []
  for (const part of pages) {
    const bytes = bytesOf(part)
    const place = lastOf(headerOf(part.headers, 'Content-Location'))
    const html = decoded(bytes)
    for (const [file, name] of sheetNames(html)) names.set(file, name)
    if (place === 'tabstrip.htm' || !/<table/i.test(html)) continue
    found.push({ name: names.get(place), source: bufferSource(source.path, bytes) })
  }
  return found
}
