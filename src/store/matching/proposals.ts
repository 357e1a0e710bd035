import type { Book } from '../book.ts'
import { bulkTable } from '../import/bulk.ts'
import { cached, type Operation } from '../journal.ts'

/** A pair the matcher proposes, by party id; `evidence` is what it said, as JSON. */
export interface StoredPair {
  readonly a: number
  readonly b: number
  readonly cluster: number
  readonly weight: number
  readonly band: 'auto' | 'review' | 'related'
  readonly evidence: unknown
}

/** A pair waiting for a person. */
export interface WaitingPair {
  readonly id: number
  readonly a: number
  readonly b: number
  readonly cluster: number
  readonly weight: number
  readonly band: 'auto' | 'review' | 'related'
  readonly evidence: unknown
}

/**
 * Stores a run and its pairs; waiting pairs of earlier runs give way to the new ones.
 *
 * `fresh` are the parties of a run that looked at new ones only: relations between others stand.
 */
export function saveMatchRun(
  book: Book,
  operation: Operation,
  run: {
    readonly at: string
    readonly model: unknown
    readonly stats: unknown
    readonly parties: number
    readonly pairs: readonly StoredPair[]
    readonly fresh?: readonly number[]
  },
): number {
  const members = `(select value from json_each(?))`
  const fresh = JSON.stringify(run.fresh ?? [])
  if (run.fresh === undefined) operation.removeWhere('match_pair', `state = 'waiting'`, [])
  else
    operation.removeWhere(
      'match_pair',
      `state = 'waiting' and (band <> 'related' or a in ${members} or b in ${members})`,
      [fresh, fresh],
    )
  const runId = operation.insert('match_run', {
    at: run.at,
    model: JSON.stringify(run.model),
    stats: JSON.stringify(run.stats),
    parties: run.parties,
  })
  const columns = ['run_id', 'a', 'b', 'cluster', 'weight', 'band', 'evidence', 'state']
  const pairs = bulkTable(book, operation, { entity: 'match_pair', columns })
  for (const { a, b, cluster, weight, band, evidence } of run.pairs)
    pairs.add([runId, Math.min(a, b), Math.max(a, b), cluster, weight, band, JSON.stringify(evidence), 'waiting'])
  pairs.close()
  return runId
}

/** Pairs of one band that wait, heaviest first. */
export function listWaitingPairs(book: Book, band: 'auto' | 'review' | 'related', limit = -1): WaitingPair[] {
  const rows = cached(
    book,
    `select id, a, b, cluster, weight, band, evidence from match_pair where state = 'waiting' and band = ? order by weight desc, a, b limit ?`,
  ).all(band, limit) as (Omit<WaitingPair, 'evidence'> & { evidence: string })[]
  return rows.map((row) => ({ ...row, evidence: JSON.parse(row.evidence) as unknown }))
}

/** How many pairs wait, by band. */
export function countWaitingPairs(book: Book): Record<'auto' | 'review' | 'related', number> {
  const rows = cached(book, `select band, count(*) from match_pair where state = 'waiting' group by band`)
    .raw()
    .all() as [string, number][]
  return { auto: 0, review: 0, related: 0, ...Object.fromEntries(rows) }
}

/** The model of the newest run, as it was stored; undefined where there was none. */
export function latestModel(book: Book): unknown {
  const text = book.sqlite.prepare('select model from match_run order by id desc limit 1').pluck().get() as
    | string
    | undefined
  return text === undefined ? undefined : (JSON.parse(text) as unknown)
}

/** All waiting pairs of one cluster to review, heaviest first. */
export function waitingInCluster(book: Book, cluster: number): WaitingPair[] {
  const rows = cached(
    book,
    `select id, a, b, cluster, weight, band, evidence from match_pair
     where state = 'waiting' and band = 'review' and cluster = ? order by weight desc, a, b`,
  ).all(cluster) as (Omit<WaitingPair, 'evidence'> & { evidence: string })[]
  return rows.map((row) => ({ ...row, evidence: JSON.parse(row.evidence) as unknown }))
}

/** Takes an answered pair off the list. */
export function settlePair(
  book: Book,
  operation: Operation,
  pair: { readonly a: number; readonly b: number },
  verdict: 'same' | 'different' | 'related',
): void {
  const [a, b] = pair.a < pair.b ? [pair.a, pair.b] : [pair.b, pair.a]
  const between = cached(book, `select id from match_pair where state = 'waiting' and a = ? and b = ?`).pluck()
  for (const id of between.all(a, b) as number[]) operation.update('match_pair', id, { state: verdict })
}

/**
 * After a merge the absorbed party's waiting pairs lead to the survivor, so that nothing is asked of a customer that is no more,
 * and nothing twice.
 */
export function followMerge(book: Book, operation: Operation, survivor: number, absorbed: number): void {
  const others = cached(
    book,
    `select id, a, b from match_pair where state = 'waiting' and a = @absorbed
     union all select id, a, b from match_pair where state = 'waiting' and b = @absorbed and a <> b`,
  )
  for (const one of others.all({ absorbed }) as { id: number; a: number; b: number }[]) {
    const other = one.a === absorbed ? one.b : one.a
    const [a, b] = other < survivor ? [other, survivor] : [survivor, other]
    const known = cached(book, `select 1 from match_pair where state = 'waiting' and a = ? and b = ?`).get(a, b)
    operation.update('match_pair', one.id, a === b || known !== undefined ? { state: 'settled' } : { a, b })
  }
}

/** A pair that a person answered, with what it was scored on. */
export interface AnsweredRow {
  readonly a: number
  readonly b: number
  readonly cluster: number
  readonly weight: number
  readonly verdict: 'same' | 'different' | 'related'
  readonly evidence: unknown
}

/** All pairs of proposals that people answered, in the order they were proposed. */
export function listAnswered(book: Book): AnsweredRow[] {
  const rows = book.sqlite
    .prepare(
      `select a, b, cluster, weight, state as verdict, evidence from match_pair
       where state in ('same', 'different', 'related') order by id`,
    )
    .all() as (Omit<AnsweredRow, 'evidence'> & { evidence: string })[]
  return rows.map((row) => ({ ...row, evidence: JSON.parse(row.evidence) as unknown }))
}

/** First operation after the newest run, so that what it made or changed can be compared alone; null where there was no run. */
export function operationAfterRun(book: Book): number | null {
  return book.sqlite.prepare('select max(operation_id) + 1 from match_run where parties > 0').pluck().get() as
    | number
    | null
}
