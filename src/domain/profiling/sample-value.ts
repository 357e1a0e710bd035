import type { FieldDef, FieldType } from '../../model/dictionary.ts'
import type { Lang } from '../../model/units.ts'

const samples: Partial<Record<FieldType, Record<Lang, string>>> = {
  'person-name': { zh: '王小明', en: 'Wang Xiaoming' },
  name: { zh: '王小明', en: 'Wang Xiaoming' },
  'org-name': { zh: '示例商贸有限公司', en: 'Sample Trading Co., Ltd.' },
  phone: { zh: '13800000000', en: '13800000000' },
  email: { zh: 'name@example.com', en: 'name@example.com' },
  date: { zh: '2026-01-31', en: '2026-01-31' },
  'partial-date': { zh: '1985-06-01', en: '1985-06-01' },
  money: { zh: '1280.00', en: '1280.00' },
  'money-range': { zh: '100万-150万', en: '1,000,000-1,500,000' },
  number: { zh: '120', en: '120' },
  'number-range': { zh: '90-120', en: '90-120' },
  integer: { zh: '2', en: '2' },
  address: { zh: '浙江省杭州市西湖区文三路1号', en: '1 Wensan Road, Xihu District, Hangzhou' },
  division: { zh: '浙江省杭州市', en: 'Hangzhou, Zhejiang' },
  'yes-no': { zh: '是', en: 'yes' },
  code: { zh: 'A001', en: 'A001' },
  url: { zh: 'www.example.com', en: 'www.example.com' },
}

/** An invented value of a field, to show how it is written; empty where any text will do. */
export const sampleValue = ({ type }: FieldDef, lang: Lang): string => samples[type]?.[lang] ?? ''
