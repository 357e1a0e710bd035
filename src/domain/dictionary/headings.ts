import { toSimplified } from '../normalize/fold.ts'
import { fields } from './fields.ts'

const bracketed = /[(（[【〔{][^()（）[\]【】〔〕{}]*[)）\]】〕}]/g
const noise = /[\s:：*＊※★☆"'“”‘’,，.。、;；?？!！_\-—–~·`|]+/g

/** A heading in simplified characters without width, case, spaces, colons, marks of duty: two that fold alike mean the same. */
export const foldHeading = (text: string): string =>
  toSimplified(text.normalize('NFKC').toLowerCase().replace(noise, ''))

/** The same, without what stands in brackets (units, hints); whole again where nothing else is left. */
export const foldBareHeading = (text: string): string => {
  const bare = foldHeading(text.normalize('NFKC').replace(bracketed, ''))
  return bare === '' ? foldHeading(text) : bare
}

/** Words of headings that say nothing of a customer but that columns may be taken for. */
const sheetOnly: readonly (readonly [string, string])[] = [
  ['row_no', '序号|序|NO|No.|#|行号|项次|S/N|Sr No|Seq|№|項次|序號'],
  ['employer_title', '单位及职务|单位职务|单位/职务|工作单位及职务|单位及职位|公司及职务|公司/职位|单位和职务'],
  ['measure', '计量单位|单位名|Unit of Measure|UOM|計量單位|基本单位|销售单位'],
  // Numbers of people beside the customer.
  [
    'spouse_phone',
    '配偶电话|配偶手机|配偶手机号|配偶联系电话|配偶联系方式|爱人电话|爱人手机|老公电话|老婆电话|丈夫电话|妻子电话|家属电话|家属手机|家属联系方式|家属联系电话|Spouse Phone|Spouse Mobile|配偶電話|配偶手機|家屬電話',
  ],
  [
    'agent_phone',
    '经纪人电话|经纪人手机|经纪人联系方式|经纪人联系电话|中介电话|中介联系方式|带看人电话|渠道人员电话|渠道电话|报备人电话|Broker Phone|Agent Phone|經紀人電話|仲介電話',
  ],
  [
    'introducer_phone',
    '介绍人电话|介绍人手机|介绍人联系方式|推荐人电话|推荐人手机|推荐人联系方式|推荐人手机号|转介绍人电话|Referrer Phone|Referrer Mobile|介紹人電話|推薦人電話',
  ],
  [
    'emergency_phone',
    '紧急联系人电话|紧急联系人手机|紧急联系电话|紧急联系方式|紧急电话|应急电话|应急联系电话|第二联系人电话|Emergency Phone|Emergency Contact Phone|Emergency Contact No|緊急聯絡電話|緊急聯絡人電話',
  ],
  // Firms that are not the row's customer: such a column is kept as it is.
  [
    'kept',
    '投保公司|保险公司|承保公司|承保单位|快递公司|物流公司|承运公司|货代公司|担保公司|按揭银行|贷款银行|施工单位|监理单位|设计单位|发证机关|发证单位|签发机关|开票单位(我方)|我方单位|我方公司|所属分公司|经办机构|上级单位|上级公司|母公司|总公司|关联公司|保險公司|快遞公司|物流公司名稱|Insurer|Insurance Company|Courier|Carrier|Parent Company',
  ],
]

/** Ambiguous words, and what they may mean; the values of the column decide. */
const ambiguous: Readonly<Record<string, readonly string[]>> = {
  编号: ['row_no', 'source_code', 'order_no', 'register_no'],
  編號: ['row_no', 'source_code', 'order_no', 'register_no'],
  id: ['source_code', 'row_no', 'order_no'],
  code: ['source_code', 'order_no'],
  号码: ['phone', 'source_code'],
  日期: ['deal_on', 'contact_on', 'visit_on', 'opened_on'],
  date: ['deal_on', 'contact_on', 'visit_on', 'opened_on'],
  时间: ['contact_on', 'deal_on', 'visit_on', 'contact_time', 'opened_on'],
  time: ['contact_time', 'contact_on', 'deal_on'],
  负责人: ['owner', 'contact_person', 'legal_rep'],
  单位: ['employer', 'measure', 'unit'],
  unit: ['unit', 'measure'],
  单元: ['unit'],
  区域: ['region', 'district'],
  地区: ['region', 'city'],
  小计: ['amount'],
  合计: ['total_spent', 'amount'],
  合計: ['total_spent', 'amount'],
  total: ['amount', 'total_spent'],
  医生: ['name', 'owner'],
  医生姓名: ['name', 'owner'],
  医师: ['name', 'owner'],
  老师: ['owner', 'name'],
  老师姓名: ['owner', 'name'],
  教师姓名: ['name', 'owner'],
  学校: ['employer'],
  代理人: ['owner', 'agent', 'name'],
  入住日期: ['contact_on', 'opened_on'],
  入住时间: ['contact_on', 'opened_on'],
  房型: ['house_type', 'product'],
  预订日期: ['contact_on', 'deal_on'],
  报名日期: ['deal_on', 'opened_on'],
  报名时间: ['deal_on', 'opened_on'],
  费用: ['amount', 'cost'],
  店铺: ['sales_channel', 'employer', 'name'],
  门店: ['sales_channel', 'employer'],
  单位地址: ['work_address'],
  被保险人: ['kept'],
  to: ['contract_end'],
  from: ['contract_start'],
  状态: ['status', 'deal_status', 'contract_status', 'booking_status'],
  status: ['status', 'deal_status', 'contract_status'],
  notes: ['remark', 'follow_up'],
  note: ['remark', 'follow_up'],
  项目: ['product', 'demand_type'],
  方式: ['contact_kind', 'payment'],
  channel: ['acquired_from', 'contact_kind', 'sales_channel'],
  渠道: ['acquired_from', 'sales_channel', 'contact_kind'],
  面积: ['size_wanted', 'leased_area'],
  定金: ['deposit', 'booking_deposit'],
  订金: ['booking_deposit', 'deposit'],
  消费金额: ['total_spent', 'amount'],
  消费总额: ['total_spent', 'amount'],
  成交金额: ['amount', 'total_spent'],
  销售额: ['amount', 'total_spent'],
  合同金额: ['amount', 'total_spent'],
  合同编号: ['contract_no', 'order_no'],
  结算方式: ['payment', 'payment_terms'],
  付款方式: ['payment', 'pay_cycle', 'payment_terms'],
  房间: ['table', 'unit'],
  租金: ['rent', 'monthly_rent'],
  客户: ['name'],
  标准: ['standard'],
  售价: ['unit_price', 'amount'],
  价格: ['unit_price', 'amount'],
  price: ['unit_price', 'amount'],
  意向: ['intent', 'demand_type'],
  联系方式: ['phone', 'contact_kind'],
  agent: ['owner', 'agent'],
  recordid: ['source_code'],
  notesremarks: ['remark'],
}

const index = new Map<string, string[]>()

const put = (folded: string, key: string): void => {
  if (folded === '') return
  const known = index.get(folded)
  if (known === undefined) index.set(folded, [key])
  else if (!known.includes(key)) known.push(key)
}

for (const field of fields) {
  // A synonym with brackets counts only as a whole: 负责人(法人) is not 负责人.
  for (const word of [field.zh, field.en, ...field.synonyms]) put(foldHeading(word), field.key)
  put(foldHeading(field.key), field.key)
}
for (const [key, words] of sheetOnly) for (const word of words.split('|')) put(foldHeading(word), key)
for (const [word, keys] of Object.entries(ambiguous)) index.set(foldHeading(word), [...keys])

const longest = Math.max(...[...index.keys()].map((word) => word.length))

export interface HeadingMatch {
  readonly key: string
  /** 1 = the very word; less where only a part of the heading is known. */
  readonly score: number
}

const nameKeys = new Set(['name', 'employer', 'short_name'])
const phoneKeys = new Set(['phone', 'mobile'])
const englishMark = /[(（【[]\s*(?:英文?名?|english|eng?)\s*[)）】\]]|^(?:英文|english\s)|[\s_-](?:en|eng|english)$/i

/** 客户名称(English) is the other name of who 客户名称 names. */
function englishName(heading: string): boolean {
  if (!englishMark.test(heading)) return false
  const bare = foldBareHeading(heading.replace(englishMark, ''))
  return index.get(bare)?.some((key) => nameKeys.has(key)) ?? false
}

/** 姓名/电话, 客户及联系方式: a name that has its number in the same cell. */
function nameWithPhone(heading: string): string | undefined {
  const parts = heading.split(/[/／、&+]|[及和与與]/)
  if (parts.length !== 2) return undefined
  const [first, second] = parts.map((part) => index.get(foldHeading(part)) ?? [])
  if (!second!.some((key) => phoneKeys.has(key))) return undefined
  return ['name', 'employer', 'contact_person'].find((key) => first!.includes(key))
}

const hanOnly = /[^\p{Script=Han}]/gu
const latinOnly = /[^a-z]/g

const memo = new Map<string, readonly HeadingMatch[]>()

/**
 * What fields a heading may mean, the likeliest first; empty for a heading that says nothing.
 *
 * Ambiguous words give several fields of one score.
 */
export function matchHeading(heading: string): readonly HeadingMatch[] {
  const known = memo.get(heading)
  if (known !== undefined) return known
  if (memo.size > 50_000) memo.clear()
  const found = lookUp(heading)
  memo.set(heading, found)
  return found
}

/** `Phone 1 - Value` of address book exports: the value is meant, not its type or label. */
const bookPart = /^(.+?)\s*\d*\s*-\s*(value|name|number|type|label)$/i

function lookUp(heading: string): readonly HeadingMatch[] {
  if (heading.length > 60) return []
  const part = bookPart.exec(heading)
  if (part !== null) return /type|label/i.test(part[2]!) ? [] : matchHeading(part[1]!)
  if (englishName(heading)) return [{ key: 'english_name', score: 1 }]
  const whole = foldHeading(heading)
  const bare = foldBareHeading(heading)
  const numbered = bare.replace(/^[\d①-⑳]+|[\d①-⑳一二三]+$|20\d\d(年)?/g, '')
  for (const [form, score] of [
    [whole, 1],
    [bare, 1],
    [numbered, 0.97],
  ] as const) {
    const keys = index.get(form)
    if (keys !== undefined && (form === whole || form === bare || form.length >= 2))
      return keys.map((key) => ({ key, score }))
  }
  const named = nameWithPhone(heading)
  if (named !== undefined) return [{ key: named, score: 0.97 }]
  const han = bare.replace(hanOnly, '')
  const latin = bare.replace(latinOnly, '')
  if (han !== '' && latin !== '') {
    const keys = index.get(han) ?? index.get(latin)
    if (keys !== undefined) return keys.map((key) => ({ key, score: 0.95 }))
  }
  return partly(bare)
}

/** Heads stand last in Chinese: 客户联系电话 is a phone, 电话回访 is not; so the end of a heading counts most. */
function partly(bare: string): readonly HeadingMatch[] {
  const found: HeadingMatch[] = []
  const seen = new Set<string>()
  // The longest part that is a word wins; a heading is short, so its parts are few.
  for (let length = Math.min(bare.length - 1, longest); length >= 2; length--) {
    for (let at = bare.length - length; at >= 0; at--) {
      const keys = index.get(bare.slice(at, at + length))
      if (keys === undefined || (length < 4 && bare.charCodeAt(at) < 128)) continue
      const score = (at + length === bare.length ? 0.55 : 0.35) + 0.35 * (length / bare.length)
      for (const key of keys) {
        if (seen.has(key)) continue
        seen.add(key)
        found.push({ key, score })
      }
    }
  }
  return found.sort((a, b) => b.score - a.score).slice(0, 4)
}

/** Whether a text stands in the dictionary as a heading by itself. */
export const isHeadingWord = (text: string): boolean => {
  const best = matchHeading(text)[0]
  return best !== undefined && best.score >= 0.95
}

/** One text for a set of headings, the same in any order: under it a mapping is remembered. */
export function fingerprintOf(headings: readonly string[]): string {
  const sorted = headings
    .map(foldHeading)
    .filter((text) => text !== '')
    .sort()
  let a = 0x811c9dc5
  let b = 0x1000193
  for (const heading of sorted) {
    for (let i = 0; i <= heading.length; i++) {
      const code = i < heading.length ? heading.charCodeAt(i) : 31
      a = Math.imul(a ^ code, 0x01000193) >>> 0
      b = Math.imul(b + code, 0x85ebca6b) >>> 0
      b ^= b >>> 13
    }
  }
  return `${sorted.length}-${a.toString(16).padStart(8, '0')}${(b >>> 0).toString(16).padStart(8, '0')}`
}
