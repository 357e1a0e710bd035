import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crossSell } from '../../src/domain/analysis/cross-sell.ts'
import { lifecycleStages } from '../../src/domain/analysis/lifecycle.ts'
import { scoreRfm } from '../../src/domain/analysis/rfm.ts'
import { toDayNumber } from '../../src/domain/calendar.ts'
import { stages } from '../../src/model/analysis.ts'
import { readBaskets } from '../../src/store/analysis/baskets.ts'
import { customFields, withCustomFields } from '../../src/store/analysis/custom-fields.ts'
import { customerRows } from '../../src/store/analysis/customers.ts'
import { readLastContacts, readPurchases } from '../../src/store/analysis/purchases.ts'
import { readMonthlySales } from '../../src/store/analysis/sums.ts'
import { recipientsOf } from '../../src/store/segments/recipients.ts'
import { absorb, addParty, bookOfRows, deal, talk } from '../support/book-rows.ts'

const AT = '2026-01-01T00:00:00.000Z'
const TODAY = '2026-11-22'
const PARTIES = 6

interface DealPlan {
  readonly party: number
  readonly on: string | null
  readonly amount: number | null
  readonly kind: string
  readonly product: string | null
  readonly status: string | null
  readonly currency: string
  readonly double: boolean
}

const dealArb: fc.Arbitrary<DealPlan> = fc.record({
  party: fc.nat(PARTIES - 1),
  on: fc.constantFrom(null, '2024-01-31', '2025-06-01', '2026-01-05', '2026-10-30', '2026-11-22', '2026-11-23'),
  amount: fc.option(fc.integer({ min: 0, max: 900_000 }), { nil: null }),
  kind: fc.constantFrom('sale', 'sale', 'contract', 'refund', 'topup'),
  product: fc.constantFrom(null, '茶', '酒', '米'),
  status: fc.constantFrom(null, null, '作废', '已完成'),
  currency: fc.constantFrom('CNY', 'CNY', 'USD'),
  double: fc.boolean(),
})
type Plan = { readonly deals: readonly DealPlan[]; readonly merged: boolean }
const planArb: fc.Arbitrary<Plan> = fc.record({ deals: fc.array(dealArb, { maxLength: 30 }), merged: fc.boolean() })

/** The same rules in plain loops over plain rows. */
function reference({ deals, merged }: Plan) {
  const rootOf = (party: number): number => (merged && party === PARTIES - 1 ? 0 : party)
  const counted = deals.filter((each) => !each.double && each.kind !== 'topup' && each.status !== '作废')
  return Array.from({ length: merged ? PARTIES - 1 : PARTIES }, (_, root) => {
    const own = counted.filter((each) => rootOf(each.party) === root && (each.on === null || each.on <= TODAY))
    const days = new Set(
      own.filter(({ kind, on }) => kind !== 'refund' && on !== null).map(({ on }) => toDayNumber(on!)),
    )
    const amount = own
      .filter(({ currency }) => currency === 'CNY')
      .reduce((sum, each) => sum + (each.kind === 'refund' ? -1 : 1) * (each.amount ?? 0), 0)
    const sorted = [...days].sort((a, b) => a - b)
    const products = new Set(own.filter(({ kind }) => kind !== 'refund').flatMap(({ product }) => product ?? []))
    return { first: sorted[0] ?? Number.NaN, last: sorted.at(-1) ?? Number.NaN, days: days.size, amount, products }
  })
}

function bookOf({ deals, merged }: Plan) {
  const { book, run } = bookOfRows()
  run('import', AT, (operation) => {
    const ids = Array.from({ length: PARTIES }, (_, i) => addParty(operation, `客户${i}`))
    const first = operation.insert('deal', deal(ids[0]!, null, 0, { kind: 'topup' }))
    for (const { party, on, amount, double, ...more } of deals)
      operation.insert('deal', deal(ids[party]!, on, amount, { ...more, duplicate_of: double ? first : null }))
    if (merged) absorb(operation, ids[0]!, ids[PARTIES - 1]!)
  })
  return book
}

describe('purchases of the store', () => {
  it('are those of plain loops: refunds less, second entries, cancelled ones and top-ups not counted, merged as one', () => {
    fc.assert(
      fc.property(planArb, (plan) => {
        const book = bookOf(plan)
        const columns = readPurchases(book, customerRows(book), TODAY)
        const wanted = reference(plan)
        expect(columns.count).toBe(wanted.length)
        wanted.forEach(({ first, last, days, amount }, row) => {
          const got = [columns.firstOn[row], columns.lastOn[row], columns.days[row], columns.amount[row]]
          expect(got).toEqual([first, last, days, amount === 0 ? 0 : amount])
        })
      }),
      { numRuns: 60 },
    )
  })

  it('give baskets from which support, confidence and lift come out as counted by hand', () => {
    fc.assert(
      fc.property(planArb, (plan) => {
        const book = bookOf(plan)
        const baskets = readBaskets(book, customerRows(book), { by: 'product', until: TODAY })
        const settings = { leastBoth: 1, leastEach: 1, leastConfidence: 0, leastLift: 0, most: 99, largestBasket: 99 }
        const owned = reference(plan).map(({ products }) => products)
        const buyers = owned.filter(({ size }) => size > 0).length
        const having = (...names: string[]): number =>
          owned.filter((each) => names.every((name) => each.has(name))).length
        for (const { a, b, both, support, confidence, lift } of crossSell(baskets, settings)) {
          expect(both).toBe(having(a, b))
          expect(support).toBeCloseTo(having(a, b) / buyers, 12)
          expect(confidence).toBeCloseTo(having(a, b) / having(a), 12)
          expect(lift).toBeCloseTo((having(a, b) * buyers) / (having(a) * having(b)), 12)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('give quintiles and stages as an independent reckoning does', () => {
    fc.assert(
      fc.property(planArb, (plan) => {
        const book = bookOf(plan)
        const columns = readPurchases(book, customerRows(book), TODAY)
        const wanted = reference(plan)
        const rfm = scoreRfm(columns, toDayNumber(TODAY))
        const spent = wanted.filter(({ last }) => !Number.isNaN(last)).map(({ amount }) => amount)
        wanted.forEach(({ last, amount }, row) => {
          // The score of a value: the first fifth that at least so many values do not exceed.
          const fifth = [1, 2, 3, 4].filter(
            (k) => spent.filter((other) => other < amount).length >= Math.ceil((k * spent.length) / 5),
          ).length
          expect(rfm.money[row]).toBe(Number.isNaN(last) ? 0 : 1 + fifth)
        })
        const { stage, typical } = lifecycleStages(columns, toDayNumber(TODAY))
        wanted.forEach(({ first, last, days }, row) => {
          const rhythm = days >= 2 ? Math.max(14, (last - first) / (days - 1)) : typical
          const silent = (toDayNumber(TODAY) - last) / rhythm
          const active = days >= 4 ? 'mature' : days >= 2 ? 'growing' : 'new'
          const name = days === 0 ? 'potential' : silent > 4 ? 'lost' : silent > 2 ? 'sleeping' : active
          expect(stages[stage[row]!]).toBe(name)
        })
      }),
      { numRuns: 40 },
    )
  })
})

describe('other columns', () => {
  it('know the last contact, months without a deal, and the newest value of an own field', () => {
    const { book, run } = bookOfRows()
    run('import', AT, (operation) => {
      const a = addParty(operation, '甲')
      const b = addParty(operation, '乙')
      operation.insert('interaction', talk(a, '2026-03-01'))
      operation.insert('interaction', talk(a, '2026-12-01'))
      operation.insert('deal', deal(a, '2026-07-02', 100))
      operation.insert('deal', deal(b, '2026-09-02', 300))
      operation.insert('deal', deal(b, '2026-11-02', 900))
      for (const [party, value, as_of] of [
        [a, '轿车', '2026-01-01'],
        [a, '越野', '2026-02-01'],
        [b, '轿车', null],
      ] as const)
        operation.insert('fact', { party_id: party, field: 'extra:车型', value, as_of })
      operation.insert('fact', { party_id: a, field: 'extra:台数', value: '3' })
    })
    const rows = customerRows(book)
    expect([...readLastContacts(book, rows, TODAY)]).toEqual([toDayNumber('2026-03-01'), Number.NaN])
    expect(readMonthlySales(book, rows, TODAY)).toEqual([
      { month: '2026-07', amount: 100 },
      { month: '2026-08', amount: 0 },
      { month: '2026-09', amount: 300 },
      { month: '2026-10', amount: 0 },
    ])
    const fields = customFields(book)
    expect([...fields]).toEqual([
      ['台数', 'number'],
      ['车型', 'text'],
    ])
    const columns = { count: 2, ids: rows.ids, numbers: {}, flags: {}, texts: {} }
    const { fields: own } = withCustomFields(book, columns, rows, fields)
    expect(own?.['车型']).toEqual(['越野', '轿车'])
    expect(Array.from(own?.['台数'] as Float64Array)).toEqual([3, Number.NaN])
  })
})

describe('recipients', () => {
  it('leave out who said no, what must not be used, also where another shares it, and reach nobody twice', () => {
    const { book, run } = bookOfRows()
    const ids: number[] = []
    run('import', AT, (operation) => {
      const contact = (party: number, canonical: string, more = {}) =>
        operation.insert('contact_point', { party_id: party, type: 'mobile', raw: canonical, canonical, ...more })
      for (const name of ['可联系', '不要用', '同号', '不同意', '没有', '也同号', '首选'])
        ids.push(addParty(operation, name))
      contact(ids[0]!, '13800000001')
      contact(ids[1]!, '13800000002', { do_not_use: 1 })
      contact(ids[2]!, '13800000002')
      contact(ids[3]!, '13800000003')
      operation.insert('fact', { party_id: ids[3]!, field: 'consent', value: 'no' })
      contact(ids[5]!, '13800000001')
      contact(ids[6]!, '13800000004')
      contact(ids[6]!, '13800000005', { preferred: 1 })
    })
    const { list, ...left } = recipientsOf(book, ids, 'mobile')
    expect(list.map(({ name, contact }) => [name, contact])).toEqual([
      ['可联系', '13800000001'],
      ['首选', '13800000005'],
    ])
    expect(left).toEqual({ doNotUse: 2, refused: 1, none: 1, shared: 1 })
  })
})
