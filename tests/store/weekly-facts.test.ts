import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../../src/model/fact-query.ts'
import type { PeriodNumbers } from '../../src/model/report-facts.ts'
import { readWeeklyFacts } from '../../src/store/report-facts/weekly.ts'
import { absorb, addParty, bookOfRows, deal, queryFor, talk } from '../support/book-rows.ts'

/** Days around a year's end with a week 53, and the same weeks of the years beside it. */
const days = [
  '2019-12-30',
  '2020-01-05',
  '2020-12-20',
  '2020-12-27',
  '2020-12-28',
  '2020-12-31',
  '2021-01-01',
  '2021-01-03',
  '2021-01-04',
  '2021-01-10',
]
/** The last instant of a day in Shanghai, and the first of the next. */
const instants = [
  '2020-12-27T15:59:59.999Z',
  '2020-12-27T16:00:00.000Z',
  '2021-01-03T15:59:59.999Z',
  '2021-01-03T16:00:00.000Z',
  '2020-12-30T02:00:00.000Z',
]

const day = fc.option(fc.constantFrom(...days), { nil: null })
const dealArb = fc.record({
  party: fc.nat(5),
  on: day,
  amount: fc.option(fc.integer({ min: -900, max: 90_000 }), { nil: null }),
  kind: fc.constantFrom('sale', 'contract', 'refund', 'topup', 'balance'),
  status: fc.constantFrom(null, '已完成', '已取消', 'Cancelled', '作废'),
  currency: fc.constantFrom('CNY', 'CNY', 'USD'),
  twice: fc.boolean(),
})
const talkArb = fc.record({
  party: fc.nat(5),
  on: day,
  kind: fc.constantFrom('call', 'walk-in', 'visit', 'email'),
  began: fc.constantFrom(null, 0, 1),
  staff: fc.constantFrom(null, '李敏', '王建国'),
})
const editArb = fc.record({
  at: fc.constantFrom(...instants),
  party: fc.nat(5),
  fields: fc.uniqueArray(fc.constantFrom('title', 'employer', 'name_key', 'gender'), { minLength: 1 }),
  undone: fc.boolean(),
})
const bookArb = fc.record({
  opened: fc.array(fc.constantFrom(...days), { minLength: 6, maxLength: 6 }),
  merged: fc.boolean(),
  archived: fc.boolean(),
  deals: fc.array(dealArb, { maxLength: 25 }),
  talks: fc.array(talkArb, { maxLength: 25 }),
  edits: fc.array(editArb, { maxLength: 8 }),
})
type Plan = typeof bookArb extends fc.Arbitrary<infer T> ? T : never

/** Writes a plan; party 5 may be merged into 0, party 4 archived. */
function write(plan: Plan) {
  const { book, run, undo } = bookOfRows()
  const ids: number[] = []
  run('import', '2019-12-01T00:00:00.000Z', (operation) => {
    for (const [i, opened_on] of plan.opened.entries()) ids.push(addParty(operation, `客户${i}`, {}, { opened_on }))
    for (const { party, on, amount, kind, status, currency, twice } of plan.deals)
      operation.insert(
        'deal',
        deal(ids[party]!, on, amount, { kind, status, currency, duplicate_of: twice ? 1 : null }),
      )
    for (const { party, on, kind, began, staff } of plan.talks)
      operation.insert('interaction', talk(ids[party]!, on, kind, { customer_initiated: began, staff }))
  })
  plan.edits.forEach(({ at, party, fields, undone }, n) => {
    const id = run('edit', at, (operation) =>
      operation.update(
        'party',
        ids[party]!,
        Object.fromEntries(
          fields.map((field) => [field, field === 'gender' ? (n % 2 === 0 ? 'M' : 'F') : `${field}${n}`]),
        ),
      ),
    )
    if (undone) undo(id, at)
  })
  if (plan.merged) run('merge', instants[1]!, (operation) => absorb(operation, ids[0]!, ids[5]!))
  if (plan.archived)
    run('edit', instants[2]!, (operation) => operation.update('party', ids[4]!, { status: 'archived' }))
  return book
}

/** The same numbers by plain loops over the plan. */
function expected(plan: Plan, { from, to }: Span): Omit<PeriodNumbers, 'valuesChanged' | 'tierUps' | 'tierDowns'> {
  const within = (on: string | null): boolean => on !== null && on >= from && on < to
  const shanghai = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
  const counted = plan.deals.filter(
    ({ on, kind, status, twice }) =>
      within(on) && !twice && !['topup', 'balance'].includes(kind) && (status === null || status === '已完成'),
  )
  const talks = plan.talks.filter(({ on }) => within(on))
  return {
    customersNew: plan.opened.filter((on, i) => within(on) && !(plan.merged && i === 5)).length,
    contacts: talks.length,
    visits: talks.filter(({ kind, began }) => began === 1 || (began === null && ['call', 'walk-in'].includes(kind)))
      .length,
    deals: counted.filter(({ kind }) => kind !== 'refund').length,
    sales: counted.reduce(
      (sum, { kind, amount, currency }) =>
        sum + (currency === 'CNY' ? (kind === 'refund' ? -Math.abs(amount ?? 0) : (amount ?? 0)) : 0),
      0,
    ),
    customersMerged: plan.merged && within(shanghai(instants[1]!)) ? 1 : 0,
    customersArchived: plan.archived && within(shanghai(instants[2]!)) ? 1 : 0,
  }
}

describe('the numbers of a week', () => {
  it.each(['2020-W53', '2021-W01', '2020-W52', '2021-01'])('are those of plain loops: %s', (period) => {
    fc.assert(
      fc.property(bookArb, (plan) => {
        const book = write(plan)
        const query = queryFor(period)
        const facts = readWeeklyFacts(book, query)
        expect(facts.numbers).toMatchObject(expected(plan, query.period!))
        expect(facts.before).toMatchObject(expected(plan, query.before!))
        expect(facts.yearAgo).toMatchObject(expected(plan, query.yearAgo!))
        expect(facts.history.at(-1)!.numbers).toEqual(facts.before)
        for (const [i, { numbers }] of facts.history.entries())
          expect(numbers).toMatchObject(expected(plan, query.history[i]!))
        expect(facts.customersTotal).toBe(6 - Number(plan.merged) - Number(plan.archived))
        const byStaff = facts.contactsByKindAndStaff.reduce((sum, { count }) => sum + count, 0)
        expect([byStaff, facts.contactsByDay.reduce((sum, { count }) => sum + count, 0)]).toEqual([
          facts.numbers.contacts,
          facts.numbers.contacts,
        ])
        expect(facts.newBySource.reduce((sum, { count }) => sum + count, 0)).toBe(facts.numbers.customersNew)
        expect(facts.changesByField.reduce((sum, { count }) => sum + count, 0)).toBe(facts.numbers.valuesChanged)
        book.sqlite.close()
      }),
      { numRuns: 30 },
    )
  })

  it('holds week 53 against week 52 of a year that has no week 53', () => {
    const query = queryFor('2020-W53')
    expect([query.period!.from, query.period!.to, query.yearAgo!.name]).toEqual([
      '2020-12-28',
      '2021-01-04',
      '2019-W52',
    ])
    expect([query.period!.fromAt, query.period!.toAt]).toEqual(['2020-12-27T16:00:00.000Z', '2021-01-03T16:00:00.000Z'])
  })

  it.each([
    ['a value typed', 1, { title: '经理' }],
    ['two values at once', 2, { title: '经理', employer: '样板贸易' }],
    ['only what the program keeps', 0, { name_key: 'x', pinyin: 'y' }],
  ])('counts changes by hand: %s', (_, count, patch) => {
    const { book, run, undo } = bookOfRows()
    let id = 0
    run('import', '2020-12-29T00:00:00.000Z', (operation) => (id = addParty(operation, '张伟', { title: '职员' })))
    const edit = run('edit', '2020-12-29T01:00:00.000Z', (operation) => operation.update('party', id, patch))
    expect(readWeeklyFacts(book, queryFor('2020-W53')).numbers.valuesChanged).toBe(count)
    const redo = undo(edit, '2020-12-29T02:00:00.000Z')
    expect(readWeeklyFacts(book, queryFor('2020-W53')).numbers.valuesChanged).toBe(0)
    undo(redo, '2020-12-29T03:00:00.000Z')
    expect(readWeeklyFacts(book, queryFor('2020-W53')).numbers.valuesChanged).toBe(count)
  })

  it('counts a phone given to a known customer, none that came with a new one, and none of a merge', () => {
    const { book, run } = bookOfRows()
    let [one, other] = [0, 0]
    run('import', '2020-12-29T00:00:00.000Z', (operation) => {
      one = addParty(operation, '张伟')
      other = addParty(operation, '张卫')
      operation.insert('contact_point', { party_id: one, type: 'mobile', raw: '1' })
    })
    run('edit', '2020-12-29T01:00:00.000Z', (operation) => {
      operation.insert('contact_point', { party_id: one, type: 'email', raw: 'a@b.cn' })
      operation.insert('fact', { party_id: one, field: 'hobby', value: '茶' })
    })
    run('merge', '2020-12-29T02:00:00.000Z', (operation) => {
      absorb(operation, one, other)
      operation.update('party', one, { title: '经理' })
    })
    const { changesByField, numbers } = readWeeklyFacts(book, queryFor('2020-W53'))
    expect(changesByField).toEqual([
      { field: 'email', count: 1 },
      { field: 'hobby', count: 1 },
    ])
    expect(numbers.customersMerged).toBe(1)
  })

  it('ranks customers by what they spent, absorbed ones under their survivor, the archived left out', () => {
    const { book, run } = bookOfRows()
    run('import', '2020-12-01T00:00:00.000Z', (operation) => {
      const ids = ['甲', '乙', '丙', '丁'].map((name) => addParty(operation, name, {}, { tier: 'B', owner: '李敏' }))
      for (const [who, on, amount] of [
        [0, '2020-12-29', 100],
        [1, '2020-12-29', 70],
        [2, '2020-12-30', 50],
        [3, '2020-12-30', 900],
        [2, '2020-12-22', 7],
        [1, '2020-12-22', 5],
      ] as const)
        operation.insert('deal', deal(ids[who]!, on, amount))
      operation.insert('deal', deal(ids[0]!, '2020-12-31', 20, { kind: 'refund' }))
      absorb(operation, ids[1]!, ids[2]!)
      operation.update('party', ids[3]!, { status: 'archived' })
    })
    const { topInPeriod, topOfAll } = readWeeklyFacts(book, queryFor('2020-W53'))
    expect(topInPeriod).toEqual([
      { code: 'C000002', name: '乙', tier: 'B', owner: '李敏', deals: 2, amount: 120, amountBefore: 12 },
      { code: 'C000001', name: '甲', tier: 'B', owner: '李敏', deals: 1, amount: 80, amountBefore: 0 },
    ])
    expect(topOfAll.map(({ code, amount, amountBefore }) => [code, amount, amountBefore])).toEqual([
      ['C000002', 132, null],
      ['C000001', 80, null],
    ])
  })

  it('restricts everything to the customers of a filter', () => {
    const { book, run } = bookOfRows()
    run('import', '2020-12-01T00:00:00.000Z', (operation) => {
      const ids = ['李敏', '李敏', '王建国'].map((owner, i) =>
        addParty(operation, `客户${i}`, {}, { owner, opened_on: '2020-12-29', acquired_from: '网络' }),
      )
      for (const id of ids) operation.insert('deal', deal(id, '2020-12-29', 10))
      for (const id of ids) operation.insert('interaction', talk(id, '2020-12-29'))
      absorb(operation, ids[0]!, ids[2]!)
      operation.insert('address', { party_id: ids[1]!, use: 'home', raw: '杭州', province: '浙江省', city: '杭州市' })
    })
    const numbersOf = (filter: object) => {
      const { numbers, customersTotal } = readWeeklyFacts(book, queryFor('2020-W53', { filter }))
      return [customersTotal, numbers.customersNew, numbers.deals, numbers.contacts]
    }
    expect(numbersOf({ owner: '李敏' })).toEqual([2, 2, 3, 3])
    expect(numbersOf({ owner: '王建国' })).toEqual([0, 0, 0, 0])
    expect(numbersOf({ region: '杭州' })).toEqual([1, 1, 1, 1])
    expect(numbersOf({ source: '网络', owner: '李敏' })).toEqual([2, 2, 3, 3])
    expect(numbersOf({ tier: 'A' })).toEqual([0, 0, 0, 0])
  })
})
