import type { MeasureDef } from '../../model/tiers.ts'

const influence = [
  { value: 0, zh: '无', en: 'none' },
  { value: 1, zh: '一定', en: 'some' },
  { value: 2, zh: '重大', en: 'major' },
]
const degree = [
  { value: 0, zh: '无', en: 'none' },
  { value: 1, zh: '低', en: 'low' },
  { value: 2, zh: '中', en: 'medium' },
  { value: 3, zh: '高', en: 'high' },
]

const deals: readonly MeasureDef[] = [
  { key: 'purchases_total', type: 'money', zh: '累计购买金额', en: 'total purchases', from: 'deal' },
  { key: 'purchases_in_period', type: 'money', zh: '期内购买金额', en: 'purchases in the period', from: 'deal' },
  { key: 'largest_purchase', type: 'money', zh: '最大一笔购买', en: 'largest purchase', from: 'deal' },
  { key: 'deal_count', type: 'count', zh: '购买次数', en: 'purchases made', from: 'deal' },
  { key: 'deals_in_period', type: 'count', zh: '期内购买次数', en: 'purchases made in the period', from: 'deal' },
  { key: 'has_detached', type: 'flag', zh: '购有独立别墅', en: 'owns a detached villa', from: 'deal' },
  {
    key: 'has_similar',
    type: 'flag',
    zh: '购有独立别墅同类型物业',
    en: 'owns property of the detached type',
    from: 'deal',
  },
  { key: 'first_purchase_on', type: 'date', zh: '首次购买日期', en: 'first purchase', from: 'deal' },
  { key: 'last_purchase_on', type: 'date', zh: '最近购买日期', en: 'last purchase', from: 'deal' },
]

const interactions: readonly MeasureDef[] = [
  { key: 'contacts', type: 'count', zh: '来往次数', en: 'contacts', from: 'interaction' },
  { key: 'contacts_in_period', type: 'count', zh: '期内来往次数', en: 'contacts in the period', from: 'interaction' },
  { key: 'events_attended', type: 'count', zh: '参加活动次数', en: 'events attended', from: 'interaction' },
  { key: 'enquiries', type: 'count', zh: '来电来访次数', en: 'calls and visits made', from: 'interaction' },
  { key: 'meals_in_period', type: 'count', zh: '期内就餐次数', en: 'meals in the period', from: 'interaction' },
  { key: 'last_contact_on', type: 'date', zh: '最近来往日期', en: 'last contact', from: 'interaction' },
  { key: 'cost_total', type: 'money', zh: '累计投入费用', en: 'money spent on the customer', from: 'interaction' },
]

/** Opinions of people, signed and dated. Influence is a neutral degree, never an office or a party. */
const judgements: readonly MeasureDef[] = [
  {
    key: 'influence_field',
    type: 'number',
    zh: '在从业领域的影响力',
    en: 'influence in the own field',
    from: 'judgement',
    words: influence,
  },
  {
    key: 'influence_group',
    type: 'number',
    zh: '在集团内的影响力',
    en: 'influence inside the group',
    from: 'judgement',
    words: influence,
  },
  {
    key: 'influence_trade',
    type: 'number',
    zh: '在社会或行业的影响力',
    en: 'influence in public life or the trade',
    from: 'judgement',
    words: influence,
  },
  { key: 'brings_others', type: 'flag', zh: '积极带动周围的人购买', en: 'brings others to buy', from: 'judgement' },
  {
    key: 'prefers_detached',
    type: 'flag',
    zh: '钟情独立或同类型物业',
    en: 'is set on detached property',
    from: 'judgement',
  },
  { key: 'intention', type: 'number', zh: '购买诚意度', en: 'intention to buy', from: 'judgement', words: degree },
  { key: 'potential', type: 'number', zh: '潜力', en: 'potential', from: 'judgement', words: degree },
  {
    key: 'purchasing_power',
    type: 'number',
    zh: '采购实力',
    en: 'purchasing strength',
    from: 'judgement',
    words: degree,
  },
  {
    key: 'dining_grade',
    type: 'number',
    zh: '就餐档次',
    en: 'dining grade',
    from: 'judgement',
    words: [
      { value: 1, zh: '普通', en: 'plain' },
      { value: 2, zh: '中档', en: 'middle' },
      { value: 3, zh: '高档', en: 'high' },
    ],
  },
  { key: 'satisfaction', type: 'number', zh: '满意度', en: 'satisfaction', from: 'judgement' },
]

const profile: readonly MeasureDef[] = [
  { key: 'kind', type: 'text', zh: '客户类型', en: 'kind of customer', from: 'party' },
  { key: 'gender', type: 'text', zh: '性别', en: 'sex', from: 'party' },
  { key: 'age', type: 'number', zh: '年龄', en: 'age', from: 'party' },
  { key: 'occupation', type: 'text', zh: '职业', en: 'occupation', from: 'party' },
  { key: 'education', type: 'text', zh: '教育程度', en: 'education', from: 'party' },
  { key: 'industry', type: 'text', zh: '行业', en: 'industry', from: 'party' },
  { key: 'province', type: 'text', zh: '省份', en: 'province', from: 'party' },
  { key: 'city', type: 'text', zh: '城市', en: 'city', from: 'party' },
  { key: 'region', type: 'text', zh: '地区', en: 'region', from: 'customer' },
  { key: 'source', type: 'text', zh: '客户来源', en: 'source', from: 'customer' },
  { key: 'owner', type: 'text', zh: '负责人', en: 'owner', from: 'customer' },
  { key: 'status', type: 'text', zh: '状态', en: 'status', from: 'customer' },
  { key: 'tier', type: 'text', zh: '客户等级', en: 'tier', from: 'customer' },
  { key: 'opened_on', type: 'date', zh: '建档日期', en: 'on the books since', from: 'customer' },
  { key: 'credit_rating', type: 'text', zh: '资信等级', en: 'credit rating', from: 'fact' },
  { key: 'registered_capital', type: 'money', zh: '注册资金', en: 'registered capital', from: 'fact' },
  { key: 'staff_size', type: 'count', zh: '人员规模', en: 'number of staff', from: 'fact' },
  { key: 'meal_spend', type: 'money', zh: '人均消费', en: 'spend a head at meals', from: 'fact' },
]

/** Everything a tier clause or segment may speak of, beside custom fields. Add one here, and where the store computes it. */
export const measures: readonly MeasureDef[] = [...deals, ...interactions, ...judgements, ...profile]
