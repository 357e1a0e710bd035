import type { MeasureDef, MeasureValue, TierExplanation } from '../model/tiers.ts'
import type { Lang } from '../model/units.ts'
import { fill } from './text/catalogue.ts'
import { tiersText } from './text/tiers.ts'

export interface TierSentenceOptions {
  readonly lang: Lang
  /** The customer, as it may be shown. */
  readonly name: string
  readonly measures: readonly MeasureDef[]
  /** Labels of custom fields, by key. */
  readonly labels?: ReadonlyMap<string, string>
}

/** A tier as a manager would tell it: level, clause, every number used, what is not known, what the next level takes. */
export function tierSentence(explanation: TierExplanation, options: TierSentenceOptions): string {
  const { lang, name } = options
  const say = (key: keyof typeof tiersText, params: Record<string, string | number> = {}) =>
    fill(tiersText[key][lang], params)
  const { level, clause, possible, unknown, next } = explanation
  const join = (parts: readonly string[]) => parts.join(say('tier.and'))
  const sentences: string[] = []
  if (level === null) sentences.push(say('tier.none', { name }))
  else {
    const isLetter = /^[A-Z0-9]{1,3}$/.test(level.level)
    const head = say(isLetter ? 'tier.is' : 'tier.is-word', { name, level: level.level, title: level[lang] })
    const card = level.card === undefined ? '' : say('tier.card', { card: level.card[lang] })
    const because = clause === null ? '' : say('tier.because', { clause: clause[lang] })
    const facts = decisive(explanation.used).map((used) =>
      used.type === 'flag' && used.value === 1
        ? labelOf(used.key, options)
        : say('tier.fact', { what: labelOf(used.key, options), value: valueText(used, options) }),
    )
    sentences.push(
      `${head}${card}${because}${facts.length === 0 ? (lang === 'zh' ? '。' : '.') : say('tier.facts', { facts: join(facts) })}`,
    )
  }
  if (possible !== null && unknown.length > 0) {
    const names = unknown.map(({ key }) => labelOf(key, options))
    sentences.push(say('tier.possible', { level: possible.level, unknown: join(names) }))
  }
  if (next !== null) {
    const clauses = next.level.clauses.map((each) => each[lang]).join(say('tier.or'))
    sentences.push(say('tier.next', { level: next.level.level, clauses }))
  }
  return sentences.join(lang === 'zh' ? '' : ' ')
}

/** What speaks for a clause: numbers, and whatever is so; what is not so, or not known, only where there is nothing else. */
function decisive(used: readonly MeasureValue[]): readonly MeasureValue[] {
  const speaking = used.filter(({ type, value }) => value !== null && !(type === 'flag' && value === 0))
  return speaking.length > 0 ? speaking : used
}

function labelOf(key: string, { lang, measures, labels }: TierSentenceOptions): string {
  return measures.find((measure) => measure.key === key)?.[lang] ?? labels?.get(key) ?? key
}

/** A value in words: 5,230 万元, 3 次, 是, 重大 (2). */
export function valueText(
  { key, type, value }: MeasureValue,
  { lang, measures }: Pick<TierSentenceOptions, 'lang' | 'measures'>,
): string {
  const say = (code: keyof typeof tiersText, params: Record<string, string | number> = {}) =>
    fill(tiersText[code][lang], params)
  if (value === null) return say('tier.unknown')
  if (typeof value === 'string') return value
  if (type === 'flag') return say(value === 1 ? 'tier.yes' : 'tier.no')
  if (type === 'money') return moneyText(value, lang)
  if (type === 'count') return say('tier.times', { count: value.toLocaleString('en-US') })
  const word = measures.find((measure) => measure.key === key)?.words?.find((each) => each.value === value)
  return word === undefined ? String(Number(value.toFixed(2))) : word[lang]
}

/** Fen in words: round sums from ten thousand yuan on are counted in 万 in Chinese. Nothing is rounded. */
function moneyText(fen: number, lang: Lang): string {
  const yuan = fen / 100
  const exact = { minimumFractionDigits: 0, maximumFractionDigits: 6 }
  // 519.714406 万元 is harder to read than 5,197,144.06 元.
  if (lang === 'zh' && Math.abs(yuan) >= 10_000 && fen % 10_000 === 0)
    return fill(tiersText['tier.wan'].zh, { amount: (yuan / 10_000).toLocaleString('en-US', exact) })
  const cents = fen % 100 === 0 ? 0 : 2
  const amount = yuan.toLocaleString('en-US', { minimumFractionDigits: cents, maximumFractionDigits: cents })
  return fill(tiersText['tier.yuan'][lang], { amount })
}
