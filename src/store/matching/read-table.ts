import type { MatchCell, MatchColumn, MatchTable } from '../../model/matching.ts'
import type { Book } from '../book.ts'

/** The live parties of the book as the matcher's table; `ids[i]` is the party of record i. */
export interface BookTable {
  readonly table: MatchTable
  readonly ids: Int32Array
}

/** Columns of `party` the matcher looks at, with what they hold. */
const PLAIN: readonly (readonly [string, MatchColumn['kind']])[] = [
  ['name', 'name'],
  ['kind', 'party-kind'],
  ['gender', 'gender'],
  ['birth', 'date'],
  ['id_number', 'id-code'],
  ['uscc', 'id-code'],
  ['employer', 'employer'],
]
const PHONES = `('mobile', 'landline', 'service', 'intl')`

/**
 * Reads live customers for matching, by id: all of them, or `only` some. Values of absorbed parties count for their survivor.
 */
export function readMatchTable(book: Book, only?: readonly number[]): BookTable {
  const { sqlite } = book
  const some = only === undefined ? null : JSON.stringify(only)
  const among = (id: string): string => (some === null ? '' : `and ${id} in (select value from json_each(@some))`)
  const bound = some === null ? {} : { some }
  const where = `from party p join customer k on k.party_id = p.id where p.status = 'active' ${among('p.id')} order by p.id`
  const rows = sqlite
    .prepare(`select p.id, ${PLAIN.map(([column]) => `p.${column}`).join(', ')} ${where}`)
    .raw()
    .all(bound) as (string | number | null)[][]
  const ids = Int32Array.from(rows, (row) => Number(row[0]))
  const size = ids.length
  const indexOf = new Map<number, number>()
  for (let i = 0; i < size; i++) indexOf.set(ids[i]!, i)
  const lists = (sql: string): MatchCell[] =>
    gathered(size, indexOf, sqlite.prepare(sql).raw().iterate(bound) as Iterable<[number, string]>)
  const owner = 'coalesce(p.merged_into, p.id)'
  // A party and those merged into it: found by their own ids, so that a few are read as a few
  const members =
    some === null
      ? ''
      : `and p.id in (select q.id from party q where q.id in (select value from json_each(@some)) or q.merged_into in (select value from json_each(@some)))`
  const contacts = (types: string): MatchCell[] =>
    lists(
      `select ${owner}, coalesce(c.canonical, c.raw) || coalesce('转' || c.ext, '') from contact_point c join party p on p.id = c.party_id
       where c.type in ${types} and p.status in ('active', 'merged') ${members} order by c.id`,
    )
  const addresses = (column: string): MatchCell[] =>
    lists(
      `select ${owner}, a.${column} from address a join party p on p.id = a.party_id where a.${column} is not null ${members} order by a.id`,
    )
  const columns: MatchColumn[] = [
    ...PLAIN.map(([name, kind], i) => ({ name, kind, values: rows.map((row) => row[i + 1] as string | null) })),
    {
      name: 'alias',
      kind: 'alias',
      values: lists(
        `select ${owner}, a.name from alias a join party p on p.id = a.party_id where true ${members} order by a.id`,
      ),
    },
    { name: 'phone', kind: 'phone', values: contacts(PHONES) },
    { name: 'email', kind: 'email', values: contacts(`('email')`) },
    { name: 'handle', kind: 'handle', values: contacts(`('wechat', 'qq')`) },
    {
      name: 'contact',
      kind: 'contact-name',
      values: lists(
        `select coalesce(o.merged_into, o.id), p.name from relation r join party p on p.id = r.from_id join party o on o.id = r.to_id
         where r.type = 'employed_at' ${among('coalesce(o.merged_into, o.id)')} order by r.id`,
      ),
    },
    { name: 'province', kind: 'province', values: addresses('province') },
    { name: 'city', kind: 'city', values: addresses('city') },
    { name: 'district', kind: 'district', values: addresses('district') },
    { name: 'address', kind: 'address', values: addresses('street') },
  ]
  return { table: { size, columns: columns.filter(({ values }) => values.some((value) => value !== null)) }, ids }
}

/** The different values of each record in the order they come: null, one, or a list. */
function gathered(
  size: number,
  indexOf: ReadonlyMap<number, number>,
  found: Iterable<readonly [number, string]>,
): MatchCell[] {
  const cells: MatchCell[] = new Array(size).fill(null)
  for (const [id, value] of found) {
    const at = indexOf.get(id)
    if (at === undefined) continue
    const before = cells[at]
    if (before === null || before === undefined) cells[at] = value
    else if (typeof before === 'string') {
      if (before !== value) cells[at] = [before, value]
    } else if (!before.includes(value)) (before as string[]).push(value)
  }
  return cells
}
