import type { IsoDate, IsoInstant } from '../../model/units.ts'
import type { Book } from '../book.ts'
import { pageReader } from '../column-reader.ts'
import { isNews } from '../counting.ts'
import type { ChunkPlace } from '../party-chunks.ts'

const CHILDREN = ['contact_point', 'address', 'fact']

/**
 * Reads the days on which parties were added and last changed: the row, the card, or what hangs on them.
 *
 * Operations that were taken back, and merges, change nothing in this sense.
 */
export function touchReader(
  book: Book,
  { dayOf, updated }: { readonly dayOf: (at: IsoInstant) => IsoDate; readonly updated: boolean },
): (place: ChunkPlace) => Record<string, (string | null)[]> {
  const born = pageReader(book, {
    from: 'party p',
    key: 'p.id',
    columns: ['p.operation_id'],
    where: `p.status = 'active'`,
  })
  const changes = updated ? changeStatements(book) : []
  const days = operationDays(book, dayOf)
  return (place) => {
    const { keys, columns } = born(place.first, place.last)
    const operations = new Float64Array(place.count)
    for (let i = 0; i < keys.length; i++) operations[place.at(keys[i]!)] = columns[0]![i] as number
    const added = Array.from(operations, days)
    if (!updated) return { added_on: added }
    const oldest = operations.reduce((least, operation) => Math.min(least, operation), Number.POSITIVE_INFINITY)
    for (const statement of changes) {
      for (const [party, operation] of statement.iterate(place.first, place.last, oldest) as Iterable<
        [number, number]
      >) {
        const at = place.at(party)
        if (at !== -1 && operation > operations[at]!) operations[at] = operation
      }
    }
    return { added_on: added, updated_on: Array.from(operations, days) }
  }
}

/** Statements that give parties of a stretch of ids with their latest operation, where it is younger than a given one. */
function changeStatements(book: Book) {
  const lines = (entity: string): string =>
    `select c.row_id, max(c.operation_id) from change c cross join operation o on o.id = c.operation_id
     where c.entity = '${entity}' and c.row_id >= ? and c.row_id <= ? and c.last_id = c.row_id and c.action = 'update' and c.operation_id > ? and ${isNews('o')}
     group by c.row_id`
  const children = (table: string): string =>
    `select t.party_id, max(t.operation_id) from ${table} t
     where t.party_id >= ? and t.party_id <= ? and t.operation_id > ? group by t.party_id`
  return [lines('party'), lines('customer'), ...CHILDREN.map(children)].map((sql) => book.sqlite.prepare(sql).raw())
}

function operationDays(book: Book, dayOf: (at: IsoInstant) => IsoDate): (operation: number) => string | null {
  const known = new Map<number, string | null>()
  const find = book.sqlite.prepare('select started_at from operation where id = ?').pluck()
  return (operation) => {
    const day = known.get(operation)
    if (day !== undefined) return day
    const at = find.get(operation) as string | undefined
    const found = at === undefined ? null : dayOf(at)
    known.set(operation, found)
    return found
  }
}
