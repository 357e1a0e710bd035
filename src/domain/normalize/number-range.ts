import { bad, good, type Parsed } from '../../model/parsed.ts'
import { foldText } from './fold.ts'
import { isMissing } from './missing.ts'
import { chineseInteger } from './numerals.ts'

export interface NumberRange {
  readonly min?: number
  readonly max?: number
  readonly value?: number
  readonly approx?: boolean
  /** As written, without brackets: ㎡, 平, 人, 套 … */
  readonly unit?: string
}

const number = '(\\d[\\d,]*(?:\\.\\d+)?|[一二两三四五六七八九十百千]+)'
const unit =
  '\\s*\\(?(m2|m²|㎡|平方米|平方|平米|平|亩|公顷|人|位|套|间|房|室|个|次|台|件|年|月|天|公斤|kg|吨|t|桌|桶|箱|部|%|[a-z]{1,6})?\\)?'
const span = new RegExp(`^${number}${unit}\\s*(?:-{1,2}|~|至|到|—|–)\\s*${number}${unit}(左右|上下)?$`, 'i')
const single = new RegExp(
  `^(约|大约|大概|近|[<≤>≥]=?|小于|大于|不超过|不低于|至少|最多|超过)?\\s*${number}${unit}\\s*(左右|上下|以内|以下|之内|以上|起|及以上|及以下|多|\\+)?$`,
  'i',
)

/** Reads a number or a span of numbers with its unit: 110-130㎡, 90以下, 89, 120平左右. */
export function parseNumberRange(cell: string | number): Parsed<NumberRange> {
  if (typeof cell === 'number') return good({ value: cell })
  if (isMissing(cell)) return bad('number-missing')
  const text = foldText(cell)
  const both = span.exec(text)
  if (both !== null) return readSpan(both, text)
  const one = single.exec(text)
  if (one === null) return bad('number-unreadable', { value: text })
  const value = toNumber(one[2]!)
  if (value === null) return bad('number-unreadable', { value: text })
  const named = one[3] === undefined ? {} : { unit: one[3] }
  const mark = `${one[1] ?? ''}${one[4] ?? ''}`
  if (/[<≤]|小于|不超过|最多|以内|以下|之内/.test(mark)) return good({ max: value, ...named })
  if (/[>≥]|大于|不低于|至少|超过|以上|起|\+/.test(mark)) return good({ min: value, ...named })
  return good(mark === '' ? { value, ...named } : { value, approx: true, ...named })
}

function readSpan(match: RegExpExecArray, text: string): Parsed<NumberRange> {
  const [low, high] = [toNumber(match[1]!), toNumber(match[3]!)]
  if (low === null || high === null) return bad('number-unreadable', { value: text })
  const named = match[4] ?? match[2]
  const value = { min: Math.min(low, high), max: Math.max(low, high), ...(named === undefined ? {} : { unit: named }) }
  return good(
    match[5] === undefined ? value : { ...value, approx: true },
    low > high ? [{ code: 'range-reversed', params: { value: text } }] : [],
  )
}

const toNumber = (text: string): number | null =>
  /^\d/.test(text) ? Number(text.replaceAll(',', '')) : chineseInteger(text)
