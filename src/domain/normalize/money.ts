import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import type { Fen } from '../../model/units.ts'
import { currencyIn } from './currency.ts'
import { addDecimals, type Decimal, decimalOf, fenOf, formatDecimal, times } from './decimal.ts'
import { foldText } from './fold.ts'
import { isMissing } from './missing.ts'
import { chineseInteger } from './numerals.ts'

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
  const { text, currency } = currencyIn(foldText(cell))
  const code = currency ?? options.currency ?? 'CNY'
  const plain = text.replace(approxWord, '').replace(approxWord, '').trim()
  const approx = plain.length !== text.trim().length
  if (plain === '' || isMissing(plain)) return bad('amount-missing')
  const single = readAmount(plain, options)
  if (single !== null) return finish(single, code, approx, [])
  return (
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

const units: Readonly<Record<string, number>> = {
  '': 1,
  百: 100,
  千: 1000,
  万: 10_000,
  w: 10_000,
  k: 1000,
  m: 1_000_000,
  mn: 1_000_000,
  mio: 1_000_000,
  million: 1_000_000,
  bn: 1_000_000_000,
  十万: 100_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
  万亿: 1_000_000_000_000,
  萬: 10_000,
  億: 100_000_000,
  佰: 100,
  仟: 1000,
  佰万: 1_000_000,
  仟万: 10_000_000,
  十亿: 1_000_000_000,
}

const amount =
  /^([-+]?)\s*(\d[\d,. '’]*|\.\d+)\s*([a-z百千万亿萬億佰仟十]*)\s*(?:\(?\s*([百千万亿萬億]*)\s*(?:元|圆|圓|块钱?|塊)?\s*(?:整|正)?\s*\)?)\s*(-?)$/i

/** One number with its unit; null where it is none. A unit of the cell replaces that of the column. */
export function readAmount(text: string, options: MoneyOptions): Decimal | null {
  const negative = /^\(\s*([^()]+)\s*\)$/.exec(text)
  if (negative !== null) {
    const inner = readAmount(negative[1]!, options)
    return inner === null || inner.digits < 0n ? null : { ...inner, digits: -inner.digits }
  }
  const match = amount.exec(text)
  if (match === null) return readChineseAmount(text)
  const [, sign = '', number = '', unit = '', bracketed = '', tail = ''] = match
  const factor = units[(unit + bracketed).toLowerCase()]
  const value = factor === undefined ? null : decimalOf(number)
  if (value === null) return null
  const own = unit + bracketed !== '' || /[元圆圓块塊]/.test(text)
  const scaled = times(value, own ? factor! : (options.unit ?? 1))
  return (sign === '-') !== (tail === '-') ? { ...scaled, digits: -scaled.digits } : scaled
}

/** 壹万贰仟元整, 三百五十万, 1万2, 1万2千, 12元5角. */
function readChineseAmount(text: string): Decimal | null {
  const negative = /^(?:负|-|减)(.+)$/.exec(text)
  const mixed = /^(\d+(?:\.\d+)?)([千万亿])(\d)(千|百)?(?:元|块)?$/.exec(negative?.[1] ?? text)
  let value: Decimal | null
  if (mixed !== null) {
    const major = units[mixed[2]!]!
    const minor = mixed[4] === undefined ? major / 10 : units[mixed[4]]!
    value = addDecimals(times(decimalOf(mixed[1]!)!, major), times(decimalOf(mixed[3]!)!, minor))
  } else value = readCapitals((negative?.[1] ?? text).replace(/\s/g, ''))
  return value !== null && negative !== null ? { ...value, digits: -value.digits } : value
}

function readCapitals(text: string): Decimal | null {
  const match =
    /^(?:人民币)?([^元圆圓块角分整正]*)(?:[元圆圓块])?(?:零)?(?:([^元角分零]{1,2})角)?(?:零?([^元角分]{1,2})分)?[整正]?$/.exec(
      text,
    )
  if (match === null || text === '') return null
  const whole = match[1] === '' ? 0 : whole10(match[1]!)
  const [jiao, fen] = [match[2] === undefined ? 0 : whole10(match[2]), match[3] === undefined ? 0 : whole10(match[3])]
  if (
    whole === null ||
    jiao === null ||
    fen === null ||
    (match[1] === '' && match[2] === undefined && match[3] === undefined)
  )
    return null
  return { digits: BigInt(whole) * 100n + BigInt(jiao) * 10n + BigInt(fen), scale: 2 }
}

const whole10 = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : chineseInteger(text))

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
  if (/^(?:免|免费|赠送?|无需|不收)$/.test(text))
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
