import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/commands/context.ts'
import { type ReviewDesk, type ReviewItem, reviewLoop } from '../../src/commands/dedupe/review-loop.ts'
import { askFrom } from '../support/ask.ts'

interface Pair extends ReviewItem {
  readonly id: number
}

/** As a book does: the next question is the first that has no answer. */
function desk(sizes: readonly number[]): ReviewDesk<Pair> & { readonly log: string[] } {
  const pairs = sizes.map((members, id): Pair => ({ id, members, screen: (split) => `${id} [${[...split]}]` }))
  const answered = new Set<Pair>()
  const log: string[] = []
  const keep = (pair: Pair, words: string): void => {
    answered.add(pair)
    log.push(`${pair.id} ${words}`)
  }
  return {
    log,
    total: sizes.length,
    next: async () => pairs.find((pair) => !answered.has(pair)) ?? null,
    decide: async (pair, verdict, split) => keep(pair, `${verdict}${split.length > 0 ? ` without ${split}` : ''}`),
    skip: async (pair) => keep(pair, 'skip'),
    undo: async (pair) => {
      log.push(`${pair.id} undo`)
      answered.delete(pair)
    },
  }
}

const context = (keys: readonly string[]) => {
  const ask = askFrom(keys)
  return { ctx: { ask, tell: ({ code }: { code: string }) => code } as unknown as Context, ask }
}

describe('a review', () => {
  it.each<[string, number[], string[], string[]]>([
    ['keeps each answer at once', [2, 2, 2], ['y', 'n', 'r'], ['0 same', '1 different', '2 related']],
    ['can be left at any key', [2, 2, 2], ['y', 'q'], ['0 same']],
    ['skips', [2, 2], ['s', 'y'], ['0 skip', '1 same']],
    ['takes back and asks again', [2, 2], ['y', 'u', 'n', 'y'], ['0 same', '0 undo', '0 different', '1 same']],
    ['has nothing to undo at its start', [2], ['u', 'y'], ['0 same']],
    ['splits a cluster by digits', [4], ['2', '4', 'y'], ['0 same without 2,4']],
    ['takes a digit back', [3], ['2', '3', '2', 'return'], ['0 same without 3']],
    ['never splits all of a cluster', [3], ['1', '2', '3', 'return'], ['0 same without 1,2']],
  ])('%s', async (_name, sizes, keys, log) => {
    const { ctx } = context(keys)
    const table = desk(sizes)
    await reviewLoop(ctx, table)
    expect(table.log).toEqual(log)
  })

  it('counts what was decided and what was put off', async () => {
    const { ctx } = context(['y', 's', 'n', 'q'])
    expect(await reviewLoop(ctx, desk([2, 2, 2, 2]))).toEqual({ decided: 2, skipped: 1, left: true })
  })
})
