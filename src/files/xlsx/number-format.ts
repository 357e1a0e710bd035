import type { Cell } from '../../model/sheet.ts'
import { type DateKind, dateCell } from './serial-date.ts'

/** What a format shows of a number: a date of some kind, or (a number) leading zeros up to so many digits. */
export type Shown = DateKind | number

/** Built-in formats that show dates and times, those of East Asian editions included. Source: ECMA-376 18.8.30. */
const builtin: Record<number, DateKind> = {}
for (const id of [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]) builtin[id] = 'date'
for (const id of [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]) builtin[id] = 'time'
builtin[22] = 'datetime'

/** The format code without what is shown as it stands: quoted text, escaped characters, colours, fills. */
function bare(code: string): string {
  return code
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase()
}

/** What a format code shows of a number. */
export function kindOfCode(code: string): DateKind {
  const first = bare(code.split(';')[0] ?? '').replace(/general|standard|g\/通用格式/g, '')
  if (first.includes('#')) return 'none'
  const text = first.replace(/am\/pm|a\/p|上午\/下午/g, 'h')
  if (/\[[hms]+\]/.test(text)) return 'time'
  const days = /[yd]|e(?![+-])|aaa/.test(text)
  const clock = /[hs]/.test(text)
  if (days || (text.includes('m') && !clock)) return clock ? 'datetime' : 'date'
  return clock ? 'time' : 'none'
}

/** Digits of a format that is nothing but zeros, such as `000000` for customer numbers; 0 for others. */
const zerosOf = (code: string): number => (/^0{2,18}$/.test(code) ? code.length : 0)

/** What a format code shows: see `Shown`. */
export const shownByCode = (code: string): Shown => zerosOf(code) || kindOfCode(code)

/** What a cell style's format shows, by its number and the workbook's own codes. */
export function shownByFormat(id: number, codes: ReadonlyMap<number, string>): Shown {
  const code = codes.get(id)
  return code !== undefined ? shownByCode(code) : (builtin[id] ?? 'none')
}

/** A number as its cell shows it: a date, a text with its leading zeros, or the number itself. */
export function shownNumber(value: number, shown: Shown, date1904: boolean): Cell {
  if (shown === 'none') return value
  if (typeof shown === 'string') return dateCell(value, shown, date1904)
  const text = String(value)
  return /^\d+$/.test(text) && text.length < shown ? text.padStart(shown, '0') : value
}
