import type { Book } from '../book.ts'
import { cached, type Operation, type Value } from '../journal.ts'

type Verdict = 'same' | 'different' | 'related'

const SECOND = 'second'

/** Remembers what a person said of two parties, for good. */
export function saveDecision(
  book: Book,
  operation: Operation,
  decision: {
    readonly a: number
    readonly b: number
    readonly verdict: Verdict
    readonly staff: string
    readonly at: string
    /** A second reader's answer is compared with the first and changes nothing. */
    readonly second?: boolean
  },
): void {
  const [a, b] = decision.a < decision.b ? [decision.a, decision.b] : [decision.b, decision.a]
  const row: Record<string, Value> = {
    a,
    b,
    a_key: contentKey(book, a),
    b_key: contentKey(book, b),
    verdict: decision.verdict,
    staff: decision.staff,
    at: decision.at,
    note: decision.second === true ? SECOND : null,
  }
  operation.insert('decision', row)
}

/**
 * The newest answer on each pair, by the parties' present survivors; second readings don't count.
 *
 * A party that is gone (its import was undone; its number may be another's by now) is looked for by what it was called and its numbers, so that an answer follows
 * a record through another import.
 */
export function listDecisions(book: Book): { a: number; b: number; verdict: Verdict }[] {
  const rows = book.sqlite
    .prepare(
      `select d.a, d.b, d.a_key, d.b_key, d.verdict, coalesce(p.merged_into, p.id) as x, coalesce(q.merged_into, q.id) as y
       from decision d left join party p on p.id = d.a and p.operation_id <= d.operation_id
         left join party q on q.id = d.b and q.operation_id <= d.operation_id
       where d.id = (select max(e.id) from decision e where e.a = d.a and e.b = d.b and coalesce(e.note, '') <> '${SECOND}')
       order by d.id`,
    )
    .all() as { a_key: string; b_key: string; verdict: Verdict; x: number | null; y: number | null }[]
  return rows.flatMap(({ a_key, b_key, verdict, x, y }) => {
    const a = x ?? partyOfKey(book, a_key)
    const b = y ?? partyOfKey(book, b_key, a)
    return a === null || b === null ? [] : [{ a, b, verdict }]
  })
}

/** What a party is called, its numbers and what else tells it from a namesake: the same for the same record in another import. */
function contentKey(book: Book, id: number): string {
  const party = cached(book, 'select name_key, birth, id_number, uscc, employer, remark from party where id = ?')
    .raw()
    .get(id) as (string | null)[] | undefined
  const list = (sql: string): string[] => cached(book, sql).pluck().all(id) as string[]
  return JSON.stringify([
    ...(party ?? []),
    list(
      'select distinct canonical from contact_point where party_id = ? and canonical is not null order by canonical limit 9',
    ),
    list('select distinct raw from address where party_id = ? order by raw limit 3'),
  ])
}

function partyOfKey(book: Book, key: string, other?: number | null): number | null {
  const [name] = JSON.parse(key === '' ? '[]' : key) as (string | null)[]
  if (name === undefined || name === null || name === '') return null
  const found = cached(book, `select id from party where name_key = ? and status = 'active' order by id limit 50`)
  return (found.pluck().all(name) as number[]).find((id) => id !== other && contentKey(book, id) === key) ?? null
}

/** Pairs that two people answered: the newest answer of each, by pair and person. */
export function listTwiceAnswered(book: Book): { a: number; b: number; staff: string; verdict: Verdict }[] {
  return book.sqlite
    .prepare(
      `select d.a, d.b, d.staff, d.verdict from decision d
       where d.id = (select max(e.id) from decision e where e.a = d.a and e.b = d.b and e.staff = d.staff)
         and exists (select 1 from decision e where e.a = d.a and e.b = d.b and e.staff <> d.staff)
       order by d.a, d.b, d.id`,
    )
    .all() as { a: number; b: number; staff: string; verdict: Verdict }[]
}

/** Pairs that others answered and this person has not, oldest first: to be answered a second time. */
export function listForSecond(book: Book, staff: string, limit: number): { a: number; b: number }[] {
  return book.sqlite
    .prepare(
      `select distinct d.a, d.b from decision d
       where d.staff <> @staff and not exists (select 1 from decision e where e.a = d.a and e.b = d.b and e.staff = @staff)
       order by d.a, d.b limit @limit`,
    )
    .all({ staff, limit }) as { a: number; b: number }[]
}
