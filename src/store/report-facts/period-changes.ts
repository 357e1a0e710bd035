import type { Span } from '../../model/fact-query.ts'
import type { Book } from '../book.ts'
import { isNews } from '../counting.ts'
import type { Scope } from './scope.ts'

/** Values changed by one line of the journal. */
export interface ChangeCount {
  readonly at: string
  /** Dictionary keys; `phone`, `email`, `address` for child rows. */
  readonly fields: readonly string[]
  readonly count: number
  /** 1 where the line archived a party. */
  readonly archived: 0 | 1
}

/** Columns that follow from others or that the program keeps for itself. */
const KEPT_BY_PROGRAM = new Set([
  ...['name_key', 'pinyin', 'initials', 'merged_into', 'source_row_id', 'operation_id', 'age_band_on'],
  ...['stub', 'source_key', 'source_id', 'tier', 'canonical', 'ext', 'as_of', 'collected_by', 'method'],
])

/**
 * Every changed value of a stretch of time, line by line in the journal's order: by hand, import or repair.
 *
 * Operations taken back and the takings back don't count, nor what came with a new party.
 */
export function* readChanges(book: Book, { fromAt, toAt }: Span, scope: Scope): Generator<ChangeCount> {
  for (const row of statement(book, scope).iterate(fromAt, toAt) as Iterable<ChangeRow>) {
    const [at, entity, action, after, isFirst, childKey] = row
    if (isFirst === 1) continue
    const values = JSON.parse(after) as Record<string, unknown>
    const archived = entity === 'party' && values['status'] === 'archived' ? 1 : 0
    const fields = fieldsOf(entity, action, values, childKey)
    if (fields.length > 0 || archived === 1) yield { at, fields, count: fields.length, archived }
  }
}

type ChangeRow = [
  at: string,
  entity: string,
  action: 'insert' | 'update',
  after: string,
  isFirst: number | null,
  childKey: string | null,
]

/** The key a child row stands under: contact points by their type, facts by their field. */
export const CHILD_KEY = `case c.entity
  when 'contact_point' then (select case when t.type in ('email', 'wechat', 'qq') then t.type when t.type = 'other' then 'contact' else 'phone' end from contact_point t where t.id = c.row_id)
  when 'fact' then (select t.field from fact t where t.id = c.row_id)
  when 'address' then 'address' end`

/** Whom a line is about. */
export const LINE_PARTY = `case c.entity when 'party' then c.row_id when 'customer' then c.row_id
  when 'contact_point' then (select t.party_id from contact_point t where t.id = c.row_id)
  when 'address' then (select t.party_id from address t where t.id = c.row_id)
  when 'fact' then (select t.party_id from fact t where t.id = c.row_id) end`

/** Lines of single values: updates, and children given to a party that another operation had made. */
export const VALUE_LINES = `c.entity in ('party', 'customer', 'contact_point', 'address', 'fact')
  and (c.action = 'update' or (c.action = 'insert' and c.after is not null and c.entity in ('contact_point', 'address', 'fact')))`

export const IS_FIRST = `(c.action = 'insert' and (select p.operation_id = c.operation_id from party p where p.id = json_extract(c.after, '$.party_id')))`

function statement(book: Book, scope: Scope) {
  return book.sqlite
    .prepare(
      `select o.started_at, c.entity, c.action, c.after, ${IS_FIRST}, case when c.entity in ('party', 'customer') then null else ${CHILD_KEY} end
       from operation o cross join change c on c.operation_id = o.id
       where o.started_at >= ? and o.started_at < ? and ${isNews('o')} and ${VALUE_LINES}${scope(LINE_PARTY)}
       order by o.id, c.id`,
    )
    .raw()
}

/** Dictionary keys whose values a line changed. */
export function fieldsOf(
  entity: string,
  action: string,
  values: Readonly<Record<string, unknown>>,
  childKey: string | null,
): string[] {
  if (entity !== 'party' && entity !== 'customer') {
    const key =
      childKey ?? (typeof values['field'] === 'string' ? values['field'] : entity === 'address' ? 'address' : 'phone')
    const isOnlyKept =
      action === 'update' && Object.keys(values).every((name) => name !== 'canonical' && KEPT_BY_PROGRAM.has(name))
    return isOnlyKept ? [] : [key]
  }
  return Object.keys(values).filter((name) => !KEPT_BY_PROGRAM.has(name) && !(entity === 'party' && name === 'status'))
}
