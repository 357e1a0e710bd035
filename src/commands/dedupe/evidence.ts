import { explainIn } from '../../domain/matching/explain.ts'
import type { AnsweredPair } from '../../domain/matching/learn-answers.ts'
import type { MergedPair, PlannedPair } from '../../domain/merging/plan.ts'
import type { AnsweredRow } from '../../store/matching/proposals.ts'
import type { MatchedTable } from './match-table.ts'

/** What the score of a pair was made of, as it is kept with the pair and with the merge that may follow. */
export function pairEvidence({ matcher, result }: MatchedTable, [a, b]: PlannedPair['records']) {
  const { prior, comparisons, because } = explainIn(matcher, result.model, a, b)
  const known = comparisons.filter(({ level }) => level !== null)
  return {
    prior,
    comparisons: known.map(({ key, level, weight, rarity }) => ({ key, level, weight, rarity })),
    because,
  }
}

/** Pairs of a merge that are explained one by one; of a larger group the strongest. */
const explained = 6

/** Why a group was joined without asking: its strongest pairs, each with all that spoke for it. */
export function mergeEvidence(matched: MatchedTable, pairs: readonly MergedPair[]) {
  return {
    pairs: pairs
      .slice(0, explained)
      .map(({ a, b, weight, records }) => ({ a, b, weight, ...pairEvidence(matched, records) })),
  }
}

/** An answered pair as it is learned from. Pairs of organisations are known by the comparison of their names. */
export function answeredPair({ a, b, cluster, verdict, evidence }: AnsweredRow): AnsweredPair {
  const { comparisons = [] } = evidence as { comparisons?: readonly { key: string; level: string }[] }
  const levels = Object.fromEntries(comparisons.map(({ key, level }) => [key, level]))
  return {
    stratum: 'org' in levels ? 'org' : 'person',
    same: verdict === 'same',
    levels,
    cluster: cluster < 0 ? Math.min(a, b) : cluster,
  }
}
