import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClusterRules, clusterRecords, components } from '../../../src/domain/matching/cluster.ts'
import { evaluate } from '../../../src/domain/matching/evaluate.ts'
import { groupsOf } from './sample.ts'

type Pair = readonly [number, number, number]

const pairsOf = (list: readonly Pair[]) => ({
  count: list.length,
  a: list.map(([a]) => a),
  b: list.map(([, b]) => b),
  weight: list.map(([, , weight]) => weight),
})
const plain: ClusterRules = { must: new Set(), cannot: new Set(), clean: null, fill: () => -500, cut: 0 }

describe('clusters', () => {
  it.each<[string, readonly Pair[], Partial<ClusterRules>, string[]]>([
    ['two that agree', [[0, 1, 800]], {}, ['0 1']],
    ['two that hardly agree', [[0, 1, -50]], {}, []],
    [
      'a chain is cut where its ends contradict',
      [
        [0, 1, 900],
        [1, 2, 400],
      ],
      { fill: () => -1500 },
      ['0 1'],
    ],
    [
      'a chain holds where nothing contradicts',
      [
        [0, 1, 900],
        [1, 2, 900],
      ],
      { fill: () => -100 },
      ['0 1 2'],
    ],
    [
      'a person said different',
      [
        [0, 1, 900],
        [1, 2, 900],
        [0, 2, 900],
      ],
      { cannot: new Set([2]) },
      ['0 1'],
    ],
    ['a person said same', [[0, 1, -300]], { must: new Set([1]) }, ['0 1']],
    [
      'a clean source has nobody twice',
      [
        [0, 1, 900],
        [0, 2, 700],
        [1, 2, 800],
      ],
      { clean: Int32Array.from([0, 1, 1]) },
      ['0 1'],
    ],
  ])('%s', (_, list, rules, wanted) => {
    expect(groupsOf(clusterRecords(3, pairsOf(list), { ...plain, ...rules }))).toEqual(wanted)
  })

  it('never joins what must stay apart', () => {
    const pair = fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: -300, max: 2000 })).filter(([a, b]) => a < b)
    fc.assert(
      fc.property(
        fc.uniqueArray(pair, { maxLength: 30, selector: ([a, b]) => a * 12 + b }),
        fc.array(
          fc.tuple(fc.nat(11), fc.nat(11)).filter(([a, b]) => a < b),
          { maxLength: 5 },
        ),
        (list, apart) => {
          const cannot = new Set(apart.map(([a, b]) => a * 12 + b))
          const clusters = clusterRecords(12, pairsOf(list), { ...plain, cannot })
          return apart.every(([a, b]) => clusters[a] !== clusters[b])
        },
      ),
    )
  })

  it('finds what hangs together', () => {
    expect(
      components(
        5,
        pairsOf([
          [0, 1, 1],
          [3, 4, 1],
          [1, 2, 1],
        ]),
      ).map(({ members }) => members.join(' ')),
    ).toEqual(['0 1 2', '3 4'])
  })
})

describe('evaluation', () => {
  it.each<[string, number[], number[], number, number, number]>([
    ['all right', [0, 0, 2, 2], [5, 5, 7, 7], 1, 1, 1],
    ['nothing found', [0, 1, 2, 3], [5, 5, 7, 7], 1, 0, 0],
    ['all in one', [0, 0, 0, 0], [5, 5, 7, 7], 2 / 6, 1, 0.5],
    ['one of two', [0, 0, 2, 3], [5, 5, 7, 7], 1, 0.5, 2 / 3],
  ])('%s', (_, found, truth, precision, recall, f1) => {
    const { pairs } = evaluate(found, truth)
    expect([pairs.precision, pairs.recall, pairs.f1]).toEqual([precision, recall, f1])
  })

  it('counts exact clusters, and names those split and mixed', () => {
    const judged = evaluate([0, 0, 2, 3, 4, 4], [1, 1, 2, 2, 3, 4])
    expect(judged.exact).toBe(1 / 4)
    expect(judged.split).toEqual([2])
    expect(judged.mixed).toEqual([4])
    expect(judged.bcubed.precision).toBeCloseTo(5 / 6)
  })
})
