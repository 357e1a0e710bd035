import { block, purposes } from './define.ts'

const org = block({ entity: 'org', group: '单位', stored: 'fact', purpose: purposes.identify })
const credit = block({ entity: 'org', group: '资信', stored: 'fact', purpose: purposes.credit })
const rival = block({ entity: 'org', group: '竞争', stored: 'fact', purpose: purposes.market })

export const organisationFields = [
  org(
    'uscc',
    '统一社会信用代码',
    'Credit code',
    '社会信用代码|信用代码|统一信用代码|税号|纳税人识别号|纳税识别号|纳税人税号|营业执照号|营业执照号码|执照号|注册号|组织机构代码|机构代码|企业代码|統一編號|统编|Tax ID|Tax No|Tax No.|Tax Number|VAT No|VAT|VAT Number|USCC|Registration No|Business License',
    { stored: 'party', type: 'uscc', verifyScope: 'base' },
  ),
  org('tax_no', '旧税号', 'Old tax number', '国税登记号|地税登记号', { type: 'code' }),
  org(
    'legal_rep',
    '法定代表人',
    'Legal representative',
    '法人|法人代表|法人姓名|负责人(法人)|法定代表|Legal Rep|Legal Person|負責人|法人代表人',
    {
      stored: 'party',
      type: 'person-name',
      sensitivity: 'personal',
      verifyScope: 'decision_makers',
    },
  ),
  org(
    'contact_person',
    '联系人',
    'Contact person',
    '联络人|联系人姓名|家长姓名|家长|监护人|首要联系人|主要联系人|对接人|负责人|经办人(对方)|客户联系人|采购联系人|采购负责人|公司联系人|租户联系人|第一联系人|商务联系人|Contact|Contact Name|Contact Person|Primary Contact|Attn|Attention|聯絡人|聯繫人|連絡人',
    {
      type: 'person-name',
      sensitivity: 'personal',
      purpose: purposes.decide,
      verifyScope: 'decision_makers',
    },
  ),
  org(
    'industry',
    '行业',
    'Industry',
    '所属行业|行业类别|行业分类|行业类型|业态|客户行业|Sector|Line of Business|產業|行業',
    { stored: 'party', purpose: purposes.market },
  ),
  org(
    'business_scope',
    '经营范围',
    'Business scope',
    '主营业务|主营产品|经营项目|主营|主要产品|Main Products|Business|營業項目',
    { purpose: purposes.market },
  ),
  org('website', '网址', 'Website', '网站|公司网址|官网|主页|URL|Web|Web Site|Homepage|網址|網站', {
    stored: 'party',
    type: 'url',
    purpose: purposes.reach,
  }),
  org(
    'size',
    '规模',
    'Size',
    '企业规模|公司规模|人员规模|员工人数|员工数|Employees|Company Size|No. of Employees|Headcount',
    { purpose: purposes.value },
  ),
  org('registered_capital', '注册资本', 'Registered capital', '注册资金|资金情况|Capital|資本額', {
    type: 'money',
    purpose: purposes.credit,
    verifyScope: 'credit',
  }),
  org('established_on', '成立日期', 'Established on', '成立时间|注册情况|成立年份|设立日期|Founded|Established', {
    type: 'partial-date',
    purpose: purposes.credit,
  }),
  org('structure', '组织结构', 'Structure', '组织架构', { purpose: purposes.decide }),
  org('products', '产品结构', 'Products', '产品与服务', { purpose: purposes.market }),
  org('market_capacity', '市场容量', 'Market capacity', '', { purpose: purposes.market }),
  org('performance', '经营业绩', 'Performance', '年营业额|营业额|年销售额|年产值|Annual Turnover|Annual Sales', {
    purpose: purposes.value,
  }),
  org('business_history', '经营历史', 'Business history', '经营年限|Years in Business', { purpose: purposes.credit }),
  org('dealings', '与我方交易状况', 'Dealings with us', '合作情况|合作历史|履约情况', { purpose: purposes.credit }),
  org('entry_market', '市场竞争状况及能力', 'Competitiveness', '竞争能力', { purpose: purposes.market }),
]

export const creditFields = [
  credit('credit_rating', '资信能力', 'Credit rating', '资信|信用等级|资信状况|资信等级|Credit Rating', {
    verifyScope: 'credit',
  }),
  credit('credit_limit', '信用额度', 'Credit limit', '授信额度|赊销额度|Credit Line|信用額度', {
    type: 'money',
    verifyScope: 'credit',
  }),
  credit('credit_days', '账期', 'Credit days', '付款账期|信用期|结算周期|Credit Days|帳期', { verifyScope: 'credit' }),
  credit(
    'payment_terms',
    '付款条件',
    'Payment terms',
    '结算方式|结算条款|付款条款|Terms|Payment Terms|Terms of Payment|付款條件',
    {},
  ),
  credit('bank_name', '开户行', 'Bank', '开户银行|银行|开户行名称|Bank|Bank Name', {}),
  credit(
    'bank_account',
    '银行账号',
    'Bank account',
    '账号|开户行及账号|开户银行及账号|银行及账号|开户行/账号|银行卡号|银行账户|对公账号|Account Number (Bank)|Bank Account|Bank Account No|銀行帳號',
    { type: 'code', sensitivity: 'sensitive' },
  ),
  credit('invoice_info', '开票信息', 'Invoice details', '发票信息|开票资料|Billing Info', {
    type: 'long-text',
    purpose: purposes.deal,
  }),
]

export const rivalFields = [
  rival('competitor', '竞争对手', 'Competitor', '竞争对手状况|竞品|对比项目|竞争楼盘|Competitors', {}),
  rival('competitor_usage', '竞品使用情况', 'Use of competing products', '产品使用情况|在用产品', {}),
  rival('competitor_satisfaction', '客户满意度', 'Satisfaction', '满意度|Satisfaction', {}),
  rival('competitor_rep', '对手销售代表', "Competitor's salesman", '对手销售代表名字', { sensitivity: 'personal' }),
  rival('competitor_style', '对手销售特点', 'How the competitor sells', '销售特点', {}),
  rival('competitor_relation', '对手代表与客户的关系', 'Relation of rival to customer', '代表与客户的关系', {}),
  rival('competitor_price', '竞品价格', 'Competing price', '竞争对手价格|竞争对手租金|对手报价', {}),
  rival('competitor_terms', '竞品条件', 'Competing terms', '竞品付款条件', {}),
  rival('competitor_strategy', '竞争策略', 'Competing strategy', '对手策略', {}),
  rival('competitor_features', '竞品特点', 'Competing features', '竞品功能', {}),
  rival('property_service', '物业服务', 'Property service', '物业服务评价', {}),
]
