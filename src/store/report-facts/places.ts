import type { CustomerRows } from '../analysis/customers.ts'
import type { Book } from '../book.ts'
import { readColumns } from '../column-reader.ts'

/** A place as an address tells it. */
export interface Place {
  readonly province: string | null
  readonly city: string | null
  readonly district: string | null
}

/** Where each row lives or works: places in the order of their names, not told last, and the place of every row. */
export interface PlacedRows {
  readonly places: readonly Place[]
  /** Index into `places`; `places.length` without an address. */
  readonly placeOf: Int32Array
}

/** An absorbed party's address comes after any of the customer's own. */
const ABSORBED_LAST = 1e12

/** The first address of each row: its own before that of a party it absorbed. */
export function readFirstPlaces(book: Book, { ids, rowOf }: CustomerRows): PlacedRows {
  const found = new Int32Array(ids.length).fill(-1)
  const first = new Float64Array(ids.length).fill(Number.POSITIVE_INFINITY)
  const places: Place[] = []
  const known = new Map<string, number>()
  const columns = ['a.id', 'a.province', 'a.city', 'a.district']
  for (const page of readColumns(book, { from: 'address a', key: 'a.party_id', columns, where: '1' })) {
    const [own, provinces, cities, districts] = page.columns as [number[], ...(string | null)[][]]
    for (let i = 0; i < page.keys.length; i++) {
      const party = page.keys[i]!
      const row = rowOf(party)
      if (row === -1) continue
      const order = ids[row] === party ? own[i]! : ABSORBED_LAST + own[i]!
      if (order >= first[row]!) continue
      first[row] = order
      const place = { province: provinces![i]!, city: cities![i]!, district: districts![i]! }
      const key = `${place.province}\u0000${place.city}\u0000${place.district}`
      const at = known.get(key) ?? places.push(place) - 1
      known.set(key, at)
      found[row] = at
    }
  }
  return inOrder(places, found)
}

function inOrder(places: readonly Place[], found: Int32Array): PlacedRows {
  const order = places.map((_, at) => at).sort((a, b) => comparePlaces(places[a]!, places[b]!))
  const rank = new Int32Array(places.length)
  order.forEach((at, index) => {
    rank[at] = index
  })
  return { places: order.map((at) => places[at]!), placeOf: found.map((at) => (at === -1 ? places.length : rank[at]!)) }
}

const comparePlaces = (a: Place, b: Place): number =>
  compareNames(a.province, b.province) || compareNames(a.city, b.city) || compareNames(a.district, b.district)

/** What is not told comes last. */
export const compareNames = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1
