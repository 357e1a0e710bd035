import { wallClock } from '../../src/domain/calendar.ts'
import { periodOf, periodsBefore } from '../../src/domain/period.ts'
import type { ReportContext } from '../../src/domain/reports/spec.ts'
import type { Period } from '../../src/model/report.ts'
import type { PeriodNumbers, WeeklyFacts } from '../../src/model/report-facts.ts'
import type { Lang } from '../../src/model/units.ts'
import { fill } from '../../src/render/text/catalogue.ts'
import { reportsText } from '../../src/render/text/reports.ts'

export const sampleWeek: Period = periodOf('week', '2026-11-18')

const tierNames: Readonly<Record<string, { zh: string; en: string }>> = {
  A: { zh: 'A 贵宾级客户', en: 'A honoured' },
  B: { zh: 'B 重要客户', en: 'B important' },
  C: { zh: 'C 一般重要客户', en: 'C buyers' },
  D: { zh: 'D 一般客户', en: 'D interested' },
  E: { zh: 'E 普通咨询客户', en: 'E enquirers' },
}
const fieldNames: Readonly<Record<string, { zh: string; en: string }>> = {
  phone: { zh: '电话', en: 'phone' },
  address: { zh: '地址', en: 'address' },
  owner: { zh: '负责人', en: 'owner' },
  employer: { zh: '工作单位', en: 'employer' },
}

/** A context with the real words; a word that isn't there fails the test. */
export function sampleContext(lang: Lang, more: Partial<ReportContext> = {}): ReportContext {
  return {
    lang,
    say: (key, params) => {
      if (!(key in reportsText)) throw new Error(`no word ${key}`)
      return fill(reportsText[key as keyof typeof reportsText][lang], params)
    },
    fieldName: (key) => fieldNames[key]?.[lang] ?? key,
    fieldValue: (_key, value) => value,
    verbName: (verb) => verb,
    ruleName: (code) => code,
    tierName: (level) => tierNames[level]?.[lang] ?? level,
    period: sampleWeek,
    wallClock,
    today: '2026-11-23',
    book: 'kehu.db',
    filter: '',
    ...more,
  }
}

export const numbers = (scale: number): PeriodNumbers => ({
  customersNew: 24 * scale,
  contacts: 310 * scale,
  visits: 121 * scale,
  deals: 17 * scale,
  sales: 1_234_567_890 * scale,
  valuesChanged: 88 * scale,
  customersMerged: 6 * scale,
  customersArchived: scale,
  tierUps: 9 * scale,
  tierDowns: 2 * scale,
})

const kinds = ['call', 'walk-in', 'visit', 'meal', 'message', 'email', 'service', 'gift']
const staff = ['李敏', '王建国', '欧阳雪', 'Zoë Martin', null]

export const weeklySample: WeeklyFacts = {
  numbers: numbers(1),
  before: { ...numbers(1), customersNew: 18, contacts: 322, visits: 121, sales: 1_500_000_050, deals: 0 },
  yearAgo: { ...numbers(0), customersNew: 30, sales: -20_000 },
  history: periodsBefore(sampleWeek, 8).map(({ name }, at) => ({
    period: name,
    numbers: {
      ...numbers(1),
      customersNew: 10 + ((at * 7) % 13),
      contacts: 250 + ((at * 37) % 90),
      sales: 900_000_000 + at * 80_000_000,
    },
  })),
  customersTotal: 100_234,
  waiting: {
    pairsToReview: 37,
    findingsError: 12,
    findingsWarn: 240,
    rowsRejected: 5,
    followUpsOverdue: 8,
    verificationsOverdue: null,
    complaintsOpen: 2,
    cardsOut: null,
    customersWithoutOwner: 0,
    keyAccountsSilent: 3,
  },
  newBySource: [
    { key: '老客户介绍', count: 10, before: 6 },
    { key: '网络推广（抖音、小红书、微信公众号及其他新媒体渠道）', count: 7, before: 8 },
    { key: '路过 <script>alert(1)</script>', count: 4, before: 4 },
    { key: '=HYPERLINK("http://x","y")', count: 2, before: 0 },
    { key: null, count: 1, before: 0 },
  ],
  newByOwner: [
    { key: '李敏', count: 14 },
    { key: '王建国', count: 9 },
    { key: null, count: 1 },
  ],
  contactsByKindAndStaff: staff.flatMap((name, at) =>
    kinds.slice(0, 8 - at).map((kind, index) => ({ kind, staff: name, count: 1 + ((at * 5 + index * 3) % 17) })),
  ),
  contactsByDay: [0, 1, 2, 3, 4, 6].flatMap((day) =>
    kinds
      .slice(0, 5)
      .map((kind, index) => ({ on: `2026-11-${16 + day}`, kind, count: 2 + ((day * 7 + index * 5) % 11) })),
  ),
  changesByField: [
    { field: 'phone', count: 41 },
    { field: 'address', count: 22 },
    { field: 'owner', count: 18 },
    { field: 'employer', count: 7 },
  ],
  tierMoveCounts: [
    { from: null, to: 'E', count: 20 },
    { from: 'B', to: 'A', count: 1 },
    { from: 'C', to: 'B', count: 8 },
    { from: 'C', to: 'D', count: 2 },
  ],
  tierMoves: [
    { code: 'C000123', name: '杭州西湖龙井茶业有限公司', from: 'B', to: 'A', clause: 'A-1', on: '2026-11-17' },
    { code: 'C000207', name: '阿卜杜拉·买买提', from: 'C', to: 'D', clause: null, on: '2026-11-20' },
  ],
  tiers: [
    { key: 'A', count: 120 },
    { key: 'B', count: 1_890 },
    { key: 'C', count: 12_004 },
    { key: 'D', count: 30_220 },
    { key: 'E', count: 55_000 },
    { key: null, count: 1_000 },
  ],
  findings: [
    { rule: 'id-number-check-digit', severity: 'error', open: 12, found: 3, closed: 1 },
    { rule: 'phone-shared', severity: 'warn', open: 240, found: 31, closed: 44 },
    { rule: 'name-placeholder', severity: 'info', open: 9, found: 0, closed: 0 },
  ],
  topInPeriod: [
    {
      code: 'C000123',
      name: '杭州西湖龙井茶业有限公司',
      tier: 'A',
      owner: '李敏',
      deals: 3,
      amount: 800_000_000,
      amountBefore: 0,
    },
    { code: 'C000009', name: '王总', tier: 'C', owner: null, deals: 1, amount: 123_456_789, amountBefore: 5_000 },
  ],
  topOfAll: [
    {
      code: 'C000123',
      name: '杭州西湖龙井茶业有限公司',
      tier: 'A',
      owner: '李敏',
      deals: 80,
      amount: 512_345_678_901,
      amountBefore: null,
    },
  ],
  dates: [
    {
      on: '2026-11-24',
      kind: 'birthday',
      code: 'C000009',
      name: '王总',
      person: null,
      tier: 'C',
      owner: null,
      years: 50,
    },
    {
      on: '2026-11-26',
      kind: 'wedding',
      code: 'C000123',
      name: '杭州西湖龙井茶业有限公司',
      person: '陈晓',
      tier: 'A',
      owner: '李敏',
      years: null,
    },
  ],
}
