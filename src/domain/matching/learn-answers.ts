import type { MatchModel, ModelComparison, ModelStratum, Stratum } from '../../model/matching.ts'
import { levelWeights } from './weights.ts'

/** A pair that a person answered, by the grades it was scored on. */
export interface AnsweredPair {
  readonly stratum: Stratum
  readonly same: boolean
  /** Comparison → level; missing values have none. */
  readonly levels: Readonly<Record<string, string>>
  /** Decides whether the pair is learned from or kept to judge by: the same for all pairs of one cluster. */
  readonly cluster: number
}

/** How well a model tells the answers it did not learn from. */
export interface Held {
  readonly answers: number
  /** Share told right at even odds, before and after. */
  readonly before: number
  readonly after: number
}

export interface LearnedModel {
  readonly model: MatchModel
  readonly learned: number
  readonly held: Held
}

/** How many answers the model's own shares count for. */
const strength = 20

/**
 * A model whose shares among matching pairs lean to what people called the same; every tenth cluster is kept to judge by.
 *
 * Answers come from doubtful pairs, so that nothing is learned of strangers from them.
 */
export function learnFrom(model: MatchModel, answers: readonly AnsweredPair[]): LearnedModel {
  const kept = answers.filter(({ cluster }) => cluster % 10 === 0)
  const used = answers.filter(({ cluster, same }) => cluster % 10 !== 0 && same)
  const strata = model.strata.map((stratum) =>
    relearn(
      stratum,
      used.filter((one) => one.stratum === stratum.stratum),
    ),
  )
  const after = { ...model, strata }
  return {
    model: after,
    learned: used.length,
    held: { answers: kept.length, before: rightShare(model, kept), after: rightShare(after, kept) },
  }
}

function relearn(stratum: ModelStratum, answers: readonly AnsweredPair[]): ModelStratum {
  const comparisons = stratum.comparisons.map((comparison): ModelComparison => {
    const met = answers.map(({ levels }) => levels[comparison.key]).filter((level) => level !== undefined)
    if (met.length === 0) return comparison
    const m = comparison.levels.map(
      (level) => (strength * level.m + met.filter((one) => one === level.level).length) / (strength + met.length),
    )
    const weights = levelWeights(
      { evidence: comparison.evidence, levels: comparison.levels.map(({ level }) => level) },
      m,
      comparison.levels.map(({ u }) => u),
    )
    const levels = comparison.levels.map((level, i) => ({
      ...level,
      m: Number(m[i]!.toPrecision(4)),
      weight: weights[i]!,
    }))
    return { ...comparison, levels }
  })
  return { ...stratum, comparisons }
}

/** Share of the answers a model tells right, by the grades alone. */
function rightShare(model: MatchModel, answers: readonly AnsweredPair[]): number {
  if (answers.length === 0) return 1
  const right = answers.filter((answer) => {
    const stratum = model.strata.find((one) => one.stratum === answer.stratum)
    let sum = stratum?.prior ?? 0
    for (const { key, levels } of stratum?.comparisons ?? [])
      sum += levels.find(({ level }) => level === answer.levels[key])?.weight ?? 0
    return sum > 0 === answer.same
  })
  return right.length / answers.length
}
