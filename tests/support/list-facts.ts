import type { CustomerLine, FactSets } from '../../src/model/report-facts.ts'
import { weeklySample } from './report-facts.ts'

const line = (at: number, more: Partial<CustomerLine> = {}): CustomerLine => ({
  code: `C${String(at).padStart(6, '0')}`,
  name: at % 2 === 0 ? `宁波海曙样板贸易有限公司${at}` : '欧阳雪',
  kind: at % 2 === 0 ? 'org' : 'person',
  tier: 'ABCDE'[at % 6] ?? null,
  owner: at % 3 === 0 ? null : '李敏',
  source: '老客户介绍',
  openedOn: '2026-11-17',
  province: '浙江省',
  city: '宁波市',
  district: '海曙区',
  address: '浙江省宁波市海曙区样板路 1 号',
  phone: '13800000000',
  email: null,
  contactName: null,
  deals: at,
  amount: at * 1_234_567,
  lastDealOn: at === 0 ? null : '2026-10-01',
  lastContactOn: null,
  contacts: 3,
  ...more,
})
const lines = Array.from({ length: 8 }, (_, at) => line(at))
const listed = { total: 12, rows: lines, amountTotal: 34_567_876, dealsTotal: 28 }
const event = {
  on: '2026-11-18',
  code: 'C000001',
  name: '欧阳雪',
  kind: 'call',
  staff: '李敏',
  content: '问价\n并约看房',
  amount: null,
}
const events = {
  total: 2,
  rows: [event, { ...event, kind: 'deal', amount: 500_000, content: null, staff: null, on: null }],
}
const tallies = [
  { key: '老客户介绍', count: 7 },
  { key: null, count: 1 },
]
const analysis = {
  customers: 8,
  withDeals: 7,
  returning: 6,
  amount: 34_567_876,
  newByMonth: ['2026-09', '2026-10', '2026-11'].map((month, at) => ({
    month,
    customers: at + 2,
    deals: at,
    amount: at * 99_999,
  })),
  spreads: [
    {
      trait: 'gender',
      tallies: [
        { key: 'F', count: 5 },
        { key: 'M', count: 2 },
        { key: null, count: 1 },
      ],
    },
    { trait: 'tier', tallies: [{ key: 'A', count: 8 }] },
    { trait: 'industry', tallies: Array.from({ length: 20 }, (_, at) => ({ key: `行业${at}`, count: 30 - at })) },
    { trait: 'hobby', tallies },
  ],
  purchases: [
    { by: 'product' as const, key: '独立别墅', deals: 3, amount: 30_000_000 },
    { by: 'channel' as const, key: null, deals: 25, amount: 4_567_876 },
  ],
}

/** Facts of every report, invented. */
export const sampleFacts: FactSets = {
  weekly: weeklySample,
  monthly: weeklySample,
  roster: listed,
  sales: listed,
  directory: listed,
  prospects: { total: 0, rows: [], amountTotal: 0, dealsTotal: 0 },
  tiers: {
    total: 8,
    rows: lines,
    groups: [
      { group: 'A', part: null, customers: 2, deals: 3, amount: 100 },
      { group: null, part: null, customers: 6, deals: 0, amount: 0 },
    ],
  },
  addresses: {
    total: 8,
    rows: lines,
    groups: [
      { group: '浙江省', part: '宁波市', customers: 7, deals: 3, amount: 100 },
      { group: '浙江省', part: null, customers: 1, deals: 0, amount: 0 },
    ],
  },
  'decision-makers': {
    total: 1,
    rows: [
      {
        orgCode: 'C000002',
        org: '宁波海曙样板贸易有限公司',
        tier: 'A',
        person: '陈晓',
        title: '采购部经理',
        role: 'decides',
        phone: '13800000001',
        lastContactOn: null,
      },
    ],
  },
  chronicle: events,
  visits: {
    byStaffAndKind: weeklySample.contactsByKindAndStaff,
    byDay: weeklySample.contactsByDay,
    bySource: tallies,
    firstTimers: 3,
    before: { visits: 4, firstTimers: 3 },
    lines: events,
  },
  information: {
    byClass: tallies,
    lines: {
      total: 1,
      rows: [
        {
          on: '2026-11-18',
          class: '竞争对手',
          code: null,
          name: null,
          content: '对手降价',
          provider: '李敏',
          important: true,
        },
      ],
    },
  },
  cards: {
    lines: {
      total: 1,
      rows: [
        {
          on: '2026-11-18',
          meal: '午餐',
          room: '201',
          customer: '欧阳雪',
          quantity: 3,
          takenBy: '王部长',
          takenAt: '11:10',
          returned: 2,
          returnedAt: null,
        },
      ],
    },
  },
  changes: {
    added: { total: 8, rows: lines },
    changed: {
      total: 1,
      rows: [
        {
          at: '2026-11-18T16:30:00.000Z',
          code: 'C000001',
          name: '欧阳雪',
          field: 'phone',
          from: null,
          to: '13800000002',
          staff: '李敏',
          verb: 'edit',
        },
      ],
    },
    merged: { total: 0, rows: [] },
  },
  verification: {
    due: {
      total: 1,
      rows: [
        { code: 'C000001', name: '欧阳雪', tier: null, owner: null, scope: 'base', lastOn: null, dueOn: '2026-11-20' },
      ],
    },
    done: [{ scope: 'credit', result: 'confirmed', count: 4 }],
    states: [{ scope: 'base', state: 'unverified', count: 8 }],
  },
  analysis,
  portrait: analysis,
  complaints: {
    byStatus: tallies,
    lines: {
      total: 1,
      rows: [
        {
          number: 'T1',
          on: '2026-11-01',
          code: 'C000001',
          name: '欧阳雪',
          text: '漏水',
          status: '处理中',
          dueOn: '2026-11-03',
          answeredOn: null,
          staff: null,
        },
      ],
    },
  },
  methods: { rows: [{ method: '介绍寻找法', source: null, customers: 8, verified: 3, withDeals: 2, amount: 999 }] },
  dictionary: [
    {
      key: 'phone',
      entity: 'contact',
      group: '基本',
      label: '电话',
      type: 'phone',
      choices: '',
      purpose: '联系客户',
      sensitivity: 'personal',
      filled: 8,
    },
    {
      key: 'hobby',
      entity: 'person',
      group: '生活',
      label: '爱好',
      type: 'text',
      choices: '',
      purpose: '安排接待',
      sensitivity: 'open',
      filled: null,
    },
  ],
  benefit: {
    rows: [
      { source: '展会', customers: 3, cost: 100_000, deals: 2, amount: 250_000 },
      { source: null, customers: 1, cost: 0, deals: 0, amount: 0 },
    ],
  },
}
