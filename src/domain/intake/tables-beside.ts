import type { Cell } from '../../model/sheet.ts'
import { foldHeading, matchHeading } from '../dictionary/headings.ts'
import { isEmptyCell } from './cells.ts'
import { identities } from './table-facts.ts'

/** The columns of one of several tables that stand side by side: from, and up to but without `to`. */
export interface ColumnSpan {
  readonly from: number
  readonly to: number
}

const nameFields = new Set(['name', 'employer'])

const speaksOf = (heading: string, fields: ReadonlySet<string>): boolean => {
  const best = matchHeading(heading)[0]
  return best !== undefined && best.score >= 0.95 && fields.has(best.key)
}

/** The tables that share a header row: the same headings again, or others behind a blank column; null where there is one table. */
export function tablesBeside(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
): readonly ColumnSpan[] | null {
  if (headings.length < 4) return null
  return repeatedHeadings(headings) ?? partedByGap(headings, rows)
}

/** 姓名 电话 | 姓名 电话: a list that was folded to fit the page. */
function repeatedHeadings(headings: readonly string[]): readonly ColumnSpan[] | null {
  const folded = headings.map(foldHeading)
  const first = folded.findIndex((text) => text !== '')
  const starts = folded.flatMap((text, i) => (text !== '' && text === folded[first] ? [i] : []))
  if (starts.length < 2) return null
  const spans = starts.map((from, i) => ({ from, to: starts[i + 1] ?? headings.length }))
  const words = spans.map(({ from, to }) => folded.slice(from, to).filter((text) => text !== ''))
  const [model = []] = words
  const alike = words.every((own) => own.length === model.length && own.every((word, i) => word === model[i]))
  const tells = headings.slice(spans[0]!.from, spans[0]!.to).some((heading) => speaksOf(heading, identities))
  return alike && model.length >= 2 && tells ? spans : null
}

/** Two tables with a blank column between them, each of which names somebody. */
function partedByGap(headings: readonly string[], rows: readonly (readonly Cell[])[]): readonly ColumnSpan[] | null {
  const spans: ColumnSpan[] = []
  let from = 0
  for (let column = 1; column < headings.length; column++) {
    if (headings[column] !== '' || !isGap(column, headings, rows)) continue
    if (names(headings, from, column) && names(headings, column + 1, headings.length)) {
      spans.push({ from, to: column })
      from = column + 1
    }
  }
  return spans.length === 0 ? null : [...spans, { from, to: headings.length }]
}

const isGap = (column: number, headings: readonly string[], rows: readonly (readonly Cell[])[]): boolean =>
  column < headings.length - 1 && rows.every((row) => isEmptyCell(row[column]))

const names = (headings: readonly string[], from: number, to: number): boolean => {
  const own = headings.slice(from, to).filter((heading) => heading !== '')
  return own.length >= 2 && own.some((heading) => speaksOf(heading, nameFields))
}

/** A row with only the cells of one table. */
export const cutTo = (row: readonly Cell[], { from, to }: ColumnSpan): readonly Cell[] =>
  row.map((cell, column) => (column >= from && column < to ? cell : null))
