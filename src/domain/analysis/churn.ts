import type { PurchaseColumns } from '../../model/analysis.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Lifecycle } from './lifecycle.ts'

export interface ChurnSettings {
  /** Warn from so many rhythms of silence on. */
  readonly warnAfter: number
  /** Days without any contact that make it worse. */
  readonly silentDays: number
  readonly most: number
}

export const churnDefaults: ChurnSettings = { warnAfter: 1.5, silentDays: 90, most: 500 }

export interface ChurnWarning {
  readonly row: number
  /** How many rhythms without a purchase. */
  readonly overdue: number
  /** Fen bought so far: what is at stake. */
  readonly amount: number
  readonly reasons: readonly Reason[]
}

/** Open complaints by row, and what was bought in the last period and the one before, in fen. */
export interface ChurnSigns {
  readonly complaints?: ArrayLike<number>
  readonly thisPeriod?: Float64Array
  readonly lastPeriod?: Float64Array
}

/**
 * Customers who stay away longer than is their habit, those with most at stake first, each with its reasons.
 *
 * Everyone who ever bought is looked at, the lost too: the list is for winning back as well.
 */
export function churnWarnings(
  columns: PurchaseColumns,
  lifecycle: Lifecycle,
  todayNumber: number,
  more: { settings?: ChurnSettings; signs?: ChurnSigns } = {},
): ChurnWarning[] {
  const { settings = churnDefaults, signs = {} } = more
  const overdue: [row: number, times: number][] = []
  for (let i = 0; i < columns.count; i++) {
    const since = todayNumber - columns.lastOn[i]!
    const times = since / lifecycle.rhythm[i]!
    if (times > settings.warnAfter) overdue.push([i, times])
  }
  overdue.sort(([a], [b]) => columns.amount[b]! - columns.amount[a]! || columns.ids[a]! - columns.ids[b]!)
  return overdue.slice(0, settings.most).map(([row, times]) => ({
    row,
    overdue: times,
    amount: columns.amount[row]!,
    reasons: reasonsOf(row, columns, lifecycle, todayNumber, { settings, signs }),
  }))
}

function reasonsOf(
  row: number,
  columns: PurchaseColumns,
  { rhythm }: Lifecycle,
  today: number,
  { settings, signs }: { settings: ChurnSettings; signs: ChurnSigns },
): Reason[] {
  const since = today - columns.lastOn[row]!
  const reasons: Reason[] = [
    columns.days[row]! >= 2
      ? { code: 'churn.rhythm', params: { rhythm: Math.round(rhythm[row]!), since } }
      : { code: 'churn.once', params: { since } },
  ]
  const contact = columns.lastContactOn?.[row] ?? Number.NaN
  const silent = today - Math.max(columns.lastOn[row]!, Number.isNaN(contact) ? -Infinity : contact)
  if (silent > settings.silentDays) reasons.push({ code: 'churn.silent', params: { days: silent } })
  const [now, before] = [signs.thisPeriod?.[row], signs.lastPeriod?.[row]]
  if (now !== undefined && before !== undefined && before > 0 && now < before) {
    reasons.push({ code: 'churn.falling', params: { percent: Math.round(100 - (100 * now) / before) } })
  }
  const complaints = signs.complaints?.[row] ?? 0
  if (complaints > 0) reasons.push({ code: 'churn.complaint', params: { count: complaints } })
  return reasons
}
