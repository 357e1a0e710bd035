import type { Messages } from './catalogue.ts'

/** Of whom a report, an analysis or an export speaks. */
export const whomText = {
  'filter-segment': { zh: '只看这个客群', en: 'customers in this segment' },
  'filter-customer': { zh: '只看这位客户（编号或姓名）', en: 'this customer only (code or name)' },
  'whom.owner': { zh: '负责人 {value}', en: 'owner {value}' },
  'whom.region': { zh: '地区 {value}', en: 'region {value}' },
  'whom.tier': { zh: '等级 {value}', en: 'tier {value}' },
  'whom.source': { zh: '来源 {value}', en: 'source {value}' },
  'whom.segment': { zh: '客群“{value}”', en: 'segment "{value}"' },
  'whom.customer': { zh: '客户 {value}', en: 'customer {value}' },
  'whom.and': { zh: '、', en: ', ' },
} as const satisfies Messages
