import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fieldByKey } from '../../../src/domain/dictionary/fields.ts'
import { builtInForms } from '../../../src/domain/forms/built-in.ts'

/** Every field the requirements name for a form (a.4) or a group (a.5), with the keys of the dictionary it lives under. */
const homes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'F1 客户信息收集表': {
    '餐位图 主陪': 'seat_host',
    '餐位图 副陪': 'seat_deputy',
    '餐位图 主宾': 'seat_guest',
    '餐位图 二宾': 'seat_second',
    习惯接待人: 'usual_host',
    就餐其他: 'dining_other',
    就餐档次: 'dining_grade',
    消费频次: 'spending_frequency',
    角色: 'role',
    是否签单: 'signs_on_account',
    消费原因: 'spending_reason',
    曾建议内容: 'suggestion',
    价值其他: 'value_other',
    家人信息: 'family',
    '主任、司机等信息': 'aides',
    朋友信息: 'friends',
    生日: 'birth',
    结婚纪念日: 'wedding',
    其他纪念日: 'anniversary',
    其他信息: 'other',
    曾经投诉内容: 'complaints',
    备注: 'remark',
  },
  // FRM-03: 附属客户的基本、工作、生活、就餐、价值信息，及其附属客户信息.
  'F1b 附属客户信息': {
    基本信息: 'name gender phone age_band',
    工作信息: 'employer title',
    生活信息: 'hobby family_status',
    就餐信息: 'dining_preference seat_host usual_host',
    就餐档次: 'dining_grade',
    价值其他: 'value_other',
    及其附属客户信息: 'family aides friends',
    备注: 'remark',
  },
  'F2 客户信息卡': { Logo: 'card_logo', 单位: 'employer', 称呼: 'honorific', '正面/反面': 'card_side' },
  'F3 客户信息卡领取、回收登记表': {
    房间号: 'card_room',
    客户单位称呼: 'employer honorific',
    领取数量: 'card_count',
    领取时间: 'card_taken_at',
    回收数量: 'card_returned',
    回收时间: 'card_returned_at',
  },
  'F4 客户信息登记表': {
    个人基本信息: 'name gender phone age_band',
    购买偏好: 'product_preference brand_preference buying_habit',
  },
  'F5 问卷': {
    需求: 'need',
    满意度: 'satisfaction',
    购买习惯: 'buying_habit',
    购买体验: 'buying_experience',
    意见建议: 'suggestion',
  },
  'F6 会员注册': { 姓名: 'name', 性别: 'gender', 联系方式: 'phone', 兴趣爱好: 'hobby', 购买历史: 'purchase_history' },
  'F7 来电来访客户基础资料': {
    客户姓名: 'name',
    性别: 'gender',
    年龄区间: 'age_band',
    联系电话: 'phone',
    来电来访日期: 'visit_on',
    居住工作区域: 'home_address work_address',
    需求类型: 'demand_type',
    接受价格区间: 'budget',
    购买诚意度: 'intent',
    客户基本特征: 'traits',
  },
  'F8 业主信息': { 成交单元: 'unit', 成交价格: 'amount', 所享优惠折扣: 'discount', 联系地址: 'mailing_address' },
  'F9 信息提供记录卡': {
    提供者: 'info_provider',
    内容: 'info_content',
    日期: 'info_on',
    来源: 'info_source_kind info_source',
  },
  'F10 信息报告': { 报告上级: 'info_report_to', 内容: 'info_content', 重要: 'info_important' },
  'F11 信息收集表单': {
    客户姓名: 'name',
    联系方式: 'phone',
    职业: 'occupation',
    购买偏好: 'product_preference',
    兴趣爱好: 'hobby',
  },
  'F12 客户注册': { 姓名: 'name', 性别: 'gender', 年龄: 'age_band', 联系方式: 'phone', 其他: 'other' },
  'F13 数据收集表单': { 个人信息: 'name gender phone', 购买意向: 'demand_type', 兴趣爱好: 'hobby' },
  'F14 数据录入表格': {
    客户姓名: 'name',
    联系方式: 'phone',
    购买偏好: 'product_preference',
    购买历史: 'purchase_history',
  },
  'F15 客户沟通档案': { 姓名: 'name', 联系方式: 'phone', 职务: 'title', 单位: 'employer' },
  'F16 写字楼客户': {
    公司名称: 'name',
    联系方式: 'phone',
    地址: 'address',
    行业分类: 'industry',
    面积: 'size_wanted',
    楼层: 'floor_wanted',
    装修程度: 'fit_out_wanted',
    竞争对手租金: 'competitor_rent',
    物业服务: 'property_service',
  },
  'F17 交易记录': {
    客户名称: 'name',
    购买时间: 'deal_on',
    产品或服务: 'product',
    数量: 'quantity',
    金额: 'amount',
    频率: 'spending_frequency',
  },
  'F18 接触计划': { '月/周/日': 'plan_grain', 方式: 'contact_kind', 目的: 'contact_purpose', 客户: 'name' },
  'F19 公司投入记录': {
    时间: 'contact_on',
    地点: 'contact_place',
    方式: 'contact_kind',
    费用开支: 'cost',
    产品和服务提供: 'offered',
    争取和保持客户的费用: 'customer_cost',
  },
  'F20 竞争对手资料': {
    产品使用情况: 'competitor_usage',
    客户满意度: 'competitor_satisfaction',
    对手销售代表名字: 'competitor_rep',
    销售特点: 'competitor_style',
    代表与客户的关系: 'competitor_relation',
    features: 'competitor_features',
    price: 'competitor_price',
    terms: 'competitor_terms',
    strategy: 'competitor_strategy',
    reviews: 'competitor_reviews',
    地区分布: 'competitor_regions',
  },
  'F21 组织客户档案': {
    基础资料: 'name uscc legal_rep',
    产品结构: 'products',
    市场竞争状况及能力: 'entry_market',
    与我方交易状况: 'dealings',
    资信能力: 'credit_rating',
    市场容量: 'market_capacity',
    经营业绩: 'performance',
    组织结构: 'structure',
    竞争对手状况: 'competitor_state',
  },
  'F22 个体客户档案': {
    基本情况: 'name gender birth',
    教育背景: 'education',
    家庭情况: 'family_status',
    特殊兴趣: 'hobby',
    个人生活: 'personal_life',
    工作情况: 'work_situation',
  },
  'F23 客户资料档案卡': { 编号: 'file_no' },
  'F24 需求记录': {
    '来源/渠道': 'demand_channel',
    内容: 'demand_content',
    重要性: 'importance',
    优先级: 'priority',
    类别: 'demand_class',
    状态: 'demand_status',
    处理进度: 'demand_stage',
    技术可行性: 'feasibility',
    成本效益: 'cost_benefit',
    市场竞争: 'market_competition',
    反馈: 'demand_answer',
  },
  'F25 投诉档案': { 内容: 'complaint_content', 分析: 'complaint_analysis' },
  'F26 核实记录': { 基础数据: 'verify_base', 资信状况: 'verify_credit', 关键决策人数据: 'verify_decision' },
  'F27 收集整理表': { 所用手段: 'method', 找到的客户资料: 'info_found' },
  'F28 访问记录': { 访问前观察: 'observation', 需求: 'need', 订单信息: 'order_information' },
  'a.5 基本信息': {
    姓名: 'name',
    性别: 'gender',
    年龄: 'age_band',
    电话: 'phone',
    邮箱: 'email',
    地址: 'address',
    职务: 'title',
    单位: 'employer',
  },
  'a.5 人口统计': { 职业: 'occupation', 收入水平: 'income_band', 教育程度: 'education', 家庭状况: 'family_status' },
  'a.5 购买信息': {
    购买日期: 'deal_on',
    产品或服务名称: 'product',
    购买金额: 'amount',
    购买频率: 'spending_frequency',
  },
  'a.5 互动信息': {
    咨询记录: 'follow_up',
    投诉记录: 'complaints',
    服务请求记录: 'follow_up',
    邮件往来记录: 'follow_up',
    联系记录: 'content',
  },
  'a.5 偏好信息': {
    兴趣爱好: 'hobby',
    品牌偏好: 'brand_preference',
    产品偏好: 'product_preference',
    价格敏感度: 'price_sensitivity',
  },
  'a.5 客户分类': { value: 'level', potential: 'potential' },
  'a.5 资信': {
    注册情况: 'established_on',
    资金情况: 'registered_capital',
    经营范围: 'business_scope',
    经营历史: 'business_history',
    资信: 'credit_rating',
  },
  'a.5 统计分析资料': {
    态度和评价: 'satisfaction suggestion',
    履行合同情况与问题: 'contract_status dealings',
    与竞争者的交易: 'competitor_usage',
  },
}

describe('a field of the requirements has a home in the dictionary', () => {
  it.each(Object.entries(homes))('%s', (_form, fields) => {
    const homeless = Object.entries(fields).filter(([, keys]) =>
      keys.split(' ').some((key) => fieldByKey(key) === undefined),
    )
    expect(homeless).toEqual([])
  })

  it.each(builtInForms.map((form): [string, typeof form] => [form.number, form]))(
    'and the form %s asks for it',
    (number, form) => {
      const asked = new Set(form.sections.flatMap(({ key, items }) => [key, ...items.map(({ field }) => field)]))
      const [, fields] = Object.entries(homes).find(([name]) => name.startsWith(`${number} `))!
      const missing = Object.values(fields)
        .flatMap((keys) => keys.split(' '))
        .filter((key) => !asked.has(key))
      expect(missing).toEqual([])
    },
  )
})

describe('docs/forms.md', () => {
  const text = readFileSync('docs/forms.md', 'utf8')
  it.each(Array.from({ length: 28 }, (_, index) => `F${index + 1}`))('says where %s lives', (number) =>
    expect(text).toMatch(new RegExp(`\\| ${number} \\|`)),
  )
  it.each(builtInForms.map(({ number, key }): [string, string] => [number, key]))(
    'names %s as the form %s',
    (number, key) => {
      const line = text.split('\n').find((one) => one.startsWith(`| ${number} |`))
      expect(line).toContain(`\`${key}\``)
    },
  )
})
