import type { CalibrationStep, MatchModel } from '../../model/matching.ts'
import type { Centibits } from '../../model/units.ts'
import { probability } from './score.ts'

/** An answer of a person on a pair of a known weight. */
export interface WeighedAnswer {
  readonly weight: Centibits
  readonly same: boolean
}

/** With fewer answers the model's own probability stands. */
export const leastAnswers = 50

/**
 * How likely a pair of a weight is one customer, as people answered: shares that never fall as the weight grows.
 *
 * Null below 50 answers. Source: pool adjacent violators (Ayer and others 1955); each step counts one answer more, half of it
 * yes, so that ten times yes is not certainty.
 */
export function calibrate(answers: readonly WeighedAnswer[]): CalibrationStep[] | null {
  if (answers.length < leastAnswers) return null
  const sorted = [...answers].sort((x, y) => x.weight - y.weight)
  const groups: { same: number; all: number; from: number; to: number }[] = []
  for (const { weight, same } of sorted) {
    const last = groups.at(-1)
    if (last !== undefined && last.to === weight) {
      last.same += same ? 1 : 0
      last.all++
    } else groups.push({ same: same ? 1 : 0, all: 1, from: weight, to: weight })
    while (groups.length > 1 && violates(groups)) pool(groups)
  }
  while (groups.length > 1 && violates(groups)) pool(groups)
  return groups.map(({ same, all, from, to }) => ({ from, to, probability: (same + 0.5) / (all + 1), answers: all }))
}

type Groups = { same: number; all: number; from: number; to: number }[]

const violates = (groups: Groups): boolean => {
  const [before, last] = [groups.at(-2)!, groups.at(-1)!]
  return (before.same + 0.5) / (before.all + 1) >= (last.same + 0.5) / (last.all + 1)
}

function pool(groups: Groups): void {
  const [before, last] = groups.splice(-2, 2) as [Groups[number], Groups[number]]
  groups.push({ same: before.same + last.same, all: before.all + last.all, from: before.from, to: last.to })
}

/**
 * Probability that a pair of this weight is one customer: by the answers where there are enough, between two steps on a straight
 * line, beyond them never less certain than the model.
 */
export function chanceOf({ calibration }: MatchModel, weight: Centibits): number {
  if (calibration === undefined || calibration.length === 0) return probability(weight)
  const first = calibration[0]!
  const last = calibration.at(-1)!
  if (weight < first.from) return Math.min(first.probability, probability(weight))
  if (weight > last.to) return Math.max(last.probability, probability(weight))
  for (let i = 0; i < calibration.length; i++) {
    const step = calibration[i]!
    if (weight <= step.to && weight >= step.from) return step.probability
    const next = calibration[i + 1]
    if (next !== undefined && weight > step.to && weight < next.from) {
      const share = (weight - step.to) / (next.from - step.to)
      return step.probability + share * (next.probability - step.probability)
    }
  }
  return probability(weight)
}

/** The least weight whose probability reaches a share, at least `lowest`. */
export function weightOfChance(model: MatchModel, share: number, lowest: Centibits): Centibits {
  let low = lowest
  let high = 2000
  if (chanceOf(model, low) >= share) return low
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (chanceOf(model, middle) >= share) high = middle
    else low = middle + 1
  }
  return low
}
