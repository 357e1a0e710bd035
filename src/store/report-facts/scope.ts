import type { CustomerFilter } from '../../model/fact-query.ts'
import type { Book } from '../book.ts'
import { sourceOf } from '../counting.ts'

/** Restricts queries to the customers of a filter: gives ` and <column> in (…)`, or nothing where everyone is meant. */
export type Scope = (column: string) => string

/** What a scope is made of: conditions over the card, and the members of a segment where one is asked for. */
export interface ScopeQuery {
  readonly filter: CustomerFilter
  readonly members?: readonly number[] | undefined
}

/** Finds the customers of a filter once, with those merged into them, for all the queries of a report. */
export function openScope(book: Book, { filter, members }: ScopeQuery): Scope {
  const conditions: string[] = []
  const values: string[] = []
  const add = (condition: string, value: string | undefined, times = 1): void => {
    if (value === undefined) return
    conditions.push(condition)
    for (let i = 0; i < times; i++) values.push(value)
  }
  add('k.owner = ?', filter.owner)
  add('k.tier = ?', filter.tier)
  add(`${sourceOf('k')} = ?`, filter.source)
  add(
    `(p.region = ? or exists (select 1 from address a where a.party_id = p.id
       and (a.province like ? || '%' or a.city like ? || '%' or a.district like ? || '%')))`,
    filter.region,
    4,
  )
  if (members !== undefined) {
    keepMembers(book, members)
    conditions.push('p.id in temp.member')
  }
  if (conditions.length === 0) return () => ''
  book.sqlite.exec('drop table if exists temp.picked; create temp table picked (id integer primary key)')
  book.sqlite
    .prepare(
      `insert into temp.picked select p.id from customer k join party p on p.id = k.party_id
       where p.status <> 'merged' and ${conditions.join(' and ')}`,
    )
    .run(...values)
  book.sqlite.exec(`insert or ignore into temp.picked select p.id from party p where p.merged_into in temp.picked`)
  return (column) => ` and ${column} in temp.picked`
}

/** Ids as a table, through one array: a segment may hold most of a million customers. */
function keepMembers({ sqlite }: Book, ids: readonly number[]): void {
  sqlite.exec('drop table if exists temp.member; create temp table member (id integer primary key)')
  sqlite.prepare('insert or ignore into temp.member select value from json_each(?)').run(JSON.stringify(ids))
}
