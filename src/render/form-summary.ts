import { displayWidth, padTo, visible, wrap } from './width.ts'

export interface SummaryLine {
  readonly section: string
  readonly label: string
  readonly required: boolean
  readonly shown: string | undefined
  readonly origin: 'answered' | 'known' | 'empty'
}

export interface SummaryWords {
  readonly known: string
  readonly empty: string
}

/** The answers of a form, numbered, block by block; what was not answered is named in one line a block. */
export function renderSummary(rows: readonly SummaryLine[], width: number, words: SummaryWords): string {
  const labels = rows.filter(({ shown }) => shown !== undefined).map(labelText)
  const column = Math.min(28, Math.max(8, ...labels.map(displayWidth)))
  const lines: string[] = []
  let section = ''
  let empty: string[] = []
  const closeSection = (): void => {
    if (empty.length > 0) lines.push(...listed(`     ${words.empty} `, empty, width))
    empty = []
  }
  rows.forEach((row, index) => {
    if (row.section !== section) {
      closeSection()
      section = row.section
      lines.push(`─ ${section}`)
    }
    if (row.shown === undefined) {
      empty.push(labelText(row))
      return
    }
    const number = String(index + 1).padStart(3)
    const mark = row.origin === 'known' ? `  (${words.known})` : ''
    lines.push(...hang(`${number}  ${padTo(labelText(row), column)}  `, visible(row.shown) + mark, width))
  })
  closeSection()
  return `${lines.join('\n')}\n`
}

const labelText = (row: SummaryLine): string => (row.required ? `${row.label}※` : row.label)

/** Names behind a heading; no name is broken in two. */
function listed(heading: string, names: readonly string[], width: number): readonly string[] {
  const indent = displayWidth(heading)
  const rows: string[] = []
  for (const [at, name] of names.entries()) {
    const text = at === names.length - 1 ? name : `${name}、`
    const last = rows.at(-1)
    if (last !== undefined && indent + displayWidth(last + text) <= width) rows[rows.length - 1] = last + text
    else rows.push(text)
  }
  return rows.map((row, index) => (index === 0 ? heading : ' '.repeat(indent)) + row)
}

/** A text behind a heading, its further lines under its first. */
function hang(heading: string, text: string, width: number): readonly string[] {
  const indent = displayWidth(heading)
  return wrap(text, Math.max(20, width - indent)).map(
    (line, index) => (index === 0 ? heading : ' '.repeat(indent)) + line,
  )
}
