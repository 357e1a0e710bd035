import type { Book } from '../book.ts'
import { bulkTable } from '../import/bulk.ts'
import type { Operation } from '../journal.ts'

/** One run of a segment: who was in it on a day, and what changed. */
export interface SegmentRun {
  readonly segment: string
  readonly condition: string
  readonly at: string
  readonly onDay: string
  readonly unknown: number
  readonly members: readonly number[]
  /** Party ids that came in, and that left, since the run before. */
  readonly joined: readonly number[]
  readonly left: readonly number[]
}

/** Members as the last run left them: party ids, ascending. */
export function currentMembers(book: Book, segment: string): number[] {
  return book.sqlite
    .prepare('select party_id from segment_member where segment = ? order by party_id')
    .pluck()
    .all(segment) as number[]
}

/** Keeps a run inside `operation`: its counts, and only those members that are not as they were. Gives the run's number. */
export function saveSegmentRun(book: Book, operation: Operation, run: SegmentRun): number {
  const { segment, condition, at, onDay, unknown, members, joined, left } = run
  const runId = operation.insert('segment_run', {
    ...{ segment, condition, at, on_day: onDay, members: members.length, unknown },
    ...{ joined: joined.length, dropped: left.length },
  })
  const moves = bulkTable(book, operation, {
    entity: 'segment_move',
    columns: ['segment', 'party_id', 'joined', 'on_day', 'run_id'],
  })
  const inside = bulkTable(book, operation, {
    entity: 'segment_member',
    columns: ['segment', 'party_id', 'since', 'run_id'],
  })
  for (const id of joined) {
    inside.add([segment, id, onDay, runId])
    moves.add([segment, id, 1, onDay, runId])
  }
  for (const id of left) moves.add([segment, id, 0, onDay, runId])
  inside.close()
  moves.close()
  withIds(book, left, () =>
    operation.removeWhere('segment_member', 'segment = ? and party_id in (select id from temp.segment_ids)', [segment]),
  )
  return runId
}

/**
 * Gives the members a tag inside `operation`, and takes it from those who left; tags people gave by hand stay.
 *
 * Returns how many tags were given and taken.
 */
export function tagMembers(
  book: Book,
  operation: Operation,
  {
    tag,
    members,
    left,
  }: { readonly tag: string; readonly members: readonly number[]; readonly left: readonly number[] },
): { readonly given: number; readonly taken: number } {
  const tagged = new Set(
    book.sqlite.prepare('select party_id from party_tag where tag = ?').pluck().all(tag) as number[],
  )
  const tags = bulkTable(book, operation, { entity: 'party_tag', columns: ['party_id', 'tag'] })
  let given = 0
  for (const id of members) {
    if (tagged.has(id)) continue
    tags.add([id, tag])
    given++
  }
  tags.close()
  const taken = withIds(book, left, () =>
    operation.removeWhere(
      'party_tag',
      `tag = ? and party_id in (select id from temp.segment_ids) and operation_id in (select id from operation where kind = 'segment')`,
      [tag],
    ),
  )
  return { given, taken }
}

/** Runs a step that reads ids from `temp.segment_ids`. */
function withIds<T>(book: Book, ids: readonly number[], step: () => T): T {
  book.sqlite.exec('drop table if exists temp.segment_ids; create temp table segment_ids (id integer primary key)')
  const insert = book.sqlite.prepare('insert into temp.segment_ids values (?)')
  for (const id of ids) insert.run(id)
  const result = step()
  book.sqlite.exec('drop table temp.segment_ids')
  return result
}

export interface SegmentRunLine {
  readonly id: number
  readonly segment: string
  readonly on: string
  readonly at: string
  readonly condition: string
  readonly members: number
  readonly unknown: number
  readonly joined: number
  readonly left: number
}

/** Runs of a segment, or of all, newest first. */
export function listSegmentRuns(book: Book, segment: string | null, limit: number): SegmentRunLine[] {
  return book.sqlite
    .prepare(
      `select id, segment, on_day as "on", at, condition, members, unknown, joined, dropped as "left" from segment_run
       where @segment is null or segment = @segment order by id desc limit @limit`,
    )
    .all({ segment, limit }) as SegmentRunLine[]
}

export interface SegmentMove {
  readonly partyId: number
  readonly name: string
  readonly joined: boolean
  readonly on: string
}

/** Who came in and who left since a day, newest first; the first run, which finds everybody, is no change. */
export function listSegmentMoves(
  book: Book,
  segment: string,
  { since, limit }: { readonly since: string | null; readonly limit: number },
): SegmentMove[] {
  const rows = book.sqlite
    .prepare(
      `select m.party_id as partyId, p.name, m.joined, m.on_day as "on" from segment_move m join party p on p.id = m.party_id
       where m.segment = @segment and (@since is null or m.on_day >= @since)
       and m.run_id > (select min(id) from segment_run where segment = @segment) order by m.id desc limit @limit`,
    )
    .all({ segment, since, limit }) as (Omit<SegmentMove, 'joined'> & { joined: number })[]
  return rows.map((row) => ({ ...row, joined: row.joined === 1 }))
}
