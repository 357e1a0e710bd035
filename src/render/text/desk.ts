import type { Messages } from './catalogue.ts'

/** Words of the commands that keep the data true: checks, waivers, repairs, clean-up, quality, verification. */
export const deskText = {
  'verify-run-summary': { zh: '校验资料（默认）', en: 'check the data (the default)' },
  'verify-since': {
    zh: '只看某次校验（编号）或某天以后动过的客户',
    en: 'only customers touched since a run (its number) or a day',
  },
  'verify-suggest-rules': {
    zh: '不校验，按现有数据写一份规则建议',
    en: 'check nothing; write rules the data already keep to',
  },
  'verify-waived': {
    zh: '另有 {count} 处已豁免（kehu verify waivers）',
    en: '{count} more are waived (kehu verify waivers)',
  },
  'suggest-comment': {
    zh: '由现有数据推出的规则，请看过再用：存为 policies/checks.yaml',
    en: 'rules the data already keep to; read them, then keep them as policies/checks.yaml',
  },
  'suggest-done': { zh: '建议了 {count} 条规则', en: '{count} rules suggested' },
  'waive-summary': { zh: '豁免某条规则：某个客户的，或全部的', en: 'let a rule pass, for one customer or for all' },
  'waive-customer': { zh: '客户（编号、姓名或电话）', en: 'customer (code, name or phone)' },
  'waive-rule': { zh: '规则编号', en: "the rule's id" },
  'waive-why': { zh: '为什么', en: 'why' },
  'waive-until': { zh: '到哪一天为止（含）', en: 'last day it holds' },
  waived: { zh: '已豁免 {rule}，可用 kehu undo {id} 收回', en: '{rule} is waived; kehu undo {id} takes it back' },
  'waivers-summary': { zh: '现有的豁免', en: 'what is waived' },
  'waivers-none': { zh: '没有豁免', en: 'nothing is waived' },
  'findings-summary': { zh: '逐条列出发现的问题', en: 'list findings one by one' },
  'findings-state': { zh: 'open | repaired | waived | gone | all', en: 'open | repaired | waived | gone | all' },
  'finding-open': { zh: '未处理', en: 'open' },
  'finding-repaired': { zh: '已修复', en: 'repaired' },
  'finding-waived': { zh: '已豁免', en: 'waived' },
  'finding-gone': { zh: '已消失', en: 'gone' },
  'column-why': { zh: '原因', en: 'why' },
  'column-until': { zh: '到', en: 'until' },
  'run-missing': { zh: '没有第 {id} 次校验', en: 'there is no run {id}' },
  'run-missing.hint': { zh: 'kehu quality --trend 列出各次校验', en: 'kehu quality --trend lists the runs' },
} as const satisfies Messages
