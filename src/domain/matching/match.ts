import type {
  EvidenceKind,
  MatchEdges,
  MatchModel,
  MatchOptions,
  MatchResult,
  MatchStats,
  MatchTable,
  Proposal,
} from '../../model/matching.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Centibits } from '../../model/units.ts'
import { type Blocks, eachPair, makeBlocks, rulesStats } from './blocks.ts'
import { clusterRecords, components, type WeightedPairs } from './cluster.ts'
import { comparersOf } from './comparers.ts'
import { conflictsOf, evidenceOf, isBarred, nameIsFirm } from './decide.ts'
import { hubsOf } from './hubs.ts'
import { learn } from './learn.ts'
import { gradesOf, type Layout, layOut, makePatternTable, type PatternTable } from './patterns.ts'
import { type Prepared, prepare } from './prepare.ts'
import { relatedPairs, sharesContact } from './related.ts'
import { blockRules, refinersOf } from './rules.ts'
import {
  mayMeet,
  pairWeight,
  patternOf,
  patternWeight,
  probability,
  rarityOf,
  stratumFor,
  type Weights,
  weightsOf,
} from './score.ts'

/** Up to this many records every pair is compared. */
const allPairsUpTo = 1500
const blockCap = 120
const randomPairs = 400_000
/** Weights whose probability is a tenth: below them nothing is shown. */
export const reviewFloor: Centibits = -317
/** Clusters are joined while they are more likely one than not. */
export const clusterCut: Centibits = 0

/** Candidate pairs with the number of their pattern. */
interface Candidates {
  count: number
  a: Int32Array
  b: Int32Array
  pattern: Int32Array
  readonly byRule: Float64Array
  /** A person and an organisation that share a number or account, two by two. */
  readonly cross: number[]
}

/** A table ready to be compared, with its layout and blocks. */
export interface Matcher {
  readonly prepared: Prepared
  readonly layout: Layout
  readonly blocks: Blocks | null
  readonly patterns: PatternTable
}

export function makeMatcher(
  table: MatchTable,
  told: (stage: string, done: number, total: number) => void = () => {},
): Matcher {
  const prepared = prepare(table)
  told('read', table.size, table.size)
  const layout = layOut(comparersOf(prepared))
  const blocks =
    prepared.records <= allPairsUpTo
      ? null
      : makeBlocks(prepared.records, blockRules(prepared), refinersOf(prepared), blockCap)
  told('blocked', table.size, table.size)
  return { prepared, layout, blocks, patterns: makePatternTable() }
}

/**
 * Finds which records are the same customer.
 *
 * The same records give the same groups in any order. All numbers in the result are rows of the table.
 */
export function matchRecords(table: MatchTable, options: MatchOptions = {}): MatchResult {
  const told = options.progress ?? (() => {})
  const matcher = makeMatcher(table, told)
  const candidates = collect(matcher, table, options)
  told('compared', candidates.count, candidates.count)
  const model = options.model ?? learnModel(matcher, candidates)
  told('learned', matcher.patterns.count(), matcher.patterns.count())
  const weights = weightsOf(model, matcher.layout)
  const scored = scoreCandidates(matcher, weights, candidates)
  told('scored', scored.count, candidates.count)
  return decide(matcher, { table, options, model, weights, scored, candidates })
}

function collect(
  { prepared, layout, blocks, patterns }: Matcher,
  table: MatchTable,
  options: MatchOptions,
): Candidates {
  const out: Candidates = {
    count: 0,
    a: new Int32Array(1 << 16),
    b: new Int32Array(1 << 16),
    pattern: new Int32Array(1 << 16),
    byRule: new Float64Array(blocks?.rules.length ?? 1),
    cross: [],
  }
  const words = new Int32Array(2)
  const { stratum, order } = prepared
  const sources = options.acrossSourcesOnly === true ? table.sources : undefined
  const { fresh } = options
  const take = (a: number, b: number, rule: number): void => {
    if (fresh !== undefined && fresh[order[a]!] === 0 && fresh[order[b]!] === 0) return
    if (!mayMeet(stratum, a, b)) {
      if (sharesContact(prepared, a, b)) out.cross.push(a, b)
      return
    }
    if (sources !== undefined && sources[order[a]!] === sources[order[b]!]) return
    gradesOf(layout, a, b, stratumFor(stratum, a, b), words)
    push(out, a, b, patterns.id(words[0]!, words[1]!))
    out.byRule[rule]!++
  }
  if (blocks === null) {
    for (let a = 0; a < prepared.records; a++) for (let b = a + 1; b < prepared.records; b++) take(a, b, 0)
  } else {
    eachPair(blocks, 0, prepared.records, new Uint32Array(prepared.records), take)
  }
  takeKnown()
  return out

  /** Pairs of an earlier run, which no new record touches: scored again, since a value may have become common. */
  function takeKnown(): void {
    const { known } = options
    if (fresh === undefined || known === undefined) return
    for (let i = 0; i < known.a.length; i++) {
      const x = prepared.rank[known.a[i]!]!
      const y = prepared.rank[known.b[i]!]!
      if (fresh[known.a[i]!] !== 0 || fresh[known.b[i]!] !== 0 || !mayMeet(stratum, x, y)) continue
      gradesOf(layout, Math.min(x, y), Math.max(x, y), stratumFor(stratum, x, y), words)
      push(out, Math.min(x, y), Math.max(x, y), patterns.id(words[0]!, words[1]!))
    }
  }
}

function push(out: Candidates, a: number, b: number, pattern: number): void {
  if (out.count === out.a.length) {
    for (const key of ['a', 'b', 'pattern'] as const) {
      const next = new Int32Array(out.count * 2)
      next.set(out[key])
      out[key] = next
    }
  }
  out.a[out.count] = a
  out.b[out.count] = b
  out.pattern[out.count++] = pattern
}

function learnModel(matcher: Matcher, candidates: Candidates): MatchModel {
  const { prepared, layout, patterns, blocks } = matcher
  const random = blocks === null ? null : drawRandom(matcher)
  const counts = new Float64Array(patterns.count())
  for (let i = 0; i < candidates.count; i++) counts[candidates.pattern[i]!]!++
  const barred = new Uint8Array(patterns.count())
  for (let id = 0; id < barred.length; id++) barred[id] = isBarred(layout, patterns.lo(id), patterns.hi(id)) ? 1 : 0
  const records = [0, 0]
  for (let r = 0; r < prepared.records; r++) records[(prepared.stratum[r]! & 3) === 1 ? 1 : 0]!++
  return learn(layout, patterns, {
    candidates: counts,
    random: random ?? counts,
    barred,
    records,
    pairs: records.map((n) => (n * (n - 1)) / 2),
  })
}

/** Patterns of pairs drawn evenly from all pairs; the draw depends on nothing but the number of records. */
function drawRandom({ prepared, layout, patterns }: Matcher): Float64Array {
  const n = prepared.records
  const ids = new Int32Array(randomPairs).fill(-1)
  const words = new Int32Array(2)
  let state = 12345
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
  for (let i = 0; i < randomPairs; i++) {
    const a = Math.floor(next() * n)
    const b = Math.floor(next() * n)
    if (a === b || !mayMeet(prepared.stratum, a, b)) continue
    gradesOf(layout, a, b, stratumFor(prepared.stratum, a, b), words)
    ids[i] = patterns.id(words[0]!, words[1]!)
  }
  const counts = new Float64Array(patterns.count())
  for (const id of ids) if (id >= 0) counts[id]!++
  return counts
}

interface Scored {
  count: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly weight: Int32Array
  readonly pattern: Int32Array
}

/** Most that rarity can add to a pattern. */
const rarityRoom = 2100

function scoreCandidates({ layout, patterns }: Matcher, weights: Weights, candidates: Candidates): Scored {
  const base = new Int32Array(patterns.count())
  for (let id = 0; id < base.length; id++) base[id] = patternWeight(layout, weights, patterns.lo(id), patterns.hi(id))
  let count = 0
  for (let i = 0; i < candidates.count; i++) if (base[candidates.pattern[i]!]! >= reviewFloor - rarityRoom) count++
  const out: Scored = {
    count: 0,
    a: new Int32Array(count),
    b: new Int32Array(count),
    weight: new Int32Array(count),
    pattern: new Int32Array(count),
  }
  for (let i = 0; i < candidates.count; i++) {
    const id = candidates.pattern[i]!
    if (base[id]! < reviewFloor - rarityRoom) continue
    const a = candidates.a[i]!
    const b = candidates.b[i]!
    const weight = base[id]! + rarityOf(layout, weights, patternOf(patterns, id), a, b)
    if (weight < reviewFloor) continue
    out.a[out.count] = a
    out.b[out.count] = b
    out.weight[out.count] = weight
    out.pattern[out.count++] = id
  }
  return out
}

interface Run {
  readonly table: MatchTable
  readonly options: MatchOptions
  readonly model: MatchModel
  readonly weights: Weights
  readonly scored: Scored
  readonly candidates: Candidates
}

function decide(matcher: Matcher, run: Run): MatchResult {
  const { prepared, layout, patterns, blocks } = matcher
  const { scored, weights, options, table, model, candidates } = run
  const n = prepared.records
  const answers = answersOf(prepared, options, n)
  const clean = cleanOf(prepared, table, options)
  const fill = (a: number, b: number): Centibits => pairWeight(layout, weights, prepared.stratum, a, b).weight
  const rules = { must: answers.must, cannot: answers.cannot, clean, fill, cut: clusterCut }
  const all = withAnswers(scored, answers.must, n)
  const clusters = clusterRecords(n, all, rules)
  const auto = autoPairs(matcher, scored)
  const barred = (a: number, b: number): boolean => {
    const { lo, hi } = pairWeight(layout, weights, prepared.stratum, a, b)
    return conflictsOf(layout, lo, hi).length > 0
  }
  const autoPart = select(scored, auto.chosen)
  const conflicting = conflictsAmong(autoPart, n, barred)
  const autoClusters = clusterRecords(n, withAnswers(autoPart, answers.must, n), {
    ...rules,
    cannot: union(answers.cannot, conflicting),
  })
  const band = new Uint8Array(scored.count)
  for (let i = 0; i < scored.count; i++) band[i] = autoClusters[scored.a[i]!] === autoClusters[scored.b[i]!] ? 2 : 1
  return {
    edges: toRows(prepared, scored, band),
    clusters: clustersToRows(prepared, clusters),
    autoClusters: clustersToRows(prepared, autoClusters),
    proposals: proposalsOf(matcher, scored, clusters, autoClusters),
    related: relatedPairs(matcher, weights, candidates, clusters),
    hubs: hubsOf(prepared),
    model,
    stats: statsOf({
      n,
      scored,
      clusters,
      auto,
      candidates,
      rules:
        blocks === null
          ? [{ rule: 'all-pairs', pairs: candidates.count, dropped: 0 }]
          : rulesStats(blocks, candidates.byRule),
      patterns: patterns.count(),
      left: layout.left,
    }),
  }
}

function answersOf(
  prepared: Prepared,
  { decisions = [] }: MatchOptions,
  n: number,
): { must: Set<number>; cannot: Set<number> } {
  const must = new Set<number>()
  const cannot = new Set<number>()
  for (const { a, b, verdict } of decisions) {
    const x = prepared.rank[a]!
    const y = prepared.rank[b]!
    ;(verdict === 'same' ? must : cannot).add(Math.min(x, y) * n + Math.max(x, y))
  }
  return { must, cannot }
}

function cleanOf(prepared: Prepared, table: MatchTable, { cleanSources }: MatchOptions): Int32Array | null {
  const { sources } = table
  if (cleanSources === undefined || sources === undefined) return null
  return Int32Array.from({ length: prepared.records }, (_, r) =>
    cleanSources.includes(sources[prepared.order[r]!]!) ? sources[prepared.order[r]!]! : -1,
  )
}

const union = (a: ReadonlySet<number>, b: ReadonlySet<number>): Set<number> => new Set([...a, ...b])

/** Pairs that a person said are the same count even where nothing else speaks for them. */
function withAnswers(pairs: Scored, must: ReadonlySet<number>, n: number): WeightedPairs {
  if (must.size === 0) return pairs
  const told = [...must]
  const count = pairs.count + told.length
  const join = (values: Int32Array, more: readonly number[]): Int32Array =>
    Int32Array.from([...values.subarray(0, pairs.count), ...more])
  return {
    count,
    a: join(
      pairs.a,
      told.map((key) => Math.floor(key / n)),
    ),
    b: join(
      pairs.b,
      told.map((key) => key % n),
    ),
    weight: join(
      pairs.weight,
      told.map(() => 2000),
    ),
  }
}

interface AutoChoice {
  readonly chosen: Uint8Array
  readonly expectedError: number
}

const autoError = 0.005
export const autoLeast: Centibits = 500

/** Pairs that may be joined without asking: two kinds of evidence, a name or number among them, no conflict, and an expected error of the whole band below half a percent. */
function autoPairs({ layout, patterns }: Matcher, scored: Scored): AutoChoice {
  const eligible = new Uint8Array(patterns.count())
  for (let id = 0; id < eligible.length; id++) {
    const { lo, hi } = patternOf(patterns, id)
    const evidence = evidenceOf(layout, lo, hi)
    const firm = nameIsFirm(layout, lo, hi) || evidence.includes('id')
    eligible[id] = firm && evidence.length >= 2 && conflictsOf(layout, lo, hi).length === 0 ? 1 : 0
  }
  const able: number[] = []
  for (let i = 0; i < scored.count; i++)
    if (eligible[scored.pattern[i]!] === 1 && scored.weight[i]! >= autoLeast) able.push(i)
  able.sort((x, y) => scored.weight[y]! - scored.weight[x]!)
  const chosen = new Uint8Array(scored.count)
  let error = 0
  let taken = 0
  for (const i of able) {
    const wrong = 1 - probability(scored.weight[i]!)
    if ((error + wrong) / (taken + 1) > autoError) break
    error += wrong
    taken++
    chosen[i] = 1
  }
  return { chosen, expectedError: taken === 0 ? 0 : error / taken }
}

function select(pairs: Scored, chosen: Uint8Array): Scored {
  const ids: number[] = []
  for (let i = 0; i < pairs.count; i++) if (chosen[i] === 1) ids.push(i)
  const pick = (values: Int32Array): Int32Array => Int32Array.from(ids, (i) => values[i]!)
  return {
    count: ids.length,
    a: pick(pairs.a),
    b: pick(pairs.b),
    weight: pick(pairs.weight),
    pattern: pick(pairs.pattern),
  }
}

/** Pairs inside automatic components whose facts exclude each other: they are kept apart, and so are their groups. */
function conflictsAmong(pairs: Scored, n: number, barred: (a: number, b: number) => boolean): Set<number> {
  const out = new Set<number>()
  for (const { members, size } of components(n, pairs)) {
    if (size < 3 || size > 300) continue
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++) if (barred(members[i]!, members[j]!)) out.add(members[i]! * n + members[j]!)
  }
  return out
}

function toRows({ order }: Prepared, scored: Scored, band: Uint8Array): MatchEdges {
  const a = new Int32Array(scored.count)
  const b = new Int32Array(scored.count)
  for (let i = 0; i < scored.count; i++) {
    const x = order[scored.a[i]!]!
    const y = order[scored.b[i]!]!
    a[i] = Math.min(x, y)
    b[i] = Math.max(x, y)
  }
  return {
    count: scored.count,
    a,
    b,
    weight: scored.weight.slice(0, scored.count),
    pattern: scored.pattern.slice(0, scored.count),
    band,
  }
}

function clustersToRows({ order }: Prepared, clusters: Int32Array): Int32Array {
  const first = new Int32Array(clusters.length).fill(-1)
  const out = new Int32Array(clusters.length)
  for (let place = 0; place < clusters.length; place++) {
    const cluster = clusters[place]!
    const row = order[place]!
    first[cluster] = first[cluster]! < 0 ? row : Math.min(first[cluster]!, row)
  }
  for (let place = 0; place < clusters.length; place++) out[order[place]!] = first[clusters[place]!]!
  return out
}

/** Clusters, and pairs near the cut that no cluster holds, each with what speaks for it. */
function proposalsOf(
  { prepared, layout, patterns }: Matcher,
  scored: Scored,
  clusters: Int32Array,
  autoClusters: Int32Array,
): Proposal[] {
  const out: Proposal[] = []
  const inside = new Map<number, number[]>()
  for (let i = 0; i < scored.count; i++) {
    const a = scored.a[i]!
    const b = scored.b[i]!
    if (clusters[a] === clusters[b]) {
      const list = inside.get(clusters[a]!)
      if (list === undefined) inside.set(clusters[a]!, [i])
      else list.push(i)
    } else out.push(proposal([a, b], [i]))
  }
  const members = new Map<number, number[]>()
  for (let r = 0; r < clusters.length; r++)
    if (inside.has(clusters[r]!)) members.set(clusters[r]!, [...(members.get(clusters[r]!) ?? []), r])
  for (const [cluster, pairs] of inside) out.push(proposal(members.get(cluster)!, pairs))
  return out.sort((x, y) => y.score - x.score || x.members[0]! - y.members[0]!)

  function proposal(places: readonly number[], pairs: readonly number[]): Proposal {
    const evidence = new Set<EvidenceKind>()
    const conflicts = new Map<string, Reason>()
    let score = Number.POSITIVE_INFINITY
    for (const i of pairs) {
      const { lo, hi } = patternOf(patterns, scored.pattern[i]!)
      for (const kind of evidenceOf(layout, lo, hi)) evidence.add(kind)
      for (const reason of conflictsOf(layout, lo, hi)) conflicts.set(reason.code, reason)
      score = Math.min(score, scored.weight[i]!)
    }
    const auto = places.every((place) => autoClusters[place] === autoClusters[places[0]!])
    const rows = places.map((place) => prepared.order[place]!).sort((x, y) => x - y)
    const density = pairs.length / ((places.length * (places.length - 1)) / 2)
    return {
      members: rows,
      band: auto ? 'auto' : 'review',
      score,
      evidence: [...evidence],
      conflicts: [...conflicts.values()],
      density,
    }
  }
}

interface Figures {
  readonly n: number
  readonly scored: Scored
  readonly clusters: Int32Array
  readonly auto: AutoChoice
  readonly candidates: Candidates
  readonly rules: MatchStats['rules']
  readonly patterns: number
  readonly left: readonly string[]
}

function statsOf({ n, scored, clusters, auto, candidates, rules, patterns, left }: Figures): MatchStats {
  let kept = 0
  let right = 0
  let lost = 0
  const doubts: number[] = []
  for (let i = 0; i < scored.count; i++) {
    const p = probability(scored.weight[i]!)
    if (clusters[scored.a[i]!] === clusters[scored.b[i]!]) {
      kept++
      right += p
      doubts.push(1 - p)
    } else lost += p
  }
  const messages: Reason[] = []
  let paired = 0
  const sizes = new Map<number, number>()
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  for (const size of sizes.values()) if (size > 1) paired += size
  if (kept === 0)
    messages.push({
      code: candidates.count === 0 ? 'match-no-pairs' : 'match-none-found',
      params: { pairs: candidates.count },
    })
  if (paired > 0.2 * n) messages.push({ code: 'match-many-found', params: { percent: Math.round((100 * paired) / n) } })
  for (const key of left) messages.push({ code: 'match-column-left', params: { column: key } })
  for (const { rule, dropped } of rules)
    if (dropped > 0) messages.push({ code: 'match-dropped', params: { rule, records: dropped } })
  return {
    records: n,
    pairs: candidates.count,
    rules,
    patterns,
    expectedPrecision: kept === 0 ? 1 : right / kept,
    expectedRecall: right + lost === 0 ? 1 : right / (right + lost),
    autoExpectedError: auto.expectedError,
    answersTo99: answersNeeded(doubts),
    messages,
  }
}

/** How many of the most doubtful pairs must be answered until the rest is expected to be right in 99 of 100. */
function answersNeeded(doubts: number[]): number {
  doubts.sort((x, y) => y - x)
  let sum = doubts.reduce((total, doubt) => total + doubt, 0)
  let answers = 0
  while (answers < doubts.length && sum > 0.01 * doubts.length) sum -= doubts[answers++]!
  return answers
}
