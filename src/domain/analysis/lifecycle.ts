import { type PurchaseColumns, stages } from '../../model/analysis.ts'

/** Multiples of a customer's own rhythm. */
export interface LifecycleSettings {
  /** Silent for longer than so many rhythms: sleeping. */
  readonly sleepingAfter: number
  /** Silent for longer than so many rhythms: lost. */
  readonly lostAfter: number
  /** Days with a purchase from which on a customer is mature. */
  readonly matureFrom: number
  /** Days; a rhythm below it is taken as this, so that daily guests are not lost over a weekend. */
  readonly shortestRhythm: number
  /** Days; the rhythm of single buyers where nobody has bought twice. */
  readonly rhythmOfNobody: number
}

export const lifecycleDefaults: LifecycleSettings = {
  sleepingAfter: 2,
  lostAfter: 4,
  matureFrom: 4,
  shortestRhythm: 14,
  rhythmOfNobody: 180,
}

export interface Lifecycle {
  /** Index into `stages`. */
  readonly stage: Uint8Array
  /** Days between purchases: the customer's own, else the typical one; NaN without a purchase. */
  readonly rhythm: Float64Array
  /** Median of the customers' own rhythms, which stands in for those who bought once. */
  readonly typical: number
  /** Customers in each stage, in the order of `stages`. */
  readonly counts: readonly number[]
}

const [POTENTIAL, NEW, GROWING, MATURE, SLEEPING, LOST] = stages.map((_, i) => i) as [
  number,
  number,
  number,
  number,
  number,
  number,
]

/**
 * The stage of every customer by its own buying rhythm (mean days between its days of purchase).
 *
 * 潜在 never bought · 新 one day of purchase · 成长 · 成熟 from `matureFrom` days on · 沉睡 silent for more than
 * `sleepingAfter` rhythms · 流失 for more than `lostAfter`.
 */
export function lifecycleStages(
  columns: PurchaseColumns,
  todayNumber: number,
  settings: LifecycleSettings = lifecycleDefaults,
): Lifecycle {
  const { count, firstOn, lastOn, days } = columns
  const rhythm = new Float64Array(count).fill(Number.NaN)
  for (let i = 0; i < count; i++) {
    if (days[i]! >= 2) rhythm[i] = Math.max(settings.shortestRhythm, (lastOn[i]! - firstOn[i]!) / (days[i]! - 1))
  }
  const own = rhythm.filter((each) => !Number.isNaN(each)).sort()
  const typical = own.length === 0 ? settings.rhythmOfNobody : own[Math.ceil(own.length / 2) - 1]!
  const stage = new Uint8Array(count)
  const counts = new Array<number>(stages.length).fill(0)
  for (let i = 0; i < count; i++) {
    let which = POTENTIAL
    if (!Number.isNaN(lastOn[i]!)) {
      if (Number.isNaN(rhythm[i]!)) rhythm[i] = typical
      const silent = (todayNumber - lastOn[i]!) / rhythm[i]!
      if (silent > settings.lostAfter) which = LOST
      else if (silent > settings.sleepingAfter) which = SLEEPING
      else which = days[i]! >= settings.matureFrom ? MATURE : days[i]! >= 2 ? GROWING : NEW
    }
    stage[i] = which
    counts[which]!++
  }
  return { stage, rhythm, typical, counts }
}
