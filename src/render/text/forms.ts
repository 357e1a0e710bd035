import type { Messages } from './catalogue.ts'

/** Forms, their questions and their faults. */
export const formsText = {
  'form-empty': { zh: '没有内容。请输入，或用 - 跳过。', en: 'Nothing was typed. Answer, or skip with -.' },
  'form-required': { zh: '“{field}”必须填写（※）。', en: '"{field}" is required (※).' },
  'form-no-question': { zh: '这张表已经没有要问的了。', en: 'This form has nothing left to ask.' },
  'form-no-such-field': {
    zh: '这张表没有“{field}”一项。请对照 kehu intake --blank 打印的空白表改正。',
    en: 'The form has no field "{field}". Compare with the blank form: kehu intake --blank.',
  },
  'form-not-in-list': { zh: '“{value}”不在可选范围内：{list}。', en: '"{value}" is none of: {list}.' },
  'form-not-a-whole-number': {
    zh: '“{value}”不是整数。请只写数字，如 12。',
    en: '"{value}" is no whole number; write digits such as 12.',
  },
  'form-date-incomplete': {
    zh: '“{value}”不是完整的日期。请写到日，如 2026-11-22、11月22日、昨天。',
    en: '"{value}" is no whole date; write a day such as 2026-11-22 or yesterday.',
  },
  'form-not-a-number': {
    zh: '“{value}”不是数字。请写如 120 或 90-120。',
    en: '"{value}" is no number; write 120 or 90-120.',
  },
  'form-not-a-web-address': {
    zh: '“{value}”不像网址。请写如 www.example.com。',
    en: '"{value}" is no web address; write www.example.com.',
  },
  'form-unknown': { zh: '没有叫“{name}”的表单。可用的有：{list}。', en: 'No form "{name}". There are: {list}.' },
  'form-unknown.hint': { zh: 'kehu intake --list 列出全部表单。', en: 'kehu intake --list shows all forms.' },
  'form-field-unknown': {
    zh: '数据字典里没有“{field}”这个字段。请用字典里的键名，或先加字段。',
    en: 'The dictionary has no field "{field}". Use a key of the dictionary, or add the field first.',
  },
  'form-field-forbidden': {
    zh: '“{field}”不可收集：宗教和政治信息不入客户簿。',
    en: '"{field}" may not be collected: religion and politics stay out of the book.',
  },
  'form-field-twice': { zh: '“{field}”在表中出现了两次。', en: '"{field}" is asked twice.' },
  'form-condition-unasked': {
    zh: '条件用到的“{field}”在它之前没有问过。请调整顺序。',
    en: 'The condition needs "{field}", which is not asked before it.',
  },
  'form-heading': {
    zh: '{number} {title}（※ 为必填，共 {count} 项）',
    en: '{number} {title} (※ required, {count} questions)',
  },
  'form-known': { zh: '已知  {label}：{value}', en: 'known  {label}: {value}' },
  'form-filled': { zh: '已填  {label}：{value}', en: 'filled  {label}: {value}' },
  'form-note': { zh: '注意：{note}', en: 'note: {note}' },
  'form-summary': { zh: '请核对（尚未保存）：', en: 'Please check (nothing is saved yet):' },
  'form-summary-known': { zh: '已知', en: 'known' },
  'form-summary-empty': { zh: '（未填）', en: '(empty)' },
  'form-decide': { zh: '保存吗？', en: 'Save?' },
  'form-save': { zh: '保存', en: 'save' },
  'form-correct': { zh: '修改某一项', en: 'correct an answer' },
  'form-later': { zh: '存草稿，以后再填', en: 'keep as a draft for later' },
  'form-which': { zh: '修改哪一项？', en: 'Which answer?' },
  'form-recognised': { zh: '这个号码已有客户：', en: 'This number is known:' },
  'form-whose': { zh: '来的是哪一位？', en: 'Who is it?' },
  'form-same': { zh: '就是 {who}', en: 'it is {who}' },
  'form-related': { zh: '是 {who} 的家人、同事等，另建档', en: 'family, colleague … of {who}: a file of its own' },
  'form-new': { zh: '无关，是新客户', en: 'nobody of these: a new customer' },
  'form-relation': { zh: '与 {who} 是什么关系？', en: 'What are they to {who}?' },
  'relation-family': { zh: '家人', en: 'family' },
  'relation-colleague': { zh: '同事', en: 'colleague' },
  'relation-friend': { zh: '朋友', en: 'friend' },
  'relation-driver': { zh: '司机', en: 'driver' },
  'relation-director': { zh: '主任、秘书', en: 'office head, secretary' },
  'relation-introduced-by': { zh: '由他/她介绍来', en: 'introduced by them' },
  'form-no-person': {
    zh: '这里没有人可以回答问题，而这些必填项没有给出：{fields}。',
    en: 'There is nobody to ask, and these required answers were not given: {fields}.',
  },
  'form-no-person.hint': {
    zh: '请用 --answers F.yaml 或 --set 字段=值 给出，或在终端里运行。',
    en: 'Give them with --answers F.yaml or --set field=value, or run it in a terminal.',
  },
  'form-blank-number': { zh: '编号', en: 'No.' },
  'form-blank-staff': { zh: '填表人', en: 'Filled by' },
  'form-blank-date': { zh: '日期', en: 'Date' },
  'form-blank-note': { zh: '※ 为必填项', en: '※ required' },
  'form-blank-more': { zh: '（可另附纸）', en: '(use another sheet for more)' },
  'review-keys': {
    zh: '{done}/{total} 是同一客户吗？ y 是 · n 不是 · r 有关系 · s 先跳过 · u 撤销上一步 · q 退出',
    en: '{done}/{total} same customer? y yes · n no · r related · s skip · u undo · q leave',
  },
  'review-keys-cluster': {
    zh: '{done}/{total} 都是同一客户吗？ y 是 · n 不是 · 数字 分出去 · r 有关系 · s 跳过 · u 撤销 · q 退出',
    en: '{done}/{total} all the same? y yes · n no · digits split off · r related · s skip · u undo · q leave',
  },
  'review-split': {
    zh: '分出去：{members}（回车确定，再按取消）',
    en: 'split off: {members} (Enter to do it, press again to take back)',
  },
  'review-nothing-to-undo': { zh: '没有可撤销的了。', en: 'There is nothing to undo.' },
} as const satisfies Messages
