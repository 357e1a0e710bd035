import { decimalMoney } from '../model/money.ts'
import type { ColumnType, ReportCell } from '../model/report.ts'
import type { Fen } from '../model/units.ts'

/** Thousands apart: 1234567 → `1,234,567`. Takes the digits of a whole number. */
function grouped(digits: string): string {
  let text = digits
  for (let at = digits.length - 3; at > 0; at -= 3) text = `${text.slice(0, at)},${text.slice(at)}`
  return text
}

/** Yuan for people: 123450 → `1,234.50`. */
export function money(fen: Fen): string {
  const [whole = '0', cents = '00'] = decimalMoney(Math.abs(fen)).split('.')
  return `${fen < 0 ? '-' : ''}${grouped(whole)}.${cents}`
}

export function integer(value: number): string {
  const whole = Math.round(value)
  return `${whole < 0 ? '-' : ''}${grouped(String(Math.abs(whole)))}`
}

/** At most four decimals, none that say nothing. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const [whole = '0', rest = ''] = Math.abs(value).toFixed(4).split('.')
  const cut = rest.replace(/0+$/, '')
  const text = grouped(whole) + (cut === '' ? '' : `.${cut}`)
  return value < 0 && text !== '0' ? `-${text}` : text
}

/** A ratio as per cent with one decimal: 0.1234 → `12.3%`. */
export function percent(ratio: number): string {
  return `${decimal(Math.round(ratio * 1000) / 10)}%`
}

/** A cell as people read it; null is an empty text. */
export function cellText(cell: ReportCell, type: ColumnType): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  switch (type) {
    case 'money':
      return money(cell)
    case 'integer':
      return integer(cell)
    case 'percent':
      return percent(cell)
    case 'text':
    case 'date':
    case 'instant':
      return String(cell)
    case 'number':
    case 'bar':
      return decimal(cell)
  }
}

/** Signed difference as people read it: `+6`, `-1,200.00`, `0`. */
export function changeText(change: number, type: ColumnType): string {
  return change > 0 ? `+${cellText(change, type)}` : cellText(change, type)
}

/** How much a value grew on what it was, `+33.3%`; null where it was nothing. */
export function growth(value: number, change: number): string | null {
  const before = value - change
  if (before === 0) return null
  const ratio = change / Math.abs(before)
  return ratio > 0 ? `+${percent(ratio)}` : percent(ratio)
}

export const isNumeric = (type: ColumnType): boolean =>
  type === 'integer' || type === 'number' || type === 'money' || type === 'percent' || type === 'bar'
