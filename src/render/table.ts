import { type Align, clip, displayWidth, padTo, visible, wrap } from './width.ts'

export interface TableColumn {
  readonly title: string
  readonly align?: Align
  /** Numbers, dates and codes are shown whole or not at all: cut, they would say something else. */
  readonly whole?: boolean
  /** What finds no room goes on in the next line instead of being cut. */
  readonly flows?: boolean
  /** Below this a text is no use; 6 unless told, 20 for one that flows. */
  readonly min?: number
}

const gap = 2

/** Widths that fit, and the columns left out: the last ones that can't be shown go first. */
function layOut(
  columns: readonly TableColumn[],
  natural: readonly number[],
  { width, filled }: { readonly width: number; readonly filled: readonly boolean[] },
) {
  const least = columns.map((column, index) =>
    column.whole ? natural[index]! : Math.min(natural[index]!, column.min ?? (column.flows === true ? 20 : 6)),
  )
  const shown = columns.map((_, index) => index).filter((index) => filled[index] === true)
  const total = (sizes: readonly number[]): number =>
    shown.reduce((sum, index) => sum + sizes[index]! + gap, shown.length > 0 ? -gap : 0)
  while (shown.length > 1 && total(least) > width) shown.pop()
  const sizes = [...natural]
  let over = total(sizes) - width
  while (over > 0) {
    // The widest text gives first, so that all end up about even.
    const widest = shown.reduce((best, index) => {
      const room = sizes[index]! > least[index]!
      return room && (best === -1 || sizes[index]! > sizes[best]!) ? index : best
    }, -1)
    if (widest === -1) break
    sizes[widest]!--
    over--
  }
  if (shown.length === 1 && sizes[shown[0]!]! > width) sizes[shown[0]!] = width
  return { shown, sizes }
}

/** A row as many rows as its longest text has lines; the other cells stand in the first. */
function flowingRows(row: readonly string[], flowing: readonly number[], sizes: readonly number[]): string[][] {
  const wrapped = new Map(flowing.map((index) => [index, wrap(row[index] ?? '', sizes[index]!)]))
  const height = Math.max(...[...wrapped.values()].map((parts) => parts.length))
  return Array.from({ length: height }, (_, at) =>
    row.map((cell, index) => (wrapped.has(index) ? (wrapped.get(index)![at] ?? '') : at === 0 ? cell : '')),
  )
}

export interface TableOptions {
  readonly width: number
  /** A last line of sums under its own rule. */
  readonly total?: readonly string[]
  readonly bold?: (text: string) => string
}

/** Lines of an aligned table, never wider than `width`. Columns that find no room are named in a last line. */
export function tableLines(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { width, total, bold = (text) => text }: TableOptions,
): string[] {
  const cells = rows.map((row) => row.map(visible))
  const titles = columns.map(({ title }) => visible(title))
  const natural = titles.map((title, index) => {
    let widest = displayWidth(title)
    for (const row of cells) widest = Math.max(widest, displayWidth(row[index] ?? ''))
    return Math.max(widest, displayWidth(total?.[index] ?? ''))
  })
  // Where there is no room for all, columns in which nothing stands make room first; nothing is lost with them.
  const isTight = natural.reduce((sum, size) => sum + size + gap, -gap) > width
  const isFilled = (index: number): boolean => cells.some((row) => (row[index] ?? '') !== '')
  const isBare = !isTight || !columns.some((_, index) => isFilled(index))
  const filled = columns.map((_, index) => isBare || isFilled(index))
  const { shown, sizes } = layOut(columns, natural, { width, filled })
  const line = (row: readonly string[]): string =>
    shown
      .map((index) => padTo(clip(row[index] ?? '', sizes[index]!), sizes[index]!, columns[index]!.align))
      .join(' '.repeat(gap))
      .trimEnd()
  const flowing = shown.filter((index) => columns[index]!.flows === true && natural[index]! > sizes[index]!)
  const lines = (row: readonly string[]): string[] =>
    flowing.length === 0 ? [line(row)] : flowingRows(row, flowing, sizes).map(line)
  const rule = '─'.repeat(shown.reduce((sum, index) => sum + sizes[index]! + gap, -gap))
  const hidden = titles.filter((_, index) => filled[index] === true && !shown.includes(index))
  return [
    bold(line(titles)),
    rule,
    ...cells.flatMap(lines),
    ...(total === undefined ? [] : [rule, bold(line(total))]),
    ...(hidden.length === 0 ? [] : [clip(`… + ${hidden.join(', ')}`, width)]),
  ]
}

const tsvEscapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' }

/** One record a line, tab-separated, whole values; tabs and line ends inside a value are written `\t`, `\n`. */
export function tsv(rows: readonly (readonly string[])[]): string {
  const escaped = (text: string): string => text.replace(/[\t\n\r\\]/g, (character) => tsvEscapes[character]!)
  return rows.map((row) => `${row.map(escaped).join('\t')}\n`).join('')
}
