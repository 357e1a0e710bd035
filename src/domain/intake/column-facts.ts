import type { Cell } from '../../model/sheet.ts'
import type { IsoDate } from '../../model/units.ts'
import { fieldByKey } from '../dictionary/fields.ts'
import { currencyIn } from '../normalize/currency.ts'
import { foldText } from '../normalize/fold.ts'
import type { ColumnFacts } from './cell-values.ts'
import { cellText, isEmptyCell } from './cells.ts'
import type { ColumnChoice } from './columns.ts'
import { type TableHints, unitWorth } from './hints.ts'

const bracket = /[(（【[]([^()（）【】[\]]*)[)）】\]]/g

/** Unit of money that a heading names: (万元), 金额万元, (USD k). */
function headingUnit(heading: string): number | undefined {
  const inside = [...heading.matchAll(bracket)].map((match) => match[1]!).join(' ')
  if (/[万千百亿元]/.test(inside)) return unitWorth(inside)
  if (/\bk\b|thousand/i.test(inside)) return 1000
  const tail = /(?:百|千|万|亿)+元$/.exec(heading.replace(/\s+/g, ''))
  return tail === null ? undefined : unitWorth(tail[0])
}

/** What one column's heading and values say of how its cells are to be read. */
export function columnFactsOf(
  choice: ColumnChoice,
  rows: readonly (readonly Cell[])[],
  { hints, today, place }: { hints: TableHints; today: IsoDate; place: ColumnFacts['place'] },
): ColumnFacts {
  const type = fieldByKey(choice.target)?.type
  const dateLike = type === 'date' || type === 'partial-date'
  const money = type === 'money' || type === 'money-range'
  const unit = money ? (headingUnit(choice.heading) ?? hints.moneyUnit) : undefined
  const currency = money ? (currencyOf(choice.heading) ?? hints.currency) : undefined
  const order = dateLike ? orderOf(rows, choice.column) : undefined
  const year = hints.year
  return {
    column: choice.column,
    heading: choice.heading,
    money: { ...(unit !== undefined && { unit }), ...(currency !== undefined && { currency }) },
    dates: {
      ...(year !== undefined && { year }),
      ...(order !== undefined && { order }),
      ...(place === 'taiwan' && { era: 'roc' as const }),
    },
    lastYear: { value: dateLike && year === undefined ? firstYear(rows, choice.column) : undefined },
    codeWidth: type === 'code' ? codeWidthOf(rows, choice.column) : 0,
    today,
  }
}

function currencyOf(heading: string): string | undefined {
  const inside = [...heading.matchAll(bracket)].map((match) => match[1]!).join(' ')
  const found = currencyIn(inside === '' ? heading : inside).currency
  return found === 'CNY' ? undefined : found
}

const slashed = /^(\d{1,2})[/\-.](\d{1,2})[/\-.]\d{2,4}(?:\s|$)/

/** Whether 03/05/2024 has the month or the day first: only values that can be read one way tell, and all alike. */
function orderOf(rows: readonly (readonly Cell[])[], column: number): 'mdy' | 'dmy' | undefined {
  let monthFirst = 0
  let dayFirst = 0
  for (const row of rows) {
    const cell = row[column]
    if (typeof cell !== 'string') continue
    const match = slashed.exec(foldText(cell))
    if (match === null || !cell.includes('/')) continue
    if (Number(match[1]) > 12 && Number(match[2]) <= 12) dayFirst++
    if (Number(match[2]) > 12 && Number(match[1]) <= 12) monthFirst++
  }
  if (monthFirst > 0 && dayFirst === 0) return 'mdy'
  return dayFirst > 0 && monthFirst === 0 ? 'dmy' : undefined
}

/** The year of the first date that has one. */
function firstYear(rows: readonly (readonly Cell[])[], column: number): number | undefined {
  for (const row of rows) {
    const cell = row[column]
    if (cell === null || cell === undefined || typeof cell === 'boolean') continue
    const text = typeof cell === 'object' ? (cell.kind === 'date' ? cell.iso : '') : foldText(cellText(cell))
    const match = /^((?:19|20)\d\d)(?:[-./年]|\d{4}$)/.exec(text)
    if (match !== null) return Number(match[1])
  }
  return undefined
}

/** The one width of all codes written as text with a leading zero; 0 where there is none. */
function codeWidthOf(rows: readonly (readonly Cell[])[], column: number): number {
  let width = 0
  let short = false
  for (const row of rows) {
    const cell = row[column]
    if (isEmptyCell(cell)) continue
    const text = foldText(cellText(cell)).replace(/^'/, '')
    if (!/^\d+$/.test(text)) continue
    if (text.startsWith('0') && typeof cell === 'string') {
      if (width !== 0 && width !== text.length) return 0
      width = text.length
    } else short = true
  }
  return short ? width : 0
}
