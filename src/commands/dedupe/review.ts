import { explainIn } from '../../domain/matching/explain.ts'
import { makeMatcher } from '../../domain/matching/match.ts'
import { KehuError } from '../../model/errors.ts'
import type { MatchModel } from '../../model/matching.ts'
import { codeOf } from '../../model/party-code.ts'
import { clusterText } from '../../render/cluster.ts'
import { pairText } from '../../render/pair.ts'
import type { Book } from '../../store/book.ts'
import { latestModel, listWaitingPairs, type WaitingPair, waitingInCluster } from '../../store/matching/proposals.ts'
import { type BookTable, readMatchTable } from '../../store/matching/read-table.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { takeBack } from '../take-back.ts'
import { type AskedCluster, decideCluster, decidePair, inReview } from './answers.ts'
import { clusterView } from './cluster-view.ts'
import { pairView } from './pair-view.ts'
import { type ReviewItem, type ReviewVerdict, reviewLoop } from './review-loop.ts'

interface Asked extends ReviewItem {
  readonly cluster: AskedCluster
  readonly pairs: readonly WaitingPair[]
}

/** Records that can be told apart by one digit. */
const mostMembers = 9

/** Asks a person about the doubtful pairs and clusters, one key each; every answer is saved at once and can be taken back. */
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

/** The questions, their screens, and what an answer does to the book. */
function openDesk(ctx: Context, book: Book, blind: boolean) {
  const screens = openScreens(ctx, book, blind)
  const putOff = new Set<number>()
  const done: number[] = []
  return {
    next: async (): Promise<Asked | null> => {
      const pair = listWaitingPairs(book, 'review', putOff.size + 1).find(({ id }) => !putOff.has(id))
      return pair === undefined ? null : asked(book, pair, screens)
    },
    decide: async ({ cluster, pairs }: Asked, verdict: ReviewVerdict, split: readonly number[]): Promise<void> =>
      void done.push(
        pairs.length > 1
          ? decideCluster(ctx, book, cluster, { verdict, split })
          : inReview(ctx, book, (operation) => {
              decidePair(ctx, book, operation, pairs[0]!, verdict)
              return { verdict, a: codeOf(pairs[0]!.a), b: codeOf(pairs[0]!.b) }
            }),
      ),
    skip: async ({ pairs }: Asked): Promise<void> => {
      for (const { id } of pairs) putOff.add(id)
      done.push(0)
    },
    undo: async ({ pairs }: Asked): Promise<void> => {
      const last = done.pop()
      if (last === 0 || last === undefined) for (const { id } of pairs) putOff.delete(id)
      else takeBack(ctx, book, { id: last })
    },
  }
}

interface Screens {
  readonly pair: (pair: WaitingPair) => string
  readonly cluster: (cluster: AskedCluster, split: ReadonlySet<number>) => string
}

/** A pair, or where it is one of several of a cluster, all of them at once. */
function asked(book: Book, pair: WaitingPair, screens: Screens): Asked {
  const pairs = pair.cluster < 0 ? [pair] : waitingInCluster(book, pair.cluster)
  const members = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y)
  if (members.length === 2 || members.length > mostMembers)
    return {
      members: 2,
      pairs: [pair],
      cluster: { members: [pair.a, pair.b], pairs: [pair] },
      screen: () => screens.pair(pair),
    }
  const cluster = { members, pairs }
  return { members: members.length, pairs, cluster, screen: (split) => screens.cluster(cluster, split) }
}

function openScreens(ctx: Context, book: Book, blind: boolean): Screens {
  const model = latestModel(book) as MatchModel
  const read = readMatchTable(book)
  const matcher = makeMatcher(read.table)
  const recordOf = recordsOf(read)
  const size = { width: ctx.io.width, lang: ctx.lang }
  return {
    pair: (pair) => {
      const [x, y] = [recordOf.get(pair.a), recordOf.get(pair.b)]
      const explained = blind || x === undefined || y === undefined ? null : explainIn(matcher, model, x, y)
      return pairText(pairView(ctx, book, pair, explained), size)
    },
    cluster: (cluster, split) => clusterText(clusterView(ctx, book, cluster, blind), split, size),
  }
}

function recordsOf({ ids }: BookTable): Map<number, number> {
  return new Map(Array.from(ids, (id, record) => [id, record]))
}
