import type { WatchPolicy } from '../../model/access.ts'
import type { IsoInstant } from '../../model/units.ts'

/** A line of the log of reads, as far as it is judged. */
export interface WatchedLook {
  readonly at: IsoInstant
  readonly staff: string
  readonly kind: string
  readonly rows: number
  readonly partyId: number | null
}

export type AnomalyKind = 'bulk-export' | 'odd-hour' | 'many-per-day' | 'many-per-hour' | 'same-customer' | 'refusals'

/** Something to ask the reader about; not a verdict. */
export interface Anomaly {
  readonly kind: AnomalyKind
  readonly staff: string
  readonly day: string
  /** How many: rows, customers, looks, refusals. */
  readonly count: number
  /** From how many on it is told; 0 for hours. */
  readonly limit: number
}

interface Tally {
  readonly customers: Set<string>
  readonly byHour: Map<string, Set<string>>
  readonly byCustomer: Map<number, number>
  refusals: number
  odd: number
}

/**
 * Finds what is unusual in the log of reads by the thresholds of the policy, day by day and reader by reader.
 *
 * `clockOf` gives the wall clock of the book (`2026-11-22 16:00`), `weekdayOf` the day of the week of its day, 1 Monday.
 */
export function findAnomalies(
  looks: Iterable<WatchedLook>,
  watch: WatchPolicy,
  { clockOf, weekdayOf }: { readonly clockOf: (at: IsoInstant) => string; readonly weekdayOf: (day: string) => number },
): Anomaly[] {
  const tallies = new Map<string, Tally>()
  const found: Anomaly[] = []
  let nameless = 0
  for (const { at, staff, kind, rows, partyId } of looks) {
    const clock = clockOf(at)
    const day = clock.slice(0, 10)
    const hour = Number(clock.slice(11, 13))
    const tally = tallyOf(tallies, `${staff}\n${day}`)
    if (kind === 'refused') {
      tally.refusals++
      continue
    }
    const isOdd = hour < watch.hours.from || hour >= watch.hours.to || !watch.weekdays.includes(weekdayOf(day))
    if (isOdd) tally.odd++
    if (kind === 'export' && rows >= watch.bulkRows)
      found.push({ kind: 'bulk-export', staff, day, count: rows, limit: watch.bulkRows })
    if (kind !== 'read' && kind !== 'lookup') continue
    // A search that names nobody counts as a look at somebody else each time.
    const whom = partyId === null ? `?${nameless++}` : String(partyId)
    tally.customers.add(whom)
    const inHour = tally.byHour.get(clock.slice(0, 13)) ?? new Set()
    tally.byHour.set(clock.slice(0, 13), inHour.add(whom))
    if (partyId !== null) tally.byCustomer.set(partyId, (tally.byCustomer.get(partyId) ?? 0) + 1)
  }
  for (const [key, tally] of tallies) found.push(...ofDay(key, tally, watch))
  return found.sort(
    (a, b) => b.day.localeCompare(a.day) || a.staff.localeCompare(b.staff) || a.kind.localeCompare(b.kind),
  )
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const found = tallies.get(key)
  if (found !== undefined) return found
  const made = { customers: new Set<string>(), byHour: new Map(), byCustomer: new Map(), refusals: 0, odd: 0 }
  tallies.set(key, made)
  return made
}

function ofDay(key: string, tally: Tally, watch: WatchPolicy): Anomaly[] {
  const [staff = '', day = ''] = key.split('\n')
  const over = (kind: AnomalyKind, count: number, limit: number): Anomaly[] =>
    count >= limit && count > 0 ? [{ kind, staff, day, count, limit }] : []
  const most = Math.max(0, ...[...tally.byHour.values()].map(({ size }) => size))
  const same = Math.max(0, ...tally.byCustomer.values())
  return [
    ...over('many-per-day', tally.customers.size, watch.readsPerDay),
    ...over('many-per-hour', most, watch.readsPerHour),
    ...over('same-customer', same, watch.sameCustomer),
    ...over('refusals', tally.refusals, watch.refusals),
    ...(tally.odd > 0 ? [{ kind: 'odd-hour' as const, staff, day, count: tally.odd, limit: 0 }] : []),
  ]
}
