import type { MeasureDef, MeasureValue, TierExplanation, TierLevel } from '../model/tiers.ts'
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
  /** Days that `…_in_period` looks back on: 近 365 天 in place of 期内. */
  readonly periodDays?: number
  /** The customer has another level by hand or by its employer: this is what the rules alone would give. */
  readonly byRules?: boolean
}

type Code = keyof typeof tiersText
type Params = Readonly<Record<string, string | number>>
const sayIn =
  (lang: Lang) =>
  (key: Code, params: Params = {}): string =>
    fill(tiersText[key][lang], params)

/** A tier as a manager would tell it: level, clause, every number used, and what is not known. */
export function tierSentence(explanation: TierExplanation, options: TierSentenceOptions): string {
  const { lang, name, byRules = false } = options
  const say = sayIn(lang)
  const { level, clause, possible, unknown } = explanation
  const rules = byRules ? say('tier.by-rules') : ''
  const sentences: string[] = []
  if (level === null) sentences.push(`${rules}${say('tier.none', { name })}`)
  else {
    const facts = decisive(explanation.used).map((used) => factText(used, options))
    const because =
      clause === null
        ? ''
        : say('tier.because', {
            clause: clause[lang],
            facts: facts.length === 0 ? '' : say('tier.facts', { facts: facts.join(say('tier.and')) }),
          })
    sentences.push(
      `${rules}${say('tier.is', { name, level: levelName(level, lang), title: titleOf(level, lang) })}${because}${say('tier.stop')}`,
    )
  }
  if (possible !== null && unknown.length > 0) {
    const names = unknown.map((each) => questionText(each, options))
    sentences.push(
      say('tier.possible', { level: levelName(possible, lang), unknown: [...new Set(names)].join(say('tier.and')) }),
    )
  }
  return sentences.join(lang === 'zh' ? '' : ' ')
}

/** What the next level takes: each way to it with how things stand, a line each; none at the top. */
export function nextLevelLines({ next }: TierExplanation, options: TierSentenceOptions): string[] {
  if (next === null || next.ways.length === 0) return []
  const { lang } = options
  const say = sayIn(lang)
  const ways = next.ways.map(({ clause, inputs, lacks }) => {
    const now = inputs.map((each) => factText(each, options)).join(say('tier.and'))
    const rest = lacks === null ? '' : say('tier.lacks', { rest: valueText(lacks, options) })
    return say('tier.way', { clause: clause[lang], now, rest })
  })
  const head = next.ways.length === 1 ? 'tier.next' : 'tier.next-any'
  return [say(head, { level: levelName(next.level, lang) }), ...ways]
}

/** `A 级`, `“重点发展”`. */
export function levelName({ level }: Pick<TierLevel, 'level'>, lang: Lang): string {
  const isLetter = /^[A-Z0-9]{1,3}$/.test(level)
  return fill(tiersText[isLetter ? 'tier.letter' : 'tier.word'][lang], { level })
}

/** `（重要客户，持铂金卡）`; what the level's name says already is not said again. */
function titleOf(level: TierLevel, lang: Lang): string {
  const say = sayIn(lang)
  const parts = [
    ...(level[lang] === level.level ? [] : [level[lang]]),
    ...(level.card === undefined ? [] : [say('tier.card', { card: level.card[lang] })]),
  ]
  return parts.length === 0 ? '' : say('tier.title', { parts: parts.join(say('tier.comma')) })
}

/** What speaks for a clause: numbers, and whatever is so; what is not so, or not known, only where there is nothing else. */
function decisive(used: readonly MeasureValue[]): readonly MeasureValue[] {
  const speaking = used.filter(({ type, value }) => value !== null && !(type === 'flag' && value === 0))
  return speaking.length > 0 ? speaking : used
}

/** One input in words: 累计购买金额为 5,230 万元, 未购有独立别墅, 潜力不清楚. */
export function factText(used: MeasureValue, options: TierSentenceOptions): string {
  const say = sayIn(options.lang)
  const what = labelOf(used.key, options)
  if (used.value === null) return say('tier.fact-unknown', { what: questionText(used, options) })
  if (used.type === 'flag') return used.value === 1 ? what : say('tier.fact-not', { what })
  const value = valueText(used, options)
  // 为 948.18 万元, but 为重大.
  const gap = options.lang === 'zh' && /^[\x21-\x7e]/.test(value) ? ' ' : ''
  return say('tier.fact', { what, value: gap + value })
}

/** What is to be found out: 是否积极带动周围的人购买, 潜力. */
function questionText({ key, type }: MeasureValue, options: TierSentenceOptions): string {
  const what = labelOf(key, options)
  return type === 'flag' ? sayIn(options.lang)('tier.whether', { what }) : what
}

function labelOf(key: string, { lang, measures, labels, periodDays }: TierSentenceOptions): string {
  const label = measures.find((measure) => measure.key === key)?.[lang] ?? labels?.get(key) ?? key
  if (periodDays === undefined || !key.endsWith('_in_period')) return label
  return lang === 'zh'
    ? label.replace('期内', `近 ${periodDays} 天`)
    : label.replace('in the period', `in the last ${periodDays} days`)
}

/** A value in words: 5,230 万元, 3 次, 是, 重大. */
export function valueText(
  { key, type, value }: MeasureValue,
  { lang, measures }: Pick<TierSentenceOptions, 'lang' | 'measures'>,
): string {
  const say = sayIn(lang)
  if (value === null) return say('tier.unknown')
  if (typeof value === 'string') return value
  if (type === 'flag') return say(value === 1 ? 'tier.yes' : 'tier.no')
  if (type === 'money') return moneyText(value, lang)
  if (type === 'count')
    return say(key === 'staff_size' ? 'tier.people' : 'tier.times', { count: value.toLocaleString('en-US') })
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
