import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measures } from '../../src/domain/tiers/measures.ts'
import type { MeasureColumns } from '../../src/model/tiers.ts'
import type { Book } from '../../src/store/book.ts'
import { readMeasures, readMeasuresOf } from '../../src/store/measures.ts'
import { absorb, addParty, bookOfRows, deal, talk } from '../support/book-rows.ts'

const AT = '2026-01-01T00:00:00.000Z'
const query = { today: '2026-11-22', periodFrom: '2025-11-22', defs: measures }
const days = [null, '2020-02-29', '2025-11-21', '2025-11-22', '2026-11-22', '2026-11-23']

/** A customer's row as a plain object: NaN and 2 are unknown. */
function rowOf(columns: MeasureColumns, row: number): Record<string, unknown> {
  const all = { ...columns.numbers, ...columns.flags, ...columns.texts }
  return Object.fromEntries(Object.entries(all).map(([key, values]) => [key, values![row]]))
}

const one = (book: Book, id = 1): Record<string, unknown> => rowOf(readMeasuresOf(book, id, query), 0)

const planArb = fc.record({
  deals: fc.array(
    fc.record({
      party: fc.nat(4),
      on: fc.constantFrom(...days),
      amount: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null }),
      kind: fc.constantFrom('sale', 'contract', 'refund', 'topup'),
      product: fc.constantFrom(null, '独立别墅 A-12', '联排别墅', '三室两厅', 'Semi-detached house', 'Detached house'),
      status: fc.constantFrom(null, '作废'),
    }),
    { maxLength: 20 },
  ),
  talks: fc.array(
    fc.record({
      party: fc.nat(4),
      on: fc.constantFrom(...days),
      kind: fc.constantFrom('call', 'meal', 'event', 'visit'),
      cost: fc.constantFrom(null, 500, 1200),
    }),
    { maxLength: 20 },
  ),
  mergedInto: fc.constantFrom(null, 0, 1),
})

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000

describe('measures', () => {
  it('are those of plain loops, absorbed customers under their survivor, one by one as all at once', () => {
    fc.assert(
      fc.property(planArb, (plan) => {
        const { book, run } = bookOfRows()
        const ids: number[] = []
        run('import', AT, (operation) => {
          for (let i = 0; i < 5; i++) ids.push(addParty(operation, `客户${i}`))
          for (const { party, on, amount, ...row } of plan.deals)
            operation.insert('deal', deal(ids[party]!, on, amount, row))
          for (const { party, on, kind, cost } of plan.talks)
            operation.insert('interaction', talk(ids[party]!, on, kind, { cost }))
          if (plan.mergedInto !== null) absorb(operation, ids[plan.mergedInto]!, ids[4]!)
        })
        const columns = readMeasures(book, query)
        const live = ids.filter((_, i) => !(i === 4 && plan.mergedInto !== null))
        expect(Array.from(columns.ids)).toEqual(live)
        live.forEach((id, row) => {
          const i = ids.indexOf(id)
          const mine = (party: number): boolean => party === i || (party === 4 && plan.mergedInto === i)
          expect(rowOf(columns, row)).toMatchObject(plainly(plan, mine))
          const alone = readMeasuresOf(book, id, query)
          expect(rowOf(alone, 0)).toMatchObject(plainly(plan, mine))
        })
        book.sqlite.close()
      }),
      { numRuns: 60 },
    )
  })
})

type Plan = typeof planArb extends fc.Arbitrary<infer T> ? T : never

function plainly(plan: Plan, mine: (party: number) => boolean): Record<string, unknown> {
  const deals = plan.deals.filter(({ party, kind, status }) => mine(party) && kind !== 'topup' && status === null)
  const bought = deals.filter(({ kind }) => kind !== 'refund')
  const talks = plan.talks.filter(({ party }) => mine(party))
  const isNow = (on: string | null): boolean => on !== null && on >= '2025-11-22' && on <= '2026-11-22'
  const sum = (rows: typeof deals): number =>
    rows.reduce((total, { kind, amount }) => total + (kind === 'refund' ? -1 : 1) * (amount ?? 0), 0)
  const told = bought.flatMap(({ on }) => (on === null ? [] : [dayNumber(on)]))
  const met = talks.flatMap(({ on }) => (on === null ? [] : [dayNumber(on)]))
  const flag = (words: readonly string[]): number =>
    bought.some(({ product }) => words.includes(product ?? ''))
      ? 1
      : bought.some(({ product }) => product === null)
        ? 2
        : 0
  return {
    purchases_total: sum(deals),
    purchases_in_period: sum(deals.filter(({ on }) => isNow(on))),
    largest_purchase: Math.max(0, ...bought.map(({ amount }) => amount ?? 0)),
    deal_count: bought.length,
    deals_in_period: bought.filter(({ on }) => isNow(on)).length,
    first_purchase_on: told.length === 0 ? Number.NaN : Math.min(...told),
    last_purchase_on: told.length === 0 ? Number.NaN : Math.max(...told),
    has_detached: flag(['独立别墅 A-12', 'Detached house']),
    has_similar: flag(['联排别墅', 'Semi-detached house']),
    contacts: talks.length,
    contacts_in_period: talks.filter(({ on }) => isNow(on)).length,
    enquiries: talks.filter(({ kind }) => kind === 'call').length,
    events_attended: talks.filter(({ kind }) => kind === 'event').length,
    meals_in_period: talks.filter(({ kind, on }) => kind === 'meal' && isNow(on)).length,
    last_contact_on: met.length === 0 ? Number.NaN : Math.max(...met),
    cost_total: talks.reduce((total, { cost }) => total + (cost ?? 0), 0),
  }
}

describe('judgements', () => {
  it.each([
    ['a number', 'influence_field', '2', 2],
    ['a word', 'influence_field', '重大', 2],
    ['an English word', 'intention', 'medium', 2],
    ['a word nobody knows', 'intention', '说不好', Number.NaN],
    ['yes', 'brings_others', 'yes', 1],
    ['否', 'brings_others', '否', 0],
    ['a flag nobody understands', 'brings_others', '也许', 2],
  ])('%s', (_, kind, value, expected) => {
    const { book, run } = bookOfRows()
    run('edit', AT, (operation) => {
      const id = addParty(operation, '张伟')
      operation.insert('judgement', { party_id: id, kind, value: '1', author: '李敏', on_day: '2025-01-01' })
      operation.insert('judgement', { party_id: id, kind, value, author: '李敏', on_day: '2026-01-01' })
      operation.insert('judgement', { party_id: id, kind, value: '0', author: '李敏', on_day: '2024-01-01' })
    })
    expect(one(book)[kind]).toBe(expected)
  })
})

describe('what forms and tables tell', () => {
  it.each<[string, string, string, number | string]>([
    ['degrees of influence', 'influence', 'high', 2],
    ['a low degree as none', 'influence', 'low', 0],
    ['intention', 'intent', 'middle', 2],
    ['brings others', 'brings_others', 'yes', 1],
    ['potential in words', 'potential', '高', 3],
    ['purchasing strength', 'purchasing_power', 'low', 1],
    ['dining grade', 'dining_grade', 'high', 3],
    ['satisfaction', 'satisfaction', '4', 4],
    ['money in fen', 'registered_capital', '50000000.00', 5_000_000_000],
    ['size with a word', 'size', '约 1,200 人', 1200],
    ['a rating with a word', 'credit_rating', 'aa级', 'AA'],
  ])('%s', (_, field, value, expected) => {
    const { book, run } = bookOfRows()
    run('import', AT, (operation) => {
      const id = addParty(operation, '张伟')
      operation.insert('fact', { party_id: id, field, value, as_of: '2026-01-01' })
    })
    const measure = { influence: 'influence_field', intent: 'intention', size: 'staff_size' }[field] ?? field
    expect(one(book)[measure]).toBe(expected)
  })

  it('gives way to a signed word that is newer, and to one assessed at the desk; an unknown word says nothing', () => {
    const { book, run } = bookOfRows()
    run('edit', AT, (operation) => {
      const id = addParty(operation, '张伟')
      const fact = (field: string, value: string, as_of: string) =>
        operation.insert('fact', { party_id: id, field, value, as_of })
      fact('intent', 'low', '2026-03-01')
      fact('intent', '随便看看', '2026-05-01')
      operation.insert('judgement', {
        party_id: id,
        kind: 'intention',
        value: '3',
        author: '李敏',
        on_day: '2026-04-01',
      })
      operation.insert('judgement', {
        party_id: id,
        kind: 'potential',
        value: '1',
        author: '李敏',
        on_day: '2026-01-01',
      })
      fact('potential', '高', '2026-02-01')
      fact('credit_rating', 'B', '2026-01-01')
      operation.insert('credit', { party_id: id, rating: 'A', on_day: '2026-06-01' })
    })
    expect(one(book)).toMatchObject({ intention: 3, potential: 3, credit_rating: 'A' })
  })
})

describe('the profile', () => {
  it.each([
    ['1985-11-22', 41],
    ['1985-11-23', 40],
    ['1985-11', 41],
    ['1985-12', 40],
    ['1985', 41],
    ['lunar:1985-08-15', 41],
    ['--11-22', undefined],
    ['2030-01-01', undefined],
  ])('knows the age of who was born %s', (birth, age) => {
    const { book, run } = bookOfRows()
    run('edit', AT, (operation) => addParty(operation, '张伟', { birth }))
    expect(one(book)['age']).toBe(age)
  })

  it('takes texts, places and facts of the survivor first, then of the absorbed', () => {
    const { book, run } = bookOfRows()
    run('edit', AT, (operation) => {
      const gone = addParty(operation, '张卫', { gender: 'F', industry: '餐饮' }, { owner: '王建国' })
      const kept = addParty(
        operation,
        '张伟',
        { gender: 'M' },
        { owner: '李敏', opened_on: '2020-01-01', acquired_from: '网络' },
      )
      operation.insert('address', { party_id: gone, use: 'home', raw: '南京', province: '江苏省', city: '南京市' })
      operation.insert('address', { party_id: kept, use: 'home', raw: '?' })
      operation.insert('address', { party_id: kept, use: 'home', raw: '杭州', province: '浙江省', city: '杭州市' })
      operation.insert('fact', { party_id: gone, field: 'credit_rating', value: 'AA', as_of: '2026-01-01' })
      operation.insert('fact', { party_id: kept, field: 'credit_rating', value: 'B', as_of: '2020-01-01' })
      operation.insert('fact', { party_id: kept, field: 'staff_size', value: '100-499' })
      absorb(operation, kept, gone)
    })
    const row = one(book, 2)
    expect(row).toMatchObject({
      gender: 'M',
      owner: '李敏',
      source: '网络',
      province: '浙江省',
      city: '杭州市',
      credit_rating: 'AA',
      staff_size: 100,
    })
    expect(row['opened_on']).toBe(dayNumber('2020-01-01'))
    expect(rowOf(readMeasures(book, query), 0)).toEqual(row)
    expect(readMeasuresOf(book, 1, query).count).toBe(0)
  })

  it('reads only what is asked for', () => {
    const { book, run } = bookOfRows()
    run('edit', AT, (operation) =>
      operation.insert('deal', deal(addParty(operation, '张伟', { gender: 'M' }), '2026-01-01', 5)),
    )
    const { numbers, texts } = readMeasures(book, { ...query, keys: new Set(['gender']) })
    expect([Object.keys(numbers), Object.keys(texts)]).toEqual([[], ['gender']])
  })

  it('gives nothing of an empty book', () => {
    expect(readMeasures(bookOfRows().book, query).count).toBe(0)
  })
})
