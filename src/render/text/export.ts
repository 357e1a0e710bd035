import type { Messages } from './catalogue.ts'

/** Words of what leaves the book. */
export const exportText = {
  'export-summary': { zh: '导出客户、交易、来往……', en: 'take customers, deals, contacts … out as a file' },
  'export-description': {
    zh: `把客户簿里的资料写成表格。什么时候、谁、导出了多少，都会记下来。
再导入没有改过的导出文件，不会改变任何资料。

例：
  kehu export customers -o 客户.xlsx
  kehu export deals --period 2026-11 -o 交易.csv --bom
  kehu export customers --fields name,mobile --tier A --mask phone
  kehu export customers -o 通讯录.vcf`,
    en: `Writes what the book holds as a file. Who took how much out, and when, is kept.
Importing an untouched export changes nothing.

Examples:
  kehu export customers -o customers.xlsx
  kehu export deals --period 2026-11 -o deals.csv --bom
  kehu export customers --fields name,mobile --tier A --mask phone
  kehu export customers -o contacts.vcf`,
  },
  'export-what': {
    zh: 'customers deals interactions contacts addresses relations',
    en: 'customers deals interactions contacts addresses relations',
  },
  'export-output': { zh: '写到文件；不写则送到标准输出', en: 'write to a file, else to standard output' },
  'export-format': {
    zh: '格式：csv tsv xlsx jsonl json vcf ics（否则看文件名）',
    en: 'form: csv tsv xlsx jsonl json vcf ics (else by file name)',
  },
  'export-fields': { zh: '只要这些字段，按此顺序；? 列出全部', en: 'these fields, in this order; ? lists them all' },
  'export-period': { zh: '只要这段时间的，如 2026-11', en: 'only of this period, as in 2026-11' },
  'export-bom': { zh: '文件开头加标记，让 Excel 认出 UTF-8', en: 'mark the file so that Excel takes it for UTF-8' },
  'export-encoding': { zh: 'utf-8 或 gb18030（旧版 Excel）', en: 'utf-8 or gb18030 (old Excel)' },
  'export-no-guard': {
    zh: '不在公式样的文字前加单引号（可能有危险）',
    en: "don't put ' before what a spreadsheet would run",
  },
  'export-mask': {
    zh: '隐去部分内容：phone,email,id,address,name',
    en: 'hide parts of phone,email,id,address,name',
  },
  'export-done': { zh: '已导出 {rows} 行到 {path}', en: '{rows} rows written to {path}' },
  'export-cut': {
    zh: '有 {count} 个格子超过 32767 字，Excel 装不下，已截断；要完整内容请用 CSV',
    en: '{count} cells were longer than the 32,767 characters a spreadsheet holds and were cut; CSV has them whole',
  },
  'export-sensitive-left-out': {
    zh: '没有导出敏感字段：{fields}（需要时加 --show-pii）',
    en: 'sensitive fields were left out: {fields} (add --show-pii if they are needed)',
  },
  'export-nothing': { zh: '没有符合条件的记录', en: 'nothing fits' },
  'export-field-unknown': { zh: '没有字段 {fields}', en: 'there is no field {fields}' },
  'export-field-unknown.hint': {
    zh: '用 kehu export {what} --fields ? 查看全部字段',
    en: 'see them all with kehu export {what} --fields ?',
  },
  'export-customers-only': { zh: '{format} 只能用于 customers', en: '{format} is for customers only' },
  'export-customers-only.hint': { zh: '改用 kehu export customers', en: 'use kehu export customers' },
  'export-what-unknown': { zh: '不能导出 {what}', en: '{what} can’t be exported' },
  'export-what-unknown.hint': { zh: '可以导出：{names}', en: 'there are: {names}' },
  'segment-missing': { zh: '没有客群 {name}', en: 'there is no segment {name}' },
  'segment-missing.hint': {
    zh: '在 policies/segments.yaml 里写好，现有：{names}',
    en: 'write it into policies/segments.yaml; there are: {names}',
  },
  'export-field-key': { zh: '字段', en: 'field' },
  'export-field-title': { zh: '标题', en: 'heading' },
  'export-field-note': { zh: '说明', en: 'note' },
  'export-field-on-request': { zh: '点名才导出', en: 'only when named' },
  'export-field-sensitive': { zh: '敏感，要 --show-pii', en: 'sensitive, needs --show-pii' },
  'export-field-derived': { zh: 'kehu 算出，导入时略过', en: 'made by kehu, passed over by an import' },
  'export-customers': { zh: '客户', en: 'customers' },
  'export-deals': { zh: '交易', en: 'deals' },
  'export-interactions': { zh: '来往', en: 'contacts had' },
  'export-contacts': { zh: '联系方式', en: 'contact points' },
  'export-addresses': { zh: '地址', en: 'addresses' },
  'export-relations': { zh: '关系', en: 'relations' },
  'export-mark': { zh: '校验', en: 'check' },
  'export-birthday': { zh: '{name} 生日', en: '{name}: birthday' },
  'export-anniversary': { zh: '{name} {what}', en: '{name}: {what}' },
} as const satisfies Messages
