import { explainIn } from '../../domain/matching/explain.ts'
import { type DedupePlan, type PlannedPair, planDedupe } from '../../domain/merging/plan.ts'
import type { MatchDecision, MatchResult } from '../../model/matching.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { applyMerge } from '../../store/matching/merge.ts'
import { countWaitingPairs, listDecisions, type StoredPair, saveMatchRun } from '../../store/matching/proposals.ts'
import { type BookTable, readMatchTable } from '../../store/matching/read-table.ts'
import type { Context } from '../context.ts'
import { note, showValue } from '../output.ts'
import { type MatchedTable, matchTable } from './match-table.ts'
import { mergeOrder } from './merge-order.ts'

export interface DedupeOptions {
  readonly dryRun: boolean
  /** Merge the automatic band; else everything waits for a person. */
  readonly merge: boolean
}

/** Finds duplicates in the whole book, merges what is certain, and leaves the doubtful pairs for review. */
export async function runDedupe(ctx: Context, options: DedupeOptions): Promise<void> {
  const book = await ctx.openBook()
  const read = readMatchTable(book)
  const matched = await matchTable(ctx, read.table, { decisions: decisionsFor(book, read) })
  const { result } = matched
  const plan = planDedupe(result, read.ids)
  const operationId = options.dryRun
    ? undefined
    : save(ctx, book, { plan, matched, parties: read.ids.length, merge: options.merge })
  show(ctx, { result, plan, options, operationId })
  const waiting = options.dryRun ? plan.review.length : countWaitingPairs(book).review
  ctx.finish(waiting > 0 ? 'waiting' : 'done')
}

/** People's answers, by record of the table. */
function decisionsFor(book: Book, { ids }: BookTable): MatchDecision[] {
  const recordOf = new Map(Array.from(ids, (id, record) => [id, record]))
  return listDecisions(book).flatMap(({ a, b, verdict }) => {
    const [x, y] = [recordOf.get(a), recordOf.get(b)]
    return x === undefined || y === undefined || x === y ? [] : [{ a: x, b: y, verdict }]
  })
}

interface ToSave {
  readonly plan: DedupePlan
  readonly matched: MatchedTable
  readonly parties: number
  readonly merge: boolean
}

/** All of it in one transaction: the run, the pairs to review, the automatic merges. */
function save(ctx: Context, book: Book, { plan, matched, parties, merge }: ToSave): number {
  const at = ctx.now()
  const { model, stats } = matched.result
  return inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'dedupe', command: ctx.commandLine, staff: ctx.staff, at })
    const pairs: StoredPair[] = [
      ...plan.review.map(({ records, ...pair }) => ({
        ...pair,
        band: 'review' as const,
        evidence: evidenceOf(matched, records),
      })),
      ...plan.related.map(({ records: _, relation, ...pair }) => ({
        ...pair,
        band: 'related' as const,
        evidence: { relation },
      })),
    ]
    saveMatchRun(book, operation, { at, model, stats, parties, pairs })
    if (merge)
      for (const group of plan.merges)
        applyMerge(book, operation, mergeOrder(book, group, { band: 'auto', weight: null, evidence: {} }))
    operation.finish(ctx.now(), {
      merged: merge ? plan.merges.reduce((sum, group) => sum + group.length - 1, 0) : 0,
      clusters: merge ? plan.merges.length : 0,
      review: plan.review.length,
      related: plan.related.length,
    })
    return operation.id
  })
}

/** What the score of a pair was made of, as it is kept with the pair and with the merge that may follow. */
function evidenceOf({ matcher, result }: MatchedTable, [a, b]: PlannedPair['records']): unknown {
  const { prior, comparisons, because } = explainIn(matcher, result.model, a, b)
  const known = comparisons.filter(({ level }) => level !== null)
  return {
    prior,
    comparisons: known.map(({ key, level, weight, rarity }) => ({ key, level, weight, rarity })),
    because,
  }
}

interface Shown {
  readonly result: MatchResult
  readonly plan: DedupePlan
  readonly options: DedupeOptions
  readonly operationId: number | undefined
}

function show(ctx: Context, { result, plan, options, operationId }: Shown): void {
  const { say } = ctx
  const { stats } = result
  const absorbed = plan.merges.reduce((sum, group) => sum + group.length - 1, 0)
  const value = {
    records: stats.records,
    pairs: stats.pairs,
    merged: options.merge ? absorbed : 0,
    clusters: plan.merges.length,
    review: plan.review.length,
    related: plan.related.length,
    hubs: result.hubs,
    expectedPrecision: stats.expectedPrecision,
    expectedRecall: stats.expectedRecall,
    answersTo99: stats.answersTo99,
    messages: stats.messages.map(ctx.tell),
    ...(operationId === undefined ? {} : { operation: operationId }),
    dryRun: options.dryRun,
  }
  showValue(ctx, value, () =>
    [
      say('dedupe-compared', { records: stats.records, pairs: stats.pairs }),
      say(options.dryRun || !options.merge ? 'dedupe-would-merge' : 'dedupe-merged', {
        clusters: plan.merges.length,
        absorbed,
      }),
      say('dedupe-review', { review: plan.review.length, related: plan.related.length }),
      say('dedupe-expected', {
        precision: percent(stats.expectedPrecision),
        recall: percent(stats.expectedRecall),
        answers: stats.answersTo99,
      }),
      ...stats.messages.map(ctx.tell),
      '',
    ].join('\n'),
  )
  for (const hub of result.hubs.slice(0, 5))
    note(ctx, say('dedupe-hub', { value: hub.value, names: hub.names, records: hub.records }))
  if (operationId !== undefined) note(ctx, say('import-undo-hint', { id: operationId }))
  if (plan.review.length > 0 && !options.dryRun) note(ctx, say('dedupe-next'))
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
