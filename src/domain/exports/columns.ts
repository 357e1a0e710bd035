import type { Choice } from '../../model/dictionary.ts'
import type { ExportColumn, ExportName } from '../../model/export.ts'
import { customerTypes, genders, interactionKinds } from '../dictionary/choices.ts'
import { fieldByKey } from '../dictionary/fields.ts'
import { contactTypeNames, dealKinds, relationTypes, uses, yesNoNumbers } from './words.ts'

type Type = ExportColumn['type']
type More = Omit<ExportColumn, 'key' | 'zh' | 'en' | 'type'>

/** Words of coded values, by value. */
export const labelsOf = (choices: readonly Choice[]): NonNullable<ExportColumn['labels']> => ({
  zh: new Map(choices.map(({ value, zh }) => [value, zh])),
  en: new Map(choices.map(({ value, en }) => [value, en])),
})

const column = (key: string, zh: string, en: string, type: Type = 'text', more: More = {}): ExportColumn => ({
  key,
  zh,
  en,
  type,
  ...more,
})

/** Headings by which an import knows its columns again. */
const code = column('source_code', '客户编号', 'Customer Code')
const name = column('name', '客户名称', 'Customer Name', 'text', { personal: 'name' })
const whose = [code, name]
const derived: More = { derived: true }
const rowId = column('row_id', '行号', 'row', 'integer', { onRequest: true, derived: true })
const facts = column('facts', '其他', 'more', 'text', derived)
const phone: More = { personal: 'phone' }
const address: More = { personal: 'address' }

const customers: readonly ExportColumn[] = [
  ...whose,
  column('kind', '客户类型', 'Customer Type', 'text', { labels: labelsOf(customerTypes) }),
  column('own_code', '来源编号', 'Source Code', 'text', { onRequest: true }),
  column('surname', '姓', 'Surname', 'text', { onRequest: true }),
  column('given_name', '名', 'Given name', 'text', { onRequest: true }),
  column('honorific', '称呼', 'Form of address'),
  column('gender', '性别', 'Gender', 'text', { labels: labelsOf(genders) }),
  column('birth', '出生日期', 'Birthday', 'date'),
  column('age_band', '年龄', 'Age'),
  column('id_number', '身份证号', 'ID number', 'text', { personal: 'id', sensitive: true }),
  column('uscc', '统一社会信用代码', 'USCC'),
  column('short_name', '简称', 'Short name'),
  column('english_name', '英文名', 'English name'),
  column('employer', '工作单位', 'Employer'),
  column('title', '职务', 'Title'),
  column('department', '部门', 'Department'),
  column('occupation', '职业', 'Occupation'),
  column('education', '教育程度', 'Education'),
  column('industry', fieldByKey('industry')?.zh ?? '行业', fieldByKey('industry')?.en ?? 'Industry'),
  column(
    'legal_rep',
    fieldByKey('legal_rep')?.zh ?? '法定代表人',
    fieldByKey('legal_rep')?.en ?? 'Legal representative',
  ),
  column('website', fieldByKey('website')?.zh ?? '网址', fieldByKey('website')?.en ?? 'Website'),
  column('mobile', '手机', 'Mobile', 'text', phone),
  column('phone', '电话', 'Phone', 'text', phone),
  column('fax', '传真', 'Fax', 'text', phone),
  column('email', '邮箱', 'E-mail', 'text', { personal: 'email' }),
  column('wechat', '微信', 'WeChat', 'text', phone),
  column('qq', 'QQ', 'QQ', 'text', phone),
  column('province', '省份', 'Province'),
  column('city', '城市', 'City'),
  column('district', '区县', 'District'),
  column('address', '地址', 'Address', 'text', address),
  column('home_address', '家庭住址', 'Home address', 'text', address),
  column('work_address', '单位地址', 'Work address', 'text', address),
  column('mailing_address', '通讯地址', 'Mailing address', 'text', address),
  column('registered_address', '注册地址', 'Registered address', 'text', address),
  column('postcode', '邮编', 'Postcode'),
  column('country', '国家', 'Country'),
  column('region', '所属区域', 'Territory'),
  column('acquired_from', '客户来源', 'Lead Source'),
  column('level', '客户级别', 'Customer Level'),
  column('owner', '业务员', 'Account Manager'),
  column('status', '客户状态', 'Customer Status'),
  column('opened_on', '登记日期', 'Registered on', 'date'),
  column('remark', '备注', 'Remark'),
]

/** What kehu itself found out about customers: last, and passed over by an import. */
const found: readonly ExportColumn[] = [
  column('tier', '级别', 'tier', 'text', derived),
  column('deals', '成交笔数', 'deals', 'integer', derived),
  column('amount', '成交额', 'sales', 'money', derived),
  column('first_deal_on', '首次成交', 'first deal', 'date', { ...derived, onRequest: true }),
  column('last_deal_on', '最近成交', 'last deal', 'date', derived),
  column('last_contact_on', '最近来往', 'last contact', 'date', derived),
  column('confirmed_on', '最近核实', 'last verified', 'date', { ...derived, onRequest: true }),
  column('added_on', '录入日期', 'added on', 'date', { ...derived, onRequest: true }),
  column('updated_on', '更新日期', 'updated on', 'date', { ...derived, onRequest: true }),
]

const deals: readonly ExportColumn[] = [
  ...whose,
  column('deal_on', '成交日期', 'Order Date', 'date'),
  column('order_no', '订单号', 'Order No'),
  column('product', '商品', 'Product'),
  column('product_kind', '产品类型', 'Product kind'),
  column('unit', '成交单元', 'Unit No'),
  column('quantity', '数量', 'Quantity'),
  column('unit_price', '单价', 'Unit price', 'money'),
  column('amount', '金额', 'Amount', 'money'),
  column('paid', '实收', 'Paid', 'money'),
  column('discount', '折扣', 'Discount'),
  column('currency', '币种', 'Currency'),
  column('deal_status', '订单状态', 'Order Status'),
  column('sales_channel', '销售渠道', 'Sales channel'),
  column('payment', '付款方式', 'Payment Method'),
  column('deal_staff', '经办人', 'Sold by'),
  column('deal_remark', '交易备注', 'Deal remark'),
  column('deal_kind', '种类', 'kind', 'text', { ...derived, labels: labelsOf(dealKinds) }),
  facts,
  column('duplicate_of', '重复于', 'duplicate of', 'integer', derived),
  rowId,
]

const interactions: readonly ExportColumn[] = [
  ...whose,
  column('contact_on', '联系日期', 'Contact Date', 'date'),
  column('contact_time', '时刻', 'Time'),
  column('contact_kind', '联系类型', 'Contact Type', 'text', { labels: labelsOf(interactionKinds) }),
  column('contact_staff', '跟进人员', 'Staff'),
  column('people', '同行人', 'Companions'),
  column('contact_purpose', '接触目的', 'Purpose'),
  column('contact_place', '联系地点', 'Place'),
  column('content', '联系内容', 'Content'),
  column('cost', '费用', 'Cost', 'money'),
  column('next_contact', '下次联系', 'Next contact', 'date'),
  column('initiated', '客户主动', 'begun by customer', 'text', { ...derived, labels: labelsOf(yesNoNumbers) }),
  column('major', '大事', 'major', 'text', { ...derived, labels: labelsOf(yesNoNumbers) }),
  facts,
  rowId,
]

const contacts: readonly ExportColumn[] = [
  ...whose,
  column('type', '类型', 'type', 'text', { ...derived, labels: labelsOf(contactTypeNames) }),
  column('canonical', '号码', 'number', 'text', { ...derived, personal: 'phone' }),
  column('ext', '分机', 'extension', 'text', derived),
  column('label', '说明', 'label', 'text', derived),
  column('raw', '原文', 'as written', 'text', { ...derived, personal: 'phone' }),
  rowId,
]

const addresses: readonly ExportColumn[] = [
  ...whose,
  column('use', '用途', 'use', 'text', { ...derived, labels: labelsOf(uses) }),
  column('raw', '原文', 'as written', 'text', { ...derived, personal: 'address' }),
  column('province', '省', 'province', 'text', derived),
  column('city', '市', 'city', 'text', derived),
  column('district', '区县', 'district', 'text', derived),
  column('street', '街道门牌', 'street', 'text', { ...derived, personal: 'address' }),
  column('division', '行政区划代码', 'division code', 'text', derived),
  column('postcode', '邮编', 'postcode', 'text', derived),
  column('country', '国家', 'country', 'text', derived),
  rowId,
]

const relations: readonly ExportColumn[] = [
  ...whose,
  column('relation', '关系', 'relation', 'text', { ...derived, labels: labelsOf(relationTypes) }),
  column('title', '职务', 'title', 'text', derived),
  column('decision_role', '决策角色', 'decision role', 'text', derived),
  column('of_code', '对方编号', 'code of the other', 'text', derived),
  column('of_name', '对方', 'the other', 'text', { ...derived, personal: 'name' }),
  column('since', '起', 'since', 'date', derived),
  column('until', '止', 'until', 'date', derived),
  column('note', '备注', 'note', 'text', derived),
  rowId,
]

const fixed: Readonly<Record<Exclude<ExportName, 'customers'>, readonly ExportColumn[]>> = {
  deals,
  interactions,
  contacts,
  addresses,
  relations,
}

/**
 * Every column an export may have. `filled` are the keys under which the book holds anything of customers: those of
 * facts become columns of their own, named as the dictionary or their source named them.
 */
export function exportColumns(entity: ExportName, filled: ReadonlySet<string>): readonly ExportColumn[] {
  if (entity !== 'customers') return fixed[entity]
  const known = new Set([...customers, ...found].map(({ key }) => key))
  const more = [...filled].filter((key) => !known.has(key) && !asPartOf.has(key)).map(factColumn)
  return [...customers, ...more, ...found]
}

/** Told by other columns, or by the party itself. */
const asPartOf = new Set(['customer_type', 'age_band_on', 'standing', 'directness'])

function factColumn(key: string): ExportColumn {
  const field = fieldByKey(key)
  if (field === undefined) {
    const heading = key.replace(/^extra:/, '')
    return column(key, heading, heading)
  }
  const { zh, en, choices, sensitivity } = field
  return column(key, zh, en, 'text', {
    ...(choices === undefined ? {} : { labels: labelsOf(choices) }),
    ...(sensitivity === 'sensitive' ? { sensitive: true, personal: 'id' as const } : {}),
  })
}

/** Columns that a default export has: those that hold something, no sensitive ones unless they are asked for. */
export function defaultColumns(
  columns: readonly ExportColumn[],
  filled: ReadonlySet<string> | null,
  sensitiveToo: boolean,
): readonly ExportColumn[] {
  return columns.filter(
    ({ key, onRequest, sensitive }) =>
      onRequest !== true && (filled === null || filled.has(key)) && (sensitive !== true || sensitiveToo),
  )
}
