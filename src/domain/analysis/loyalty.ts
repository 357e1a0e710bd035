import type { PurchaseColumns } from '../../model/analysis.ts'

export interface Loyalty {
  readonly buyers: number
  /** Share of the buyers who bought on more than one day. */
  readonly repeatRate: number | null
  /** Mean days from first to last purchase of those who came back. */
  readonly tenureDays: number | null
  /** Share of the sales (fen) from those who came back. */
  readonly repeatShare: number | null
  /** Share of the buyers who introduced somebody, where introductions are known. */
  readonly referrers: number | null
}

/** Indicators of loyalty over a set of customers; null where there is nothing to divide by. */
export function loyaltyOf(
  { count, firstOn, lastOn, days, amount }: PurchaseColumns,
  introduced?: ArrayLike<number>,
): Loyalty {
  let [buyers, repeaters, tenure, sales, repeatSales, referrers] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(lastOn[i]!)) continue
    buyers++
    sales += amount[i]!
    if (introduced !== undefined && introduced[i]! > 0) referrers++
    if (days[i]! < 2) continue
    repeaters++
    tenure += lastOn[i]! - firstOn[i]!
    repeatSales += amount[i]!
  }
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
  return {
    buyers,
    repeatRate: share(repeaters, buyers),
    tenureDays: share(tenure, repeaters),
    repeatShare: share(repeatSales, sales),
    referrers: introduced === undefined ? null : share(referrers, buyers),
  }
}

export interface Satisfaction {
  readonly answers: number
  readonly mean: number | null
  /** Share of answers in the upper two fifths of the scale. */
  readonly satisfied: number | null
  /** Promoters less detractors in percent (9–10 against 0–6), on a scale to 10 only. Source: Reichheld 2003. */
  readonly promoterScore: number | null
}

/** Sums up scores of one round on a scale from 0 or 1 to `top`. */
export function satisfactionOf(scores: readonly number[], top: number): Satisfaction {
  const answers = scores.length
  if (answers === 0) return { answers, mean: null, satisfied: null, promoterScore: null }
  const promoters = scores.filter((score) => score >= 9).length
  const detractors = scores.filter((score) => score <= 6).length
  return {
    answers,
    mean: scores.reduce((sum, score) => sum + score, 0) / answers,
    satisfied: scores.filter((score) => score > top * 0.6).length / answers,
    promoterScore: top === 10 ? Math.round((100 * (promoters - detractors)) / answers) : null,
  }
}
