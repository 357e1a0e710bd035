import type { Choice, FieldDef } from '../../model/dictionary.ts'
import type { Lang } from '../../model/units.ts'

/** One amount as people say it: 300万, 1.2万, 880. */
function amount(decimal: string, lang: Lang): string {
  const yuan = Number(decimal)
  if (lang === 'zh' && yuan >= 10_000 && yuan % 100 === 0) return `${yuan / 10_000}万`
  return decimal.endsWith('.00') ? String(yuan) : decimal
}

/** lunar:08-15L and --06-01 are how a day is kept, not how it is said. */
function partialDate(value: string, lang: Lang): string {
  const [, lunar, year, month = '', day = '', leap] = /^(lunar:)?(?:(\d{4})-|--)?(\d\d)-(\d\d)(L)?$/.exec(value) ?? []
  if (month === '' || (lunar === undefined && year !== undefined)) return value
  if (lang === 'en')
    return `${lunar ? 'lunar ' : ''}${year ? `${year}-` : ''}${month}-${day}${leap ? ' (leap month)' : ''}`
  return `${lunar ? '农历' : ''}${year ? `${year}年` : ''}${leap ? '闰' : ''}${Number(month)}月${Number(day)}日`
}

/** A canonical value of a span or an amount as people say it; every other value as it is. */
export function plainValue(field: FieldDef, value: string, lang: Lang): string {
  if (field.type === 'partial-date') return partialDate(value, lang)
  const isMoney = field.type === 'money' || field.type === 'money-range'
  if (!isMoney && field.type !== 'number-range' && field.type !== 'number') return value
  const [, spanned = value, currency = ''] = /^(\S+)( [A-Z]{3})?$/.exec(value) ?? []
  const one = (text: string): string => (isMoney ? amount(text, lang) : text)
  const zh = lang === 'zh'
  const [low = '', high] = spanned.split('~')
  if (high === undefined)
    return (spanned.startsWith('≈') ? `${zh ? '约' : 'about '}${one(spanned.slice(1))}` : one(spanned)) + currency
  if (low === '' && high === '') return zh ? '不限' : 'any'
  if (low === '') return `${zh ? '' : 'at most '}${one(high)}${zh ? '以内' : ''}${currency}`
  if (high === '') return `${zh ? '' : 'at least '}${one(low)}${zh ? '以上' : ''}${currency}`
  return `${one(low)}–${one(high)}${currency}`
}

/** A chosen value by its label; a value that is no choice stands as it is. */
export const choiceWord = (choices: readonly Choice[], value: string, lang: Lang): string =>
  choices.find((choice) => choice.value === value)?.[lang] ?? value

/** Several chosen values, kept with commas between, by their labels. */
export const choiceWords = (choices: readonly Choice[], value: string, lang: Lang): string =>
  value
    .split(',')
    .map((one) => choiceWord(choices, one, lang))
    .join(lang === 'zh' ? '、' : ', ')
