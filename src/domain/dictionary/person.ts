import { diningGrades, diningRoles, educations, frequencies, intents, spendingReasons, yesNo } from './choices.ts'
import { block, purposes } from './define.ts'

const work = block({
  entity: 'person',
  group: '工作',
  stored: 'party',
  purpose: purposes.serve,
  sensitivity: 'personal',
})
const life = block({
  entity: 'person',
  group: '生活',
  stored: 'fact',
  purpose: purposes.serve,
  sensitivity: 'personal',
})
const dining = block({
  entity: 'customer',
  group: '就餐',
  stored: 'fact',
  purpose: purposes.serve,
  sensitivity: 'personal',
})
const value = block({ entity: 'customer', group: '价值', stored: 'fact', purpose: purposes.value })
const kin = block({ entity: 'party', group: '附属', stored: 'fact', purpose: purposes.relate, sensitivity: 'personal' })
const dates = block({
  entity: 'party',
  group: '纪念日',
  stored: 'fact',
  purpose: purposes.greet,
  sensitivity: 'personal',
})
const other = block({
  entity: 'party',
  group: '其他',
  stored: 'fact',
  purpose: purposes.serve,
  sensitivity: 'personal',
})

export const workFields = [
  work(
    'employer',
    '工作单位',
    'Employer',
    '公司名称|公司|单位|单位名称|企业名称|企业|商户名称|商家|商户|店名|门店名称|购货单位|往来单位|客户单位|开票名称|开票单位|发票抬头|抬头|公司全称|所在单位|所在公司|就职单位|任职单位|Company|Company Name|Organization|Organisation|Account|Account Name|Business Name|Firm|Employer|公司名稱|單位|公司抬頭|服務單位',
    {
      entity: 'party',
      type: 'org-name',
    },
  ),
  work(
    'title',
    '职务',
    'Title',
    '职位|岗位|头衔|职称|联系人职务|联系人职位|Position|Job Title|Job|Role|職稱|職務|職位',
  ),
  work('department', '部门', 'Department', '所属部门|科室|Dept|Dept.|部門'),
  work('occupation', '职业', 'Occupation', '从事职业|工作|行业职业|Profession|職業'),
  work('income_band', '收入水平', 'Income', '年收入|月收入|收入|家庭收入|年薪|Annual Income|Income Band', {
    stored: 'fact',
    purpose: purposes.value,
  }),
  work('work_situation', '工作情况', 'Work situation', '工作年限|工作内容', { stored: 'fact' }),
]

export const lifeFields = [
  life('education', '教育程度', 'Education', '学历|文化程度|教育背景|Education Level|學歷', {
    stored: 'party',
    choices: educations,
  }),
  life(
    'family_status',
    '家庭状况',
    'Family status',
    '婚姻状况|婚否|婚姻|家庭情况|家庭结构|家庭人口|Marital Status',
    {},
  ),
  life('hobby', '兴趣爱好', 'Hobbies', '爱好|兴趣|特殊兴趣|喜好|个人爱好|Hobby|Interests|Interest|興趣'),
  life('brand_preference', '品牌偏好', 'Brand preference', '喜欢的品牌|Preferred Brand'),
  life('product_preference', '产品偏好', 'Product preference', '购买偏好|偏好|Preference|Preferences'),
  life('price_sensitivity', '价格敏感度', 'Price sensitivity', '价格敏感', { choices: intents }),
  life('buying_habit', '购买习惯', 'Buying habit', '消费习惯|购物习惯'),
  life('personal_life', '个人生活', 'Personal life', '生活习惯|生活情况'),
  life('native_place', '籍贯', 'Native place', '家乡|出生地|老家|Hometown'),
  life('car', '车辆', 'Car', '车牌|车牌号|车牌号码|车型|Plate No|Car Plate', { sensitivity: 'personal' }),
  life('traits', '客户基本特征', 'Traits', '客户特征|基本特征|特征|性格|性格特点'),
]

export const diningFields = [
  dining(
    'dining_preference',
    '喜好/忌口',
    'Dining preference',
    '饮食喜好|口味|口味偏好|忌口|喜好忌口|饮食习惯|饮食禁忌|喜欢的菜|Dietary|Dietary Requirements|Food Preference',
  ),
  dining('seat_host', '主陪', 'Host (top seat)', '上主陪|餐位图主陪'),
  dining('seat_deputy', '副陪', 'Deputy host (bottom seat)', '下副陪'),
  dining('seat_guest', '主宾', 'Chief guest (left seat)', '左主宾'),
  dining('seat_second', '二宾', 'Second guest (right seat)', '右二宾|副宾'),
  dining('usual_host', '习惯接待人', 'Usual host', '习惯接待|常接待人|Preferred Server'),
  dining('favourite_room', '常用包间', 'Usual room', '喜欢的包间|习惯包间|常坐位置'),
  dining('dining_other', '就餐其他', 'Dining, other', '其他就餐信息'),
]

export const valueFields = [
  value('dining_grade', '就餐档次', 'Dining grade', '消费档次|餐标档次|Dining Grade', { choices: diningGrades }),
  value('meal_spend', '人均消费', 'Spend a head', '人均消费额|人均消费金额|Spend per Head|Average Spend', {
    type: 'money',
  }),
  value('spending_frequency', '消费频次', 'Frequency', '购买频率|消费频率|购买频次|到店频次|频率|Purchase Frequency', {
    choices: frequencies,
  }),
  value('role', '角色', 'Role', '客户角色|请客角色', { choices: diningRoles }),
  value('signs_on_account', '是否签单', 'Signs on account', '签单|可签单|挂账|Sign on Account', {
    choices: yesNo,
    type: 'yes-no',
  }),
  value('spending_reason', '消费原因', 'Reason for spending', '来店原因', {
    choices: spendingReasons,
    type: 'choices',
  }),
  value('suggestion', '曾建议内容', 'Suggestions made', '建议|意见建议|客户建议|Suggestion', {
    type: 'long-text',
    purpose: purposes.improve,
  }),
  value('value_other', '价值其他', 'Value, other', '其他价值信息'),
  value(
    'total_spent',
    '累计消费',
    'Total spent',
    '消费总额|消费金额|总消费|累计消费金额|累计消费额|累计金额|累计成交|消费累计|累计购买|历史消费|年度消费|Turnover|Revenue|Total Spent|Total Spend|Total Purchases|Lifetime Value|Total Revenue|Annual Revenue|Sales Volume|累計消費',
    {
      type: 'money',
    },
  ),
  value('visit_count', '消费次数', 'Times bought', '到店次数|购买次数|来访次数|累计次数|Orders|Order Count|Visits', {
    type: 'integer',
  }),
  value('points', '积分', 'Points', '会员积分|剩余积分|积分余额|当前积分|Points Balance|積分|點數', {
    type: 'integer',
  }),
  value(
    'balance',
    '余额',
    'Balance',
    '储值余额|账户余额|卡余额|会员余额|卡内余额|储值金额|Stored Value|Card Balance|餘額|儲值餘額',
    { type: 'money' },
  ),
  value(
    'receivable',
    '应收余额',
    'Outstanding',
    '期末余额|应收账款|应收款|欠款|欠款金额|未付金额|未收金额|未收款|尾款|应收账款余额|欠费|欠费金额|Outstanding|Receivable|Amount Due|Balance Due|應收餘額',
    {
      type: 'money',
      purpose: purposes.credit,
      verifyScope: 'credit',
    },
  ),
  value('opening_balance', '期初余额', 'Opening balance', '上期余额|年初余额|期初|Opening|Opening Balance', {
    type: 'money',
    purpose: purposes.credit,
  }),
  value('debit', '本期借方', 'Debit', '借方|本期应收|借方发生额|本期增加|本期销售|Debit', {
    type: 'money',
    purpose: purposes.credit,
  }),
  value('credit', '本期贷方', 'Credit', '贷方|本期收款|贷方发生额|本期已收|本期回款|本期减少|Credit', {
    type: 'money',
    purpose: purposes.credit,
  }),
  value('overdue', '逾期金额', 'Overdue', '逾期|超期金额|Overdue Amount|Past Due', {
    type: 'money',
    purpose: purposes.credit,
  }),
  value(
    'last_visit',
    '最近到店',
    'Last visit',
    '最近到店日期|上次到店|最近来访|最近消费|最后到店|最近到访|Last Visit|Last Visit Date',
    { type: 'date' },
  ),
  value(
    'last_order',
    '最近消费日期',
    'Last order',
    '最后消费时间|最近下单|最近购买|最近成交|最后消费日期|上次消费|最近交易|上次购买|上次购买日期|最后购买|最后购买日期|Last Order|Last Order Date|Last Purchase|Last Purchase Date',
    { type: 'date' },
  ),
  value(
    'last_contact',
    '最近联系',
    'Last contact',
    '最后联系时间|最近跟进|上次跟进时间|最后跟进时间|最近联系时间|最近联系日期|上次联系|Last Contact|Last Contacted|Last Activity|Last Activity Date|Last Contacted Date|Last Touch|Last Contact Date',
    { type: 'date' },
  ),
  value('first_contact', '首次接触', 'First contact', '首次接触日期|初次联系|First Contact Date', {
    type: 'date',
    purpose: purposes.manage,
  }),
  value('influence', '影响力', 'Influence', '行业影响力|Influence', { choices: intents, purpose: purposes.value }),
  value('purchasing_power', '采购实力', 'Purchasing strength', '购买力|采购能力|购买实力|Purchasing Power', {
    choices: intents,
  }),
  value('brings_others', '带动他人', 'Brings others', '是否带新|带客能力', { type: 'yes-no', choices: yesNo }),
  value('potential', '潜力', 'Potential', '客户潜力|客户价值|发展潜力|Potential', {}),
]

export const kinFields = [
  kin('family', '家人信息', 'Family', '家人|配偶|爱人|子女|孩子|家属|配偶姓名|Spouse|Family', { type: 'long-text' }),
  kin('aides', '主任、司机等信息', 'Office head, driver', '司机|主任|助理|秘书|司机信息', { type: 'long-text' }),
  kin('friends', '朋友信息', 'Friends', '朋友|Friends', { type: 'long-text' }),
  kin('emergency_contact', '紧急联系人', 'Emergency contact', '应急联系人|第二联系人|紧急联络人|Emergency Contact', {}),
  kin('agent', '经纪人', 'Agent', '中介人员|带看人|渠道人员|渠道经纪人|报备经纪人|Broker', {}),
  kin('agency', '中介公司', 'Agency', '经纪公司|渠道公司|分销公司|报备公司|Brokerage', {}),
]

export const dateFields = [
  dates('wedding', '结婚纪念日', 'Wedding anniversary', '结婚日期|Anniversary|Wedding Anniversary', {
    type: 'partial-date',
  }),
  dates('anniversary', '其他纪念日', 'Other anniversary', '纪念日|特殊纪念日|升迁日|公司周年', {
    type: 'partial-date',
  }),
]

export const otherFields = [
  other('other', '其他信息', 'Other', '其他|其它|其他资料|Other|Misc', { type: 'long-text' }),
  other(
    'need',
    '客户需求',
    'Need',
    '需求|特殊要求|需求描述|需求内容|要求|Requirement|Requirements|Special Request|Special Requests|Needs',
    {
      type: 'long-text',
      purpose: purposes.demand,
      sensitivity: 'open',
    },
  ),
]
