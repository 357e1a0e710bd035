import { beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/domain/matching/evaluate.ts'
import { explainPair } from '../../../src/domain/matching/explain.ts'
import { matchRecords } from '../../../src/domain/matching/match.ts'
import type { MatchResult } from '../../../src/model/matching.ts'
import { generated, groupsOf, reordered, type Sample } from './sample.ts'

let sample: Sample
let result: MatchResult

beforeAll(() => {
  sample = generated('--rows', '3000', '--hubs', 'heavy')
  result = matchRecords(sample.table)
}, 60_000)

/** A fixed shuffle. */
function shuffled(size: number, seed: number): number[] {
  const order = Array.from({ length: size }, (_, i) => i)
  let state = seed
  for (let i = size - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const j = Math.floor((state / 4294967296) * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

describe('matching records of the generator', () => {
  it('finds most doubles and joins few that are not', () => {
    const { pairs } = evaluate(result.clusters, sample.truth)
    expect(pairs.precision).toBeGreaterThan(0.93)
    expect(pairs.recall).toBeGreaterThan(0.88)
  })

  it('joins nobody of a family, twins, namesakes, branches or sister firms without asking', () => {
    const auto = evaluate(result.autoClusters, sample.truth)
    expect(auto.pairs.found - auto.pairs.right).toBe(0)
    expect(auto.pairs.recall).toBeGreaterThan(0.5)
  })

  it('says that households, sister firms and shops with their owners are related', () => {
    const kinds = new Set(result.related.map((pair) => pair.relation))
    expect([...kinds]).toEqual(expect.arrayContaining(['household', 'sister-firm', 'owner-shop']))
    const wrong = result.related.filter(({ a, b }) => sample.truth[a] === sample.truth[b])
    expect(wrong.length).toBeLessThan(result.related.length * 0.05)
  })

  it.each([1, 2])('gives the same groups in any order (%i)', (seed) => {
    const order = shuffled(sample.table.size, seed)
    const again = matchRecords(reordered(sample.table, order))
    expect(groupsOf(again.clusters, (place) => order[place]!)).toEqual(groupsOf(result.clusters))
    expect(groupsOf(again.autoClusters, (place) => order[place]!)).toEqual(groupsOf(result.autoClusters))
    expect(again.model).toEqual(result.model)
  })

  it('gives the same groups when only new records are compared, and the old pairs are known', () => {
    const { model } = result
    const fresh = Array.from({ length: sample.table.size }, (_, row) => (row % 5 === 0 ? 1 : 0))
    const old = [...fresh.keys()].filter((row) => fresh[row] === 0)
    const before = matchRecords(reordered(sample.table, old), { model })
    const { a, b, count } = before.edges
    const known = {
      a: Array.from(a.subarray(0, count), (row) => old[row]!),
      b: Array.from(b.subarray(0, count), (row) => old[row]!),
    }
    const whole = matchRecords(sample.table, { model })
    const increment = matchRecords(sample.table, { model, fresh, known })
    expect(groupsOf(increment.clusters)).toEqual(groupsOf(whole.clusters))
    expect(increment.stats.pairs).toBeLessThan(whole.stats.pairs)
  })

  it('holds to what people said, for good', () => {
    const [first] = groupsOf(result.clusters)
    const [a, b] = first!.split(' ').map(Number) as [number, number]
    const strangers = [...sample.truth.keys()].filter((row) => sample.truth[row] !== sample.truth[a]).slice(0, 1)
    const told = matchRecords(sample.table, {
      model: result.model,
      decisions: [
        { a, b, verdict: 'different' },
        { a, b: strangers[0]!, verdict: 'same' },
      ],
    })
    expect(told.clusters[a]).not.toBe(told.clusters[b])
    expect(told.autoClusters[a]).not.toBe(told.autoClusters[b])
    expect(told.clusters[a]).toBe(told.clusters[strangers[0]!])
  })

  it('explains a pair by the same sum that decides it', () => {
    const at = result.edges.weight.indexOf(Math.max(...result.edges.weight))
    const said = explainPair(sample.table, result.model, result.edges.a[at]!, result.edges.b[at]!)
    const sum = said.comparisons.reduce((total, part) => total + part.weight + part.rarity, said.prior)
    expect(said.weight).toBe(result.edges.weight[at])
    expect(sum).toBe(said.weight)
    expect(said.rules.length).toBeGreaterThan(0)
  })

  it('lists what many names share, and says how sure it is', () => {
    expect(result.hubs.length).toBeGreaterThan(0)
    for (const hub of result.hubs) expect(hub.names).toBeGreaterThanOrEqual(6)
    const { pairs } = evaluate(result.clusters, sample.truth)
    expect(Math.abs(result.stats.expectedPrecision - pairs.precision)).toBeLessThan(0.05)
  })
})

describe('answers of people', () => {
  it('change the weights when they are learned from, and only then', () => {
    const { model, edges } = result
    const review = [...Array(edges.count).keys()].filter((i) => edges.weight[i]! < 600).slice(0, 40)
    const decisions = review.map((i) => ({ a: edges.a[i]!, b: edges.b[i]!, verdict: 'different' as const }))
    expect(matchRecords(sample.table, { decisions }).model).not.toEqual(model)
    expect(matchRecords(sample.table, { decisions, model }).model).toEqual(model)
    expect(matchRecords(sample.table, {}).model).toEqual(model)
  })
})
