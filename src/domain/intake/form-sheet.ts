import type { Cell, SheetInfo } from '../../model/sheet.ts'
import { matchHeading } from '../dictionary/headings.ts'
import { cellText, countFilled, firstFilled, isEmptyCell, plainText } from './cells.ts'
import { lookAtRow } from './find-header.ts'
import { sumKind } from './row-kinds.ts'
import { type ColumnSpan, cutTo } from './tables-beside.ts'

/** One pair of a form: the label as written, and the cell that holds its value. */
export interface FormPair {
  readonly label: string
  readonly field: string | null
  readonly cell: Cell
  readonly row: number
}

/** One customer's form: the rows it takes (indexes), and what is filled in. */
export interface FormBlock {
  readonly from: number
  readonly to: number
  /** Index of the row with the first label. */
  readonly first: number
  readonly pairs: readonly FormPair[]
}

const colon = /[:：]\s*$/
const inline = /^([^:：]{1,12})[:：]\s*(\S.*)$/s

/** What label a cell is: its text without the colon; undefined where it is a value. */
export function labelIn(cell: Cell | undefined): string | undefined {
  if (typeof cell !== 'string') return undefined
  const text = plainText(cell)
  if (text === '' || text.length > 24 || sumKind(text) !== null) return undefined
  const bare = text.replace(colon, '').trim()
  const score = matchHeading(bare)[0]?.score ?? 0
  if (score >= 0.95 && (!/\d/.test(bare) || colon.test(text))) return bare
  return colon.test(text) && bare.length <= 12 ? bare : undefined
}

/** Labels of a row that has values beside them: not a header, which is labels and nothing else. */
function labelsOf(row: readonly Cell[]): number[] {
  const at: number[] = []
  for (let column = 0; column < row.length; column++) if (labelIn(row[column]) !== undefined) at.push(column)
  return at
}

/** Whether a sheet is filled in as forms: label beside value in most rows, the labels differing from row to row. */
export function isFormSheet(rows: readonly (readonly Cell[])[]): boolean {
  return hasLabelsBeside(rows) || hasLabelsAbove(rows)
}

const onlyLabels = (row: readonly Cell[]): boolean => {
  const filled = countFilled(row)
  return filled >= 2 && labelsOf(row).length === filled
}

/** Rows of labels, each over one row of values, no label twice: a form that reads downwards. */
function hasLabelsAbove(rows: readonly (readonly Cell[])[]): boolean {
  const filled = rows.slice(0, 80).filter((row) => countFilled(row) > 0)
  const seen = new Set<string>()
  let pairs = 0
  for (let i = 0; i < filled.length; i++) {
    if (!onlyLabels(filled[i]!)) continue
    const values = filled[i + 1]
    const next = filled[i + 2]
    if (values === undefined || onlyLabels(values)) return false
    if (next !== undefined && !onlyLabels(next) && countFilled(next) > 1) return false
    pairs++
    for (const cell of filled[i]!) if (!isEmptyCell(cell)) seen.add(plainText(cell))
    i++
  }
  const labels = filled.filter(onlyLabels).flatMap((row) => row.filter((cell) => !isEmptyCell(cell)).map(plainText))
  const repeats = labels.filter((label) => label === labels[0]).length
  return pairs >= 2 && seen.size * repeats >= labels.length && seen.size >= 4 && pairs > repeats
}

/** A row of headings, cell after cell: below it 电话 and 微信 are values. */
function isHeading(row: readonly Cell[]): boolean {
  const filled = countFilled(row)
  const first = firstFilled(row)
  const gapless = row.slice(first, first + filled).every((cell) => !isEmptyCell(cell))
  const colons = row.some((cell) => typeof cell === 'string' && colon.test(cell))
  return filled >= 3 && gapless && !colons && labelsOf(row).length >= 0.7 * filled
}

function hasLabelsBeside(rows: readonly (readonly Cell[])[]): boolean {
  const top = rows.findIndex((row) => labelsOf(row).length > 0)
  if (top >= 0 && isHeading(rows[top]!) && !onlyLabels(rows[top + 1] ?? [])) return false
  let filled = 0
  let labelled = 0
  const firsts = new Set<string>()
  const all = new Set<string>()
  for (const row of rows.slice(0, 80)) {
    if (countFilled(row) === 0) continue
    filled++
    const at = firstFilled(row)
    const label = labelIn(row[at])
    const single = typeof row[at] === 'string' ? inline.exec(plainText(row[at])) : null
    const paired =
      single !== null && labelIn(`${single[1]}：`) !== undefined && (matchHeading(single[1]!)[0]?.score ?? 0) >= 0.95
    if (label === undefined && !paired) continue
    const { strong } = lookAtRow(row)
    const labels = labelsOf(row).length
    for (const column of labelsOf(row)) all.add(labelIn(row[column])!)
    // Four or more words of headings without a colon are a header.
    if (
      strong >= 4 &&
      strong === countFilled(row) &&
      !row.some((cell) => typeof cell === 'string' && /[:：]/.test(cell))
    )
      continue
    if (labels > 0 || paired) {
      labelled++
      firsts.add(label ?? single![1]!)
    }
  }
  const enough = (labelled >= 3 && firsts.size >= 3) || (labelled >= 2 && firsts.size >= 2 && all.size >= 4)
  return enough && labelled >= 0.5 * filled
}

/** Cuts a form sheet into forms: a new one begins where the first label comes again. */
export function formBlocks(
  rows: readonly (readonly Cell[])[],
  info: SheetInfo,
  rowNumbers: readonly number[],
): FormBlock[] {
  const starts: number[] = []
  let firstLabel: string | undefined
  for (const [index, row] of rows.entries()) {
    const label = firstLabelOf(row)
    if (label === undefined) continue
    firstLabel ??= label
    if (label === firstLabel) starts.push(index)
  }
  return starts.flatMap((first, i) => {
    const next = starts[i + 1] ?? rows.length
    const to = lastOfBlock(rows, first, next)
    const from = i === 0 ? 0 : first
    return formsBeside(rows[first]!, firstLabel!).map((span) => {
      const own = span === null ? rows : rows.map((row) => cutTo(row, span))
      return { from, to, first, pairs: pairsOf(own, first, to, info, rowNumbers) }
    })
  })
}

/** The columns of forms that stand side by side, each beginning with the same label; `null` for one that has all columns. */
function formsBeside(row: readonly Cell[], label: string): readonly (ColumnSpan | null)[] {
  const starts = row.flatMap((cell, column) => (labelIn(cell) === label ? [column] : []))
  if (starts.length < 2) return [null]
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? Number.MAX_SAFE_INTEGER }))
}

function firstLabelOf(row: readonly Cell[]): string | undefined {
  for (const cell of row) {
    if (isEmptyCell(cell)) continue
    const own = labelIn(cell)
    if (own !== undefined) return own
    const single = typeof cell === 'string' ? inline.exec(plainText(cell)) : null
    return single !== null && (matchHeading(single[1]!)[0]?.score ?? 0) >= 0.95 ? single[1]! : undefined
  }
  return undefined
}

/** A block ends before the blank rows and the title above the next one. */
function lastOfBlock(rows: readonly (readonly Cell[])[], first: number, next: number): number {
  let last = next - 1
  if (next < rows.length) {
    while (last > first && firstLabelOf(rows[last]!) === undefined && labelsOf(rows[last]!).length === 0) {
      if (countFilled(rows[last]!) > 0 && onlyLabels(rows[last - 1]!)) break
      last--
    }
  }
  return last
}

function pairsOf(
  rows: readonly (readonly Cell[])[],
  first: number,
  to: number,
  info: SheetInfo,
  rowNumbers: readonly number[],
): FormPair[] {
  const pairs: FormPair[] = []
  for (let index = first; index <= to; index++) {
    const row = rows[index]!
    const below = rows[index + 1]
    const labels = labelsOf(row)
    const allLabels =
      labels.length >= 2 &&
      labels.length === countFilled(row) &&
      index < to &&
      labelsOf(below ?? []).length === 0 &&
      countFilled(below ?? []) > 0
    for (let column = 0; column < row.length; column++) {
      const cell = row[column]
      if (isEmptyCell(cell)) continue
      const label = labelIn(cell)
      if (label !== undefined) {
        const value = allLabels
          ? (below![column] ?? null)
          : valueBeside(row, column, labels, info, rowNumbers[index]! - 1)
        pairs.push({ label, field: fieldOf(label), cell: value, row: index })
        continue
      }
      const single = typeof cell === 'string' ? inline.exec(cellText(cell).trim()) : null
      if (single === null || !labelled(single[1]!)) continue
      pairs.push(...inlinePairs(cellText(cell).trim(), index))
    }
  }
  return pairs
}

const labelled = (text: string): boolean => (matchHeading(plainText(text))[0]?.score ?? 0) >= 0.95

/** `姓名：张伟  性别：男` in one cell. */
function inlinePairs(text: string, row: number): FormPair[] {
  const pieces = text.split(/(?:\s{2,}|\n|[;；])(?=[^:：\s]{1,10}[:：])/)
  return pieces.flatMap((piece) => {
    const match = inline.exec(piece.trim())
    return match === null
      ? []
      : [{ label: match[1]!.trim(), field: fieldOf(match[1]!.trim()), cell: match[2]!.trim(), row }]
  })
}

/** The field a label means; null for one that nobody knows. */
export const fieldOf = (label: string): string | null => {
  const best = matchHeading(label)[0]
  return best !== undefined && best.score >= 0.6 ? best.key : null
}

/** The cells between a label and the next one; a merged label is stepped over. */
function valueBeside(
  row: readonly Cell[],
  column: number,
  labels: readonly number[],
  info: SheetInfo,
  sheetRow: number,
): Cell {
  const merge = info.merges.find((range) => range.top === sheetRow && range.left === column)
  const from = (merge?.right ?? column) + 1
  const next = labels.find((label) => label > column) ?? row.length
  const values: Cell[] = []
  for (let at = from; at < next; at++) if (!isEmptyCell(row[at])) values.push(row[at]!)
  if (values.length === 0) return null
  return values.length === 1 ? values[0]! : values.map(cellText).join(' ')
}
