import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Baskets, crossSell, suggestProducts } from '../../../src/domain/analysis/cross-sell.ts'

const products = ['手机', '手机壳', '贴膜', '耳机', '话费']

function baskets(lists: readonly (readonly number[])[]): Baskets {
  const rows = lists.flatMap((list, buyer) => list.map((product) => [buyer, product] as const))
  return {
    count: rows.length,
    buyer: Int32Array.from(rows, ([b]) => b),
    product: Int32Array.from(rows, ([, p]) => p),
    buyers: lists.length,
    products,
  }
}
const everything = { leastBoth: 1, leastEach: 1, leastConfidence: 0, leastLift: 0, most: 1000, largestBasket: 200 }

describe('cross-sell', () => {
  const lists = [
    ...Array<number[]>(6).fill([0, 1, 0]),
    ...Array<number[]>(4).fill([0]),
    ...Array<number[]>(2).fill([1]),
    ...Array<number[]>(8).fill([2]),
    [],
  ]

  it('gives support, confidence and lift; a product bought twice counts once, who bought nothing not at all', () => {
    const [first, second, ...rest] = crossSell(baskets(lists), { ...everything, leastLift: 1.1 })
    expect(rest).toEqual([])
    expect([first, second]).toEqual([
      { a: '手机壳', b: '手机', both: 6, support: 0.3, confidence: 0.75, lift: 1.5 },
      { a: '手机', b: '手机壳', both: 6, support: 0.3, confidence: 0.6, lift: 1.5 },
    ])
  })

  it.each([
    ['pairs', { leastBoth: 7 }],
    ['one of the two', { leastEach: 9 }],
    ['confidence', { leastConfidence: 0.8 }],
    ['lift', { leastLift: 1.6 }],
  ])('says nothing on too little: %s', (_what, settings) => {
    expect(crossSell(baskets(lists), { ...everything, leastLift: 1.1, ...settings })).toEqual([])
  })

  it('agrees with counting one by one', () => {
    const basket = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(fc.array(basket, { minLength: 1, maxLength: 25 }), (all) => {
        const buyers = all.filter((list) => list.length > 0)
        const has = (...wanted: number[]) =>
          buyers.filter((list) => wanted.every((product) => list.includes(product))).length
        const wanted = products.flatMap((a, i) =>
          products.flatMap((b, j) =>
            i === j || has(i, j) === 0
              ? []
              : [
                  {
                    a,
                    b,
                    both: has(i, j),
                    support: has(i, j) / buyers.length,
                    confidence: has(i, j) / has(i),
                    lift: (has(i, j) * buyers.length) / (has(i) * has(j)),
                  },
                ],
          ),
        )
        const order = (pair: { a: string; b: string }) => pair.a + pair.b
        expect(crossSell(baskets(all), everything).sort((x, y) => order(x).localeCompare(order(y)))).toEqual(
          wanted.sort((x, y) => order(x).localeCompare(order(y))),
        )
      }),
    )
  })

  it('suggests what is not owned yet', () => {
    const pairs = crossSell(baskets(lists), everything)
    expect(suggestProducts(pairs, new Set(['手机'])).map(({ b }) => b)).toEqual(['手机壳'])
    expect(suggestProducts(pairs, new Set(['手机', '手机壳']))).toEqual([])
  })
})
