import type { Cell } from '../../model/sheet.ts'
import { type Shown, shownNumber } from './number-format.ts'
import { isoCell } from './serial-date.ts'
import type { SharedStrings } from './shared-strings.ts'
import { unescapeXml } from './xml.ts'

/** A number as the XML has it: exact, or its text where a JavaScript number would lose digits. */
export function numberCell(raw: string): number | string | null {
  if (raw === '') return null
  const value = Number(raw)
  if (Number.isNaN(value)) return raw.trim() === '' ? null : raw
  if (!Number.isFinite(value)) return raw
  if (raw.length <= 15 && value < 1e15 && value > -1e15) return value
  if (Number.isInteger(value) && (!Number.isSafeInteger(value) || /^-?\d{16,}$/.test(raw))) return raw
  return value
}

/** Text of all `t` inside `is`, those of readings in kana (`rPh`) left out. */
export function inlineText(xml: string): string {
  const plain = xml.includes('rPh') ? xml.replace(/<(\w+:)?rPh\b.*?<\/(\w+:)?rPh>/gs, '') : xml
  let out = ''
  for (const [, inner = ''] of plain.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?(?<!\/)>(.*?)<\/(?:\w+:)?t\s*>/gs)) {
    out += inner.startsWith('<![CDATA[') ? inner.slice(9, -3) : unescapeXml(inner)
  }
  return out
}

/** A text that the workbook does not have is an error, never nothing. */
const lostText = (text: string | null | undefined): Cell =>
  text === undefined ? { kind: 'error', code: '#REF!' } : text

export interface CellValues {
  readonly strings: SharedStrings
  /** By style number. */
  readonly shown: readonly Shown[]
  readonly date1904: boolean
}

/** What the raw value of a cell of one type and style means. */
export function cellValue({ strings, shown, date1904 }: CellValues, type: string, style: number, raw: string): Cell {
  if (raw === '') return null
  switch (type) {
    case '':
    case 'n': {
      const number = numberCell(raw)
      const as = shown[style]
      return as === undefined || typeof number !== 'number' ? number : shownNumber(number, as, date1904)
    }
    case 's':
      return lostText(strings.get(+raw))
    case 'b':
      return raw === '1' || raw === 'true'
    case 'e':
      return { kind: 'error', code: unescapeXml(raw) }
    case 'd':
      return isoCell(raw)
    default:
      return unescapeXml(raw)
  }
}
