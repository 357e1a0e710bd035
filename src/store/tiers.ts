import type { Book } from './book.ts'
import { readColumns } from './column-reader.ts'
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
  const isFirst = sqlite.prepare('select 1 from tier_assignment where scheme = ? limit 1').get(run.scheme) === undefined
  const outcome = isFirst ? placeAll(book, operation, run, runId) : replaceChanged(book, operation, run, runId)
  return { runId, ...outcome }
}

const ASSIGNMENT = ['party_id', 'scheme', 'version', 'level', 'clause', 'facts', 'unknowns', 'since', 'run_id']
const MOVE = ['party_id', 'scheme', 'from_level', 'to_level', 'clause', 'facts', 'on_day', 'at', 'run_id']

type Counts = Omit<TierRunOutcome, 'runId'>

/** A scheme's first run: moves and cards follow from the assignments by themselves, a million at once. */
function placeAll(book: Book, operation: Operation, run: TierRun, runId: number): Counts {
  const { sqlite } = book
  const assignments = bulkTable(book, operation, { entity: 'tier_assignment', columns: ASSIGNMENT })
  let first = 0
  for (const { partyId, level, clause, facts, unknowns } of run.tiers) {
    first++
    assignments.add([partyId, run.scheme, run.version, level, clause, facts, unknowns, run.onDay, runId])
  }
  assignments.close()
  const from = Number(sqlite.prepare('select coalesce(max(id), 0) + 1 from tier_move').pluck().get())
  const { changes } = sqlite
    .prepare(
      `insert into tier_move (${MOVE.join(', ')}, operation_id)
       select party_id, scheme, null, level, clause, facts, @onDay, @at, run_id, @operation from tier_assignment
       where run_id = @runId and level is not null order by id`,
    )
    .run({ onDay: run.onDay, at: run.at, operation: operation.id, runId })
  operation.recordRange('tier_move', from, from + changes - 1)
  if (run.isPrimary)
    sqlite
      .prepare(
        `update customer set tier = t.level from tier_assignment t
         where t.run_id = ? and t.party_id = customer.party_id and customer.tier is not t.level`,
      )
      .run(runId)
  return { moved: 0, first }
}

interface Standing {
  readonly party: number
  readonly id: number
  readonly level: string | null
  readonly key: string
  readonly since: string | null
}

/** A later run: only what is not as it was is written. Both sides come in party order and are read side by side. */
function replaceChanged(book: Book, operation: Operation, run: TierRun, runId: number): Counts {
  const { sqlite } = book
  const assignments = bulkTable(book, operation, { entity: 'tier_assignment', columns: ASSIGNMENT })
  const moves = bulkTable(book, operation, { entity: 'tier_move', columns: MOVE })
  sqlite.exec('drop table if exists temp.stale_tier; create temp table stale_tier (id integer primary key)')
  const stale = sqlite.prepare('insert into temp.stale_tier values (?)')
  const cardLevels = sqlite.prepare('update customer set tier = ? where party_id = ? and tier is not ?')
  const standing = standingTiers(book, run.scheme)
  let old = standing.next()
  let moved = 0
  let first = 0
  for (const { partyId, level, clause, facts, unknowns } of run.tiers) {
    for (; old.done !== true && old.value.party < partyId; old = standing.next()) stale.run(old.value.id)
    const was = old.done !== true && old.value.party === partyId ? old.value : undefined
    if (was !== undefined) old = standing.next()
    if (was !== undefined && was.level === level && was.key === `${run.version}|${clause}|${facts}|${unknowns}`)
      continue
    if (was !== undefined) stale.run(was.id)
    const since = was !== undefined && was.level === level ? was.since : run.onDay
    assignments.add([partyId, run.scheme, run.version, level, clause, facts, unknowns, since, runId])
    if (was === undefined) first++
    if ((was?.level ?? null) === level) continue
    moves.add([partyId, run.scheme, was?.level ?? null, level, clause, facts, run.onDay, run.at, runId])
    if (run.isPrimary) cardLevels.run(level, partyId, level)
    if (was !== undefined) moved++
  }
  for (; old.done !== true; old = standing.next()) stale.run(old.value.id)
  assignments.flush()
  operation.removeWhere('tier_assignment', 'id in (select id from temp.stale_tier)', [])
  assignments.close()
  moves.close()
  sqlite.exec('drop table temp.stale_tier')
  return { moved, first }
}

/** Assignments as they stand, in party order. Pages are whole before they are handed on: writing meanwhile is safe. */
function* standingTiers(book: Book, scheme: string): Generator<Standing, undefined> {
  const columns = [
    't.id',
    't.level',
    `t.version || '|' || ifnull(t.clause, 'null') || '|' || t.facts || '|' || ifnull(t.unknowns, 'null')`,
    't.since',
  ]
  const where = `t.scheme = '${scheme.replaceAll("'", "''")}'`
  for (const { keys, columns: cells } of readColumns(book, {
    from: 'tier_assignment t',
    key: 't.party_id',
    columns,
    where,
  })) {
    const [ids, levels, texts, since] = cells as [number[], (string | null)[], string[], (string | null)[]]
    for (let i = 0; i < keys.length; i++)
      yield { party: keys[i]!, id: ids[i]!, level: levels[i]!, key: texts[i]!, since: since[i]! }
  }
  return undefined
}

/** Brings the level on every card in step with the assignments of a scheme: after an undo, or for another primary scheme; gives how many changed. */
export function syncCards(book: Book, scheme: string): number {
  const level = '(select t.level from tier_assignment t where t.party_id = customer.party_id and t.scheme = @scheme)'
  return book.sqlite.prepare(`update customer set tier = ${level} where tier is not ${level}`).run({ scheme }).changes
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
export function overridesOn(book: Book, scheme: string, day: string): Map<number, TierByHand> {
  const rows = book.sqlite
    .prepare(
      `select coalesce(p.merged_into, p.id), o.level, o.reason, o.staff, o.until from tier_override o join party p on p.id = o.party_id
       where o.scheme = ? and (o.until is null or o.until >= ?) order by p.merged_into is null, o.id`,
    )
    .raw()
    .all(scheme, day) as [number, string, string, string, string | null][]
  return new Map(rows.map(([partyId, level, reason, by, until]) => [partyId, { level, reason, by, until }]))
}

/** A level somebody gave, until a day or for good. */
export interface TierByHand {
  readonly level: string
  readonly reason: string
  readonly by: string
  readonly until: string | null
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
