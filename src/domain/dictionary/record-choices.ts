import type { Choice } from '../../model/dictionary.ts'

const choice = (value: string, zh: string, en: string, synonyms = ''): Choice =>
  synonyms === '' ? { value, zh, en } : { value, zh, en, synonyms: synonyms.split('|') }

/** 六类信息源 (COL-24). */
export const informationSources = [
  choice('government', '政府部门', 'government'),
  choice('association', '协会团体', 'associations'),
  choice('institute', '事业单位/研究机构', 'institutes', '研究机构|设计院|事业单位'),
  choice('company', '工商企业', 'companies', '企业|同行'),
  choice('bureau', '信息机构', 'information firms', '咨询公司|调查公司'),
  choice('media', '传播媒介', 'media', '媒体|网络|报刊'),
]

/** COL-32 with the customer's own demand. */
export const informationClasses = [
  choice('demand', '客户需求', 'customer demand'),
  choice('prospect', '潜在客户', 'prospects'),
  choice('own', '本公司产品', 'our product'),
  choice('rival', '竞争对手产品', 'rival product', '竞争对手|竞品'),
  choice('price', '各地区销售价格', 'regional prices', '价格'),
  choice('outlet', '对手布点', 'outlets of rivals', '布点'),
]

export const planGrains = [
  choice('month', '月计划', 'month', '月'),
  choice('week', '周计划', 'week', '周'),
  choice('day', '日计划', 'day', '日'),
]

/** INT-06 */
export const contactPurposes = [
  choice('sell', '销售产品', 'selling'),
  choice('market', '市场维护', 'looking after the market'),
  choice('relation', '建设客情', 'building the relation', '客情'),
  choice('collect', '信息收集', 'collecting information'),
  choice('guide', '指导客户', 'guiding the customer', '指导'),
]

export const satisfactions = [
  choice('5', '非常满意', 'very satisfied', '很满意'),
  choice('4', '满意', 'satisfied'),
  choice('3', '一般', 'neutral'),
  choice('2', '不满意', 'dissatisfied'),
  choice('1', '很不满意', 'very dissatisfied', '非常不满意'),
]

export const verifyResults = [
  choice('confirmed', '属实', 'confirmed', '正确|无误'),
  choice('corrected', '已更正', 'corrected', '更正|有变动'),
  choice('unreachable', '联系不上', 'not reached', '无法联系'),
  choice('open', '待核实', 'open', '未核实'),
]

export const cardSides = [choice('front', '正面', 'front'), choice('back', '反面', 'back')]
