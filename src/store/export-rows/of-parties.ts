import type { Book } from '../book.ts'
import type { Cell } from '../column-reader.ts'

/** Takes one row of a child table; `at` is the place of its customer among those asked for. */
export type TakeRow = (at: number, cells: readonly Cell[]) => void

/**
 * Reads rows of a child table for any customers, those of the parties merged into them after their own.
 *
 * All ids of a page cross in one statement, and each column comes back as one array.
 */
export function readerOf(book: Book) {
  const absorbed = new Map<number, number[]>()
  const merged = book.sqlite
    .prepare('select id, merged_into from party where merged_into is not null order by merged_into, id')
    .raw()
  for (const [id, into] of merged.iterate() as Iterable<[number, number]>) {
    const known = absorbed.get(into)
    if (known === undefined) absorbed.set(into, [id])
    else known.push(id)
  }
  return (table: string, columns: readonly string[], where = '1') => {
    const arrays = ['j.key', ...columns].map((column) => `json_group_array(${column})`)
    const statement = book.sqlite
      .prepare(
        `select ${arrays.join(', ')} from json_each(?) j cross join ${table} c on c.party_id = j.value where ${where}`,
      )
      .raw()
    return (roots: readonly number[], take: TakeRow): void => {
      const places = roots.map((_, at) => at)
      const ids = [...roots]
      roots.forEach((root, at) => {
        for (const id of absorbed.get(root) ?? []) {
          ids.push(id)
          places.push(at)
        }
      })
      const [keys, ...cells] = (statement.get(JSON.stringify(ids)) as string[]).map(
        (array) => JSON.parse(array) as Cell[],
      )
      for (let i = 0; i < keys!.length; i++)
        take(
          places[keys![i] as number]!,
          cells.map((column) => column[i]!),
        )
    }
  }
}
