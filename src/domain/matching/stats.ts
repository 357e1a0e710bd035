import type { MatchModel, MatchStats } from '../../model/matching.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Scored } from './bands.ts'
import { chanceOf } from './calibrate.ts'

export interface Figures {
  readonly records: number
  readonly scored: Scored
  readonly model: MatchModel
  readonly clusters: Int32Array
  readonly autoExpectedError: number
  readonly pairs: number
  readonly rules: MatchStats['rules']
  readonly patterns: number
  /** Columns there was no room for. */
  readonly left: readonly string[]
}

/** More records than this share in proposals, and something is wrong with the data or the columns. */
const manyFound = 0.2

/** What a run expects of itself, and what a person must be told. */
export function statsOf({
  records,
  scored,
  model,
  clusters,
  autoExpectedError,
  pairs,
  rules,
  patterns,
  left,
}: Figures): MatchStats {
  let kept = 0
  let right = 0
  let lost = 0
  const doubts: number[] = []
  for (let i = 0; i < scored.count; i++) {
    const p = chanceOf(model, scored.weight[i]!)
    if (clusters[scored.a[i]!] === clusters[scored.b[i]!]) {
      kept++
      right += p
      doubts.push(1 - p)
    } else lost += p
  }
  const messages: Reason[] = []
  const paired = inGroups(clusters)
  if (kept === 0) messages.push({ code: pairs === 0 ? 'match-no-pairs' : 'match-none-found', params: { pairs } })
  if (paired > manyFound * records)
    messages.push({ code: 'match-many-found', params: { percent: Math.round((100 * paired) / records) } })
  messages.push(...largeClusters(clusters))
  for (const column of left) messages.push({ code: 'match-column-left', params: { column } })
  for (const { rule, dropped } of rules)
    if (dropped > 0) messages.push({ code: 'match-dropped', params: { rule, records: dropped } })
  return {
    records,
    pairs,
    rules,
    patterns,
    expectedPrecision: kept === 0 ? 1 : right / kept,
    expectedRecall: right + lost === 0 ? 1 : right / (right + lost),
    autoExpectedError,
    answersTo99: answersNeeded(doubts),
    messages,
  }
}

function sizesOf(clusters: Int32Array): number[] {
  const sizes = new Map<number, number>()
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  return [...sizes.values()].filter((size) => size > 1).sort((x, y) => x - y)
}

const inGroups = (clusters: Int32Array): number => sizesOf(clusters).reduce((sum, size) => sum + size, 0)

/** A cluster over three times the size that one in a hundred reaches is looked at as a whole. */
function largeClusters(clusters: Int32Array): Reason[] {
  const sizes = sizesOf(clusters)
  const largest = sizes.at(-1) ?? 0
  const usual = sizes[Math.floor(sizes.length * 0.99)] ?? 0
  return largest > Math.max(3 * usual, 10) ? [{ code: 'match-large-cluster', params: { records: largest } }] : []
}

/** How many of the most doubtful pairs must be answered until the rest is expected to be right in 99 of 100. */
function answersNeeded(doubts: number[]): number {
  doubts.sort((x, y) => y - x)
  let sum = doubts.reduce((total, doubt) => total + doubt, 0)
  let answers = 0
  while (answers < doubts.length && sum > 0.01 * doubts.length) sum -= doubts[answers++]!
  return answers
}
