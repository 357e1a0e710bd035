import type { Book } from '../book.ts'
import { bulkTable } from '../import/bulk.ts'
import { cached, type Operation, type Value } from '../journal.ts'

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

/** Stores a run and its pairs; waiting pairs of earlier runs give way to the new ones. */
export function saveMatchRun(
  book: Book,
  operation: Operation,
  run: {
    readonly at: string
    readonly model: unknown
    readonly stats: unknown
    readonly parties: number
    readonly pairs: readonly StoredPair[]
  },
): number {
  operation.removeWhere('match_pair', `state = 'waiting'`, [])
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

/** Remembers what a person said of two parties, for good. */
export function saveDecision(
  operation: Operation,
  decision: {
    readonly a: number
    readonly b: number
    readonly verdict: 'same' | 'different' | 'related'
    readonly staff: string
    readonly at: string
    readonly note?: string
  },
): void {
  const [a, b] = decision.a < decision.b ? [decision.a, decision.b] : [decision.b, decision.a]
  const row: Record<string, Value> = {
    a,
    b,
    a_key: '',
    b_key: '',
    verdict: decision.verdict,
    staff: decision.staff,
    at: decision.at,
    note: decision.note ?? null,
  }
  operation.insert('decision', row)
}

/** The newest answer on each pair, by the parties' present survivors. */
export function listDecisions(book: Book): { a: number; b: number; verdict: 'same' | 'different' | 'related' }[] {
  return book.sqlite
    .prepare(
      `select coalesce(p.merged_into, p.id) as a, coalesce(q.merged_into, q.id) as b, d.verdict from decision d
       join party p on p.id = d.a join party q on q.id = d.b
       where d.id = (select max(e.id) from decision e where e.a = d.a and e.b = d.b) order by d.id`,
    )
    .all() as { a: number; b: number; verdict: 'same' | 'different' | 'related' }[]
}

/** The model of the newest run, as it was stored; undefined where there was none. */
export function latestModel(book: Book): unknown {
  const text = book.sqlite.prepare('select model from match_run order by id desc limit 1').pluck().get() as
    | string
    | undefined
  return text === undefined ? undefined : (JSON.parse(text) as unknown)
}

/**
 * Takes an answered pair off the list. After "same" the absorbed party's other pairs lead to the survivor, so that
 * nothing is asked of a customer that is no more, and nothing twice.
 */
export function settleDecided(
  book: Book,
  operation: Operation,
  pair: { readonly a: number; readonly b: number },
  verdict: 'same' | 'different' | 'related',
): void {
  const between = cached(book, `select id from match_pair where state = 'waiting' and a = ? and b = ?`).pluck()
  for (const id of between.all(pair.a, pair.b) as number[]) operation.update('match_pair', id, { state: verdict })
  if (verdict !== 'same') return
  const [survivor, absorbed] = [pair.a, pair.b]
  const others = cached(
    book,
    `select id, a, b from match_pair where state = 'waiting' and (a = @absorbed or b = @absorbed)`,
  )
  for (const one of others.all({ absorbed }) as { id: number; a: number; b: number }[]) {
    const other = one.a === absorbed ? one.b : one.a
    const [a, b] = other < survivor ? [other, survivor] : [survivor, other]
    const known = cached(book, `select 1 from match_pair where state = 'waiting' and a = ? and b = ?`).get(a, b)
    operation.update('match_pair', one.id, a === b || known !== undefined ? { state: 'settled' } : { a, b })
  }
}
