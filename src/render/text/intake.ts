import type { Messages } from './catalogue.ts'

/** What became of a source row, how a table was understood, and what was noticed about single values. */
export const intakeText = {
  title: { zh: '标题行', en: 'title' },
  note: { zh: '说明文字', en: 'note' },
  header: { zh: '表头', en: 'header' },
  'repeated-header': { zh: '重复的表头', en: 'header repeated' },
  blank: { zh: '空行', en: 'blank row' },
  'group-header': { zh: '分组标题', en: 'group heading' },
  subtotal: { zh: '小计', en: 'subtotal' },
  total: { zh: '合计', en: 'total' },
  footer: { zh: '表尾（制表、审核、打印日期）', en: 'footer (signatures, print date)' },
  'summary-account': { zh: '汇总户，不是某一个客户', en: 'a collective account, not one customer' },
  'vacant-unit': { zh: '空置单元，没有租户', en: 'a vacant unit without tenant' },
  sample: { zh: '填写示例', en: 'sample row' },
  'form-part': { zh: '第 {row} 行起的登记卡的一部分', en: 'part of the form that begins in row {row}' },
  'sheet-hidden': { zh: '隐藏的工作表，未导入', en: 'the sheet is hidden and was left out' },
  'sheet-empty': { zh: '工作表是空的', en: 'the sheet is empty' },
  'no-customer-columns': {
    zh: '没有一列能认出客户（姓名、电话、编号等）。如果有，请用 --map 标题=字段 指明',
    en: 'no column tells who the customer is (name, phone, code …). If one does, say so with --map heading=field',
  },
  'no-table': { zh: '这个工作表不是表格，只有文字', en: 'the sheet holds text, no table' },

  'table-customers': { zh: '客户表：每行一个客户', en: 'customers, one a row' },
  'table-deals': { zh: '交易表：每行一笔交易', en: 'deals, one a row' },
  'table-interactions': { zh: '来往记录：每行一次联系', en: 'contacts with customers, one a row' },
  'table-mixed': {
    zh: '混合表：客户和他们的交易或来往在同一行',
    en: 'customers with their deals or contacts in one row',
  },
  'table-across': {
    zh: '横排的表：字段在左，一列一个客户，共 {customers} 个',
    en: 'a table on its side: fields to the left, {customers} customers in columns',
  },
  'table-forms': { zh: '登记卡：共 {forms} 张，一张一个客户', en: '{forms} forms, one customer each' },
  'table-without-header': { zh: '没有表头，按内容判断各列', en: 'no header; columns were judged by their values' },
  'table-free-lines': {
    zh: '没有表头也没有固定的列，按每行的内容识别',
    en: 'neither header nor columns; every line was read by its words',
  },

  'no-identity': {
    zh: '既没有可用的姓名，也没有电话、证件号或编号，认不出是谁。请补上姓名或电话后再导入这一行',
    en: 'no usable name, phone, ID or code: nobody can be recognised. Add a name or a phone and import the row again',
  },
  'test-record': { zh: '看起来是测试数据，没有导入', en: 'this looks like a test record and was not imported' },
  'empty-form': { zh: '这张登记卡没有填写', en: 'the form is not filled in' },
  'unclosed-quote': {
    zh: '引号没有关闭，后面的内容可能串行。请在文件里补上引号后再导入这一行',
    en: 'a quote is not closed, so cells may have run together. Close it in the file and import the row again',
  },
  'truncated-record': {
    zh: '文件在这一行中间断了，内容不完整。请向提供者要完整的文件',
    en: 'the file ends in the middle of this row. Ask for the whole file',
  },

  'values-from-merged-cell': {
    zh: '有些值来自第 {row} 行的合并单元格',
    en: 'some values come from the merged cell in row {row}',
  },
  'same-as-above-resolved': { zh: '“同上”已换成上一行的值', en: '“as above” was replaced by the value above' },
  'date-from-row-above': { zh: '日期沿用上一行', en: 'the date is that of the row above' },
  'customer-from-row-above': { zh: '客户沿用上一行', en: 'the customer is that of the row above' },
  'year-taken-from-row-above': {
    zh: '年份 {year} 取自前面的日期',
    en: 'the year {year} was taken from the dates before',
  },
  'no-name': { zh: '没有姓名', en: 'no name' },
  'no-phone': { zh: '没有电话', en: 'no phone' },
  'name-maybe-surname-only': { zh: '可能只写了姓', en: 'perhaps only the surname' },
  'several-names': {
    zh: '一格里有 {names} 个人，分成了 {names} 个客户',
    en: 'one cell names {names} people, who became {names} customers',
  },
  'phone-area-from-city': {
    zh: '座机没写区号，按 {city} 补上 {code}',
    en: 'the landline had no area code; {code} was added for {city}',
  },
  'phone-in-name-cell': { zh: '电话写在姓名格里，已分开', en: 'the phone stood in the name cell and was taken apart' },
  'phone-in-comment': { zh: '批注里有电话，已记下', en: 'a phone in the comment of the cell was kept' },
  'phone-belongs-to-third-person': {
    zh: '这个电话是别人的（{name}），没有记在客户名下',
    en: 'the phone is somebody else’s ({name}) and was not given to the customer',
  },
  'contact-same-as-none': {
    zh: '写着“{value}”，但这一行没有手机号',
    en: 'it says “{value}”, but the row has no mobile',
  },
  'wechat-from-remark': { zh: '微信号 {value} 取自备注', en: 'the WeChat name {value} was taken from the remark' },
  'email-bounced': { zh: '邮箱注明退信', en: 'the e-mail is marked as bounced' },
  'leading-zeros-restored': {
    zh: '编号 {value} 丢了前面的 0，已补回',
    en: 'zeros were put back in front of the code {value}',
  },
  'code-digits-lost': {
    zh: '{value} 是科学记数法，末几位已丢失，没有保存',
    en: '{value} has lost its last digits to scientific notation and was not kept',
  },
  'invisible-characters': { zh: '有看不见的字符，已去掉', en: 'invisible characters were taken out' },
  'mojibake-repaired': { zh: '乱码“{value}”已还原', en: 'garbled text “{value}” was restored' },
  'mojibake-cell-lost': {
    zh: '乱码“{value}”无法还原，按空白处理',
    en: 'garbled text “{value}” cannot be restored and counts as empty',
  },
  'row-struck-through': {
    zh: '整行画了删除线，请确认是否作废',
    en: 'the whole row is struck through: check whether it still holds',
  },
  'walk-in': { zh: '散客，没有留下姓名', en: 'a walk-in customer who left no name' },
  'no-customer': { zh: '没有写客户', en: 'no customer is named' },
  'place-told-otherwise': { zh: '“{value}”与地址里的地方不同', en: '"{value}" is not where the address lies' },
} as const satisfies Messages
