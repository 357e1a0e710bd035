import type { Messages } from './catalogue.ts'

/** Sentences of a tier's explanation; `render/tier-explanation.ts` puts them together. */
export const tiersText = {
  'tier.is': { zh: '{name}是{level}{title}', en: '{name} is {level}{title}' },
  'tier.letter': { zh: ' {level} 级', en: 'level {level}' },
  'tier.word': { zh: '“{level}”', en: '"{level}"' },
  'tier.title': { zh: '（{parts}）', en: ' ({parts})' },
  'tier.card': { zh: '持{card}', en: 'with the {card}' },
  'tier.comma': { zh: '，', en: ', ' },
  'tier.because': { zh: '，因为{clause}{facts}', en: ': {clause}{facts}' },
  'tier.facts': { zh: '（{facts}）', en: ' ({facts})' },
  'tier.stop': { zh: '。', en: '.' },
  'tier.fact': { zh: '{what}为{value}', en: '{what}: {value}' },
  'tier.fact-not': { zh: '未{what}', en: '{what}: no' },
  'tier.fact-unknown': { zh: '{what}不清楚', en: '{what}: not known' },
  'tier.whether': { zh: '是否{what}', en: 'whether the customer {what}' },
  'tier.none': { zh: '{name}还没有等级：没有一条规则成立。', en: '{name} has no level yet: no clause holds.' },
  'tier.by-rules': { zh: '按规则算，', en: 'By the rules alone, ' },
  'tier.possible': {
    zh: '还不清楚：{unknown}；弄清后可能升到{level}。',
    en: 'Not known yet: {unknown}; once known it may become {level}.',
  },
  'tier.find-out': {
    zh: '弄清了就记下来，例如：kehu tier judge {code} {example}',
    en: 'Write it down once it is known, as in: kehu tier judge {code} {example}',
  },
  'tier.next': { zh: '要到{level}，需要：', en: 'For {level} it takes:' },
  'tier.next-any': { zh: '要到{level}，做到其中一条即可：', en: 'For {level} any one of these will do:' },
  'tier.way': { zh: '  · {clause}——现在{now}{rest}', en: '  - {clause}; now {now}{rest}' },
  'tier.lacks': { zh: '，还差 {rest}', en: ', {rest} short' },
  'tier.and': { zh: '、', en: ', ' },
  'tier.yes': { zh: '是', en: 'yes' },
  'tier.no': { zh: '否', en: 'no' },
  'tier.unknown': { zh: '不清楚', en: 'not known' },
  'tier.times': { zh: '{count} 次', en: '{count}' },
  'tier.people': { zh: '{count} 人', en: '{count}' },
  'tier.yuan': { zh: '{amount} 元', en: '{amount} yuan' },
  'tier.wan': { zh: '{amount} 万元', en: '{amount} ten thousand yuan' },
  'tier.hand': {
    zh: '{name}由{by}人工定为{level}：{reason}（{until}）。',
    en: '{name} was set to {level} by {by}: {reason} ({until}).',
  },
  'tier.hand-until': { zh: '有效到 {day}', en: 'until {day}' },
  'tier.hand-ever': { zh: '没有期限', en: 'with no end' },
  'tier.moves': { zh: '升降经过：', en: 'So far:' },
  'tier.move-first': { zh: '  {on}  首次定为{to}{clause}', en: '  {on}  first placed at {to}{clause}' },
  'tier.move-up': { zh: '  {on}  由{from}升到{to}{clause}', en: '  {on}  up from {from} to {to}{clause}' },
  'tier.move-down': { zh: '  {on}  由{from}降到{to}{clause}', en: '  {on}  down from {from} to {to}{clause}' },
  'tier.move-lost': { zh: '  {on}  不再是{from}', en: '  {on}  no longer {from}' },
  'tier.move-clause': { zh: '（{clause}）', en: ' ({clause})' },
  'tier.inherited': {
    zh: '{name}随所在单位{org}算作{level}。',
    en: '{name} takes the level of the employer {org}: {level}.',
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
  'judge-summary': {
    zh: '评价一位客户：影响力、带动、诚意度……签上名字和日期',
    en: 'sign what you hold a customer to be: influence, intention …',
  },
  'judge-description': {
    zh: `分级要用的、表格里没有的判断。每条都记下谁在哪天这样看，以后再评以新的为准，旧的留着。
不写“项目=值”就列出以前的评价。

例子：
  kehu tier judge C000123 影响力=重大 带动=是 --note 带来三位业主
  kehu tier judge C000123 诚意度=高
  kehu tier judge C000123`,
    en: `What tiers need and no table tells. Each is kept with who held it and when; a newer one counts,
the older stay. Without kind=value it lists what was said before.

Examples:
  kehu tier judge C000123 influence=major brings_others=yes --note "brought three owners"
  kehu tier judge C000123 intention=high
  kehu tier judge C000123`,
  },
  'judge-what': { zh: '项目=值，如 影响力=重大', en: 'kind=value, as in influence=major' },
  'judge-title': { zh: '评价', en: 'judgements' },
  'judge-kind': { zh: '项目', en: 'what' },
  'judge-value': { zh: '评价', en: 'judged' },
  'judge-author': { zh: '谁评的', en: 'by' },
  'judge-note': { zh: '依据', en: 'why' },
  'judge-none': {
    zh: '还没有评价。可以写：kehu tier judge {code} 影响力=重大',
    en: 'nothing yet. Write: kehu tier judge {code} influence=major',
  },
  'judge-done': { zh: '{code}：{words}（{author}，{on}）', en: '{code}: {words} ({author}, {on})' },
  'judge-next': {
    zh: '等级下次计算时更新：kehu tier run；看理由：kehu tier explain {code}；撤销：kehu undo {operation}',
    en: 'the tier follows with the next run: kehu tier run; why: kehu tier explain {code}; take back: kehu undo {operation}',
  },
  'judge-kind-unknown': { zh: '不认识这项评价：{name}', en: 'no such kind of judgement: {name}' },
  'judge-kind-unknown.hint': { zh: '写成 项目=值，项目有：{names}', en: 'write kind=value; the kinds are: {names}' },
  'judge-value-wrong': { zh: '{name}不能是“{value}”', en: '{name} can’t be "{value}"' },
  'judge-value-wrong.hint': { zh: '可以是：{expected}', en: 'it is one of: {expected}' },
  'show-judgements': { zh: '评价', en: 'judgements' },
  'tier.signed': { zh: '这是判断：{judgements}。', en: 'Judged by: {judgements}.' },
  'tier.signed-one': { zh: '{what}（{author}，{on}）', en: '{what} ({author}, {on})' },
} as const satisfies Messages
