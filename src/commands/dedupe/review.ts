import { explainIn } from '../../domain/matching/explain.ts'
import { makeMatcher } from '../../domain/matching/match.ts'
import { KehuError } from '../../model/errors.ts'
import type { MatchModel } from '../../model/matching.ts'
import { codeOf } from '../../model/party-code.ts'
import { pairText } from '../../render/pair.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { applyMerge } from '../../store/matching/merge.ts'
import {
  latestModel,
  listWaitingPairs,
  saveDecision,
  settleDecided,
  type WaitingPair,
} from '../../store/matching/proposals.ts'
import { type BookTable, readMatchTable } from '../../store/matching/read-table.ts'
import { undoOperation } from '../../store/undo.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { mergeOrder } from './merge-order.ts'
import { pairView } from './pair-view.ts'
import { type ReviewItem, type ReviewVerdict, reviewLoop } from './review-loop.ts'

interface PairItem extends ReviewItem {
  readonly pair: WaitingPair
}

/** Asks a person about the doubtful pairs, one key each; every answer is saved at once and can be taken back. */
export async function runReview(ctx: Context, options: { readonly blind: boolean }): Promise<void> {
  const book = await ctx.openBook()
  const total = listWaitingPairs(book, 'review').length
  if (total === 0) {
    note(ctx, ctx.say('review-none'))
    return ctx.finish('done')
  }
  if (ctx.ask === null) throw new KehuError('usage', 'answer-needed', { flags: '--export FILE, --import FILE' })
  const desk = openDesk(ctx, book, options.blind)
  const end = await reviewLoop(ctx, { ...desk, total })
  note(ctx, ctx.say('review-end', { decided: end.decided, left: listWaitingPairs(book, 'review').length }))
  ctx.finish(end.left ? 'waiting' : 'done')
}

/** The pairs, their screens, and what an answer does to the book. */
function openDesk(ctx: Context, book: Book, blind: boolean) {
  const model = latestModel(book) as MatchModel
  const read = readMatchTable(book)
  const matcher = makeMatcher(read.table)
  const recordOf = recordsOf(read)
  const putOff = new Set<number>()
  const done: number[] = []
  const item = (pair: WaitingPair): PairItem => ({
    pair,
    members: 2,
    screen: () => {
      const [x, y] = [recordOf.get(pair.a), recordOf.get(pair.b)]
      const explained = x === undefined || y === undefined ? null : explainIn(matcher, model, x, y)
      return pairText(pairView(ctx, book, pair, blind ? null : explained), { width: ctx.io.width, lang: ctx.lang })
    },
  })
  return {
    next: async (): Promise<PairItem | null> => {
      const pair = listWaitingPairs(book, 'review', putOff.size + 1).find(({ id }) => !putOff.has(id))
      return pair === undefined ? null : item(pair)
    },
    decide: async ({ pair }: PairItem, verdict: ReviewVerdict): Promise<void> =>
      void done.push(decide(ctx, book, pair, verdict)),
    skip: async ({ pair }: PairItem): Promise<void> => {
      putOff.add(pair.id)
      done.push(0)
    },
    undo: async ({ pair }: PairItem): Promise<void> => {
      const last = done.pop()
      if (last === 0 || last === undefined) putOff.delete(pair.id)
      else takeBack(ctx, book, last)
    },
  }
}

function recordsOf({ ids }: BookTable): Map<number, number> {
  return new Map(Array.from(ids, (id, record) => [id, record]))
}

/** Saves an answer for good: same merges, related becomes a relation, different is never asked again. Returns the operation. */
export function decide(
  ctx: Context,
  book: Book,
  pair: Pick<WaitingPair, 'a' | 'b' | 'weight' | 'evidence'>,
  verdict: ReviewVerdict,
): number {
  const at = ctx.now()
  return inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'review', command: ctx.commandLine, staff: ctx.staff, at })
    saveDecision(operation, { a: pair.a, b: pair.b, verdict, staff: ctx.staff, at })
    if (verdict === 'same')
      applyMerge(
        book,
        operation,
        mergeOrder(book, [pair.a, pair.b], { band: 'review', weight: pair.weight, evidence: pair.evidence }),
      )
    if (verdict === 'related') operation.insert('relation', { from_id: pair.a, to_id: pair.b, type: 'other' })
    settleDecided(book, operation, pair, verdict)
    operation.finish(ctx.now(), { verdict, a: codeOf(pair.a), b: codeOf(pair.b) })
    return operation.id
  })
}

function takeBack(ctx: Context, book: Book, operationId: number): void {
  inTransaction(book, () => {
    const undo = startOperation(book, {
      kind: 'undo',
      command: ctx.commandLine,
      staff: ctx.staff,
      at: ctx.now(),
      undoes: operationId,
    })
    undoOperation(book, undo, operationId)
    undo.finish(ctx.now(), { undoes: operationId })
  })
}
