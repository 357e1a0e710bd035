import type { Choice } from './dictionary.ts'

const choice = (value: string, zh: string, en: string, synonyms = ''): Choice =>
  synonyms === '' ? { value, zh, en } : { value, zh, en, synonyms: synonyms.split('|') }

/** Who a person is to a customer, or to a firm. */
export const relationTypes = [
  choice('employed_at', '任职', 'works at', '员工|单位|任职于'),
  choice('family', '家人', 'family', '妻子|丈夫|爱人|子女|父母'),
  choice('director', '主任', 'office head', '秘书|助理|主任、秘书'),
  choice('driver', '司机', 'driver'),
  choice('friend', '朋友', 'friend', '同学'),
  choice('introduced_by', '介绍人', 'introduced by', '介绍|推荐人'),
  choice('agent', '经纪人', 'agent', '代理|中介'),
  choice('branch_of', '分支', 'branch of', '分公司|子公司'),
  choice('owner_of', '老板', 'owner of', '业主|法人'),
  choice('other', '其他', 'other', '同事'),
] as const

/** 决策角色: what part somebody has in a decision to buy. */
export const decisionRoles = [
  choice('decides', '决策', 'decides', '拍板|决策人|决定'),
  choice('influences', '影响', 'influences', '参谋|建议'),
  choice('uses', '使用', 'uses', '使用人'),
  choice('gates', '把关', 'gates', '审核|把关人'),
  choice('pays', '付款', 'pays', '财务|出钱'),
] as const

export const aliasReasons = [
  choice('former', '曾用名', 'former', '原名|旧名'),
  choice('short', '简称', 'short'),
  choice('english', '英文名', 'English'),
  choice('nickname', '绰号', 'nickname', '外号|小名'),
  choice('other', '其他', 'other'),
] as const

export const addressUses = [
  choice('home', '居住', 'home', '家庭|家'),
  choice('work', '工作', 'work', '单位|公司'),
  choice('mailing', '通讯', 'mailing', '邮寄|收货'),
  choice('registered', '注册', 'registered'),
  choice('unknown', '未说明', 'not said'),
] as const

/** 纪念日 of a person or a firm. */
export const occasionKinds = [
  choice('birthday', '生日', 'birthday'),
  choice('wedding', '结婚纪念日', 'wedding', '结婚'),
  choice('promotion', '升迁', 'promotion', '升迁日|升职'),
  choice('founding', '成立纪念日', 'founding', '周年|公司周年|开业'),
  choice('other', '纪念日', 'anniversary', '其他'),
] as const

export const preferenceAreas = [
  choice('dining', '就餐', 'dining', '口味|菜品'),
  choice('product', '产品', 'product'),
  choice('brand', '品牌', 'brand'),
  choice('price', '价格', 'price'),
  choice('hobby', '兴趣', 'hobby', '爱好'),
  choice('seat', '座位', 'seat', '包间'),
  choice('host', '习惯接待人', 'usual host', '接待'),
] as const

/** 接触方式: the four ways of a plan, and those of any contact. */
export const contactWays = [
  choice('call', '电话沟通', 'phone call', '电话|去电|致电|打电话'),
  choice('message', '短信问候', 'message', '短信|微信|问候'),
  choice('visit', '登门拜访', 'visit', '拜访|上门'),
  choice('meal', '雅室小聚', 'meal', '吃饭|宴请|小聚'),
  choice('letter', '函电', 'letter', '信函|传真'),
  choice('email', '邮件', 'e-mail', '电子邮件'),
  choice('gift', '礼品', 'gift', '送礼'),
  choice('event', '活动', 'event'),
] as const

export const feedbackKinds = [
  choice('complaint', '投诉', 'complaint'),
  choice('suggestion', '建议', 'suggestion'),
  choice('enquiry', '咨询', 'enquiry'),
  choice('correction', '更正申请', 'correction', '更正'),
] as const

/** 餐位: the four places of a table that have a meaning, top, bottom, left and right of the map (FRM-04). */
export const seatPositions = [
  choice('host', '主陪', 'host', '上|主人'),
  choice('deputy', '副陪', 'deputy host', '下'),
  choice('guest', '主宾', 'chief guest', '左'),
  choice('second', '二宾', 'second guest', '右|副宾'),
] as const

export type SeatPosition = (typeof seatPositions)[number]['value']
