import type { FactQuery } from '../../model/fact-query.ts'
import type { Book } from '../book.ts'
import { NOT_LIVE } from '../counting.ts'
import { secondHandSheets } from '../verification.ts'
import type { Scope } from './scope.ts'

interface Last {
  lastOn: string | null
  retryOn: string | null
}

/** Keeps, under `temp.last_verified`, when each scope of a customer last held, and when to try again where it came to nothing. */
function keepLastVerified(book: Book, { dayOf }: FactQuery): void {
  const last = new Map<string, Last>()
  const rows = book.sqlite
    .prepare(
      `select coalesce(p.merged_into, p.id), c.scope, c.state, c.at, c.next_due from confirmation c join party p on p.id = c.party_id
       where c.scope is not null and c.field is null order by c.at, c.id`,
    )
    .raw()
  for (const [root, scope, state, at, due] of rows.iterate() as Iterable<
    [number, string, string, string, string | null]
  >) {
    const key = `${root} ${scope}`
    const known = last.get(key) ?? { lastOn: null, retryOn: null }
    last.set(key, known)
    const held = state === 'confirmed' || state === 'corrected'
    if (held) known.lastOn = dayOf(at)
    known.retryOn = held ? null : due
  }
  book.sqlite.exec(
    `drop table if exists temp.last_verified;
     create temp table last_verified (root integer not null, scope text not null, last_on text, retry_on text, primary key (root, scope)) without rowid`,
  )
  const keep = book.sqlite.prepare('insert into temp.last_verified values (?, ?, ?, ?)')
  for (const [key, { lastOn, retryOn }] of last) {
    const space = key.indexOf(' ')
    keep.run(Number(key.slice(0, space)), key.slice(space + 1), lastOn, retryOn)
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * SQL giving `id, scope, last_on, due_on` of every live customer and scope that was due before a day, as `kehu verify due`
 * reckons it; null where no intervals are told.
 */
export function dueBefore(book: Book, query: FactQuery, until: string, scope: Scope): string | null {
  const { verify, today } = query
  if (verify === undefined || Object.keys(verify).length === 0) return null
  keepLastVerified(book, query)
  const sheets = secondHandSheets(book)
  const secondHand =
    sheets.length === 0
      ? '0'
      : `(select p.source_row_id from party p where p.id = k.party_id) in (select id from source_row where sheet_id in (${sheets.join(', ')}))`
  return Object.entries(verify)
    .map(([name, { every, tiers = {}, orgsOnly }]) => {
      const levels = Object.entries(tiers).map(([level, days]) => `when ${quoted(level)} then ${Number(days)}`)
      const interval =
        levels.length === 0 ? String(Number(every)) : `case k.tier ${levels.join(' ')} else ${Number(every)} end`
      const since = `coalesce(l.last_on, k.opened_on, ${quoted(today)})`
      return `select id, scope, last_on, due_on from (
        select k.party_id as id, ${quoted(name)} as scope, l.last_on, case
          when l.retry_on is not null then l.retry_on
          when l.last_on is null and ${secondHand} then coalesce(k.opened_on, ${quoted(today)})
          else date(${since}, '+' || (${interval}) || ' days') end as due_on
        from customer k ${orgsOnly === true ? `join party o on o.id = k.party_id and o.kind = 'org'` : ''}
        left join temp.last_verified l on l.root = k.party_id and l.scope = ${quoted(name)}
        where k.party_id not in ${NOT_LIVE}${scope('k.party_id')}) where due_on < ${quoted(until)}`
    })
    .join(' union all ')
}
