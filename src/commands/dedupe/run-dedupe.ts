import { type DedupePlan, planDedupe } from '../../domain/merging/plan.ts'
import { KehuError } from '../../model/errors.ts'
import type { MatchDecision, MatchModel, MatchOptions, MatchResult } from '../../model/matching.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { listDecisions } from '../../store/matching/decisions.ts'
import { applyMerge } from '../../store/matching/merge.ts'
import { pinnedModel } from '../../store/matching/models.ts'
import {
  countWaitingPairs,
  latestModel,
  listAnswered,
  listWaitingPairs,
  operationAfterRun,
  type StoredPair,
  saveMatchRun,
} from '../../store/matching/proposals.ts'
import { type BookTable, readMatchTable } from '../../store/matching/read-table.ts'
import { partiesTouchedSince } from '../../store/touched.ts'
import type { Context } from '../context.ts'
import { note, showValue } from '../output.ts'
import { sayBudget, showBudget } from './budget.ts'
import { mergeEvidence, pairEvidence } from './evidence.ts'
import { type MatchedTable, matchTable } from './match-table.ts'
import { mergeOrder } from './merge-order.ts'

export interface DedupeOptions {
  readonly dryRun: boolean
  /** Merge the automatic band; else everything waits for a person. */
  readonly merge: boolean
  /** Only count what comparing would cost. */
  readonly budget?: boolean
  /** Pairs a record may cost before the run is refused. */
  readonly maxPairs?: number | undefined
  /** Compare only customers made or changed since this operation; `true` since the last run. */
  readonly since?: number | true | undefined
  /** Learn the weights anew instead of using those of the last run. */
  readonly relearn?: boolean
}

/** Finds duplicates in the book, merges what is certain, and leaves the doubtful pairs for review. */
export async function runDedupe(ctx: Context, options: DedupeOptions): Promise<void> {
  const book = await ctx.openBook()
  const read = readMatchTable(book)
  if (options.budget === true) return showBudget(ctx, read.table)
  const fresh = options.since === undefined ? undefined : touchedParties(book, options.since)
  if (fresh?.length === 0) {
    note(ctx, ctx.say('dedupe-nothing-new'))
    return ctx.finish('nothing')
  }
  const matched = await matchTable(ctx, read.table, optionsFor(book, read, fresh, options.relearn === true), (budget) =>
    sayBudget(ctx, budget, options.maxPairs),
  )
  const plan = planDedupe(matched.result, read.ids, options.merge)
  const operationId = options.dryRun
    ? undefined
    : save(ctx, book, { plan, matched, parties: read.ids.length, ...(fresh === undefined ? {} : { fresh }) })
  show(ctx, { matched, plan, options, operationId, fresh: fresh?.length })
  const waiting = options.dryRun ? plan.review.length : countWaitingPairs(book).review
  ctx.finish(waiting > 0 ? 'waiting' : 'done')
}

/** @throws {KehuError} `dedupe-never-run` */
function touchedParties(book: Book, since: number | true): number[] {
  const from = since === true ? operationAfterRun(book) : since
  if (from === null || latestModel(book) === undefined) throw new KehuError('usage', 'dedupe-never-run', {})
  return partiesTouchedSince(book, from)
}

/** What people said and fixed, and for a run over new customers only the model and the pairs of the run before. */
function optionsFor(book: Book, read: BookTable, fresh: readonly number[] | undefined, relearn: boolean): MatchOptions {
  const recordOf = new Map(Array.from(read.ids, (id, record) => [id, record]))
  const answers = listAnswered(book).map(({ weight, verdict }) => ({ weight, same: verdict === 'same' }))
  const told = { decisions: decisionsFor(book, recordOf), answers }
  const model = modelFor(book, read.ids.length, { fresh: fresh !== undefined, relearn })
  if (fresh === undefined) return model === undefined ? told : { ...told, model }
  const marks = new Uint8Array(read.ids.length)
  for (const id of fresh) if (recordOf.has(id)) marks[recordOf.get(id)!] = 1
  const waiting = listWaitingPairs(book, 'review').filter(({ a, b }) => recordOf.has(a) && recordOf.has(b))
  const known = {
    a: waiting.map(({ a }) => recordOf.get(a)!),
    b: waiting.map(({ b }) => recordOf.get(b)!),
  }
  return { ...told, model: model!, fresh: marks, known }
}

/** A table that grew or shrank by more than this is learned from anew. */
const muchChanged = 0.2

/**
 * The model that is set, else that of the last run while the book has not changed much: once the doubles are merged there is
 * little left to learn from. Undefined where a run is to learn its own.
 */
function modelFor(
  book: Book,
  records: number,
  { fresh, relearn }: { readonly fresh: boolean; readonly relearn: boolean },
): MatchModel | undefined {
  const pinned = pinnedModel(book) as MatchModel | undefined
  if (pinned !== undefined) return pinned
  const latest = latestModel(book) as MatchModel | undefined
  if (latest === undefined || relearn) return undefined
  const isNear = Math.abs(records - latest.records) <= muchChanged * latest.records
  return fresh || isNear ? latest : undefined
}

/** People's answers, by record of the table. */
function decisionsFor(book: Book, recordOf: ReadonlyMap<number, number>): MatchDecision[] {
  return listDecisions(book).flatMap(({ a, b, verdict }) => {
    const [x, y] = [recordOf.get(a), recordOf.get(b)]
    return x === undefined || y === undefined || x === y ? [] : [{ a: x, b: y, verdict }]
  })
}

interface ToSave {
  readonly plan: DedupePlan
  readonly matched: MatchedTable
  readonly parties: number
  readonly fresh?: readonly number[]
}

/** All of it in one transaction: the run, the pairs to review, the automatic merges. */
function save(ctx: Context, book: Book, { plan, matched, parties, fresh }: ToSave): number {
  const at = ctx.now()
  const { model, stats } = matched.result
  return inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'dedupe', command: ctx.commandLine, staff: ctx.staff, at })
    const pairs = storedPairs(matched, plan)
    saveMatchRun(book, operation, { at, model, stats, parties, pairs, ...(fresh === undefined ? {} : { fresh }) })
    for (const { ids, pairs: why } of plan.merges) {
      const weight = why.length === 0 ? null : why.at(-1)!.weight
      applyMerge(
        book,
        operation,
        mergeOrder(book, ids, { band: 'auto', weight, evidence: mergeEvidence(matched, why) }),
      )
    }
    operation.finish(ctx.now(), {
      merged: absorbedBy(plan),
      clusters: plan.merges.length,
      review: plan.review.length,
      related: plan.related.length,
    })
    return operation.id
  })
}

const absorbedBy = ({ merges }: DedupePlan): number => merges.reduce((sum, { ids }) => sum + ids.length - 1, 0)

function storedPairs(matched: MatchedTable, plan: DedupePlan): StoredPair[] {
  return [
    ...plan.review.map(({ records, ...pair }) => ({
      ...pair,
      band: 'review' as const,
      evidence: pairEvidence(matched, records),
    })),
    ...plan.related.map(({ records: _, relation, ...pair }) => ({
      ...pair,
      band: 'related' as const,
      evidence: { relation },
    })),
  ]
}

interface Shown {
  readonly matched: MatchedTable
  readonly plan: DedupePlan
  readonly options: DedupeOptions
  readonly operationId: number | undefined
  /** How many customers were looked at, where not all were. */
  readonly fresh: number | undefined
}

function shownValue(ctx: Context, { matched: { result, budget }, plan, options, operationId, fresh }: Shown): unknown {
  const { stats } = result
  return {
    records: stats.records,
    ...(fresh === undefined ? {} : { compared: fresh }),
    budget,
    pairs: stats.pairs,
    merged: absorbedBy(plan),
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
}

function wordsOf(ctx: Context, { matched: { result }, plan, options, fresh }: Shown): string {
  const { say } = ctx
  const { stats } = result
  return [
    fresh === undefined
      ? say('dedupe-compared', { records: stats.records, pairs: stats.pairs })
      : say('dedupe-compared-new', { fresh, records: stats.records, pairs: stats.pairs }),
    options.merge
      ? say(options.dryRun ? 'dedupe-would-merge' : 'dedupe-merged', {
          clusters: plan.merges.length,
          absorbed: absorbedBy(plan),
        })
      : say('dedupe-merges-left'),
    say('dedupe-review', { review: plan.review.length, related: plan.related.length }),
    say('dedupe-expected', {
      precision: percent(stats.expectedPrecision),
      recall: percent(stats.expectedRecall),
      answers: stats.answersTo99,
    }),
    ...(result.model.calibration === undefined ? [] : [say('dedupe-calibrated', { answers: answersIn(result) })]),
    ...stats.messages.map(ctx.tell),
    '',
  ].join('\n')
}

const answersIn = ({ model }: MatchResult): number =>
  (model.calibration ?? []).reduce((sum, { answers }) => sum + answers, 0)

function show(ctx: Context, shown: Shown): void {
  const { say } = ctx
  const {
    matched: { result },
    plan,
    options,
    operationId,
  } = shown
  showValue(ctx, shownValue(ctx, shown), () => wordsOf(ctx, shown))
  for (const hub of result.hubs.slice(0, 5))
    note(ctx, say('dedupe-hub', { value: hub.value, names: hub.names, records: hub.records }))
  if (operationId !== undefined) note(ctx, say('import-undo-hint', { id: operationId }))
  if (plan.review.length > 0 && !options.dryRun) note(ctx, say('dedupe-next'))
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
