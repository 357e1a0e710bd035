import type { FormDef, FormItem } from '../../../model/forms.ts'
import { birthHelp, full, help, item, label, moneyHelp, must, phoneHelp, section } from './parts.ts'

const phone: FormItem = must('phone', { ...label('联系方式', 'Phone'), ...phoneHelp })

/** F15 客户沟通档案 (单位客户) */
export const liaisonForm: FormDef = {
  key: 'liaison',
  number: 'F15',
  version: 1,
  zh: '客户沟通档案（单位客户）',
  en: 'Contact of a firm',
  profiles: ['trade', 'office-leasing', 'bank', 'general'],
  about: 'person',
  makes: ['customer'],
  sections: [
    section('basic', '基本信息', 'Basics', [
      phone,
      must('name', { ...label('姓名', 'Name') }),
      must('employer', { ...label('单位', 'Firm') }),
      item('title'),
      full('department'),
      full('email'),
      full('wechat'),
      full('work_address'),
      item('remark'),
    ]),
  ],
}

/** F16 写字楼客户 */
export const officeForm: FormDef = {
  key: 'office',
  number: 'F16',
  version: 1,
  zh: '写字楼客户',
  en: 'Office tenant',
  profiles: ['office-leasing'],
  about: 'org',
  makes: ['customer'],
  sections: [
    section('firm', '公司', 'Firm', [
      phone,
      must('name', { ...label('公司名称', 'Firm') }),
      item('contact_person'),
      item('address', { ...label('地址', 'Address') }),
      item('industry', { ...label('行业分类', 'Trade') }),
      full('uscc'),
      full('size'),
      full('acquired_from', { open: true }),
    ]),
    section('wish', '需求', 'What is wanted', [
      must('size_wanted', {
        ...label('面积', 'Area'),
        ...help('平方米，如 300、200-300。', 'Square metres: 300, 200-300.'),
      }),
      item('floor_wanted', { ...label('楼层', 'Floor') }),
      item('fit_out_wanted', { ...label('装修程度', 'Fit-out') }),
      item('unit_budget', { ...label('可接受租金', 'Rent accepted'), ...moneyHelp }),
      full('buying_time', { ...label('预计入驻时间', 'Moves in') }),
      item('intent', { ...label('承租诚意度', 'Intent') }),
    ]),
    section('market', '市场', 'Market', [
      item('competitor', { ...label('同时考虑的楼宇', 'Other buildings looked at') }),
      item('competitor_rent', { ...label('竞争对手租金', 'Rent there'), when: { field: 'competitor' } }),
      item('property_service', { ...label('物业服务', 'Building services') }),
      item('remark'),
    ]),
  ],
}

/** F21 组织客户档案 */
export const firmForm: FormDef = {
  key: 'firm',
  number: 'F21',
  version: 1,
  zh: '组织客户档案',
  en: 'File of a firm',
  profiles: ['trade', 'bank', 'office-leasing', 'general'],
  about: 'org',
  makes: ['customer'],
  sections: [
    section('base', '基础资料', 'Base data', [
      phone,
      must('name', { ...label('单位名称', 'Name') }),
      item('short_name'),
      item('uscc'),
      item('legal_rep'),
      item('contact_person'),
      item('industry'),
      item('registered_address'),
      item('address'),
      full('website'),
      full('established_on'),
      full('registered_capital'),
      full('business_scope'),
      full('size'),
    ]),
    section('structure', '组织与产品', 'Structure and products', [
      item('structure', { ...help('关键决策人写在这里，如 采购部 王总 决定。', 'Who decides: 采购部 王总.') }),
      item('products', { ...label('产品结构', 'Products') }),
    ]),
    section('market', '市场', 'Market', [
      item('entry_market', { ...label('市场竞争状况及能力', 'Standing in the market') }),
      item('market_capacity', { ...label('市场容量', 'Size of market') }),
      item('performance', { ...label('经营业绩', 'Results') }),
      item('competitor_state', { ...label('竞争对手状况', 'Competitors') }),
    ]),
    section('trade', '交易与资信', 'Dealings and credit', [
      item('dealings', { ...label('与我方交易状况', 'Dealings with us') }),
      item('credit_rating', { ...label('资信能力', 'Credit') }),
      full('credit_limit', moneyHelp),
      full('credit_days'),
      full('payment_terms'),
      full('business_history'),
      item('remark'),
    ]),
  ],
}

/** F22 个体客户档案 */
export const personForm: FormDef = {
  key: 'person',
  number: 'F22',
  version: 1,
  zh: '个体客户档案',
  en: 'File of a person',
  profiles: ['general', 'bank', 'retail', 'realestate', 'trade'],
  about: 'person',
  makes: ['customer'],
  sections: [
    section('base', '基本情况', 'Basics', [
      phone,
      must('name', { ...label('姓名', 'Name') }),
      item('gender'),
      item('birth', { ...label('生日', 'Birthday'), ...birthHelp }),
      full('native_place'),
      item('home_address'),
      full('wechat'),
    ]),
    section('education', '教育背景', 'Education', [item('education')]),
    section('family', '家庭情况', 'Family', [item('family_status'), full('wedding', birthHelp)]),
    section('interests', '特殊兴趣', 'Interests', [item('hobby')]),
    section('life', '个人生活', 'Private life', [item('personal_life'), full('car')]),
    section('work', '工作情况', 'Work', [
      item('employer'),
      item('title'),
      item('occupation'),
      item('work_situation'),
      full('income_band'),
    ]),
    section('rest', '其他', 'Other', [item('remark')]),
  ],
}

/** F20 竞争对手资料 */
export const rivalForm: FormDef = {
  key: 'rival',
  number: 'F20',
  version: 1,
  zh: '竞争对手资料',
  en: 'Competitor at a customer',
  profiles: ['trade', 'office-leasing', 'realestate', 'general'],
  about: 'party',
  makes: ['record'],
  sections: [
    section('customer', '客户', 'Customer', [
      item('phone', { ...label('客户电话', 'Phone of customer'), ...phoneHelp }),
      must('name', { ...label('客户名称', 'Customer') }),
    ]),
    section('rival', '竞争对手', 'Competitor', [
      must('competitor', { ...label('竞争对手', 'Competitor') }),
      item('competitor_usage', { ...label('产品使用情况', 'Use of its product') }),
      item('competitor_satisfaction', { ...label('客户满意度', 'Satisfaction of customer') }),
      item('competitor_rep', { ...label('对手销售代表名字', 'Its salesperson') }),
      item('competitor_style', { ...label('销售特点', 'How it sells') }),
      item('competitor_relation', { ...label('代表与客户的关系', 'Its relation to the customer') }),
    ]),
    section('product', '产品与策略', 'Product and strategy', [
      item('competitor_features', { ...label('产品特点', 'Features') }),
      item('competitor_price', { ...label('价格', 'Price') }),
      item('competitor_terms', { ...label('条件', 'Terms') }),
      item('competitor_strategy', { ...label('策略', 'Strategy') }),
      item('competitor_reviews', { ...label('评价', 'Reviews') }),
      item('competitor_regions', { ...label('地区分布', 'Regions') }),
    ]),
  ],
}
