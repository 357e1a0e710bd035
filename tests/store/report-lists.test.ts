import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fields } from '../../src/domain/dictionary/fields.ts'
import { reportNames, reports } from '../../src/domain/reports/index.ts'
import type { CustomerLine } from '../../src/model/report-facts.ts'
import { closeBook, openBook } from '../../src/store/book.ts'
import { readFacts } from '../../src/store/report-facts/index.ts'
import { absorb, addParty, bookOfRows, deal, queryFor, talk } from '../support/book-rows.ts'

/**
 * One small book: 甲 (org, A), 乙 (absorbed 丙, B), 丁 (no deals), 戊 archived, and 王师傅, who is no customer.
 */
function smallBook() {
  const { book, run } = bookOfRows()
  const id = { 甲: 0, 乙: 0, 丙: 0, 丁: 0, 戊: 0, 王师傅: 0 }
  run('import', '2026-11-16T00:00:00.000Z', (operation) => {
    id.甲 = addParty(
      operation,
      '甲公司',
      { kind: 'org', pinyin: 'jia', industry: '餐饮' },
      { tier: 'A', owner: '李敏', opened_on: '2026-11-17', acquired_from: '展会' },
    )
    id.乙 = addParty(
      operation,
      '乙',
      { pinyin: 'yi', gender: 'F', birth: '1990-05-05' },
      { tier: 'B', owner: '王建国', opened_on: '2026-10-01', acquired_from: '网络' },
    )
    id.丙 = addParty(operation, '丙', { pinyin: 'bing' }, { tier: 'D', opened_on: '2026-09-01' })
    id.丁 = addParty(operation, '丁', { pinyin: 'ding', age_band: '30-39' }, { acquired_from: '网络' })
    id.戊 = addParty(operation, '戊', { pinyin: 'wu' }, { tier: 'A', opened_on: '2020-01-01' })
    id.王师傅 = addParty(operation, '王师傅', { title: '司机' }, null)
    const contact = (party_id: number, type: string, canonical: string, more = {}) =>
      operation.insert('contact_point', { party_id, type, raw: canonical, canonical, ...more })
    contact(id.甲, 'landline', '0571-88880001')
    contact(id.甲, 'mobile', '13800000001')
    contact(id.甲, 'mobile', '13800000009', { do_not_use: 1 })
    contact(id.丙, 'mobile', '13800000002')
    contact(id.甲, 'email', 'a@b.cn')
    contact(id.王师傅, 'mobile', '13800000003')
    operation.insert('address', {
      party_id: id.甲,
      use: 'work',
      raw: '杭州市西湖区',
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
    })
    operation.insert('address', { party_id: id.丙, use: 'home', raw: '南京', province: '江苏省', city: '南京市' })
    operation.insert('relation', { from_id: id.王师傅, to_id: id.甲, type: 'employed_at', title: '车队长' })
    operation.insert('relation', { from_id: id.丁, to_id: id.甲, type: 'friend', decision_role: 'decides' })
    const rows = [
      [id.甲, '2026-11-18', 500, { product: '茶', channel: '门店' }],
      [id.甲, '2026-11-19', 200, { kind: 'refund', product: '茶' }],
      [id.甲, '2025-01-05', 900, { product: '茶', payment: '现金' }],
      [id.乙, '2026-11-20', 100, { product: '酒' }],
      [id.丙, '2026-11-20', 350, { product: '酒' }],
      [id.丙, '2026-11-20', 350, { duplicate_of: 1 }],
      [id.戊, '2026-11-20', 9999, {}],
    ] as const
    for (const [party, on, amount, more] of rows) operation.insert('deal', deal(party, on, amount, more))
    operation.insert('interaction', talk(id.丁, '2026-11-17', 'walk-in', { staff: '李敏', content: '看房' }))
    operation.insert('interaction', talk(id.丙, '2026-11-18', 'call', { staff: '王建国', cost: 30 }))
    operation.insert('interaction', talk(id.乙, '2026-11-01', 'call'))
    operation.insert('interaction', talk(id.甲, '2026-11-18', 'visit', { staff: '李敏', cost: 70 }))
    operation.insert('fact', { party_id: id.丁, field: 'method', value: 'observe' })
    operation.insert('confirmation', {
      party_id: id.甲,
      scope: 'base',
      state: 'confirmed',
      staff: '李敏',
      at: '2026-11-17T16:00:00.000Z',
      next_due: '2026-11-20',
    })
    operation.insert('tier_move', {
      party_id: id.丙,
      scheme: 'property',
      from_level: 'C',
      to_level: 'D',
      facts: '{}',
      on_day: '2026-11-19',
      at: '',
    })
  })
  run('merge', '2026-11-18T00:00:00.000Z', (operation) => absorb(operation, id.乙, id.丙))
  run('edit', '2026-11-19T00:00:00.000Z', (operation) => {
    operation.update('party', id.戊, { status: 'archived' })
    operation.update('party', id.甲, { industry: '地产', title: '总部' })
    operation.insert('contact_point', { party_id: id.丁, type: 'wechat', raw: 'ding' })
  })
  return book
}

let book: ReturnType<typeof smallBook>
beforeAll(() => {
  book = smallBook()
})
const brief = (rows: readonly CustomerLine[]) => rows.map(({ name, deals, amount }) => [name, deals, amount])

describe('lists of customers', () => {
  it('L1: in the order they were put on the books, not told last', () => {
    const facts = readFacts(book, 'roster', queryFor(null))
    expect(brief(facts.rows)).toEqual([
      ['乙', 2, 450],
      ['甲公司', 2, 1200],
      ['丁', 0, 0],
    ])
    expect([facts.total, facts.dealsTotal, facts.amountTotal]).toEqual([3, 4, 1650])
    expect(facts.rows[1]).toEqual({
      code: 'C000001',
      name: '甲公司',
      kind: 'org',
      tier: 'A',
      owner: '李敏',
      source: '展会',
      openedOn: '2026-11-17',
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      address: '杭州市西湖区',
      phone: '13800000001',
      email: 'a@b.cn',
      contactName: '王师傅',
      deals: 2,
      amount: 1200,
      lastDealOn: '2026-11-18',
      lastContactOn: '2026-11-18',
      contacts: 1,
    })
    expect(facts.rows[0]).toMatchObject({
      phone: '13800000002',
      province: '江苏省',
      contacts: 2,
      lastContactOn: '2026-11-18',
      contactName: null,
    })
  })

  it.each([
    ['owner', { owner: '李敏' }, ['甲公司']],
    ['region', { region: '江苏' }, []],
    ['region of the own address', { region: '浙江' }, ['甲公司']],
    ['tier', { tier: 'B' }, ['乙']],
    ['source', { source: '网络' }, ['乙', '丁']],
    ['two at once', { source: '网络', tier: 'B' }, ['乙']],
  ])('keeps to a filter by %s, and says how many there are beyond the limit', (_, filter, names) => {
    const facts = readFacts(book, 'roster', queryFor(null, { filter, limit: 1 }))
    expect([facts.total, facts.rows.map(({ name }) => name)]).toEqual([names.length, names.slice(0, 1)])
  })

  it('L2: who bought most in the period', () => {
    const facts = readFacts(book, 'sales', queryFor('2026-11'))
    expect(brief(facts.rows)).toEqual([
      ['乙', 2, 450],
      ['甲公司', 1, 300],
    ])
    expect([facts.total, facts.dealsTotal, facts.amountTotal]).toEqual([2, 3, 750])
    expect(brief(readFacts(book, 'sales', queryFor(null)).rows)[0]).toEqual(['甲公司', 2, 1200])
  })

  it('L10 by the sound of the name, L12 those who have bought nothing', () => {
    expect(readFacts(book, 'directory', queryFor(null)).rows.map(({ name }) => name)).toEqual(['丁', '甲公司', '乙'])
    const prospects = readFacts(book, 'prospects', queryFor(null))
    expect([prospects.total, prospects.rows.map(({ name }) => name)]).toEqual([1, ['丁']])
  })

  it('L3 by level, L4 by place', () => {
    const tiers = readFacts(book, 'tiers', queryFor(null))
    expect(tiers.groups).toEqual([
      { group: 'A', part: null, customers: 1, deals: 2, amount: 1200 },
      { group: 'B', part: null, customers: 1, deals: 2, amount: 450 },
      { group: null, part: null, customers: 1, deals: 0, amount: 0 },
    ])
    expect(tiers.rows.map(({ name }) => name)).toEqual(['甲公司', '乙', '丁'])
    const places = readFacts(book, 'addresses', queryFor(null))
    expect(places.groups.map(({ group, part, customers }) => [group, part, customers])).toEqual([
      ['江苏省', '南京市', 1],
      ['浙江省', '杭州市', 1],
      [null, null, 1],
    ])
    expect(places.rows.map(({ name }) => name)).toEqual(['乙', '甲公司', '丁'])
  })
})

describe('lists of people and events', () => {
  it('L5: who decides before who only works there', () => {
    const { total, rows } = readFacts(book, 'decision-makers', queryFor(null))
    expect(total).toBe(2)
    expect(
      rows.map(({ org, person, role, title, phone, lastContactOn }) => [
        org,
        person,
        role,
        title,
        phone,
        lastContactOn,
      ]),
    ).toEqual([
      ['甲公司', '丁', 'decides', null, null, '2026-11-17'],
      ['甲公司', '王师傅', null, '车队长', '13800000003', null],
    ])
  })

  it('L6: customer by customer in time order', () => {
    const { rows } = readFacts(book, 'chronicle', queryFor('2026-W47'))
    expect(rows.map(({ on, name, kind, content, amount }) => [on, name, kind, content, amount])).toEqual([
      ['2026-11-17', '甲公司', 'opened', '展会', null],
      ['2026-11-18', '甲公司', 'visit', null, null],
      ['2026-11-18', '甲公司', 'deal', '茶', 500],
      ['2026-11-19', '甲公司', 'deal', '茶', -200],
      ['2026-11-18', '乙', 'call', null, null],
      ['2026-11-18', '乙', 'merged', '丙', null],
      ['2026-11-19', '乙', 'tier', 'C → D', null],
      ['2026-11-20', '乙', 'deal', '酒', 100],
      ['2026-11-20', '乙', 'deal', '酒', 350],
      ['2026-11-17', '丁', 'walk-in', '看房', null],
    ])
  })

  it('L6: of one customer all that happened, with complaints, answers and demands, a merger on the day of Shanghai', () => {
    const { book: small, run } = bookOfRows()
    const id = { 甲: 0, 乙: 0, 丙: 0 }
    run('import', '2026-11-10T00:00:00.000Z', (operation) => {
      for (const name of ['甲', '乙', '丙'] as const)
        id[name] = addParty(operation, name, {}, { opened_on: '2026-11-01' })
      const said = { party_id: id.甲, on_day: '2026-11-12', content: '空调太冷', answer: '已调高', state: 'answered' }
      operation.insert('feedback', { ...said, kind: 'complaint' })
      const wish = { content: '要一间大包间', importance: 'high', urgency: 'high', grade: 'A', stage: 'collected' }
      operation.insert('demand', { ...wish, party_id: id.甲, on_day: '2026-11-11' })
    })
    run('merge', '2026-11-12T16:30:00.000Z', (operation) => absorb(operation, id.甲, id.乙))
    const { rows, total } = readFacts(small, 'chronicle', queryFor(null, { members: [id.甲] }))
    expect(rows.map(({ on, name, kind, content }) => [on, name, kind, content])).toEqual([
      ['2026-11-01', '甲', 'opened', null],
      ['2026-11-01', '甲', 'opened', null],
      ['2026-11-11', '甲', 'demand', '要一间大包间'],
      ['2026-11-12', '甲', 'complaint', '空调太冷 → 已调高'],
      ['2026-11-13', '甲', 'merged', '乙'],
    ])
    expect(total).toBe(5)
    closeBook(small)
  })

  it('L7: who called and came, and who for the first time', () => {
    const facts = readFacts(book, 'visits', queryFor('2026-W47'))
    expect(facts.lines.rows.map(({ on, name, kind, staff }) => [on, name, kind, staff])).toEqual([
      ['2026-11-17', '丁', 'walk-in', '李敏'],
      ['2026-11-18', '乙', 'call', '王建国'],
    ])
    // 乙 had called on the first of the month, so only 丁 is new.
    expect([facts.lines.total, facts.firstTimers, facts.before.visits]).toEqual([2, 1, 0])
    expect(facts.bySource).toEqual([{ key: '网络', count: 2 }])
    expect(facts.byStaffAndKind.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  })

  it('L13: who came, what changed, what was put together', () => {
    const facts = readFacts(book, 'changes', queryFor('2026-W47'))
    expect(facts.added.rows.map(({ name }) => name)).toEqual(['甲公司'])
    expect(facts.changed.rows.map(({ name, field, from, to, verb }) => [name, field, from, to, verb])).toEqual([
      ['甲公司', 'industry', '餐饮', '地产', 'edit'],
      ['甲公司', 'title', null, '总部', 'edit'],
      ['丁', 'wechat', null, 'ding', 'edit'],
    ])
    expect(facts.changed.total).toBe(3)
    expect(facts.merged.rows.map(({ name, code, into }) => [name, code, into])).toEqual([['丙', 'C000003', 'C000002']])
  })

  it('L14: what is due and what was done', () => {
    const facts = readFacts(
      book,
      'verification',
      queryFor('2026-11', { verify: { base: { every: 1 } }, filter: { tier: 'A' } }),
    )
    expect(facts.due.rows.map(({ name, scope, lastOn, dueOn }) => [name, scope, lastOn, dueOn])).toEqual([
      ['甲公司', 'base', '2026-11-18', '2026-11-19'],
    ])
    expect(facts.done).toEqual([{ scope: 'base', result: 'confirmed', count: 1 }])
    expect(facts.states).toEqual([{ scope: 'base', state: 'verified', count: 1 }])
  })
})

describe('counts over everyone', () => {
  it('L15 and L19: who the customers are and what they buy', () => {
    const facts = readFacts(book, 'portrait', queryFor(null))
    expect([facts.customers, facts.withDeals, facts.returning, facts.amount]).toEqual([3, 2, 2, 11_649])
    // What an archived customer bought was earned all the same: the headline is the sum of the months.
    expect(facts.newByMonth.reduce((sum, { amount }) => sum + amount, 0)).toBe(facts.amount)
    const spread = (trait: string) =>
      facts.spreads.find((one) => one.trait === trait)!.tallies.map(({ key, count }) => [key, count])
    expect(spread('kind')).toEqual([
      ['person', 2],
      ['org', 1],
    ])
    expect(spread('gender')).toEqual([
      ['F', 1],
      [null, 2],
    ])
    expect(spread('age-band')).toEqual([['30-39', 2]])
    expect(spread('source')).toEqual([
      ['网络', 2],
      ['展会', 1],
    ])
    const products = facts.purchases
      .filter(({ by }) => by === 'product')
      .map(({ key, deals, amount }) => [key, deals, amount])
    expect(products).toContainEqual(['茶', 2, 1200])
    expect(products).toContainEqual(['酒', 2, 450])
    const inNovember = readFacts(book, 'analysis', queryFor('2026-11'))
    expect(inNovember.newByMonth).toEqual([{ month: '2026-11', customers: 1, deals: 4, amount: 10_749 }])
  })

  it('L17 and L20: what each way of finding brought', () => {
    expect(readFacts(book, 'methods', queryFor(null)).rows).toEqual([
      { method: 'observe', source: '网络', customers: 1, verified: 0, withDeals: 0, amount: 0 },
      { method: null, source: '展会', customers: 1, verified: 1, withDeals: 1, amount: 1200 },
      { method: null, source: '网络', customers: 1, verified: 0, withDeals: 1, amount: 450 },
    ])
    expect(readFacts(book, 'benefit', queryFor('2026')).rows).toEqual([
      { source: '网络', customers: 2, cost: 30, deals: 2, amount: 450 },
      { source: '展会', customers: 1, cost: 70, deals: 1, amount: 300 },
    ])
  })

  it('L18: how many values each field holds', () => {
    const lines = readFacts(book, 'dictionary', queryFor(null, { fields }))
    const filled = (key: string) => lines.find((line) => line.key === key)?.filled
    expect([filled('name'), filled('gender'), filled('method'), filled('hobby')]).toEqual([4, 1, 1, 0])
  })
})

describe('every report', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'kehu-')), 'kehu.db')
  beforeAll(() => {
    book.sqlite.exec(`vacuum into '${path}'`)
  })

  it.each(reportNames)('%s can be made of an empty book, and of one that may only be read', (name) => {
    const empty = openBook(':memory:', { create: true })
    expect(() => readFacts(empty, name, queryFor('2026-W47'))).not.toThrow()
    expect(empty.sqlite.inTransaction).toBe(false)
    const still = openBook(path, { readonly: true })
    expect(() => readFacts(still, name, queryFor('2026-W47', { filter: { owner: '李敏' } }))).not.toThrow()
    closeBook(still)
  })
})

describe('a segment', () => {
  it.each(reportNames)('%s speaks of its members as it does of a filter that holds the same customers', (name) => {
    const verify = { base: { every: 1 } }
    const period = ['none', 'all'].includes(reports[name].period) ? null : '2026-11'
    const [only] = book.sqlite.prepare(`select party_id from customer where owner = '李敏'`).pluck().all() as number[]
    const byOwner = readFacts(book, name, queryFor(period, { verify, filter: { owner: '李敏' } }))
    const byMembers = readFacts(book, name, queryFor(period, { verify, members: [only!] }))
    expect(byMembers).toEqual(byOwner)
    // And it is not what everybody's would be, but for the dictionary, which counts fields.
    const all = readFacts(book, name, queryFor(period, { verify }))
    const concerned = !['cards', 'complaints', 'information', 'dictionary', 'decision-makers'].includes(name)
    if (concerned) expect(byMembers).not.toEqual(all)
  })
})
