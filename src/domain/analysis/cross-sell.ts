import type { ProductPair } from '../../model/analysis.ts'

/** Purchases by column: who bought what; the same pair may occur many times. */
export interface Baskets {
  readonly count: number
  /** Index of the buyer, 0-based and below `buyers`. */
  readonly buyer: Int32Array
  /** Index into `products`. */
  readonly product: Int32Array
  readonly buyers: number
  readonly products: readonly string[]
}

export interface CrossSellSettings {
  /** Fewest customers with both, and with either alone, below which nothing is said. */
  readonly leastBoth: number
  readonly leastEach: number
  readonly leastConfidence: number
  readonly leastLift: number
  readonly most: number
  /** A buyer of more products than this says nothing about what goes with what. */
  readonly largestBasket: number
}

export const crossSellDefaults: CrossSellSettings = {
  leastBoth: 5,
  leastEach: 10,
  leastConfidence: 0.1,
  leastLift: 1.1,
  most: 50,
  largestBasket: 200,
}

/**
 * What customers who bought `a` bought as well: support, confidence and lift, the highest lift first.
 *
 * Each pair is given in both directions where both are confident enough. Pairs on too little data are left out.
 * Source: Agrawal and Srikant 1994 (Apriori measures), for pairs.
 */
export function crossSell(baskets: Baskets, settings: CrossSellSettings = crossSellDefaults): ProductPair[] {
  const { products } = baskets
  const each = new Uint32Array(products.length)
  const both = new Map<number, number>()
  let buyers = 0
  forEachBasket(baskets, (basket, size) => {
    buyers++
    for (let i = 0; i < size; i++) each[basket[i]!]!++
    if (size > settings.largestBasket) return
    for (let i = 0; i < size; i++) {
      for (let j = i + 1; j < size; j++) {
        const key = basket[i]! * products.length + basket[j]!
        both.set(key, (both.get(key) ?? 0) + 1)
      }
    }
  })
  const pairs: ProductPair[] = []
  for (const [key, count] of both) {
    if (count < settings.leastBoth) continue
    const [a, b] = [Math.floor(key / products.length), key % products.length]
    if (each[a]! < settings.leastEach || each[b]! < settings.leastEach) continue
    const lift = (count * buyers) / (each[a]! * each[b]!)
    if (lift < settings.leastLift) continue
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const confidence = count / each[from]!
      if (confidence >= settings.leastConfidence)
        pairs.push({ a: products[from]!, b: products[to]!, both: count, support: count / buyers, confidence, lift })
    }
  }
  pairs.sort(
    (x, y) =>
      y.lift - x.lift || y.both - x.both || y.confidence - x.confidence || compare(x.a, y.a) || compare(x.b, y.b),
  )
  return pairs.slice(0, settings.most)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Each buyer's different products, ascending, in a buffer that is used again. */
function forEachBasket(
  { count, buyer, product, buyers }: Baskets,
  visit: (basket: Int32Array, size: number) => void,
): void {
  const start = new Int32Array(buyers + 1)
  for (let i = 0; i < count; i++) start[buyer[i]! + 1]!++
  for (let b = 0; b < buyers; b++) start[b + 1]! += start[b]!
  const next = start.slice()
  const sorted = new Int32Array(count)
  for (let i = 0; i < count; i++) sorted[next[buyer[i]!]!++] = product[i]!
  for (let b = 0; b < buyers; b++) {
    const basket = sorted.subarray(start[b]!, start[b + 1]!)
    if (basket.length === 0) continue
    if (basket.length > 1) basket.sort()
    let size = 1
    for (let i = 1; i < basket.length; i++) if (basket[i] !== basket[size - 1]) basket[size++] = basket[i]!
    visit(basket, size)
  }
}

/** What to offer a customer who owns some products: not owned yet, the most confident first. */
export function suggestProducts(pairs: readonly ProductPair[], owned: ReadonlySet<string>): ProductPair[] {
  const best = new Map<string, ProductPair>()
  for (const pair of pairs) {
    if (!owned.has(pair.a) || owned.has(pair.b)) continue
    const known = best.get(pair.b)
    if (known === undefined || pair.confidence > known.confidence) best.set(pair.b, pair)
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence || compare(a.b, b.b))
}
