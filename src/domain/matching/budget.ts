import type { PairBudget } from '../../model/matching.ts'
import type { Matcher } from './matcher.ts'

/** Pairs a record may cost on average before a run is thought twice about. */
export const pairsPerRecord = 50

/**
 * What comparing will cost, counted before it begins.
 *
 * A pair that several rules bring together is counted under each, so that the sum is the most there can be.
 */
export function budgetOf({ prepared, blocks }: Matcher): PairBudget {
  const { records } = prepared
  if (blocks === null) {
    const pairs = (records * (records - 1)) / 2
    return {
      records,
      pairs,
      perRecord: perRecord(pairs, records),
      rules: [{ rule: 'all-pairs', blocks: 1, pairs, dropped: 0 }],
    }
  }
  const pairs = new Float64Array(blocks.rules.length)
  const counts = new Float64Array(blocks.rules.length)
  for (let b = 0; b < blocks.rule.length; b++) {
    const size = blocks.start[b + 1]! - blocks.start[b]!
    pairs[blocks.rule[b]!]! += (size * (size - 1)) / 2
    counts[blocks.rule[b]!]!++
  }
  const rules = blocks.rules.map((rule, i) => ({
    rule,
    blocks: counts[i]!,
    pairs: pairs[i]!,
    dropped: blocks.dropped[i]!,
  }))
  const total = pairs.reduce((sum, one) => sum + one, 0)
  return { records, pairs: total, perRecord: perRecord(total, records), rules }
}

const perRecord = (pairs: number, records: number): number =>
  records === 0 ? 0 : Math.round((10 * pairs) / records) / 10
