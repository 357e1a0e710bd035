import type { Messages } from './catalogue.ts'

/** Words of the quality of the book, its drift, clean-up lists and verification. */
export const qualityText = {
  'quality.completeness': { zh: '完整', en: 'completeness' },
  'quality.validity': { zh: '正确', en: 'validity' },
  'quality.uniqueness': { zh: '不重复', en: 'uniqueness' },
  'quality.consistency': { zh: '不矛盾', en: 'consistency' },
  'quality.freshness': { zh: '新鲜', en: 'freshness' },
  'quality.verified': { zh: '已核实', en: 'verified' },
  'quality.wrong': { zh: '错误', en: 'wrong' },
  'cleanup.invalid': { zh: '无效：没有姓名，也无法联系', en: 'invalid: neither a name nor a way to be reached' },
  'cleanup.inactive': { zh: '不活跃：最近一次交易或来往是 {since}', en: 'inactive: last deal or contact on {since}' },
  'cleanup.stub': { zh: '待补：{since} 只登记了一部分', en: 'to be completed: only begun on {since}' },
  'cleanup.outdated': {
    zh: '过时：{since} 以后没有更新或核实',
    en: 'outdated: not updated or confirmed since {since}',
  },
  'verification.second-hand': { zh: '第三方来的资料，还没有核实', en: 'second-hand and not confirmed yet' },
  'verification.never': { zh: '从来没有核实过', en: 'never verified' },
  'verification.interval': { zh: '到了核实周期', en: 'due by its interval' },
  'scope.base': { zh: '基础数据', en: 'basic facts' },
  'scope.credit': { zh: '资信状况', en: 'credit standing' },
  'scope.decision_makers': { zh: '关键决策人', en: 'decision makers' },
} as const satisfies Messages
