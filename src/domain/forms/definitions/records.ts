import type { FormDef, FormItem } from '../../../model/forms.ts'
import { contactPurposes } from '../../dictionary/record-choices.ts'
import { dateHelp, help, item, label, must, phoneHelp, pick, section } from './parts.ts'

const everyProfile: FormDef['profiles'] = [
  'restaurant',
  'realestate',
  'office-leasing',
  'retail',
  'trade',
  'bank',
  'general',
]

const whose: readonly FormItem[] = [
  item('phone', { ...label('客户电话', 'Phone of customer'), ...phoneHelp }),
  must('name', { ...label('客户', 'Customer') }),
]
const purpose = item('contact_purpose', { choices: contactPurposes, open: true, ...label('目的', 'Purpose') })
const ways = [
  pick('call', '电话沟通', 'phone call', ['电话']),
  pick('message', '短信问候', 'message', ['短信', '微信']),
  pick('visit', '登门拜访', 'visit', ['拜访', '上门']),
  pick('meal', '雅室小聚', 'meal', ['吃饭', '宴请']),
]

/** F9 信息提供记录卡 */
export const informationForm: FormDef = {
  key: 'information',
  number: 'F9',
  version: 1,
  zh: '信息提供记录卡',
  en: 'Information card',
  profiles: everyProfile,
  about: 'none',
  makes: ['record'],
  sections: [
    section('provider', '提供者', 'Provider', [
      must('info_provider', { ...label('信息提供者', 'Provider') }),
      item('phone', { ...label('提供者电话', 'Phone of provider'), ...phoneHelp }),
      must('info_on', { ...label('日期', 'Date'), initial: '@today', ...dateHelp }),
      item('collector', { ...label('收卡人', 'Taken by'), initial: '@staff' }),
    ]),
    section('content', '信息', 'Information', [
      must('info_content', { ...label('内容', 'Content') }),
      item('info_class', { ...label('类别', 'Class') }),
      item('info_source_kind', { ...label('信息源', 'Kind of source') }),
      item('info_source', { ...label('出处', 'Where it was found') }),
      item('method', { ...label('收集方法', 'Way of collecting') }),
    ]),
    section('grade', '判断', 'Grading', [
      item('info_credibility', { ...label('可信度', 'Credibility') }),
      item('info_use', { ...label('可用性', 'Usefulness') }),
      item('info_departments'),
      item('info_important', { initial: 'no' }),
      item('info_report_to', { ...label('报告上级', 'Reported to'), when: { field: 'info_important', is: ['yes'] } }),
    ]),
  ],
}

/** F18 接触计划 */
export const planForm: FormDef = {
  key: 'plan',
  number: 'F18',
  version: 1,
  zh: '接触计划',
  en: 'Contact plan',
  profiles: everyProfile,
  about: 'party',
  makes: ['record'],
  sections: [
    section('plan', '计划', 'Plan', [
      ...whose,
      must('plan_grain', { ...label('月/周/日计划', 'Month, week or day'), initial: 'week' }),
      must('plan_on', { ...label('计划日期', 'Planned for'), initial: '@today', ...dateHelp }),
      must('contact_kind', { ...label('方式', 'Way'), choices: ways, open: true }),
      purpose,
      item('content', { ...label('准备谈的内容', 'To be talked about') }),
      item('contact_staff', { ...label('负责人', 'By'), initial: '@staff' }),
    ]),
  ],
}

/** F19 公司投入记录 */
export const effortForm: FormDef = {
  key: 'effort',
  number: 'F19',
  version: 1,
  zh: '公司投入记录',
  en: 'What was spent on a customer',
  profiles: everyProfile,
  about: 'party',
  makes: ['interaction'],
  interaction: 'other',
  sections: [
    section('contact', '联系', 'Contact', [
      ...whose,
      must('contact_on', { ...label('时间', 'Date'), initial: '@today', ...dateHelp }),
      item('contact_place', { ...label('地点', 'Place') }),
      must('contact_kind', { ...label('方式', 'Way') }),
      item('cost', {
        ...label('费用开支', 'Cost'),
        ...help('元，如 320。没有就填 0。', 'In yuan; 0 where there is none.'),
      }),
    ]),
    section('given', '投入', 'Given', [
      item('offered', { ...label('产品和服务提供', 'Products and services offered') }),
      item('customer_cost', { ...label('争取和保持客户的费用', 'Cost of winning and keeping') }),
      item('content', { ...label('说明', 'Note') }),
      item('contact_staff', { ...label('经办人', 'By'), initial: '@staff' }),
    ]),
  ],
}

/** F24 需求记录 */
export const demandForm: FormDef = {
  key: 'demand',
  number: 'F24',
  version: 1,
  zh: '需求记录',
  en: 'Demand',
  profiles: everyProfile,
  about: 'party',
  makes: ['record'],
  sections: [
    section('demand', '需求', 'Demand', [
      ...whose,
      must('demand_content', { ...label('内容', 'Content') }),
      item('demand_channel', { ...label('来源/渠道', 'Channel') }),
      item('demand_class', { ...label('类别', 'Class') }),
      must('importance', { initial: 'middle' }),
      must('priority', { initial: 'middle' }),
      item('demand_status', { ...label('状态', 'State') }),
      item('demand_stage', { initial: 'collect' }),
    ]),
    section('assess', '评估', 'Assessment', [
      item('feasibility'),
      item('cost_benefit'),
      item('market_competition'),
      item('demand_answer'),
    ]),
  ],
}

/** F25 投诉档案 */
export const complaintForm: FormDef = {
  key: 'complaint',
  number: 'F25',
  version: 1,
  zh: '投诉档案',
  en: 'Complaint',
  profiles: everyProfile,
  about: 'party',
  makes: ['interaction'],
  interaction: 'service',
  sections: [
    section('complaint', '投诉', 'Complaint', [
      ...whose,
      must('contact_on', { ...label('投诉日期', 'Date'), initial: '@today', ...dateHelp }),
      must('complaint_content', { ...label('投诉内容', 'Complaint') }),
      item('complaint_analysis', { ...label('分析', 'Analysis') }),
      item('complaint_answer', { ...label('答复', 'Answer') }),
      item('next_contact', { ...label('回访日期', 'To be called again on'), ...dateHelp }),
      item('contact_staff', { ...label('受理人', 'Taken by'), initial: '@staff' }),
    ]),
  ],
}

/** F26 核实记录 */
export const verifyForm: FormDef = {
  key: 'verification',
  number: 'F26',
  version: 1,
  zh: '核实记录',
  en: 'Verification',
  profiles: everyProfile,
  about: 'party',
  makes: ['record'],
  sections: [
    section('verify', '核实', 'Verification', [
      ...whose,
      must('verify_on', { initial: '@today', ...dateHelp }),
      item('verify_by', { initial: '@staff' }),
      item('verify_base', { ...label('基础数据', 'Base data') }),
      item('verify_credit', { ...label('资信状况', 'Credit') }),
      item('verify_decision', { ...label('关键决策人数据', 'Decision makers') }),
      item('verify_note', { ...label('说明', 'Note') }),
    ]),
  ],
}

/** F28 访问记录 */
export const visitForm: FormDef = {
  key: 'visit',
  number: 'F28',
  version: 1,
  zh: '访问记录',
  en: 'Visit',
  profiles: everyProfile,
  about: 'party',
  makes: ['interaction'],
  interaction: 'visit',
  sections: [
    section('before', '访问前', 'Before', [
      ...whose,
      must('contact_on', { ...label('访问日期', 'Date'), initial: '@today', ...dateHelp }),
      item('contact_place', { ...label('地点', 'Place') }),
      purpose,
      item('observation', { ...label('访问前观察（营业状况）', 'Observed before the visit') }),
    ]),
    section('visit', '访问', 'Visit', [
      item('content', { ...label('洽谈内容', 'Talked about') }),
      item('need', { ...label('需求', 'Needs') }),
      item('order_information', { ...label('订单信息', 'Order information') }),
      item('result', { ...label('结果', 'Result') }),
      item('cost', { ...label('费用', 'Cost') }),
      item('next_contact', { ...label('下次联系', 'Next contact'), ...dateHelp }),
      item('contact_staff', { ...label('访问人', 'By'), initial: '@staff' }),
    ]),
  ],
}
