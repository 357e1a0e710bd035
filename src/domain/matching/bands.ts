import type { MatchModel } from '../../model/matching.ts'
import type { Centibits } from '../../model/units.ts'
import { chanceOf, weightOfChance } from './calibrate.ts'
import type { Candidates } from './candidates.ts'
import { autoEvidence, conflictsOf, evidenceOf, isThin, nameIsFirm, onlyDated } from './decide.ts'
import type { Matcher } from './matcher.ts'
import { patternOf, patternWeight, slotRarity, slotWeights, type Weights } from './score.ts'

/** Weights whose probability is a tenth: below them nothing is shown. */
export const reviewFloor: Centibits = -317
/** Least weight of an automatic decision. */
const autoLeast: Centibits = 500
/** The same where only name and birth date agree. */
const autoDated: Centibits = 1000
const autoError = 0.005

/** Least weight that is shown to a person, as far as answers have shown what a weight is worth. */
export const floorOf = (model: MatchModel): Centibits =>
  model.calibration === undefined ? reviewFloor : weightOfChance(model, 0.1, lowestFloor)

const lowestFloor: Centibits = -600

/** Pairs above the review floor, with their weights. */
export interface Scored {
  readonly count: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly weight: Int32Array
  readonly pattern: Int32Array
}

/** Most that rarity can add to a pattern. */
const rarityRoom = 2100

/** Weighs all candidates and keeps those above the floor. */
export function scoreCandidates(
  { layout, patterns }: Matcher,
  weights: Weights,
  candidates: Candidates,
  floor: Centibits,
): Scored {
  const n = patterns.count()
  const base = new Int32Array(n)
  const skip = new Int32Array(n)
  const spare = new Int32Array(layout.slots.length)
  for (let id = 0; id < n; id++) {
    const lo = patterns.lo(id)
    const hi = patterns.hi(id)
    base[id] = patternWeight(layout, weights, lo, hi)
    // What does not count has no rarity either
    skip[id] = isThin(layout, lo, hi) ? -1 : slotWeights(layout, weights, lo, hi, spare)
  }
  const keep: number[] = []
  const kept: number[] = []
  for (let i = 0; i < candidates.count; i++) {
    const id = candidates.pattern[i]!
    if (base[id]! < floor - rarityRoom) continue
    let weight = base[id]!
    const pattern = patternOf(patterns, id)
    for (let slot = 0; slot < layout.slots.length; slot++)
      if (((skip[id]! >>> slot) & 1) === 0)
        weight += slotRarity(layout, weights, pattern, slot, candidates.a[i]!, candidates.b[i]!)
    if (weight < floor) continue
    keep.push(i)
    kept.push(weight)
  }
  return {
    count: keep.length,
    a: Int32Array.from(keep, (i) => candidates.a[i]!),
    b: Int32Array.from(keep, (i) => candidates.b[i]!),
    weight: Int32Array.from(kept),
    pattern: Int32Array.from(keep, (i) => candidates.pattern[i]!),
  }
}

export interface AutoChoice {
  readonly chosen: Scored
  readonly expectedError: number
}

/**
 * Pairs that may be joined without asking: two kinds of evidence, a firm name or a number among them, no conflict, and an
 * expected error of the whole band below half a percent.
 */
export function autoPairs({ layout, patterns }: Matcher, scored: Scored, model: MatchModel): AutoChoice {
  const least = Array.from({ length: patterns.count() }, (_, id) => leastFor(layout, patternOf(patterns, id)))
  const able: number[] = []
  for (let i = 0; i < scored.count; i++) if (scored.weight[i]! >= least[scored.pattern[i]!]!) able.push(i)
  able.sort((x, y) => scored.weight[y]! - scored.weight[x]!)
  let error = 0
  let taken = 0
  for (const i of able) {
    const wrong = 1 - chanceOf(model, scored.weight[i]!)
    if ((error + wrong) / (taken + 1) > autoError) break
    error += wrong
    taken++
  }
  const chosen = able.slice(0, taken).sort((x, y) => x - y)
  return { chosen: select(scored, chosen), expectedError: taken === 0 ? 0 : error / taken }
}

/** Weight from which a pattern may be decided without asking; never, where there is too little or something against it. */
export function leastFor(
  layout: Matcher['layout'],
  { lo, hi }: { readonly lo: number; readonly hi: number },
): Centibits {
  const firm = nameIsFirm(layout, lo, hi) || evidenceOf(layout, lo, hi).includes('id')
  if (!firm || autoEvidence(layout, lo, hi) < 2 || conflictsOf(layout, lo, hi).length > 0)
    return Number.POSITIVE_INFINITY
  return onlyDated(layout, lo, hi) ? autoDated : autoLeast
}

function select(pairs: Scored, chosen: readonly number[]): Scored {
  const pick = (values: Int32Array): Int32Array => Int32Array.from(chosen, (i) => values[i]!)
  return {
    count: chosen.length,
    a: pick(pairs.a),
    b: pick(pairs.b),
    weight: pick(pairs.weight),
    pattern: pick(pairs.pattern),
  }
}
