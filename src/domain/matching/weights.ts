import type { MatchModel, ModelComparison, ModelStratum } from '../../model/matching.ts'
import type { Centibits } from '../../model/units.ts'
import { type Slot, strangers } from './comparer.ts'
import { type Layout, strata } from './patterns.ts'

/** Shares of the grades among matches and among strangers, by slot and grade; grade 0 is unused. */
export interface Shares {
  readonly m: number[][]
  readonly u: number[][]
  lambda: number
}

const floor = 1e-4

/** The shipped weights, for a book that was never searched for duplicates. */
export function shippedModel(layout: Layout, records: number): MatchModel {
  const lambda = Math.min(0.1, 0.6 / Math.max(records, 1))
  const of = (s: number): ModelStratum =>
    toModel(
      layout,
      s,
      {
        m: layout.slots.map((slot) => [0, ...slot.m]),
        u: layout.slots.map((slot) =>
          [0, ...strangers(slot)].map((share, i) =>
            i === slot.levels.length ? Math.min(share, shippedChance) : share,
          ),
        ),
        lambda,
      },
      layout.slots.map(() => false),
    )
  return { version: 1, records, strata: [of(0), of(1)] }
}

/** What chance makes of equal values in a book of usual size, where nothing was counted. */
const shippedChance = 0.002

/** Keeps a share off the ends, where a single mistake would decide everything. */
export const clamp = (share: number): number => Math.min(0.9999, Math.max(floor, share))

/** A stratum's shares as its part of a model. */
export function toModel(layout: Layout, s: number, shares: Shares, reliable: readonly boolean[]): ModelStratum {
  return {
    stratum: strata[s]!,
    lambda: shares.lambda,
    prior: centibits(shares.lambda / (1 - shares.lambda)),
    comparisons: layout.slots.map((slot, k): ModelComparison => {
      const weights = levelWeights(slot, shares.m[k]!.slice(1), shares.u[k]!.slice(1))
      const levels = slot.levels.map((level, i) => ({
        level,
        m: round(shares.m[k]![i + 1]!),
        u: round(shares.u[k]![i + 1]!),
        weight: weights[i]!,
      }))
      return { key: slot.key, evidence: slot.evidence, levels, reliable: reliable[k]! }
    }),
  }
}

/** A value that many names share is next to no evidence, however often matching records share it. */
const hubWeight: Centibits = 150

/** Two different numbers of one sort speak against, more than learning from doubles that share them shows. */
const otherIdWeight: Centibits = -800

/** Weights of the levels of a comparison from their shares, worst level first; they never fall as the level gets better. */
export function levelWeights(
  { levels, evidence }: Pick<Slot, 'levels' | 'evidence'>,
  m: readonly number[],
  u: readonly number[],
): Centibits[] {
  const exclusive = evidence === 'id'
  const raw = levels.map((_, i) => centibits(clamp(m[i]!) / Math.max(u[i]!, 1e-7)))
  const masses = levels.map((_, i) => m[i]! + u[i]!)
  return monotone(raw, masses).map((weight, i) => {
    if (levels[i] === 'shared-by-many') return Math.min(weight, hubWeight)
    return exclusive && i === 0 ? Math.min(weight, otherIdWeight) : weight
  })
}

/** Weights never fall as the grade gets better: a dip takes the mean of its neighbours. */
function monotone(weights: readonly number[], masses: readonly number[]): Centibits[] {
  const groups: { sum: number; mass: number; size: number }[] = []
  weights.forEach((weight, i) => {
    groups.push({ sum: weight * masses[i]!, mass: masses[i]!, size: 1 })
    while (groups.length > 1) {
      const last = groups.at(-1)!
      const before = groups.at(-2)!
      if (before.sum / before.mass <= last.sum / last.mass) break
      groups.splice(-2, 2, { sum: before.sum + last.sum, mass: before.mass + last.mass, size: before.size + last.size })
    }
  })
  return groups.flatMap(({ sum, mass, size }) => new Array<number>(size).fill(Math.round(sum / mass)))
}

const centibits = (ratio: number): Centibits => Math.round(100 * Math.log2(ratio))
const round = (share: number): number => Number(share.toPrecision(4))
