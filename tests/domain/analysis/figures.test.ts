import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageBandOf, distributionOf, profileLines } from '../../../src/domain/analysis/distribution.ts'
import { forecast } from '../../../src/domain/analysis/forecast.ts'
import { keywordsOf } from '../../../src/domain/analysis/keywords.ts'
import { loyaltyOf, satisfactionOf } from '../../../src/domain/analysis/loyalty.ts'
import { returnsBy } from '../../../src/domain/analysis/returns.ts'
import { customers, TODAY } from './purchases.ts'

describe('distribution', () => {
  it('counts the known, names the unknown, and keeps the rest together', () => {
    expect(distributionOf(['杭州', null, '宁波', '杭州', '温州'], { most: 2 })).toEqual({
      shares: [
        { value: '杭州', count: 2, share: 0.5 },
        { value: '宁波', count: 1, share: 0.25 },
      ],
      known: 4,
      unknown: 1,
      others: 1,
    })
  })

  it('keeps a given order', () => {
    expect(distributionOf(['高', '低', '低'], { order: ['低', '中', '高'] }).shares.map(({ value }) => value)).toEqual([
      '低',
      '高',
    ])
  })

  it.each([
    [17, '0-17'],
    [18, '18-24'],
    [64, '55-64'],
    [65, '65+'],
    [Number.NaN, null],
  ])('age %s is %s', (age, band) => {
    expect(ageBandOf(age)).toBe(band)
  })

  it('nobody is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd'))),
        fc.integer({ min: 1, max: 5 }),
        (values, most) => {
          const { shares, known, unknown, others } = distributionOf(values, { most })
          expect(shares.reduce((sum, { count }) => sum + count, 0) + others).toBe(known)
          expect(known + unknown).toBe(values.length)
        },
      ),
    )
  })

  it('a segment against everyone', () => {
    const everyone = [...Array<string>(80).fill('低'), ...Array<string>(20).fill('高')]
    const segment = [...Array<string>(6).fill('低'), ...Array<string>(4).fill('高')]
    expect(profileLines(segment, everyone, 4)).toEqual([
      { value: '低', count: 6, share: 0.6, shareOfAll: 0.8, index: 75 },
      { value: '高', count: 4, share: 0.4, shareOfAll: 0.2, index: 200 },
    ])
    expect(profileLines(segment, everyone, 5).map(({ value }) => value)).toEqual(['低'])
  })
})

describe('forecast', () => {
  const season = Array.from({ length: 30 }, (_, i) => 100 + 50 * (i % 12))
  it.each<[string, number[], string, number[], number]>([
    ['a straight line', Array.from({ length: 12 }, (_, i) => 10 * i), 'trend', [120, 130, 140], 0],
    ['seasons', season, 'season', [400, 450, 500], 0],
    ['always the same', Array<number>(8).fill(5), 'mean', [5, 5, 5], 0],
  ])('%s', (_what, history, method, next, error) => {
    const made = forecast(history)!
    expect(made.method).toBe(method)
    for (const [i, value] of made.next.entries()) expect(value).toBeCloseTo(next[i]!, 6)
    expect(made.error).toBeCloseTo(error, 6)
  })

  it('shows what it guessed for the periods held back', () => {
    const made = forecast([10, 10, 10, 10, 10, 10, 20, 20, 20])!
    expect(made.heldBack.map(({ actual }) => actual)).toEqual([20, 20, 20])
    expect(made.error).toBeCloseTo(0.5, 6)
  })

  it('says nothing on too little history, and nothing below nothing', () => {
    expect(forecast([1, 2, 3, 4, 5, 6, 7])).toBeNull()
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 40 }), (history) => {
        for (const value of forecast(history)!.next) expect(value).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('loyalty and satisfaction', () => {
  it('of those who came back', () => {
    const columns = customers([
      { days: [TODAY, TODAY - 100], amount: 300 },
      { days: [TODAY], amount: 100 },
      { days: [] },
    ])
    expect(loyaltyOf(columns, [1, 0, 5])).toEqual({
      buyers: 2,
      repeatRate: 0.5,
      tenureDays: 100,
      repeatShare: 0.75,
      referrers: 0.5,
    })
    expect(loyaltyOf(customers([]))).toEqual({
      buyers: 0,
      repeatRate: null,
      tenureDays: null,
      repeatShare: null,
      referrers: null,
    })
  })

  it.each<[string, number[], number, object]>([
    ['to ten', [10, 9, 8, 6, 0], 10, { answers: 5, mean: 6.6, satisfied: 0.6, promoterScore: 0 }],
    ['to five', [5, 4, 3, 1], 5, { answers: 4, mean: 3.25, satisfied: 0.5, promoterScore: null }],
    ['no answer', [], 5, { answers: 0, mean: null, satisfied: null, promoterScore: null }],
  ])('scores %s', (_what, scores, top, wanted) => {
    expect(satisfactionOf(scores, top)).toEqual(wanted)
  })
})

it('cost against sales by source', () => {
  expect(returnsBy(['网络', '网络', '朋友介绍', null], [100, Number.NaN, 0, 9], [0, 500, 800, 9])).toEqual([
    { group: '朋友介绍', customers: 1, buyers: 1, cost: 0, sales: 800, salesPerYuan: null, costPerBuyer: 0 },
    { group: '网络', customers: 2, buyers: 1, cost: 100, sales: 500, salesPerYuan: 5, costPerBuyer: 100 },
  ])
})

it('what complaints are about', () => {
  const texts = ['停车位太少，等了半小时', '停车场收费太贵', '上菜太慢，停车不方便', '空调坏了', '空调太冷']
  const words = keywordsOf(texts).map(({ word, texts: count }) => [word, count])
  expect(words).toContainEqual(['停车', expect.any(Number)])
  expect(words).toContainEqual(['空调', 2])
  expect(keywordsOf(texts, { without: ['空调'] }).map(({ word }) => word)).not.toContain('空调')
})
