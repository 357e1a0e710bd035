import type { Cell, CellRange } from '../../model/sheet.ts'
import { matchHeading } from '../dictionary/headings.ts'
import { nameKind } from '../normalize/name-kind.ts'
import { countFilled, isEmptyCell, plainText } from './cells.ts'
import { isFooter, isNoteStart, sumOfRow } from './row-kinds.ts'

/** Rows of a sheet that are at hand, and the merges among them by index of row. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[]
  /** Merges with `top` and `bottom` as indexes into `rows`. */
  readonly merges: readonly CellRange[]
}

export interface FoundHeader {
  /** Indexes of the first and last header row. */
  readonly top: number
  readonly bottom: number
  /** One text a column, groups joined by ` / `; empty where no heading stands. */
  readonly headings: readonly string[]
}

/** 2025年3月 over a column is a heading; 2025-03-05 in a row is a day. */
const monthHeading = /^(?:\d{2}|20\d\d)[-./年]\d{1,2}月?$/
const dataLike = /\d{5,}|@|^\d{1,4}[-./年]\d{1,2}|^[\d,.]+(?:元|万|%)?$|^[￥¥$]/

/** 备注（请写明客户的需求）is as long as 备注. */
const withoutHints = (text: string): string =>
  text.length > 24 ? text.replace(/[(（【[][^)）】\]]*[)）】\]]/g, '') : text

interface Look {
  readonly filled: number
  readonly strong: number
  readonly weak: number
  readonly data: number
}

/** How much a row looks like a row of headings. */
export function lookAtRow(row: readonly Cell[]): Look {
  let filled = 0
  let strong = 0
  let weak = 0
  let data = 0
  const seen = new Set<string>()
  // A header of more than some hundred columns is known by its first ones.
  for (let i = 0; i < row.length && i < 300; i++) {
    const cell = row[i]
    if (isEmptyCell(cell)) continue
    filled++
    if (typeof cell !== 'string') {
      data++
      continue
    }
    const text = plainText(cell)
    const best = matchHeading(text)[0]
    if (best !== undefined && best.score >= 0.95) strong++
    else if (monthHeading.test(text)) weak += 0.5
    else if (dataLike.test(text) || withoutHints(text).length > 24) data++
    else if (best !== undefined && best.score >= 0.6) weak++
    if (seen.has(text)) data += 0.25
    seen.add(text)
  }
  return { filled, strong, weak, data }
}

/** Whether a row is a header by its words alone. */
export function isHeaderRow(row: readonly Cell[]): boolean {
  const { filled, strong, weak, data } = lookAtRow(row)
  if (filled === 0 || data > 0.25 * filled || (data >= 1 && strong < 3 && strong <= 0.5 * filled)) return false
  const enough = strong >= 2 || (strong >= 1 && weak >= 2) || weak >= 4
  return enough && strong + 0.6 * weak >= 0.34 * filled
}

/** Narrow tables: one to three short words over rows that hold other things. */
function isNarrowHeader(grid: Grid, at: number): boolean {
  const row = grid.rows[at]!
  const { filled, strong, weak, data } = lookAtRow(row)
  if (filled === 0 || filled > 3 || strong + weak === 0 || data > 0 || strong * 2 + weak < filled) return false
  if (row.some((cell) => isFooter(plainText(cell)) || isNoteStart(plainText(cell)))) return false
  const below = grid.rows.slice(at + 1, at + 9).filter((next) => countFilled(next) > 0)
  return (
    below.length > 0 &&
    below.every((next) => lookAtRow(next).strong === 0 && countFilled(next) <= filled + 2) &&
    below.some((next) => lookAtRow(next).data > 0 || (strong > 0 && namesSomebody(next)))
  )
}

const namesSomebody = (row: readonly Cell[]): boolean =>
  row.some((cell) => typeof cell === 'string' && nameKind(cell) !== 'unknown')

/** Finds the first header at or after `from`; null where no row of the next `reach` rows is one. */
export function findHeader(grid: Grid, from: number, reach = 80): FoundHeader | null {
  const end = Math.min(grid.rows.length, from + reach)
  for (let at = from; at < end; at++) {
    if (isHeaderRow(grid.rows[at]!) && !isSum(grid.rows[at]!)) return headerAt(grid, at, from)
    if (at < from + 12 && isNarrowHeader(grid, at)) return headerAt(grid, at, from)
  }
  return null
}

/** Sums have a word or two and numbers; 本期销售 and 合计 among headings are headings. */
function isSum(row: readonly Cell[]): boolean {
  if (sumOfRow(row) === null) return false
  const { filled, strong } = lookAtRow(row)
  return strong < 3 || strong < 0.5 * filled || row.some((cell) => typeof cell === 'number')
}

/** The header whose first sure row is `at`, with group rows above and further rows below. */
export function headerAt(grid: Grid, at: number, from: number): FoundHeader {
  let top = at
  while (top > from && isGroupRow(grid, top - 1)) top--
  let bottom = at
  while (bottom + 1 < grid.rows.length && bottom - top < 3 && continuesHeader(grid, top, bottom + 1)) bottom++
  return { top, bottom, headings: joinHeadings(grid, top, bottom) }
}

const covers = (range: CellRange, row: number, column: number): boolean =>
  range.top <= row && row <= range.bottom && range.left <= column && column <= range.right

/** A row of groups over the headings: several short words, or one that spans a part of the columns. */
function isGroupRow(grid: Grid, at: number): boolean {
  const row = grid.rows[at]!
  const { filled, data } = lookAtRow(row)
  if (filled === 0 || data >= 1 || row.some((cell) => plainText(cell).length > 12 || /[:：]/.test(plainText(cell))))
    return false
  const width = row.length
  const wide = grid.merges.filter((range) => range.top <= at && at <= range.bottom && range.right > range.left)
  if (wide.some((range) => range.right - range.left + 1 < width * 0.8 && range.top === at)) return true
  if (grid.merges.some((range) => range.top === at && range.bottom === at + 1 && range.left === range.right))
    return true
  return (
    filled >= 2 && !wide.some((range) => range.right - range.left + 1 >= width * 0.8) && isHeaderRow(grid.rows[at + 1]!)
  )
}

/** Whether a row goes on with the header above it: sub-headings of merged groups, or the same words in English. */
function continuesHeader(grid: Grid, top: number, at: number): boolean {
  const row = grid.rows[at]!
  if (isUnitRow(row)) return true
  const { filled, strong, weak, data } = lookAtRow(row)
  if (filled === 0 || data >= 1) return false
  const above = grid.rows[at - 1]!
  const merged = grid.merges.some(
    (range) => range.top >= top && range.top < at && range.bottom === at && range.left === range.right,
  )
  if (merged) return strong + weak > 0 || filled >= 2
  const spans = grid.merges.some((range) => range.top === at - 1 && range.bottom === at - 1 && range.right > range.left)
  if (spans && strong + weak > 0 && filled >= 2) return true
  if (strong >= 3 && strong >= 0.6 * filled && !sameWords(above, row))
    return isTranslation(above, row) || fillsGaps(above, row)
  return strong >= 1 && strong + weak >= 0.6 * filled && fillsGaps(above, row)
}

const unitWord =
  /^[(（[【]?\s*(?:人民币)?(?:[百千万亿]*元(?:\/\S{1,4})?|美元|港币|USD|RMB|CNY|HKD|EUR|%|％|天|日|月|年|岁|次|个|件|台|套|人|分|㎡|平米|平方米|m2|m²|kg|公斤|吨|[0-9.]+\s*位)\s*[)）\]】]?$/i

/** A row of units under the headings: 元, 天, ㎡. */
function isUnitRow(row: readonly Cell[]): boolean {
  let filled = 0
  for (const cell of row) {
    if (isEmptyCell(cell)) continue
    if (typeof cell !== 'string' || !unitWord.test(plainText(cell))) return false
    filled++
  }
  return filled > 0
}

const sameWords = (a: readonly Cell[], b: readonly Cell[]): boolean =>
  b.every((cell, i) => isEmptyCell(cell) || plainText(cell) === plainText(a[i]))

/** The row above is in the other language, column for column. */
function isTranslation(above: readonly Cell[], row: readonly Cell[]): boolean {
  const latin = (cells: readonly Cell[]) =>
    cells.filter((cell) => /^[\x20-\x7e]+$/.test(plainText(cell)) && !isEmptyCell(cell)).length
  const a = countFilled(above)
  const b = countFilled(row)
  return b >= 0.6 * a && latin(above) >= 0.7 * a !== latin(row) >= 0.7 * b
}

/** Sub-headings stand under groups that are written once and left blank to the right. */
function fillsGaps(above: readonly Cell[], row: readonly Cell[]): boolean {
  let under = 0
  for (let i = 0; i < row.length; i++) if (!isEmptyCell(row[i]) && isEmptyCell(above[i])) under++
  return under > 0 && countFilled(row) < row.length
}

function joinHeadings(grid: Grid, top: number, bottom: number): string[] {
  const width = Math.max(...grid.rows.slice(top, bottom + 1).map((row) => row.length))
  const headings: string[] = []
  for (let column = 0; column < width; column++) {
    const parts: string[] = []
    for (let at = top; at <= bottom; at++) {
      const text = headingText(grid, at, column, at < bottom)
      if (text === '' || parts.includes(text)) continue
      const unit = at > top && isUnitRow(grid.rows[at]!) ? text.replace(/[()（）[\]【】]/g, '') : ''
      if (unit !== '' && parts.length > 0) parts.push(`${parts.pop()!}(${unit})`)
      else parts.push(text)
    }
    headings.push(parts.join(' / '))
  }
  return headings
}

/** The word over a column in one header row, out of the merge it lies in, or of the group to its left. */
function headingText(grid: Grid, at: number, column: number, isGroup: boolean): string {
  const own = plainText(grid.rows[at]![column])
  if (own !== '') return own
  const merge = grid.merges.find((range) => covers(range, at, column))
  if (merge !== undefined) return plainText(grid.rows[merge.top]?.[merge.left])
  if (!isGroup || grid.merges.length > 0) return ''
  const below = grid.rows[at + 1]
  if (below === undefined || isEmptyCell(below[column])) return ''
  for (let left = column - 1; left >= 0; left--) {
    const text = plainText(grid.rows[at]![left])
    if (text !== '') return isEmptyCell(below[left]) ? '' : text
  }
  return ''
}
