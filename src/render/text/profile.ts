import type { Messages } from './catalogue.ts'

/** `kehu profile` and `kehu template`. */
export const profileText = {
  'profile-summary': {
    zh: '看看表格里有什么：列、填写率、异常、个人信息',
    en: 'what files hold: columns, fill rate, oddities, personal data',
  },
  'profile-description': {
    zh: `按导入时的理解逐列描述文件：对应的字段、把握、类型、填写率、不同值的个数、
最常见的样子（9 数字，A a 字母，汉 汉字，+ 表示五个以上）、个人信息、可疑的值。
不需要客户簿，什么都不写入。

例：
  kehu profile 会员.xlsx
  kehu profile 客户.csv --json`,
    en: `Describes files column by column, as an import would understand them: the field, how
sure, type, fill rate, different values, the commonest shapes (9 digit, A a letters,
汉 hanzi, + five or more), personal data, and suspicious values. No book is needed and
nothing is written.

Examples:
  kehu profile members.xlsx
  kehu profile leads.csv --json`,
  },
  'profile-interrupted': { zh: '已中断', en: 'stopped' },
  'profile-nothing': { zh: '没有找到表格', en: 'no table was found' },
  'profile-file': { zh: '文件', en: 'file' },
  'profile-sheet': { zh: '工作表', en: 'sheet' },
  'profile-column': { zh: '列', en: 'column' },
  'profile-heading': { zh: '标题', en: 'heading' },
  'profile-field': { zh: '字段', en: 'field' },
  'profile-confidence': { zh: '把握', en: 'sure' },
  'profile-type': { zh: '类型', en: 'type' },
  'profile-filled': { zh: '填写率', en: 'filled' },
  'profile-distinct': { zh: '不同值', en: 'distinct' },
  'profile-shapes': { zh: '常见样子', en: 'shapes' },
  'profile-personal': { zh: '个人信息', en: 'personal' },
  'profile-sensitive': { zh: '敏感个人信息', en: 'sensitive' },
  'type-text': { zh: '文字', en: 'text' },
  'type-long-text': { zh: '长文字', en: 'long text' },
  'type-person-name': { zh: '人名', en: 'person' },
  'type-org-name': { zh: '单位名', en: 'organisation' },
  'type-name': { zh: '名称', en: 'name' },
  'type-phone': { zh: '电话', en: 'phone' },
  'type-email': { zh: '邮箱', en: 'e-mail' },
  'type-id-number': { zh: '证件号', en: 'ID number' },
  'type-uscc': { zh: '信用代码', en: 'credit code' },
  'type-date': { zh: '日期', en: 'date' },
  'type-partial-date': { zh: '日期（可缺年）', en: 'date, perhaps without year' },
  'type-money': { zh: '金额', en: 'money' },
  'type-money-range': { zh: '金额范围', en: 'money range' },
  'type-number': { zh: '数', en: 'number' },
  'type-number-range': { zh: '数的范围', en: 'number range' },
  'type-integer': { zh: '整数', en: 'whole number' },
  'type-address': { zh: '地址', en: 'address' },
  'type-division': { zh: '行政区', en: 'division' },
  'type-choice': { zh: '单选', en: 'one of a list' },
  'type-choices': { zh: '多选', en: 'several of a list' },
  'type-yes-no': { zh: '是否', en: 'yes or no' },
  'type-code': { zh: '编号', en: 'code' },
  'type-url': { zh: '网址', en: 'URL' },
  'profile-remarks': { zh: '可疑', en: 'suspicious' },
  'template-summary': {
    zh: '生成一张空表，发给别人填好后可直接导入',
    en: 'an empty sheet to be filled in and imported',
  },
  'template-description': {
    zh: `按表单生成 XLSX：每个字段一列，可选的值有下拉列表，第二张工作表是说明；
第一行是示例，导入时会跳过。

例：
  kehu template visitor -o 来访登记.xlsx`,
    en: `Makes an XLSX from a form: a column a field, drop-down lists where values are chosen,
a second sheet of notes; the first row is a sample, which an import passes over.

Example:
  kehu template visitor -o visitors.xlsx`,
  },
  'template-form': {
    zh: '表单的名称或编号，见 kehu intake --list',
    en: 'a form by key or number, see kehu intake --list',
  },
  'template-output': { zh: '写到哪个文件', en: 'the file to write' },
  'template-written': { zh: '已写好 {path}（{columns} 列）', en: 'wrote {path} ({columns} columns)' },
  'template-number': { zh: '序号', en: 'No.' },
  'template-sample': { zh: '示例', en: 'sample' },
  'template-notes': { zh: '填写说明', en: 'Notes' },
  'template-lists': { zh: '选项', en: 'Lists' },
  'template-note-field': { zh: '栏目', en: 'field' },
  'template-note-purpose': { zh: '用途', en: 'purpose' },
  'template-note-type': { zh: '类型', en: 'type' },
  'template-note-required': { zh: '必填', en: 'required' },
  'template-yes': { zh: '是', en: 'yes' },
} as const satisfies Messages
