import type { FactQuery, Span } from '../../model/fact-query.ts'
import { codeOf } from '../../model/party-code.ts'
import type { ChangeFacts } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { isNews } from '../counting.ts'
import { readLines } from './customer-lines.ts'
import { CHILD_KEY, fieldsOf, IS_FIRST, LINE_PARTY, VALUE_LINES } from './period-changes.ts'
import { newIn } from './period-numbers.ts'
import { openScope, type Scope } from './scope.ts'

/** L13: customers that came, values that changed and records that were put together within the period. Needs `period`. */
export function readChangeFacts(book: Book, query: FactQuery): ChangeFacts {
  const { period, limit } = query
  if (period === null) throw new RangeError('changes need a period')
  const scope = openScope(book, query)
  return {
    added: added(book, period, limit, scope),
    changed: changed(book, period, limit, scope),
    merged: merged(book, period, limit, scope),
  }
}

function added(book: Book, { from, to }: Span, limit: number, scope: Scope): ChangeFacts['added'] {
  const sql = (what: string): string => `select ${what} from customer k where ${newIn(scope)}`
  const ids = book.sqlite
    .prepare(`${sql('k.party_id')} order by k.opened_on, k.party_id limit ?`)
    .pluck()
    .all(from, to, limit) as number[]
  return { total: Number(book.sqlite.prepare(sql('count(*)')).pluck().get(from, to)), rows: readLines(book, ids) }
}

interface Line {
  readonly at: string
  readonly staff: string
  readonly verb: string
  readonly entity: string
  readonly action: string
  readonly before: string | null
  readonly after: string
  readonly first: number | null
  readonly key: string | null
  readonly party: number
}

/** Columns of a child row that hold its value, as shown. */
const CHILD_VALUE: Readonly<Record<string, string>> = { contact_point: 'raw', address: 'raw', fact: 'value' }

function changed(book: Book, { fromAt, toAt }: Span, limit: number, scope: Scope): ChangeFacts['changed'] {
  const lines = book.sqlite.prepare(
    `select o.started_at as at, o.staff, o.kind as verb, c.entity, c.action, c.before, c.after, ${IS_FIRST} as first,
       case when c.entity in ('party', 'customer') then null else ${CHILD_KEY} end as key, ${LINE_PARTY} as party
     from operation o cross join change c on c.operation_id = o.id
     where o.started_at >= ? and o.started_at < ? and ${isNews('o')} and ${VALUE_LINES}${scope(LINE_PARTY)} order by o.id, c.id`,
  )
  const party = book.sqlite.prepare(
    'select p.id, coalesce(s.name, p.name) as name, coalesce(s.id, p.id) as root from party p left join party s on s.id = p.merged_into where p.id = ?',
  )
  const rows: ChangeFacts['changed']['rows'][number][] = []
  let total = 0
  for (const line of lines.iterate(fromAt, toAt) as Iterable<Line>) {
    if (line.first === 1) continue
    const after = JSON.parse(line.after) as Record<string, unknown>
    const fields = fieldsOf(line.entity, line.action, after, line.key)
    total += fields.length
    if (rows.length >= limit || fields.length === 0) continue
    const before = line.before === null ? {} : (JSON.parse(line.before) as Record<string, unknown>)
    const who = party.get(line.party) as { name: string; root: number } | undefined
    for (const field of fields) {
      const column = CHILD_VALUE[line.entity] ?? field
      rows.push({
        at: line.at,
        code: who === undefined ? '' : codeOf(who.root),
        name: who?.name ?? '',
        field,
        from: textOf(before[column]),
        to: textOf(after[column]),
        staff: line.staff,
        verb: line.verb,
      })
    }
  }
  return { total, rows: rows.slice(0, limit) }
}

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

function merged(book: Book, { fromAt, toAt }: Span, limit: number, scope: Scope): ChangeFacts['merged'] {
  const from = `from operation o cross join merge m on m.operation_id = o.id
    where o.started_at >= ? and o.started_at < ? and o.state = 'done'${scope('m.absorbed')}`
  const rows = book.sqlite
    .prepare(
      `select o.started_at, m.absorbed, (select p.name from party p where p.id = m.absorbed), m.survivor, o.staff ${from} order by o.id, m.id limit ?`,
    )
    .raw()
    .all(fromAt, toAt, limit) as [string, number, string, number, string][]
  return {
    total: Number(book.sqlite.prepare(`select count(*) ${from}`).pluck().get(fromAt, toAt)),
    rows: rows.map(([at, absorbed, name, survivor, staff]) => ({
      at,
      code: codeOf(absorbed),
      name,
      into: codeOf(survivor),
      staff,
    })),
  }
}
