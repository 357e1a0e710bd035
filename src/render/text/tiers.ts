import type { Messages } from './catalogue.ts'

/** Sentences of a tier's explanation; `render/tier-explanation.ts` puts them together. */
export const tiersText = {
  'tier.is': { zh: '{name}是 {level} 级（{title}）', en: '{name} is level {level} ({title})' },
  'tier.is-word': { zh: '{name}属于“{level}”（{title}）', en: '{name} is "{level}" ({title})' },
  'tier.card': { zh: '，持{card}', en: ', with the {card}' },
  'tier.because': { zh: '，因为{clause}', en: ': {clause}' },
  'tier.facts': { zh: '：{facts}。', en: ' ({facts}).' },
  'tier.fact': { zh: '{what} {value}', en: '{what}: {value}' },
  'tier.none': { zh: '{name}还没有等级：没有一条规则成立。', en: '{name} has no level yet: no clause holds.' },
  'tier.by-hand': {
    zh: '等级由 {by} 指定为“{level}”：{reason}。',
    en: 'The level was set to "{level}" by {by}: {reason}.',
  },
  'tier.by-hand-until': {
    zh: '等级由 {by} 指定为“{level}”，到 {until} 为止：{reason}。',
    en: 'The level was set to "{level}" by {by} until {until}: {reason}.',
  },
  'tier.possible': {
    zh: '还不清楚：{unknown}；弄清后可能是“{level}”。',
    en: 'Not known yet: {unknown}; once known it may be "{level}".',
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
  'tier.now': { zh: '现在的情况：', en: 'As things are:' },
  'tier.inherited': {
    zh: '{name}按所在单位{org}的等级算：{level}。',
    en: '{name} takes the level of {org}: {level}.',
  },
  'tier.contact-every': { zh: '联系：至少每 {days} 天一次。', en: 'To be contacted at least every {days} days.' },
  'tier.verify-every': { zh: '核实：{scopes}。', en: 'To be verified: {scopes}.' },
  'tier.verify-scope': { zh: '{scope}每 {days} 天', en: '{scope} every {days} days' },
  'tier.scope.base': { zh: '基础数据', en: 'basic data' },
  'tier.scope.credit': { zh: '资信', en: 'credit' },
  'tier.scope.decision_makers': { zh: '关键决策人', en: 'decision makers' },
  'tier.benefits': { zh: '权益：{benefits}。', en: 'Benefits: {benefits}.' },
  'tier-use-summary': {
    zh: '改用另一个方案：客户卡上的等级跟着换（可撤销）',
    en: 'put another scheme in force: the levels on the cards follow (can be undone)',
  },
  'tier-used': {
    zh: '现用方案是“{scheme}”，客户卡已更新 {cards} 张。',
    en: 'Scheme "{scheme}" is in force; {cards} cards brought up to date.',
  },
  'tier-use-run': {
    zh: '这个方案还没有算过，先算一遍：',
    en: 'This scheme has never been run; running it first:',
  },
  'tier-diff-summary': {
    zh: '两个日子（或两次计算）之间谁升了、谁降了',
    en: 'who went up and who went down between two days or runs',
  },
  'tier-diff-from': { zh: '起点：日期，或 #计算号', en: 'from: a day, or #run' },
  'tier-diff-to': { zh: '终点：日期，或 #计算号（默认今天）', en: 'to: a day, or #run (today)' },
  'tier-run-missing': { zh: '没有第 {id} 次计算', en: 'there is no run {id}' },
  'tier-run-missing.hint': {
    zh: '用 kehu tier runs 看有哪些计算。',
    en: 'kehu tier runs lists the runs.',
  },
  'tier-runs-summary': { zh: '列出做过的计算', en: 'list the runs made' },
  'column-run': { zh: '计算', en: 'run' },
  'tier-diff-done': {
    zh: '从 {from} 到 {to}：升 {up}，降 {down}，首次定级 {first}，不再有等级 {lost}',
    en: '{from} to {to}: {up} up, {down} down, {first} for the first time, {lost} without a level now',
  },
  'tier.up': { zh: '升级', en: 'promoted' },
  'tier.down': { zh: '降级', en: 'demoted' },
  'tier.first': { zh: '首次定级', en: 'placed for the first time' },
  'tier.lost': { zh: '不再有等级', en: 'without a level now' },
} as const satisfies Messages
