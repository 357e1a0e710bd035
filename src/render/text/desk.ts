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
  'clean-summary': {
    zh: '修复资料：统一格式、还原乱码、补上可推出的值',
    en: 'repair: normal forms, garbled texts, values that follow from others',
  },
  'clean-description': {
    zh: `列出可以修复的值，修改前 → 修改后，按种类预览；同意以后才改，可用 undo 收回。
丢失位数的号码（1.38E+10、以 000 结尾的证件号）只报告，不猜。`,
    en: `Proposes repairs by kind, before → after. Nothing is changed until you agree, and undo
takes it back. Numbers that lost digits (1.38E+10, IDs ending in 000) are only told.`,
  },
  'clean-run-summary': { zh: '预览并修复（默认）', en: 'preview and repair (the default)' },
  'clean-rule': { zh: '只做这一种修复（可重复）', en: 'this kind of repair only (repeatable)' },
  'clean-apply': { zh: '不再询问，全部修复', en: 'repair without asking' },
  'clean-rows': { zh: '把每处修改写入工作簿', en: 'write every change to a workbook' },
  'clean-ask': { zh: '{what}，共 {count} 处，修复吗', en: '{what}: {count} in all. Repair them' },
  'clean-next': { zh: '没有改动；加上 --apply 即修复', en: 'nothing was changed; --apply repairs them' },
  'clean-done': {
    zh: '修复了 {count} 处，解决问题 {findings} 条',
    en: '{count} values repaired, {findings} findings settled',
  },
  'clean-undo': { zh: '收回：kehu undo {id}', en: 'to take it back: kehu undo {id}' },
  'clean-none': { zh: '没有可以修复的', en: 'there is nothing to repair' },
  'clean-lossy': {
    zh: '另有 {count} 个号码丢失了位数，无法修复，请对照原件（kehu verify findings --rule lossy-number）',
    en: '{count} numbers have lost digits and can not be repaired; compare with the originals (kehu verify findings --rule lossy-number)',
  },
  'clean-nothing': { zh: '（空）', en: '(empty)' },
  'repair-missing': { zh: '没有修复 {id}', en: 'there is no repair {id}' },
  'repair-missing.hint': { zh: '可用的有：{names}', en: 'there are: {names}' },
  'column-example': { zh: '例', en: 'example' },
  'column-before': { zh: '修改前', en: 'before' },
  'column-after': { zh: '修改后', en: 'after' },
  'run-missing': { zh: '没有第 {id} 次校验', en: 'there is no run {id}' },
  'run-missing.hint': { zh: 'kehu quality --trend 列出各次校验', en: 'kehu quality --trend lists the runs' },
} as const satisfies Messages
