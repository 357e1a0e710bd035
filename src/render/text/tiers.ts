import type { Messages } from './catalogue.ts'

/** Sentences of a tier's explanation; `render/tier-explanation.ts` puts them together. */
export const tiersText = {
  'tier.is': { zh: '{name} 是 {level} 级（{title}）', en: '{name} is level {level} ({title})' },
  'tier.is-word': { zh: '{name} 属于“{level}”（{title}）', en: '{name} is "{level}" ({title})' },
  'tier.card': { zh: '，持{card}', en: ', with the {card}' },
  'tier.because': { zh: '，因为{clause}', en: ', because of this: {clause}' },
  'tier.facts': { zh: '：{facts}。', en: ' ({facts}).' },
  'tier.fact': { zh: '{what} {value}', en: '{what}: {value}' },
  'tier.none': { zh: '{name} 还没有等级：没有一条规则成立。', en: '{name} has no level yet: no clause holds.' },
  'tier.by-hand': {
    zh: '等级由 {by} 指定为“{level}”：{reason}。',
    en: 'The level was set to "{level}" by {by}: {reason}.',
  },
  'tier.by-hand-until': {
    zh: '等级由 {by} 指定为“{level}”，到 {until} 为止：{reason}。',
    en: 'The level was set to "{level}" by {by} until {until}: {reason}.',
  },
  'tier.possible': {
    zh: '如果弄清{unknown}，可能是“{level}”。',
    en: 'It might be "{level}", if this were known: {unknown}.',
  },
  'tier.next': { zh: '要到“{level}”，需要：{clauses}。', en: 'For "{level}" it takes: {clauses}.' },
  'tier.or': { zh: '；或', en: '; or ' },
  'tier.and': { zh: '、', en: ', ' },
  'tier.yes': { zh: '是', en: 'yes' },
  'tier.no': { zh: '否', en: 'no' },
  'tier.unknown': { zh: '不清楚', en: 'not known' },
  'tier.times': { zh: '{count} 次', en: '{count}' },
  'tier.yuan': { zh: '{amount} 元', en: '{amount} yuan' },
  'tier.wan': { zh: '{amount} 万元', en: '{amount} ten thousand yuan' },
  'tier.up': { zh: '升级', en: 'promoted' },
  'tier.down': { zh: '降级', en: 'demoted' },
  'tier.first': { zh: '首次定级', en: 'placed for the first time' },
  'tier.lost': { zh: '不再有等级', en: 'without a level now' },
} as const satisfies Messages
