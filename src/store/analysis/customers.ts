import type { Book } from '../book.ts'
import { NOT_LIVE } from '../counting.ts'

/** Live customers by row, and the row of any party: absorbed ones that of their survivor, -1 for nobody's. */
export interface CustomerRows {
  readonly ids: Int32Array
  readonly rowOf: (party: number) => number
  /** Nobody was left out: what belongs to no customer counts as well. */
  readonly isAll: boolean
}

/** The live customers of a book in the order of their ids; only some of them where `only` is told. */
export function customerRows(book: Book, only?: ReadonlySet<number>): CustomerRows {
  const all = book.sqlite
    .prepare(
      `select json_group_array(party_id) from (select party_id from customer where party_id not in ${NOT_LIVE} order by party_id)`,
    )
    .pluck()
    .get() as string
  const live = JSON.parse(all) as number[]
  const ids = Int32Array.from(only === undefined ? live : live.filter((id) => only.has(id)))
  const rows = new Int32Array((live.at(-1) ?? 0) + 1).fill(-1)
  for (let row = 0; row < ids.length; row++) rows[ids[row]!] = row
  const absorbed = new Map<number, number>()
  const merged = book.sqlite.prepare('select id, merged_into from party where merged_into is not null').raw()
  for (const [id, into] of merged.iterate() as Iterable<[number, number]>) absorbed.set(id, rows[into] ?? -1)
  return {
    ids,
    isAll: only === undefined,
    rowOf: (party) => {
      const row = rows[party] ?? -1
      return row === -1 && absorbed.size > 0 ? (absorbed.get(party) ?? -1) : row
    },
  }
}
