import type { Messages } from './catalogue.ts'

/** Words of the screens of one customer, of a pair, and of a cluster. */
export const viewsText = {
  'view.sources': { zh: '来源', en: 'Sources' },
  'view.see-to': { zh: '请留意', en: 'To see to' },
  'view.state.verified': { zh: '✓ 已核实', en: '✓ verified' },
  'view.state.unverified': { zh: '○ 未核实', en: '○ unverified' },
  'view.state.doubtful': { zh: '? 有疑', en: '? doubtful' },
  'view.state.invalid': { zh: '× 失效', en: '× no longer valid' },
  'view.nothing': { zh: '没有内容', en: 'nothing' },
  'view.pair.signs': {
    zh: '＝ 相同   ≈ 相近（‹ › 里不同）   ≠ 不同   · 只有一边有',
    en: '＝ same   ≈ close (‹ › differs)   ≠ different   · only one side has it',
  },
  'view.pair.evidence': { zh: '依据', en: 'Evidence' },
  'view.pair.weight': { zh: '合计 {bits}', en: 'in all {bits}' },
  'view.pair.probability': { zh: '是同一客户的可能：{percent}', en: 'the same customer with {percent}' },
  'view.pair.from': { zh: '来自 {from}', en: 'from {from}' },
  'view.cluster.number': { zh: '序号', en: 'no.' },
  'view.cluster.code': { zh: '客户编号', en: 'code' },
  'view.cluster.split': { zh: '✂ 拆出', en: '✂ taken out' },
} as const satisfies Messages
