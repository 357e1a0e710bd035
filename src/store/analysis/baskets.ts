import type { IsoDate } from '../../model/units.ts'
import type { Book } from '../book.ts'
import { readColumns } from '../column-reader.ts'
import { isCounted, isPurchase } from '../counting.ts'
import type { CustomerRows } from './customers.ts'

/** Who bought what, by column: a line for each purchase that names its product. */
export interface BasketColumns {
  readonly count: number
  /** Row of the buyer. */
  readonly buyer: Int32Array
  /** Index into `products`. */
  readonly product: Int32Array
  readonly buyers: number
  readonly products: readonly string[]
}

/** Purchases by row and product (or kind of product) up to a day; refunds, cancelled and twice entered orders left out. */
export function readBaskets(
  book: Book,
  { ids, rowOf }: CustomerRows,
  { by, until }: { readonly by: 'product' | 'product_kind'; readonly until: IsoDate },
): BasketColumns {
  const most = Number(book.sqlite.prepare('select count(*) from deal').pluck().get())
  const buyer = new Int32Array(most)
  const product = new Int32Array(most)
  const products: string[] = []
  const known = new Map<string, number>()
  let count = 0
  const deals = {
    from: 'deal d',
    key: 'd.id',
    columns: ['d.party_id', `trim(d.${by})`],
    where: `d.${by} is not null and ${isCounted('d')} and ${isPurchase('d')} and (d.on_day is null or d.on_day <= '${until}')`,
  }
  for (const { keys, columns } of readColumns(book, deals)) {
    const [parties, names] = columns as [number[], string[]]
    for (let i = 0; i < keys.length; i++) {
      const row = rowOf(parties[i]!)
      if (row === -1 || names[i] === '') continue
      let index = known.get(names[i]!)
      if (index === undefined) {
        index = products.push(names[i]!) - 1
        known.set(names[i]!, index)
      }
      buyer[count] = row
      product[count++] = index
    }
  }
  return { count, buyer: buyer.subarray(0, count), product: product.subarray(0, count), buyers: ids.length, products }
}
