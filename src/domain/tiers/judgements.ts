import type { MeasureDef } from '../../model/tiers.ts'
import { foldKey } from '../normalize/fold.ts'
import { measures } from './measures.ts'

/** Opinions that a person may sign. */
export const judgementKinds: readonly MeasureDef[] = measures.filter(({ from }) => from === 'judgement')

/** Short words people have for them, beside key and labels. */
const SHORT: Readonly<Record<string, string>> = {
  influence_field: '影响力|从业影响力|influence',
  influence_group: '集团影响力|集团内影响力',
  influence_trade: '社会影响力|行业影响力',
  brings_others: '带动|带动他人|带动购买|带新',
  prefers_detached: '钟情独立|钟情别墅',
  intention: '诚意度|诚意|意向|购买意向|intent',
  potential: '发展潜力|客户潜力',
  purchasing_power: '购买力|采购能力',
  dining_grade: '消费档次|档次',
  satisfaction: '客户满意度',
}

/** The kind of opinion that a word means, by key, label or short word; undefined for none. */
export function judgementKind(word: string): MeasureDef | undefined {
  const key = foldKey(word)
  return judgementKinds.find((def) =>
    [def.key, def.zh, def.en, ...(SHORT[def.key]?.split('|') ?? [])].some((known) => foldKey(known) === key),
  )
}

const YES = ['是', 'yes', 'y', 'true', '1', '有', '会']
const NO = ['否', 'no', 'n', 'false', '0', '没有', '不会']

/** The number that a word for an opinion stands for; null where it stands for none. */
export function judgementValue({ type, words }: MeasureDef, text: string): number | null {
  const word = text.normalize('NFKC').trim().toLowerCase()
  if (type === 'flag') return YES.includes(word) ? 1 : NO.includes(word) ? 0 : null
  const named = words?.find(({ value, zh, en }) => [String(value), zh, en].includes(word))
  if (named !== undefined) return named.value
  const isNumber = words === undefined && /^\d+(\.\d+)?$/.test(word)
  return isNumber ? Number(word) : null
}

/** What may be said of a kind, in a language: `无 | 一定 | 重大`. */
export function judgementWords({ type, words }: MeasureDef, lang: 'zh' | 'en'): string {
  if (type === 'flag') return lang === 'zh' ? '是 | 否' : 'yes | no'
  return words === undefined ? '0 – 100' : words.map((word) => word[lang]).join(' | ')
}
