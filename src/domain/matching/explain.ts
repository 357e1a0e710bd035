import type { ExplainedComparison, MatchModel, MatchTable, PairExplanation } from '../../model/matching.ts'
import type { Reason } from '../../model/parsed.ts'
import { floorOf, leastFor } from './bands.ts'
import { rulesOf } from './blocks.ts'
import { chanceOf } from './calibrate.ts'
import { autoEvidence, conflictsOf, evidenceOf, nameIsFirm } from './decide.ts'
import { type Matcher, makeMatcher } from './matcher.ts'
import { gradeAt, stratumOf } from './patterns.ts'
import { pairWeight, slotRarity, slotWeights, weightsOf } from './score.ts'

/** Why two rows of a table are, or are not, one customer: every comparison, what it weighs, and what stands against joining them. */
export function explainPair(table: MatchTable, model: MatchModel, a: number, b: number): PairExplanation {
  return explainIn(makeMatcher(table), model, a, b)
}

/** The same with a table that was prepared before; for many pairs. */
export function explainIn(matcher: Matcher, model: MatchModel, a: number, b: number): PairExplanation {
  const { prepared, layout, blocks } = matcher
  const weights = weightsOf(model, layout)
  const floor = floorOf(model)
  const x = prepared.rank[a]!
  const y = prepared.rank[b]!
  const { weight, lo, hi } = pairWeight(layout, weights, prepared.stratum, x, y)
  const parts = new Int32Array(layout.slots.length)
  const mask = slotWeights(layout, weights, lo, hi, parts)
  const s = stratumOf(hi)
  const comparisons = layout.slots.map((slot, k): ExplainedComparison => {
    const grade = gradeAt(layout, lo, hi, k)
    const counts = ((mask >>> k) & 1) === 0
    return {
      key: slot.key,
      evidence: slot.evidence,
      level: grade === 0 ? null : slot.levels[grade - 1]!,
      weight: parts[k]!,
      rarity: counts ? slotRarity(layout, weights, { lo, hi }, k, x, y) : 0,
    }
  })
  const evidence = evidenceOf(layout, lo, hi)
  const conflicts = conflictsOf(layout, lo, hi)
  const because: Reason[] = [...conflicts]
  if (mask !== 0) because.push({ code: 'match-shared-facts-not-counted' })
  if (autoEvidence(layout, lo, hi) < 2) because.push({ code: 'match-one-kind-of-evidence' })
  if (!nameIsFirm(layout, lo, hi) && !evidence.includes('id')) because.push({ code: 'match-name-not-firm' })
  if (weight < floor) because.push({ code: 'match-weight-low' })
  const rules = blocks === null ? ['all-pairs'] : rulesOf(blocks, x, y)
  if (rules.length === 0) because.push({ code: 'match-never-compared' })
  const auto = because.length === 0 && weight >= leastFor(layout, { lo, hi })
  return {
    a,
    b,
    weight,
    prior: weights.prior[s]!,
    probability: chanceOf(model, weight),
    band: auto ? 'auto' : weight >= floor ? 'review' : conflicts.length > 0 && mask !== 0 ? 'related' : 'no',
    comparisons,
    evidence,
    conflicts,
    because,
    rules,
  }
}
