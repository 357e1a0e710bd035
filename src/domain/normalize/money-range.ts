import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import type { Fen } from '../../model/units.ts'
import { readAmount } from './amount.ts'
import { currencyIn } from './currency.ts'
import { fenOf } from './decimal.ts'
import { foldText } from './fold.ts'
import { isMissing } from './missing.ts'
import { type MoneyOptions, parseMoney } from './money.ts'

export interface MoneyRange {
  readonly min?: Fen
  readonly max?: Fen
  readonly value?: Fen
  readonly approx?: boolean
  readonly currency: string
}

const joiner = /\s*(?:-{1,2}|~|～|—|–|至|到)\s*/

/** Reads a span of money: 350-400万, 300万左右, <300万, 500万以内, 800万以上, 约300, or one amount. */
export function parseMoneyRange(cell: string | number, options: MoneyOptions = {}): Parsed<MoneyRange> {
  if (typeof cell === 'number') return one(cell, options)
  if (isMissing(cell)) return bad('amount-missing')
  const folded = foldText(cell)
  const { text, currency } = currencyIn(folded)
  const code = currency ?? options.currency ?? 'CNY'
  const limit =
    /^(?:[<≤]=?|小于|低于|不超过|不高于|最多|少于|低过|控制在)\s*(.+?)$|^(.+?)\s*(?:以内|以下|之内|内|及以下|封顶)$/.exec(
      text,
    )
  if (limit !== null) return bound(limit[1] ?? limit[2]!, 'max', code, cell, options)
  const least = /^(?:[>≥]=?|大于|高于|不低于|至少|最少|超过)\s*(.+?)$|^(.+?)\s*(?:以上|起|及以上|\+)$/.exec(text)
  if (least !== null) return bound(least[1] ?? least[2]!, 'min', code, cell, options)
  const [low, high, more] = text.replace(/(?:左右|上下)$/, '').split(joiner)
  if (low && high && more === undefined) return span(low, high, code, cell, options) ?? one(cell, options)
  return one(cell, options)
}

function one(cell: string | number, options: MoneyOptions): Parsed<MoneyRange> {
  const read = parseMoney(cell, options)
  if (!read.ok) return read
  const { fen, currency, approx } = read.value
  return good(approx ? { value: fen, approx, currency } : { value: fen, currency }, read.notes)
}

function bound(
  text: string,
  side: 'min' | 'max',
  currency: string,
  raw: string,
  options: MoneyOptions,
): Parsed<MoneyRange> {
  const read = parseMoney(text, { ...options, currency })
  if (!read.ok) return bad('amount-unreadable', { value: raw })
  return good(side === 'min' ? { min: read.value.fen, currency } : { max: read.value.fen, currency })
}

/** A unit written once is meant for both: 350-400万. */
function span(
  low: string,
  high: string,
  currency: string,
  raw: string,
  options: MoneyOptions,
): Parsed<MoneyRange> | null {
  const unit = /(?<=\d\s*)[百千万亿wk]+(?:元|块)?$/i.exec(high)?.[0] ?? /元|块/.exec(high)?.[0] ?? ''
  const head = low.replace(/^(?:约|大概|大约)/, '')
  const [a, b] = [readAmount(/^[\d.,\s]+$/.test(head) ? head + unit : head, options), readAmount(high, options)]
  if (a === null || b === null) return null
  const [min, max] = [fenOf(a).fen, fenOf(b).fen]
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max)) return bad('amount-too-large')
  const notes: Reason[] = min > max ? [{ code: 'range-reversed', params: { value: raw } }] : []
  return good({ min: Math.min(min, max), max: Math.max(min, max), currency }, notes)
}
