import { intents, yesNo } from './choices.ts'
import { block, purposes } from './define.ts'
import {
  cardSides,
  informationClasses,
  informationSources,
  planGrains,
  satisfactions,
  verifyResults,
} from './record-choices.ts'

const information = block({ entity: 'interaction', group: '信息', stored: 'fact', purpose: purposes.market })
const plan = block({ entity: 'interaction', group: '来往', stored: 'interaction', purpose: purposes.contact })
const survey = block({ entity: 'customer', group: '满意度', stored: 'fact', purpose: purposes.improve })
const verify = block({ entity: 'customer', group: '核实', stored: 'fact', purpose: purposes.manage })
const card = block({ entity: 'customer', group: '卡片', stored: 'fact', purpose: purposes.serve })

/** F9, F10, F27: an item of information, who brought it, and how it was found. */
export const informationFields = [
  information('info_provider', '信息提供者姓名', 'Provider of information', '', {
    type: 'person-name',
    sensitivity: 'personal',
  }),
  information('info_on', '信息日期', 'Date of information', '', { type: 'date' }),
  information('info_content', '信息内容', 'Information', '', { type: 'long-text' }),
  information('info_class', '信息类别', 'Class of information', '', { choices: informationClasses }),
  information('info_source_kind', '信息源', 'Kind of source', '', { choices: informationSources }),
  information('info_source', '信息出处', 'Where it was found', ''),
  information('info_credibility', '信息可信度', 'Credibility of information', '', { choices: intents }),
  information('info_use', '信息可用性', 'Usefulness of information', '', { choices: intents }),
  information('info_departments', '送交部门', 'Departments to be told', ''),
  information('info_important', '是否重要信息', 'Important', '', { type: 'yes-no', choices: yesNo }),
  information('info_report_to', '报告上级', 'Reported to', '', { type: 'person-name' }),
  information('info_found', '找到的客户资料', 'What was found', '', { type: 'long-text' }),
]

/** F18, F19, F25, F28: contacts planned, what they cost, complaints, visits. */
export const planFields = [
  plan('plan_grain', '计划周期', 'Plan by', '', { choices: planGrains }),
  plan('plan_on', '计划日期', 'Planned for', '', { type: 'date' }),
  plan('offered', '产品和服务提供', 'Products and services offered', '', { type: 'long-text' }),
  plan('customer_cost', '争取和保持客户的费用', 'Cost of winning and keeping', '', { type: 'money' }),
  plan('observation', '访问前观察', 'Observed before the visit', '', { type: 'long-text' }),
  plan('order_information', '订单信息', 'Order information', '', { type: 'long-text' }),
  plan('complaint_content', '投诉事项', 'Complaint', '', { type: 'long-text', purpose: purposes.improve }),
  plan('complaint_analysis', '投诉分析', 'Analysis of complaint', '', { type: 'long-text', purpose: purposes.improve }),
  plan('complaint_answer', '投诉答复', 'Answer to complaint', '', { type: 'long-text', purpose: purposes.improve }),
]

/** F5: questionnaires. */
export const surveyFields = [
  survey('satisfaction', '总体满意度', 'Satisfaction', '', { choices: satisfactions }),
  survey('buying_experience', '购买体验', 'Buying experience', '', { type: 'long-text' }),
  survey('purchase_history', '购买历史说明', 'Bought so far', '', { type: 'long-text', purpose: purposes.deal }),
]

/** F26: three scopes of verification. */
export const verifyFields = [
  verify('verify_on', '核实日期', 'Verified on', '', { type: 'date' }),
  verify('verify_by', '核实人', 'Verified by', '', { type: 'person-name' }),
  verify('verify_base', '基础数据核实', 'Base data', '', { choices: verifyResults, verifyScope: 'base' }),
  verify('verify_credit', '资信状况核实', 'Credit', '', { choices: verifyResults, verifyScope: 'credit' }),
  verify('verify_decision', '关键决策人核实', 'Decision makers', '', {
    choices: verifyResults,
    verifyScope: 'decision_makers',
  }),
  verify('verify_note', '核实说明', 'Note on verification', '', { type: 'long-text' }),
]

/** F2, F3: the card, its issue and return. */
export const cardFields = [
  card('card_logo', '卡片标志', 'Logo', ''),
  card('card_side', '卡片面', 'Side', '', { choices: cardSides }),
  card('card_taken_by', '领取部长', 'Taken by', '', { type: 'person-name' }),
  card('card_passed_to', '转交服务员', 'Passed to', '', { type: 'person-name' }),
  card('card_returned', '回收数量', 'Cards returned', '', { type: 'integer' }),
  card('card_returned_at', '回收时间', 'Cards returned at', ''),
]

/** F1, F16, F20, F21, F24: what the other blocks leave open. */
export const moreFields = [
  block({ entity: 'party', group: '附属', stored: 'fact', purpose: purposes.relate, sensitivity: 'personal' })(
    'relation',
    '与客户关系',
    'Relation to customer',
    '关系',
  ),
  ...wanted(),
  ...rivals(),
]

function wanted() {
  const demand = block({ entity: 'demand', group: '需求', stored: 'fact', purpose: purposes.demand })
  return [
    demand('fit_out_wanted', '装修要求', 'Fit-out wanted', ''),
    demand('demand_channel', '需求渠道', 'Channel of demand', ''),
    demand('demand_status', '需求现状', 'State of demand', ''),
  ]
}

function rivals() {
  const rival = block({ entity: 'org', group: '竞争', stored: 'fact', purpose: purposes.market })
  return [
    rival('competitor_rent', '竞争对手租金', 'Rent asked by rivals', '', { type: 'money-range' }),
    rival('competitor_reviews', '竞品评价', 'Reviews of rival product', '', { type: 'long-text' }),
    rival('competitor_regions', '竞品地区分布', 'Regions of rival', ''),
    rival('competitor_state', '竞争对手状况', 'State of rivals', '', { type: 'long-text' }),
  ]
}
