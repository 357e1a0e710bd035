import { isMhtml } from './html/mhtml.ts'

/** What a text is, by how it begins. */
export type TextKind =
  | 'csv'
  | 'html'
  | 'html-without-table'
  | 'spreadsheetml'
  | 'flat-ods'
  | 'xml'
  | 'vcard'
  | 'json'
  | 'jsonl'
  | 'mhtml'
  | 'mail'
  | 'sentence'

/** A line that is a JSON record by itself. */
function isJsonRecord(line: string): boolean {
  if (!/^\s*\{.*\}\s*$/s.test(line)) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

function jsonKind(head: string): 'json' | 'jsonl' | null {
  if (/^\[\s*([{[]|$)/.test(head)) return 'json'
  if (!/^\{\s*("|\})/.test(head)) return null
  const lines = head.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  return lines.length > 1 && isJsonRecord(lines[0] ?? '') && /^\s*\{/.test(lines[1] ?? '') ? 'jsonl' : 'json'
}

function markupKind(head: string): TextKind {
  const small = head.toLowerCase()
  if (small.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'spreadsheetml'
  if (small.includes('urn:oasis:names:tc:opendocument')) return 'flat-ods'
  if (small.includes('<table')) return 'html'
  return /<(html|head|body|meta|!doctype html)/.test(small) ? 'html-without-table' : 'xml'
}

/**
 * Says what a text is from its first few hundred thousand characters.
 *
 * `sentence` is one line of words with nothing that separates cells and no number a customer could be
 * reached by: what mail programs leave in the place of an attachment.
 */
export function sniffText(head: string, whole: boolean): TextKind {
  const text = head.trimStart()
  if (/^BEGIN:VCARD/i.test(text)) return 'vcard'
  if (isMhtml(text)) return 'mhtml'
  if (/^(MIME-Version|Return-Path|Received|Delivered-To|Message-ID): /i.test(text)) return 'mail'
  const json = jsonKind(text)
  if (json !== null) return json
  if (/^<(\?xml|!doctype|html|head|body|table|meta|style|div|!--|\w+:Workbook|Workbook)/i.test(text))
    return markupKind(text)
  if (!whole) return 'csv'
  const line = text.trimEnd()
  const oneLine = !/[\r\n]/.test(line)
  return oneLine && /[a-z]{2,} [a-z]{2,}/i.test(line) && !/[,;\t|]/.test(line) && !/\d{7}/.test(line)
    ? 'sentence'
    : 'csv'
}
