import type { FormDef, FormItem, FormSection } from '../../../model/forms.ts'
import type { RelationType } from '../../../model/intake.ts'
import { ageBands, birthHelp, full, help, item, label, must, phoneHelp, section } from './parts.ts'

const basic = section('basic', '基本信息', 'Basics', [
  must('phone', { ...label('联系电话', 'Phone'), ...phoneHelp }),
  must('name', { ...label('客户姓名', 'Name') }),
  item('honorific', { ...help('卡片上怎样称呼，如 王总、李主任。', 'How the card addresses the guest: 王总.') }),
  item('gender'),
  item('age_band', { choices: ageBands, open: true }),
  full('wechat'),
  full('email'),
  full('home_address'),
  full('native_place'),
  full('acquired_from', { open: true }),
])

const work = section('work', '工作信息', 'Work', [
  item('employer', { ...label('单位', 'Employer') }),
  item('title'),
  full('department'),
  full('occupation'),
  full('industry'),
  full('work_address'),
])

const life = section(
  'life',
  '生活信息',
  'Life',
  [item('hobby'), item('family_status'), item('education'), item('car'), item('personal_life')],
  { full: true },
)

const seats: readonly FormItem[] = [
  item('seat_host', {
    ...label('餐位图 上：主陪', 'Seat top: host'),
    ...help('常坐主陪位的人。', 'Who usually hosts.'),
  }),
  item('seat_deputy', { ...label('餐位图 下：副陪', 'Seat bottom: deputy host') }),
  item('seat_guest', { ...label('餐位图 左：主宾', 'Seat left: chief guest') }),
  item('seat_second', { ...label('餐位图 右：二宾', 'Seat right: second guest') }),
]

const dining = section('dining', '就餐信息', 'Dining', [
  item('dining_preference'),
  full('favourite_room'),
  ...seats.map((seat) => ({ ...seat, full: true })),
  item('usual_host'),
  full('dining_other'),
])

const value = section('value', '价值信息', 'Value', [
  must('dining_grade'),
  must('spending_frequency', { open: true }),
  must('role'),
  must('signs_on_account'),
  must('spending_reason'),
  full('suggestion'),
  full('value_other'),
])

/** A person tied to the guest has the same blocks in short. */
const tied = (
  key: string,
  zh: string,
  en: string,
  relation: RelationType,
  more: readonly FormItem[] = [],
): FormSection =>
  section(
    key,
    zh,
    en,
    [
      must('name', { ...label('姓名', 'Name') }),
      item('relation', { ...help('与客户的关系，如 妻子、司机、同学。', 'What they are to the customer.') }),
      item('gender'),
      item('phone', { ...label('联系电话', 'Phone'), ...phoneHelp }),
      item('birth', { ...label('生日', 'Birthday'), ...birthHelp }),
      item('employer'),
      item('title'),
      item('hobby'),
      item('dining_preference'),
      item('dining_grade'),
      ...more,
      item('remark'),
    ],
    { full: true, repeat: { relation, more: { zh: `有${zh}要记录吗?`, en: `Anyone to record under "${en}"?` } } },
  )

const dates = section('dates', '特殊纪念日', 'Dates', [
  item('birth', { ...label('生日', 'Birthday'), ...birthHelp }),
  item('wedding', birthHelp),
  full('anniversary', { ...label('其他纪念日', 'Other date'), ...birthHelp }),
])

const manage = section('manage', '管理信息', 'Management', [
  full('complaints'),
  full('method'),
  item('collector', { initial: '@staff' }),
  item('remark'),
])

const circle: readonly FormSection[] = [
  tied('family', '家人信息', 'Family', 'family'),
  tied('aides', '主任、司机等信息', 'Office head, driver', 'driver', [
    item('car', { ...label('车牌', 'Number plate'), ...help('客人常坐的车，如 浙A12345。', 'The car they come in.') }),
  ]),
  tied('friends', '朋友信息', 'Friends', 'friend'),
]

const tiedName = { zh: '附属客户信息', en: 'Affiliated person' }

/** F1 客户信息收集表 */
export const guestForm: FormDef = {
  key: 'guest',
  number: 'F1',
  version: 1,
  zh: '客户信息收集表',
  en: 'Customer information sheet',
  profiles: ['restaurant'],
  about: 'party',
  makes: ['customer'],
  sections: [
    basic,
    work,
    life,
    dining,
    value,
    ...circle,
    dates,
    section('other', '其他信息', 'Other', [item('other')], { full: true }),
    manage,
  ],
  tied: { form: 'tied', ...tiedName },
}

/** 附属客户信息 of F1: the blocks of a customer with no ※ but the name, and people of their own in turn (FRM-03). */
export const tiedForm: FormDef = {
  key: 'tied',
  number: 'F1b',
  version: 1,
  ...tiedName,
  profiles: ['restaurant'],
  about: 'person',
  makes: ['customer'],
  sections: [
    { ...basic, items: basic.items.map((one) => (one.field === 'name' ? one : { ...one, required: false })) },
    work,
    life,
    dining,
    section('value', '价值信息', 'Value', [item('dining_grade'), item('value_other')]),
    ...circle,
    dates,
    section('other', '其他信息', 'Other', [item('other')], { full: true }),
    manage,
  ],
  tied: { form: 'tied', ...tiedName },
}
