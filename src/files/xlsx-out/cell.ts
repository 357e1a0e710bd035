import { decimalMoney } from '../../model/money.ts'
import type { WrittenCell, WrittenType } from '../../model/workbook.ts'
import { outgoingText } from '../outgoing.ts'
import { style, styleOf } from './styles.ts'

/** More than this Excel calls a damaged file. Source: Excel specifications and limits. */
export const longestText = 32_767

const special =
  /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const specials = new RegExp(special.source, 'g')

/** What XML can't hold is written `_xHHHH_`, as Excel does, and a text that looks like that is marked. Source: ECMA-376 22.9.2.19. */
function escapeMatch(found: string): string {
  if (found === '&') return '&amp;'
  if (found === '<') return '&lt;'
  if (found === '>') return '&gt;'
  if (found.length > 1) return `_x005F${found}`
  return `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

/** Text as it may stand in XML. */
export const escapeText = (text: string): string => (special.test(text) ? text.replace(specials, escapeMatch) : text)

/** For attributes: line ends and quotes too. */
export const escapeAttribute = (text: string): string =>
  escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')

/** Letters of a 0-based column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

const msPerDay = 86_400_000
/** 1970-01-01 as Excel counts days from 1900. */
const epochSerial = 25_569
/** Before 1900-03-01 Excel's calendar is wrong by a day: such dates stay texts. */
const firstSerial = 61

/** Excel's number of a civil day, or of a wall clock with minutes; null for anything else. */
export function dateSerial(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?Z?)?$/.exec(text)
  if (match === null) return null
  const ms = Date.parse(`${match[1]}T${match[2] ?? '00:00'}${match[3] ?? ':00'}Z`)
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(match[1]!)) return null
  const serial = epochSerial + ms / msPerDay
  return serial < firstSerial ? null : serial
}

const edges = /^\s|\s$|\n/
const formulaLike = /^[=+\-@\t\r＝＋－＠]/

/** Texts never become numbers, dates or formulas: they are written as texts, whatever they look like. */
function textCell(at: string, whole: string, chosen: number): string {
  const text = outgoingText(whole)
  const cut = text.length > longestText ? text.slice(0, longestText) : text
  const look = formulaLike.test(cut) && chosen === styleOf('text') ? style.guarded : chosen
  const space = edges.test(cut) ? ' xml:space="preserve"' : ''
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t${space}>${escapeText(cut)}</t></is></c>`
}

/** One cell, or nothing for null. `at` is its address, `look` its style. */
export function cellXml(at: string, cell: WrittenCell, type: WrittenType, look: number): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return textCell(at, String(cell), styleOf('text'))
    if (type === 'text') return textCell(at, String(cell), look)
    return `<c r="${at}" s="${look}"><v>${type === 'money' ? decimalMoney(cell) : cell}</v></c>`
  }
  if (type === 'date' || type === 'instant') {
    const serial = dateSerial(cell)
    if (serial !== null) return `<c r="${at}" s="${look}"><v>${serial}</v></c>`
  }
  return textCell(at, cell, type === 'text' ? look : styleOf('text'))
}
