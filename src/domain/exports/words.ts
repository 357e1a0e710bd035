import type { Choice } from '../../model/dictionary.ts'

const word = (value: string, zh: string, en: string): Choice => ({ value, zh, en })

export const dealKinds = [
  word('sale', '销售', 'sale'),
  word('refund', '退款', 'refund'),
  word('topup', '充值', 'top-up'),
  word('contract', '合同', 'contract'),
  word('balance', '余额', 'balance'),
]

export const contactTypeNames = [
  word('mobile', '手机', 'mobile'),
  word('landline', '固定电话', 'landline'),
  word('service', '服务电话', 'service number'),
  word('intl', '国际电话', 'international'),
  word('fax', '传真', 'fax'),
  word('email', '邮箱', 'e-mail'),
  word('wechat', '微信', 'WeChat'),
  word('qq', 'QQ', 'QQ'),
  word('other', '其他', 'other'),
]

export const uses = [
  word('home', '家庭', 'home'),
  word('work', '单位', 'work'),
  word('mailing', '通讯', 'mailing'),
  word('registered', '注册', 'registered'),
  word('unknown', '未说明', 'not told'),
]

export const relationTypes = [
  word('employed_at', '任职于', 'works at'),
  word('family', '家人', 'family of'),
  word('director', '主管', 'director of'),
  word('driver', '司机', 'driver of'),
  word('friend', '朋友', 'friend of'),
  word('introduced_by', '介绍人', 'introduced by'),
  word('agent', '经办人', 'agent of'),
  word('branch_of', '分支机构', 'branch of'),
  word('owner_of', '老板', 'owner of'),
  word('other', '其他', 'other'),
]

/** Yes and no as a database keeps them. */
export const yesNoNumbers = [word('1', '是', 'yes'), word('0', '否', 'no')]
