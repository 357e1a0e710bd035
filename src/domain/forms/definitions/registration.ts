import type { FormDef, FormItem } from '../../../model/forms.ts'
import { ageBands, full, help, item, label, must, phoneHelp, section } from './parts.ts'

const phone: FormItem = must('phone', { ...label('联系方式', 'Phone'), ...phoneHelp })
const name: FormItem = must('name', { ...label('客户姓名', 'Name') })
const age: FormItem = item('age_band', { ...label('年龄', 'Age'), choices: ageBands, open: true })
const source: FormItem = full('acquired_from', { ...label('获取来源', 'Heard of us through'), open: true })

/** F4 客户信息登记表 (shop) */
export const shopForm: FormDef = {
  key: 'shop',
  number: 'F4',
  version: 1,
  zh: '客户信息登记表',
  en: 'Shop customer card',
  profiles: ['retail', 'general'],
  about: 'person',
  makes: ['customer'],
  sections: [
    section('basic', '个人基本信息', 'Basics', [
      phone,
      name,
      item('gender'),
      age,
      full('birth'),
      full('wechat'),
      full('email'),
      full('home_address'),
      source,
    ]),
    section('taste', '购买偏好', 'Preferences', [
      item('product_preference'),
      item('brand_preference'),
      item('price_sensitivity'),
      item('buying_habit'),
      full('spending_frequency', { open: true }),
      item('remark'),
    ]),
  ],
}

/** F6 会员注册 */
export const memberForm: FormDef = {
  key: 'member',
  number: 'F6',
  version: 1,
  zh: '会员注册',
  en: 'Membership',
  profiles: ['retail', 'restaurant', 'general'],
  about: 'person',
  makes: ['customer'],
  sections: [
    section('basic', '基本信息', 'Basics', [
      phone,
      must('name', { ...label('姓名', 'Name') }),
      item('gender'),
      item('source_code', { ...label('会员编号', 'Member no.') }),
      item('level', { ...label('会员等级', 'Member level') }),
      full('birth'),
      full('wechat'),
    ]),
    section('extra', '补充信息', 'More', [
      item('hobby'),
      item('purchase_history', { ...label('购买历史', 'Bought so far') }),
      item('consent', {
        ...label('同意接收信息', 'Agrees to be written to'),
        ...help('必须由客户本人明确同意。', 'Only where the customer has said so.'),
      }),
      source,
      item('remark'),
    ]),
  ],
}

/** F11 信息收集表单 */
export const collectForm: FormDef = {
  key: 'collect',
  number: 'F11',
  version: 1,
  zh: '信息收集表单',
  en: 'Information form',
  profiles: ['general', 'retail', 'bank'],
  about: 'person',
  makes: ['customer'],
  sections: [
    section('basic', '基本信息', 'Basics', [
      phone,
      name,
      item('occupation'),
      item('product_preference'),
      item('hobby'),
      item('remark'),
    ]),
  ],
}

/** F12 客户注册 */
export const registerForm: FormDef = {
  key: 'register',
  number: 'F12',
  version: 1,
  zh: '客户注册',
  en: 'Registration',
  profiles: ['general', 'retail', 'bank', 'trade'],
  about: 'party',
  makes: ['customer'],
  sections: [
    section('basic', '基本信息', 'Basics', [
      phone,
      must('name', { ...label('姓名', 'Name') }),
      item('gender'),
      age,
      item('email'),
      item('address'),
      full('income_band'),
      full('education'),
      full('family_status'),
      source,
      item('other'),
    ]),
  ],
}

/** F13 数据收集表单 */
export const intentForm: FormDef = {
  key: 'intent',
  number: 'F13',
  version: 1,
  zh: '数据收集表单',
  en: 'Intentions form',
  profiles: ['general', 'retail', 'realestate'],
  about: 'person',
  makes: ['customer'],
  sections: [
    section('person', '个人信息', 'Person', [phone, name, item('gender'), age, item('occupation')]),
    section('wish', '购买意向', 'Intention', [
      item('demand_type', { ...label('购买意向', 'Wants') }),
      item('budget'),
      item('intent'),
      item('buying_time'),
    ]),
    section('life', '兴趣爱好', 'Interests', [item('hobby'), item('remark')]),
  ],
}

/** F14 数据录入表格: with what was bought, so that history begins with the card. */
export const entryForm: FormDef = {
  key: 'entry',
  number: 'F14',
  version: 1,
  zh: '数据录入表格',
  en: 'Entry sheet',
  profiles: ['general', 'retail', 'trade'],
  about: 'party',
  makes: ['customer', 'deal'],
  sections: [
    section('basic', '基本信息', 'Basics', [
      phone,
      name,
      item('product_preference', { ...label('购买偏好', 'Preferences') }),
    ]),
    section('history', '购买历史', 'Bought', [
      item('product', {
        ...label('购买产品', 'Bought'),
        ...help('没有买过就跳过。', 'Skip where nothing was bought.'),
      }),
      item('deal_on', { ...label('购买日期', 'On'), when: { field: 'product' } }),
      item('quantity', { when: { field: 'product' } }),
      item('amount', { when: { field: 'product' } }),
      item('purchase_history', { ...label('更早的购买', 'Earlier purchases') }),
    ]),
  ],
}
