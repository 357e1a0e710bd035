import type { Book } from './book.ts'

const CHILDREN = ['contact_point', 'address', 'alias', 'fact', 'confirmation', 'deal', 'interaction']
const CHANGED = ['party', 'customer', ...CHILDREN]

/** The first operation that began at or after an instant; null where there is none. */
export function operationSince(book: Book, at: string): number | null {
  return book.sqlite.prepare('select min(id) from operation where started_at >= ?').pluck().get(at) as number | null
}

/** Live parties that an operation from `from` on made or changed, or whose children it made, changed or removed; ascending. */
export function partiesTouchedSince(book: Book, from: number): number[] {
  const selects = [
    'select id from party where operation_id >= @from',
    ...CHILDREN.map((table) => `select party_id from ${table} where operation_id >= @from`),
    ...CHANGED.map((table) => {
      const column = table === 'party' ? 'id' : 'party_id'
      return `select t.${column} from change c join ${table} t on t.rowid between c.row_id and c.last_id
              where c.operation_id >= @from and c.entity = '${table}' and c.action = 'update'`
    }),
  ]
  return book.sqlite
    .prepare(
      `select distinct coalesce(p.merged_into, p.id) as id from (${selects.join(' union ')}) t join party p on p.id = t.id
       where p.status in ('active', 'merged') order by 1`,
    )
    .pluck()
    .all({ from }) as number[]
}

const SPAN = 4096

/** Ascending ids as spans of at most 4,096; ids up to `gap` apart share a span, and 1 takes in no other id. */
export function spansOf(ids: readonly number[], gap = 1): [number, number][] {
  const spans: [number, number][] = []
  for (const id of ids) {
    const last = spans.at(-1)
    if (last !== undefined && id - last[1] <= gap && id - last[0] < SPAN) last[1] = id
    else spans.push([id, id])
  }
  return spans
}
