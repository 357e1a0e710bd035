import type { MatchModel, MatchOptions, MatchTable } from '../../model/matching.ts'
import type { Candidates } from './candidates.ts'
import { isBarred } from './decide.ts'
import { learn } from './learn.ts'
import type { Matcher } from './matcher.ts'
import { gradesOf } from './patterns.ts'
import { mayMeet, stratumFor } from './score.ts'

const randomPairs = 400_000

/** Learns the weights from the table itself: what candidates share, against what pairs drawn at random share. */
export function train(matcher: Matcher, candidates: Candidates, table: MatchTable, options: MatchOptions): MatchModel {
  const { layout, patterns, blocks } = matcher
  const sources = options.acrossSourcesOnly === true ? table.sources : undefined
  const random = blocks === null ? null : drawRandom(matcher, sources)
  const counts = new Float64Array(patterns.count())
  for (let i = 0; i < candidates.count; i++) counts[candidates.pattern[i]!]!++
  const barred = new Uint8Array(patterns.count())
  for (let id = 0; id < barred.length; id++) barred[id] = isBarred(layout, patterns.lo(id), patterns.hi(id)) ? 1 : 0
  const told = answered(matcher, options)
  return learn(layout, patterns, {
    candidates: counts,
    random: random ?? counts,
    barred,
    ...told,
    ...sizes(matcher, sources),
  })
}

/** How many pairs of each pattern people decided. */
function answered(
  { prepared, layout, patterns }: Matcher,
  { decisions = [] }: MatchOptions,
): { same: number[]; different: number[] } {
  const same: number[] = []
  const different: number[] = []
  const words = new Int32Array(2)
  const { rank, stratum } = prepared
  for (const { a, b, verdict } of decisions) {
    const x = Math.min(rank[a]!, rank[b]!)
    const y = Math.max(rank[a]!, rank[b]!)
    if (!mayMeet(stratum, x, y)) continue
    gradesOf(layout, x, y, stratumFor(stratum, x, y), words)
    const id = patterns.id(words[0]!, words[1]!)
    const list = verdict === 'same' ? same : different
    list[id] = (list[id] ?? 0) + 1
  }
  return { same, different }
}

/** Records and possible pairs of each stratum. */
function sizes({ prepared }: Matcher, sources: ArrayLike<number> | undefined): { records: number[]; pairs: number[] } {
  const records = [0, 0]
  const bySource = [new Map<number, number>(), new Map<number, number>()]
  for (let r = 0; r < prepared.records; r++) {
    const s = (prepared.stratum[r]! & 3) === 1 ? 1 : 0
    records[s]!++
    const source = sources === undefined ? r : sources[prepared.order[r]!]!
    if (sources !== undefined) bySource[s]!.set(source, (bySource[s]!.get(source) ?? 0) + 1)
  }
  const within = bySource.map((map) => [...map.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0))
  return { records, pairs: records.map((n, s) => (n * (n - 1)) / 2 - within[s]!) }
}

/** Patterns of pairs drawn evenly from all pairs; the draw depends on nothing but the number of records. */
function drawRandom({ prepared, layout, patterns }: Matcher, sources: ArrayLike<number> | undefined): Float64Array {
  const { records, stratum, order } = prepared
  const ids = new Int32Array(randomPairs).fill(-1)
  const words = new Int32Array(2)
  let state = 12345
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * records)
  }
  for (let i = 0; i < randomPairs; i++) {
    const a = next()
    const b = next()
    if (a === b || !mayMeet(stratum, a, b)) continue
    if (sources !== undefined && sources[order[a]!] === sources[order[b]!]) continue
    gradesOf(layout, a, b, stratumFor(stratum, a, b), words)
    ids[i] = patterns.id(words[0]!, words[1]!)
  }
  const counts = new Float64Array(patterns.count())
  for (const id of ids) if (id >= 0) counts[id]!++
  return counts
}
