import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import type { Fen } from '../../model/units.ts'
import { readAmount } from './amount.ts'
import { currencyIn } from './currency.ts'
import { addDecimals, type Decimal, decimalOf, fenOf, formatDecimal, multiplyDecimals, times } from './decimal.ts'
import { foldText } from './fold.ts'
import { isMissing } from './missing.ts'

export interface Money {
  readonly fen: Fen
  /** ISO 4217 */
  readonly currency: string
  /** 约, 左右 … */
  readonly approx?: boolean
}

export interface MoneyOptions {
  /** Yuan in one of the column: 10000 for 万元. A unit in the cell itself goes before it. */
  readonly unit?: number
  /** Where the cell names none; CNY when not said. */
  readonly currency?: string
}

const approxWord =
  /^(?:大约|大概|大致|差不多|约|近|将近|about|approx\.?|ca\.?|circa|~|≈)\s*|\s*(?:左右|上下|多|余|出头|不到|\+)$/gi

/** Reads one amount, exact to the 分: digits, units, signs, capitals (大写), and sums such as 5999-旧机1200. */
export function parseMoney(cell: string | number, options: MoneyOptions = {}): Parsed<Money> {
  if (typeof cell === 'number') return fromNumber(cell, options)
  const fen = plainFen(cell, options.unit ?? 1)
  if (fen !== null) return { ok: true, value: { fen, currency: options.currency ?? 'CNY' } }
  if (isMissing(cell)) return bad('amount-missing')
  const { text, currency } = currencyIn(foldText(cell).replace(/(?<=\d)。(?=\d)/g, '.'))
  const code = currency ?? options.currency ?? 'CNY'
  const plain = text.replace(approxWord, '').replace(approxWord, '').trim()
  const approx = plain.length !== text.trim().length
  if (plain === '' || isMissing(plain)) return bad('amount-missing')
  const single = readAmount(plain, options)
  if (single !== null) return finish(single, code, approx, [])
  return (
    readProduct(plain, options, code) ??
    readSum(plain, options, code, approx) ??
    readWithWords(plain, options, code, approx) ??
    bad('amount-unreadable', { value: cell })
  )
}

/** Fen of digits with at most two decimals and commas between thousands, as most cells have them; else null. */
function plainFen(text: string, unit: number): Fen | null {
  const { length } = text
  if (length === 0 || length > 14) return null
  let value = 0
  let point = -1
  let comma = -1
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) value = value * 10 + code - 48
    else if (code === 0x2e && point < 0 && i > 0 && i >= length - 3 && (comma < 0 || i === comma + 4)) point = i
    else if (code === 0x2c && point < 0 && i > 0 && (comma < 0 ? i <= 3 : i === comma + 4)) comma = i
    else return null
  }
  if (point === length - 1 || (comma >= 0 && (point < 0 ? length : point) !== comma + 4)) return null
  const fen = value * unit * (point < 0 ? 100 : point === length - 2 ? 10 : 1)
  return Number.isSafeInteger(fen) ? fen : null
}

function fromNumber(value: number, options: MoneyOptions): Parsed<Money> {
  const whole = value * 100 * (options.unit ?? 1)
  if (Number.isInteger(value) && Number.isSafeInteger(whole))
    return { ok: true, value: { fen: whole, currency: options.currency ?? 'CNY' } }
  const decimal = decimalOf(String(value))
  if (decimal === null) return bad('amount-unreadable', { value: String(value) })
  return finish(times(decimal, options.unit ?? 1), options.currency ?? 'CNY', false, [])
}

/** Decimal yuan of an amount: `2000.00`. */
export const formatFen = (fen: Fen): string => formatDecimal({ digits: BigInt(fen), scale: 2 })

function finish(value: Decimal, currency: string, approx: boolean, notes: Reason[]): Parsed<Money> {
  const { fen, rounded } = fenOf(value)
  if (!Number.isSafeInteger(fen)) return bad('amount-too-large')
  if (rounded) notes.push({ code: 'amount-rounded' })
  if (approx) notes.push({ code: 'amount-approx' })
  return good(approx ? { fen, currency, approx } : { fen, currency }, notes)
}

/** 100*3, 12.5×4; and 5000+10000=15000 where it is true. */
function readProduct(text: string, options: MoneyOptions, currency: string): Parsed<Money> | null {
  const note: Reason[] = [{ code: 'amount-arithmetic', params: { value: text } }]
  const product = /^(\d[\d,.]*)\s*[*×xX]\s*(\d+(?:\.\d+)?)$/.exec(text)
  if (product !== null) {
    const [a, b] = [readAmount(product[1]!, options), decimalOf(product[2]!)]
    return a === null || b === null ? null : finish(multiplyDecimals(a, b), currency, false, note)
  }
  const equation = /^([^=]+)=\s*([^=]+)$/.exec(text)
  if (equation === null) return null
  const [left, right] = [parseMoney(equation[1]!, options), parseMoney(equation[2]!, options)]
  return left.ok && right.ok && left.value.fen === right.value.fen
    ? good({ fen: right.value.fen, currency }, note)
    : null
}

/** 5999-旧机1200, 1000+200: numbers joined by signs, words allowed after a sign. */
function readSum(text: string, options: MoneyOptions, currency: string, approx: boolean): Parsed<Money> | null {
  if (!/^\d[\d,.]*(?:[万千元块]*)(?:\s*(?:\+\s*[^\d+-]{0,8}|-\s*[^\d\s+-]{1,8})\d[\d,.]*[万千元块]*)+$/.test(text))
    return null
  let sum: Decimal | null = null
  for (const part of text.matchAll(/(^|[+-])\s*[^\d+-]*(\d[\d,.]*[万千元块]*)/g)) {
    const value = readAmount(part[2]!, options)
    if (value === null) return null
    const signed: Decimal = part[1] === '-' ? { ...value, digits: -value.digits } : value
    sum = sum === null ? signed : addDecimals(sum, signed)
  }
  return sum === null ? null : finish(sum, currency, approx, [{ code: 'amount-arithmetic', params: { value: text } }])
}

/** 已付500, 微信转1000, 退300, 2888/桌, 人均200: one number among words. */
function readWithWords(text: string, options: MoneyOptions, currency: string, approx: boolean): Parsed<Money> | null {
  if (/^(?:免|免费|免单|赠送?|无需|不收)$/.test(text))
    return finish({ digits: 0n, scale: 0 }, currency, approx, [{ code: 'amount-words', params: { value: text } }])
  const match = /^([^\d]*?)(-?\d[\d,]*(?:\.\d+)?\s*[百千万亿]?万?)\s*(?:元|块|圆)?\s*([^\d]*)$/.exec(text)
  if (match === null || /[-~至到]$/.test(match[1]!.trim())) return null
  if (/^\s*(?:折|%|人|岁|桌|号|楼|个|月|年|点)/.test(match[3]!)) return null
  const value = readAmount(match[2]!, options)
  if (value === null || (match[1]! + match[3]!).length > 24) return null
  const back = /^(?:退|已退|应退|退款|退还|冲|扣)/.test(match[1]!) && value.digits > 0n
  return finish(back ? { ...value, digits: -value.digits } : value, currency, approx, [
    { code: 'amount-words', params: { value: text } },
  ])
}
