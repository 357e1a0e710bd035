import type { Book } from './book.ts'
import { bulkTable } from './import/bulk.ts'
import { cached, type Operation } from './journal.ts'

/** A level given to a customer, with the clause and the values that gave it. */
export interface NewTier {
  readonly partyId: number
  readonly level: string | null
  readonly clause: string | null
  /** JSON of the values the clause read. */
  readonly facts: string
  readonly unknowns: string | null
}

export interface TierRun {
  readonly scheme: string
  readonly version: string
  /** The scheme that says what a customer's card shows. */
  readonly isPrimary: boolean
  readonly at: string
  readonly onDay: string
  /** One per customer, in party order. */
  readonly tiers: Iterable<NewTier>
  readonly customers: number
  readonly summary: Readonly<Record<string, number>>
}

export interface TierRunOutcome {
  readonly runId: number
  readonly moved: number
  readonly first: number
}

/** The levels a scheme gives now, by party; missing where it never ran. */
export function currentLevels(book: Book, scheme: string): Map<number, string | null> {
  const rows = book.sqlite
    .prepare('select party_id, level from tier_assignment where scheme = ?')
    .raw()
    .iterate(scheme) as Iterable<[number, string | null]>
  return new Map(rows)
}

/**
 * Writes the outcome of a run: assignments are replaced, and each customer whose level is another one leaves a line in
 * `tier_move`. Nothing is written for customers whose level, clause and values are what they were.
 */
export function saveTierRun(book: Book, operation: Operation, run: TierRun): TierRunOutcome {
  const { sqlite } = book
  const runId = operation.insert('tier_run', {
    scheme: run.scheme,
    version: run.version,
    at: run.at,
    on_day: run.onDay,
    customers: run.customers,
    summary: JSON.stringify(run.summary),
  })
  const columns = ['party_id', 'scheme', 'version', 'level', 'clause', 'facts', 'unknowns', 'since', 'run_id']
  const assignments = bulkTable(book, operation, { entity: 'tier_assignment', columns })
  const moves = bulkTable(book, operation, {
    entity: 'tier_move',
    columns: ['party_id', 'scheme', 'from_level', 'to_level', 'clause', 'facts', 'on_day', 'at', 'run_id'],
  })
  const before = new Map<number, { id: number; level: string | null; key: string; since: string | null }>()
  const rows = sqlite
    .prepare('select id, party_id, level, clause, facts, since, version from tier_assignment where scheme = ?')
    .raw()
  for (const [id, party, level, clause, facts, since, version] of rows.iterate(run.scheme) as Iterable<
    [number, number, string | null, string | null, string, string | null, string]
  >)
    before.set(party, { id, level, key: `${version}|${clause}|${facts}`, since })
  sqlite.exec('drop table if exists temp.stale_tier; create temp table stale_tier (id integer primary key)')
  const stale = sqlite.prepare('insert into temp.stale_tier values (?)')
  let moved = 0
  let first = 0
  const cardLevels = sqlite.prepare('update customer set tier = ? where party_id = ? and tier is not ?')
  for (const { partyId, level, clause, facts, unknowns } of run.tiers) {
    const was = before.get(partyId)
    before.delete(partyId)
    if (was !== undefined && was.level === level && was.key === `${run.version}|${clause}|${facts}`) continue
    if (was !== undefined) stale.run(was.id)
    const since = was !== undefined && was.level === level ? was.since : run.onDay
    assignments.add([partyId, run.scheme, run.version, level, clause, facts, unknowns, since, runId])
    if (was !== undefined && was.level === level) continue
    moves.add([partyId, run.scheme, was?.level ?? null, level, clause, facts, run.onDay, run.at, runId])
    if (run.isPrimary) cardLevels.run(level, partyId, level)
    if (was === undefined) first++
    else moved++
  }
  for (const { id } of before.values()) stale.run(id)
  assignments.flush()
  operation.removeWhere('tier_assignment', 'id in (select id from temp.stale_tier)', [])
  assignments.close()
  moves.close()
  sqlite.exec('drop table temp.stale_tier')
  return { runId, moved, first }
}

/** Brings the level on every card in step with the assignments of a scheme: after an undo, or for another primary scheme. */
export function syncCards(book: Book, scheme: string): void {
  const level = '(select t.level from tier_assignment t where t.party_id = customer.party_id and t.scheme = @scheme)'
  book.sqlite.prepare(`update customer set tier = ${level} where tier is not ${level}`).run({ scheme })
}

/** A customer's assignment under a scheme, with its history newest first. */
export function readTier(book: Book, partyId: number, scheme: string) {
  const assignment = cached(book, 'select * from tier_assignment where party_id = ? and scheme = ?').get(
    partyId,
    scheme,
  ) as
    | {
        level: string | null
        clause: string | null
        facts: string
        since: string | null
        version: string
        run_id: number
      }
    | undefined
  const moves = cached(
    book,
    'select from_level as "from", to_level as "to", clause, facts, on_day as "on" from tier_move where party_id = ? and scheme = ? order by id desc',
  ).all(partyId, scheme) as {
    from: string | null
    to: string | null
    clause: string | null
    facts: string
    on: string
  }[]
  return { assignment, moves }
}

/** Promotions and demotions of live customers, newest first; of one customer, or since a day, where told. */
export function listTierMoves(
  book: Book,
  query: {
    readonly scheme: string
    readonly partyId: number | undefined
    readonly since: string | undefined
    readonly limit: number
  },
): { partyId: number; name: string; from: string | null; to: string | null; clause: string | null; on: string }[] {
  const { scheme, partyId = null, since = null, limit } = query
  return book.sqlite
    .prepare(
      `select m.party_id as partyId, p.name, m.from_level as "from", m.to_level as "to", m.clause, m.on_day as "on"
       from tier_move m join party p on p.id = m.party_id
       where m.scheme = @scheme and (@partyId is null or m.party_id = @partyId) and (@since is null or m.on_day >= @since)
       and (@partyId is not null or m.from_level is not null) order by m.on_day desc, m.id desc limit @limit`,
    )
    .all({ scheme, partyId, since, limit }) as ReturnType<typeof listTierMoves>
}

/** The level a customer has now under a scheme: the newest move's. */
export function currentLevel(book: Book, partyId: number, scheme: string): string | null {
  const found = cached(
    book,
    'select to_level from tier_move where party_id = ? and scheme = ? order by id desc limit 1',
  )
    .pluck()
    .get(partyId, scheme)
  return (found as string | null | undefined) ?? null
}

/** Levels given by hand that hold on a day, by party; the newest counts. */
export function overridesOn(book: Book, scheme: string, day: string): Map<number, { level: string; reason: string }> {
  const rows = book.sqlite
    .prepare(
      `select party_id, level, reason from tier_override where scheme = ? and (until is null or until >= ?) order by id`,
    )
    .raw()
    .all(scheme, day) as [number, string, string][]
  return new Map(rows.map(([partyId, level, reason]) => [partyId, { level, reason }]))
}

/** Customers by level under a scheme; null for no level. */
export function countTiers(book: Book, scheme: string): { level: string | null; customers: number }[] {
  return book.sqlite
    .prepare(
      `select t.level, count(*) as customers from tier_assignment t join party p on p.id = t.party_id and p.status = 'active'
       where t.scheme = ? group by t.level order by t.level is null, t.level`,
    )
    .all(scheme) as { level: string | null; customers: number }[]
}
