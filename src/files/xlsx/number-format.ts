import type { DateKind } from './serial-date.ts'

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

/** What a cell style's format shows, by its number and the workbook's own codes. */
export function kindOfFormat(id: number, codes: ReadonlyMap<number, string>): DateKind {
  const code = codes.get(id)
  if (code !== undefined) return kindOfCode(code)
  return builtin[id] ?? 'none'
}
