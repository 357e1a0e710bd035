import { type Align, clip, displayWidth, padTo, visible } from './width.ts'

export interface TableColumn {
  readonly title: string
  readonly align?: Align
  /** Numbers, dates and codes are shown whole or not at all: cut, they would say something else. */
  readonly whole?: boolean
  /** Below this a text is no use; 6 unless told. */
  readonly min?: number
}

const gap = 2

/** Widths that fit, and the columns left out: the last ones that can't be shown go first. */
function layOut(columns: readonly TableColumn[], natural: readonly number[], width: number) {
  const least = columns.map((column, index) =>
    column.whole ? natural[index]! : Math.min(natural[index]!, column.min ?? 6),
  )
  const shown = columns.map((_, index) => index)
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
  const { shown, sizes } = layOut(columns, natural, width)
  const line = (row: readonly string[]): string =>
    shown
      .map((index) => padTo(clip(row[index] ?? '', sizes[index]!), sizes[index]!, columns[index]!.align))
      .join(' '.repeat(gap))
      .trimEnd()
  const rule = '─'.repeat(shown.reduce((sum, index) => sum + sizes[index]! + gap, -gap))
  const hidden = titles.filter((_, index) => !shown.includes(index))
  return [
    bold(line(titles)),
    rule,
    ...cells.map(line),
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
