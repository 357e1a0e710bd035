import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupOf, quantileCuts } from '../../../src/domain/analysis/quantiles.ts'
import { rfmCells, rfmGroups, scoreRfm } from '../../../src/domain/analysis/rfm.ts'
import { customers, TODAY } from './purchases.ts'

describe('quantile cuts', () => {
  it.each<[string, number[], number[]]>([
    ['ten different values', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [2, 4, 6, 8]],
    ['ties are never parted', [1, 1, 1, 1, 1, 1, 2, 3], [1, 1, 1, 2]],
    ['one value', [7], [7, 7, 7, 7]],
    ['missing ones are left out', [Number.NaN, 3, Number.NaN, 1], [1, 1, 3, 3]],
    ['nothing', [], []],
  ])('%s', (_what, values, cuts) => {
    expect(quantileCuts(Float64Array.from(values), 5)).toEqual(cuts)
  })

  it('part as the plain definition does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 2, max: 7 }),
        (values, parts) => {
          const cuts = quantileCuts(Float64Array.from(values), parts)
          const wanted = Array.from({ length: parts - 1 }, (_, k) =>
            Math.min(...values.filter((v) => values.filter((w) => w <= v).length * parts >= (k + 1) * values.length)),
          )
          expect(cuts).toEqual(wanted)
          const sizes = Array.from({ length: parts }, (_, g) => values.filter((v) => groupOf(v, cuts) === g + 1).length)
          expect(sizes.reduce((a, b) => a + b)).toBe(values.length)
        },
      ),
    )
  })
})

describe('RFM', () => {
  const five = customers([
    { days: [TODAY - 1, TODAY - 50, TODAY - 100, TODAY - 300, TODAY - 301], amount: 500 },
    { days: [TODAY - 20, TODAY - 40, TODAY - 60, TODAY - 80], amount: 400 },
    { days: [TODAY - 90, TODAY - 91, TODAY - 92], amount: 300 },
    { days: [TODAY - 200, TODAY - 201], amount: 200 },
    { days: [TODAY - 400], amount: 100 },
    { days: [], amount: 0 },
  ])

  it('scores buyers in quintiles, the best 5, and nobody else', () => {
    const rfm = scoreRfm(five, TODAY)
    expect([...rfm.recency]).toEqual([5, 4, 3, 2, 1, 0])
    expect([...rfm.frequency]).toEqual([5, 4, 3, 2, 1, 0])
    expect([...rfm.money]).toEqual([5, 4, 3, 2, 1, 0])
    expect(rfm.cuts).toEqual({ recencyDays: [1, 20, 90, 200], frequency: [1, 2, 3, 4], money: [100, 200, 300, 400] })
    expect([...rfm.group].map((group) => rfmGroups[group])).toEqual([
      'best',
      'best',
      'ordinary-lost',
      'ordinary-lost',
      'ordinary-lost',
      'none',
    ])
    expect(rfm.buyers).toBe(5)
  })

  it('takes the cut-offs of the house, and a value on a cut belongs below it', () => {
    const rfm = scoreRfm(five, TODAY, { recencyDays: [20, 100], frequency: [2, 4], money: [250, 400] })
    expect([...rfm.recency]).toEqual([3, 3, 2, 1, 1, 0])
    expect([...rfm.frequency]).toEqual([3, 2, 2, 1, 1, 0])
    expect([...rfm.money]).toEqual([3, 2, 2, 1, 1, 0])
    expect(rfm.chosen).toBe(true)
  })

  it('agrees with a plain computation, equal customers get equal scores, cells add up', () => {
    const someone = fc.record({
      days: fc.uniqueArray(fc.integer({ min: TODAY - 60, max: TODAY }), { maxLength: 6 }),
      amount: fc.integer({ min: 0, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 40 }), (list) => {
        const rfm = scoreRfm(customers(list), TODAY)
        const buyers = list.filter(({ days }) => days.length > 0)
        const quintile = (all: number[], value: number) =>
          1 +
          [1, 2, 3, 4].filter((k) => value > all.toSorted((a, b) => a - b)[Math.ceil((k * all.length) / 5) - 1]!).length
        for (const [i, { days, amount }] of list.entries()) {
          if (days.length === 0) {
            expect([rfm.recency[i], rfm.frequency[i], rfm.money[i]]).toEqual([0, 0, 0])
            continue
          }
          const since = (each: { days: number[] }) => TODAY - Math.max(...each.days)
          expect(rfm.recency[i]).toBe(6 - quintile(buyers.map(since), since({ days })))
          expect(rfm.frequency[i]).toBe(
            quintile(
              buyers.map((each) => each.days.length),
              days.length,
            ),
          )
          expect(rfm.money[i]).toBe(
            quintile(
              buyers.map((each) => each.amount),
              amount,
            ),
          )
        }
        expect(rfmCells(rfm).reduce((a, b) => a + b)).toBe(buyers.length)
      }),
    )
  })
})
