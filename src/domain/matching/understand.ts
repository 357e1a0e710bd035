import type { ColumnGuess, MatchKind } from '../../model/matching.ts'
import { foldText } from '../normalize/fold.ts'

/** What a heading is taken for, the more telling words first. Compared after folding, without spaces and signs. */
const headings: readonly (readonly [MatchKind, RegExp])[] = [
  [
    'ignore',
    /^(?:cluster|cluster_?id|rec_?id|record_?id|unique_?id|row_?id|ent_?id|entity_?id|source_?id|uuid|guid|记录编号|记录号|序号|行号|no|#|编号)$/,
  ],
  [
    'ignore',
    /登记日期|注册日期|创建|录入|更新|修改时间|来源|等级|级别|状态|负责人|跟进|业务员|销售员|金额|数量|单价|标签|created|updated|modified|registered_?on|timestamp|source|status|level|owner|amount|data_?source|record_?type_?id/,
  ],
  [
    'party-kind',
    /^(?:客户类型|类型|客户性质|性质|主体类型|party_?kind|party_?type|customer_?type|record_?type|entity_?type)$/,
  ],
  [
    'ignore',
    /(?:_type|_country|_?licen[cs]e_state|_role|_key|_anchor)$|^date$|^日期$|职务|职位|职称|^position$|job_?title/,
  ],
  ['city', /birth_?place|place_?of_?birth|出生地|籍贯/],
  [
    'given-name',
    /^(?:名|名字|given_?names?|first_?names?|forenames?|fname(?:_?c?1)?|primary_?name_?first|middle_?name|middle|fname_?c2|primary_?name_?middle|name_?first|name_?middle)$/,
  ],
  ['surname', /^(?:姓|姓氏|surname|last_?names?|family_?names?|lname(?:_?c?[12])?|primary_?name_?last|name_?last)$/],
  ['contact-name', /联系人|联络人|经办人|对接人|contact(?:_?(?:name|person))?$|attention|attn/],
  ['employer', /工作单位|就职|所在单位|任职|employer|works?_?at|^company$(?!_?name)/],
  ['alias', /曾用名|别名|简称|英文名|原名|alias|aka|former_?name|short_?name|native_?name|secondary_?name/],
  [
    'org-name',
    /公司名|企业名|单位名|商户名|机构名|店名|厂名|公司全称|企业全称|^公司$|^企业$|^单位$|^商户$|org(?:anisation|anization)?_?name|company_?name|business_?name|primary_?name_?org|name_?org|firm|merchant/,
  ],
  [
    'person-name',
    /^(?:姓名|真实姓名|客户姓名|会员姓名|业主|full_?name|first_?and_?surname|person_?name|contact_?full_?name|primary_?name_?full)$/,
  ],
  ['name', /客户名|会员名|顾客|名称|^客户$|^name$|customer_?name|client_?name|^title_?name$/],
  ['phone', /手机|电话|移动|联系方式|固话|座机|传真|phone|mobile|cell|tel(?:ephone)?|fax/],
  ['email', /邮箱|电邮|邮件|e-?mail/],
  ['handle', /微信|wechat|weixin|^qq|qq号|微博|whatsapp|telegram|line_?id|handle|skype/],
  [
    'id-code',
    /身份证|证件号|护照|驾驶证|信用代码|税号|纳税人|注册号|执照号|组织机构代码|passport|ssn|soc_?sec|social_?security|national_?id|licen[cs]e_?(?:no|num)|drivers?_?licen[cs]e|tax_?id|vat|uscc|lei|id_?number|id_?card|^ein$/,
  ],
  ['date', /生日|出生|birth|^dob$|date_?of_?birth|birthdate/],
  ['year', /^(?:by|birth_?year|year_?of_?birth|yob)$/],
  ['month', /^(?:bm|birth_?month|month_?of_?birth)$/],
  ['day', /^(?:bd|birth_?day|day_?of_?birth)$/],
  ['house-number', /门牌|street_?number|house_?(?:no|number|num)|^number$/],
  ['postcode', /邮编|邮政编码|post_?code|postal|zip/],
  ['province', /^省|省份|自治区|province|^state$|addr_?state|region$/],
  ['city', /^市$|城市|地级市|city|town|suburb|locality|birth_?place|出生地/],
  ['district', /区县|县区|^区$|^县$|district|county|borough/],
  ['address', /地址|住址|住所|经营场所|address|addr|street|street_?name/],
  ['gender', /性别|gender|^sex$/],
  ['remark', /备注|说明|备考|附注|remark|comment|memo|note/],
  ['number', /price|年龄|^age$|人数/],
  ['choice', /行业|industry|category|cuisine|民族/],
]

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const phone = /^\+?[\d\s().-]{7,20}$/
const day = /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|(?:19|20)\d{6}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})/
const idNumber = /^(?:\d{17}[\dXx]|[0-9A-HJ-NPQRTUWXY]{18})$/
const orgEnd = /公司|集团|[厂店馆行社院所]$|\b(?:ltd|limited|inc|llc|corp|gmbh|co\.)\b/i
const addressLike =
  /[路街道巷弄]\d+|\d+[号幢栋]|\d+\s+\S+\s+(?:street|st|road|rd|ave|avenue|lane|ln|drive|dr|blvd|way)\b/i

/**
 * Guesses what each column holds: by its heading, else by its cells.
 *
 * `samples[c]` are some cells of column c. `told` overrides by column name; row numbers and truth labels are ignored.
 */
export function understandColumns(
  names: readonly string[],
  samples: readonly (readonly (string | null)[])[],
  told: Readonly<Record<string, MatchKind>> = {},
): ColumnGuess[] {
  return names.map((name, c): ColumnGuess => {
    const override = told[name]
    if (override !== undefined) return { name, kind: override, because: 'told' }
    const cells = (samples[c] ?? []).filter((cell): cell is string => cell !== null && cell.trim() !== '')
    const byHeading = kindOfHeading(name)
    if (byHeading !== null) return { name, kind: checked(byHeading, cells), because: 'heading' }
    const byContent = kindOfCells(cells)
    return byContent === null
      ? { name, kind: 'ignore', because: 'nothing' }
      : { name, kind: byContent, because: 'content' }
  })
}

function kindOfHeading(name: string): MatchKind | null {
  const plain = foldText(name)
    .toLowerCase()
    .replace(/[（(【[].*?[）)】\]]/g, '')
    .replace(/[\s:：*.-]+/g, '_')
    .replace(/^_+|_+$/g, '')
  for (const [kind, shape] of headings) if (shape.test(plain)) return kind
  return null
}

/** A heading may be wider than its cells: 名称 over firms only, 地址 over cities only. */
function checked(kind: MatchKind, cells: readonly string[]): MatchKind {
  if (kind !== 'name' || cells.length === 0) return kind
  if (share(cells, (cell) => orgEnd.test(cell)) > 0.95) return 'org-name'
  const latin = share(cells, (cell) => !/[\u3400-\u9fff]/.test(cell))
  // English names without company forms that don't look like two or three words of a person
  if (
    latin > 0.9 &&
    share(
      cells,
      (cell) =>
        /\d|'s\b|&|\b(?:the|of|and|cafe|bar|grill|hotel|restaurant|club)\b/i.test(cell) ||
        cell.trim().split(/\s+/).length > 3 ||
        !cell.trim().includes(' '),
    ) > 0.35
  )
    return 'org-name'
  return kind
}

function kindOfCells(cells: readonly string[]): MatchKind | null {
  if (cells.length === 0) return null
  if (share(cells, (cell) => email.test(cell.trim())) > 0.6) return 'email'
  if (share(cells, (cell) => idNumber.test(cell.trim())) > 0.5) return 'id-code'
  if (share(cells, (cell) => day.test(cell.trim())) > 0.6) return 'date'
  if (share(cells, (cell) => phone.test(cell.trim()) && cell.replace(/\D/g, '').length >= 7) > 0.6) return 'phone'
  if (share(cells, (cell) => addressLike.test(cell)) > 0.5) return 'address'
  if (share(cells, (cell) => orgEnd.test(cell)) > 0.5) return 'org-name'
  const distinct = new Set(cells).size
  if (share(cells, (cell) => /^[\u4e00-\u9fff·]{2,4}$/.test(cell.trim())) > 0.7 && distinct * 3 > cells.length)
    return 'name'
  if (share(cells, (cell) => /^-?\d+(?:\.\d+)?$/.test(cell.trim())) > 0.9)
    return distinct > cells.length * 0.95 ? 'ignore' : 'number'
  if (distinct <= 12 && cells.length >= 40) return 'choice'
  return 'text'
}

const share = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.filter(test).length / cells.length
