import type { PurchaseColumns } from '../../model/analysis.ts'
import { groupOf, quantileCuts } from './quantiles.ts'

/** Ascending cut-offs: recency in days since the last purchase, frequency in days with a purchase, money in fen. */
export interface RfmCuts {
  readonly recencyDays: readonly number[]
  readonly frequency: readonly number[]
  readonly money: readonly number[]
}

export const rfmGroups = [
  'best',
  'develop',
  'keep',
  'win-back',
  'ordinary-value',
  'ordinary-develop',
  'ordinary-keep',
  'ordinary-lost',
  'none',
] as const

export interface Rfm {
  /** Scores 1..5, 5 the best; 0 without a purchase. */
  readonly recency: Uint8Array
  readonly frequency: Uint8Array
  readonly money: Uint8Array
  /** Index into `rfmGroups`. */
  readonly group: Uint8Array
  /** The cut-offs used, chosen or computed, to be printed. */
  readonly cuts: RfmCuts
  readonly chosen: boolean
  /** Mean score of the buyers: a score above it counts as high for the group. */
  readonly mean: { readonly recency: number; readonly frequency: number; readonly money: number }
  readonly buyers: number
}

/**
 * Scores every customer by how lately, how often and for how much it bought; only buyers are scored.
 *
 * Without cut-offs of the house quintiles of the buyers are taken. Equal customers always get equal scores.
 * `todayNumber` is days since 1970-01-01. The eight groups are the usual ones (high or low against the mean).
 */
export function scoreRfm(columns: PurchaseColumns, todayNumber: number, given?: RfmCuts): Rfm {
  const { count, lastOn, days, amount } = columns
  const since = new Float64Array(count)
  const often = new Float64Array(count)
  const spent = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const bought = !Number.isNaN(lastOn[i]!)
    since[i] = bought ? todayNumber - lastOn[i]! : Number.NaN
    often[i] = bought ? days[i]! : Number.NaN
    spent[i] = bought ? amount[i]! : Number.NaN
  }
  const cuts = given ?? {
    recencyDays: quantileCuts(since, 5),
    frequency: quantileCuts(often, 5),
    money: quantileCuts(spent, 5),
  }
  const best = cuts.recencyDays.length + 2
  const rfm = { recency: new Uint8Array(count), frequency: new Uint8Array(count), money: new Uint8Array(count) }
  const sum = { recency: 0, frequency: 0, money: 0 }
  let buyers = 0
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(since[i]!)) continue
    buyers++
    // Few days since are good: the groups are counted from the other end.
    sum.recency += rfm.recency[i] = best - groupOf(since[i]!, cuts.recencyDays)
    sum.frequency += rfm.frequency[i] = groupOf(often[i]!, cuts.frequency)
    sum.money += rfm.money[i] = groupOf(spent[i]!, cuts.money)
  }
  const n = Math.max(1, buyers)
  const mean = { recency: sum.recency / n, frequency: sum.frequency / n, money: sum.money / n }
  return { ...rfm, group: groupsOf(rfm, mean), cuts, chosen: given !== undefined, mean, buyers }
}

const NONE = rfmGroups.indexOf('none')

function groupsOf(scores: Pick<Rfm, 'recency' | 'frequency' | 'money'>, mean: Rfm['mean']): Uint8Array {
  const group = new Uint8Array(scores.recency.length).fill(NONE)
  for (let i = 0; i < group.length; i++) {
    if (scores.recency[i] === 0) continue
    const recent = scores.recency[i]! > mean.recency
    const often = scores.frequency[i]! > mean.frequency
    const much = scores.money[i]! > mean.money
    group[i] = (much ? 0 : 4) + (recent ? (often ? 0 : 1) : often ? 2 : 3)
  }
  return group
}

/** Customers by recency, frequency and money score: 125 counts, index `(r-1)*25 + (f-1)*5 + (m-1)`. */
export function rfmCells({ recency, frequency, money }: Pick<Rfm, 'recency' | 'frequency' | 'money'>): Uint32Array {
  const cells = new Uint32Array(125)
  for (let i = 0; i < recency.length; i++) {
    if (recency[i] !== 0) cells[(recency[i]! - 1) * 25 + (frequency[i]! - 1) * 5 + money[i]! - 1]!++
  }
  return cells
}
