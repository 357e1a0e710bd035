import type { FormDef } from '../../../model/forms.ts'
import { ageBands, dateHelp, full, help, item, label, moneyHelp, must, phoneHelp, pick, section } from './parts.ts'

const demandTypes = [
  pick('住宅', '住宅', 'flat', ['住房', '公寓', '商品房']),
  pick('别墅', '别墅', 'villa', ['独立别墅', '独栋', '联排']),
  pick('商铺', '商铺', 'shop', ['店面', '门面']),
  pick('写字楼', '写字楼', 'office', ['办公室', '办公']),
  pick('车位', '车位', 'parking space', ['车库']),
  pick('租赁', '租赁', 'to rent', ['租房', '租']),
]

const who = section('who', '基本信息', 'Basics', [
  must('phone', { ...label('联系电话', 'Phone'), ...phoneHelp }),
  must('name', {
    ...label('客户姓名', 'Name'),
    ...help('照名片或本人所说写；只知道姓可写 王先生、李总。', 'As told; with a surname only write 王先生.'),
  }),
  item('gender'),
  item('age_band', { ...label('年龄区间', 'Age band'), choices: ageBands, open: true }),
])

const visit = section('visit', '来电来访', 'Call or visit', [
  must('visit_on', { ...label('来电来访日期', 'Date of call or visit'), initial: '@today', ...dateHelp }),
  item('contact_kind', {
    ...label('来电/来访', 'Call or visit'),
    initial: 'walk-in',
    choices: [
      pick('walk-in', '来访', 'visit', ['到访', '现场', '上门']),
      pick('call', '来电', 'call', ['电话', '热线']),
    ],
  }),
  item('home_address', {
    ...label('居住区域', 'Lives in'),
    ...help('如 杭州滨江区、西湖区文三路。', 'Such as 杭州滨江区.'),
  }),
  item('work_address', { ...label('工作区域', 'Works in') }),
])

const wish = section('wish', '需求', 'What is wanted', [
  item('demand_type', { choices: demandTypes, open: true }),
  full('house_type', { when: { field: 'demand_type', is: ['住宅', '别墅', '租赁'] } }),
  full('size_wanted', { ...label('需求面积', 'Area wanted'), when: { field: 'demand_type' } }),
  item('budget', { ...label('接受价格区间', 'Price range'), ...moneyHelp }),
  item('intent'),
  full('buying_purpose'),
  full('buying_time'),
  full('concern'),
  item('acquired_from', { ...label('获取来源', 'Heard of us through'), open: true }),
  full('introducer', { when: { field: 'acquired_from', is: ['friend', 'referral', 'special', 'owner'] } }),
])

const rest = section('rest', '其他', 'Other', [
  item('traits', {
    ...help('如 一家三口，在滨江上班，关心学区。', 'Such as: family of three, works in 滨江, asks about schools.'),
  }),
  full('next_contact', dateHelp),
  item('remark'),
])

/** F7 来电来访客户基础资料 */
export const visitorForm: FormDef = {
  key: 'visitor',
  number: 'F7',
  version: 1,
  zh: '来电来访客户基础资料',
  en: 'Callers and visitors',
  profiles: ['realestate', 'office-leasing', 'general', 'retail', 'trade', 'bank', 'restaurant'],
  about: 'party',
  makes: ['customer', 'interaction'],
  sections: [who, visit, wish, rest],
}

/** F8 业主信息: F7 with what was bought. */
export const ownerForm: FormDef = {
  ...visitorForm,
  key: 'owner',
  number: 'F8',
  zh: '业主信息',
  en: 'Owners',
  profiles: ['realestate'],
  makes: ['customer', 'deal'],
  sections: [
    who,
    section('deal', '成交', 'What was bought', [
      must('unit', { ...help('如 3幢2单元1801室。', 'Such as 3-2-1801.') }),
      full('product', { ...label('项目', 'Project') }),
      full('product_kind', {
        ...label('产品类型', 'Product kind'),
        choices: [
          pick('独立别墅', '独立别墅', 'detached villa', ['独栋别墅', '独栋']),
          pick('联排别墅', '联排别墅', 'terraced villa', ['联排']),
          pick('住宅', '住宅', 'flat', ['公寓']),
          pick('商铺', '商铺', 'shop'),
          pick('写字楼', '写字楼', 'office'),
          pick('车位', '车位', 'parking space'),
        ],
        open: true,
      }),
      must('amount', { ...label('成交价格', 'Price'), ...moneyHelp }),
      item('discount', { ...label('所享优惠折扣', 'Discount'), ...help('如 98折、总价优惠2万。', 'Such as 2 % off.') }),
      must('deal_on', { ...label('成交日期', 'Bought on'), initial: '@today', ...dateHelp }),
      full('payment'),
    ]),
    section('place', '地址', 'Addresses', [
      item('mailing_address', { ...label('联系地址', 'Contact address') }),
      item('home_address', { ...label('居住区域', 'Lives in') }),
      item('work_address', { ...label('工作区域', 'Works in') }),
    ]),
    section('wish', '需求', 'What is wanted', [
      item('demand_type', { choices: demandTypes, open: true }),
      item('budget', { ...label('接受价格区间', 'Price range'), ...moneyHelp }),
      item('intent'),
      item('acquired_from', { ...label('获取来源', 'Heard of us through'), open: true }),
      item('brings_others', { ...label('是否带动他人购买', 'Brings others') }),
    ]),
    rest,
  ],
}
