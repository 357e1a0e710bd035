import type { RelatedPair } from '../../model/matching.ts'
import type { Matcher } from './match.ts'
import type { Weights } from './score.ts'

interface Pairs {
  readonly count: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly pattern: Int32Array
}

/** Pairs that are not one customer but belong together: household, colleagues, branches, owner and shop. */
export function relatedPairs(
  _matcher: Matcher,
  _weights: Weights,
  _pairs: Pairs,
  _clusters: Int32Array,
): RelatedPair[] {
  return []
}
