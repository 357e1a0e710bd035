import { codeOf } from '../../model/party-code.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { survivorOf } from '../../store/customer-file.ts'
import { type Operation, startOperation } from '../../store/journal.ts'
import { saveDecision } from '../../store/matching/decisions.ts'
import { applyMerge } from '../../store/matching/merge.ts'
import { followMerge, settlePair, type WaitingPair } from '../../store/matching/proposals.ts'
import type { Context } from '../context.ts'
import { mergeOrder } from './merge-order.ts'
import type { ReviewVerdict } from './review-loop.ts'

export type AskedPair = Pick<WaitingPair, 'a' | 'b' | 'weight' | 'evidence'>

/** Several records of perhaps one customer, with the pairs that wait among them. */
export interface AskedCluster {
  /** Party ids, ascending. */
  readonly members: readonly number[]
  readonly pairs: readonly AskedPair[]
}

/** Does what is to be done in one operation, which undo takes back; a dry run does the same and rolls it back. Returns the operation's id. */
export function inReview(
  ctx: Context,
  book: Book,
  work: (operation: Operation) => Record<string, unknown>,
  dryRun = false,
): number {
  const rollBack = new Error('dry run')
  let id = 0
  try {
    inTransaction(book, () => {
      const start = { kind: 'review', command: ctx.commandLine, staff: ctx.staff, at: ctx.now() }
      const operation = startOperation(book, start)
      id = operation.id
      operation.finish(ctx.now(), work(operation))
      if (dryRun) throw rollBack
    })
  } catch (error) {
    if (error !== rollBack) throw error
  }
  return id
}

/** Saves an answer for good: same merges, related becomes a relation, different is never asked again. */
export function decidePair(
  ctx: Context,
  book: Book,
  operation: Operation,
  { a, b, ...why }: AskedPair,
  verdict: ReviewVerdict,
): void {
  const [x, y] = [alive(book, a), alive(book, b)]
  if (x === y) return
  saveDecision(book, operation, { a: x, b: y, verdict, staff: ctx.staff, at: ctx.now() })
  settlePair(book, operation, { a: x, b: y }, verdict)
  if (verdict === 'related') operation.insert('relation', { from_id: x, to_id: y, type: 'other' })
  if (verdict === 'same') join(book, operation, [x, y], why)
}

/**
 * Saves the answer on a whole cluster; `split` are places (from 1) of members that are somebody else.
 *
 * With "same" the rest becomes one, and those taken out are remembered as different from it; among themselves they stay open.
 */
export function decideCluster(
  ctx: Context,
  book: Book,
  { members, pairs }: AskedCluster,
  { verdict, split }: { readonly verdict: ReviewVerdict; readonly split: readonly number[] },
): number {
  return inReview(ctx, book, (operation) => {
    if (verdict !== 'same') for (const pair of pairs) decidePair(ctx, book, operation, pair, verdict)
    else {
      const out = new Set(split.map((place) => members[place - 1]!))
      const rest = members.filter((id) => !out.has(id))
      const inside = pairs.filter(({ a, b }) => !out.has(a) && !out.has(b))
      const across = pairs.filter(({ a, b }) => out.has(a) !== out.has(b))
      for (const pair of across) decidePair(ctx, book, operation, pair, 'different')
      for (const { a, b } of inside) {
        saveDecision(book, operation, { a, b, verdict, staff: ctx.staff, at: ctx.now() })
        settlePair(book, operation, { a, b }, verdict)
      }
      if (rest.length > 1) join(book, operation, rest, { weight: weakest(inside), evidence: { pairs: inside } })
    }
    return { verdict, members: members.map(codeOf), split: split.length }
  })
}

function join(
  book: Book,
  operation: Operation,
  ids: readonly number[],
  why: Pick<AskedPair, 'weight' | 'evidence'>,
): void {
  const order = mergeOrder(book, ids, { band: 'review', weight: why.weight, evidence: why.evidence })
  applyMerge(book, operation, order)
  for (const id of order.absorbed) followMerge(book, operation, order.survivor, id)
}

const weakest = (pairs: readonly AskedPair[]): number =>
  pairs.reduce((least, { weight }) => Math.min(least, weight), 2000)

/** Who stands for a party now: an answer before this one may have merged it. */
const alive = (book: Book, id: number): number => survivorOf(book, id)?.id ?? id
