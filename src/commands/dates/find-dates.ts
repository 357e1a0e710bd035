import { addDays } from '../../domain/calendar.ts'
import { type Coming, nextOccasion } from '../../domain/occasions/coming.ts'
import type { Book } from '../../store/book.ts'
import {
  type Holder,
  habitsOf,
  holderOf,
  isGreeted,
  longestLead,
  type Remembered,
  readRemembered,
} from '../../store/occasions.ts'

/** A remembered day that comes, with whose it is. */
export interface ComingDay extends Remembered, Holder {
  readonly on: string
  readonly inDays: number
  readonly years: number | null
  readonly greeted: boolean
  readonly habits: readonly string[]
}

export interface DatesQuery {
  readonly today: string
  readonly within: number
  readonly kind?: string | undefined
  readonly owner?: string | undefined
  readonly open: boolean
  readonly limit: number
  /** Only those of these parties. */
  readonly whose?: ReadonlySet<number>
}

/** Days that come within a span, or whose lead time has begun, by day; and how many more there may be beyond `limit`. */
export function findDates(book: Book, query: DatesQuery): { readonly days: ComingDay[]; readonly more: number } {
  const { today, within, kind, owner, open, limit, whose } = query
  const most = Math.min(366, Math.max(within, longestLead(book)))
  // Many share a day: each is reckoned once.
  const known = new Map<string, Coming | null>()
  const coming: (Remembered & Coming)[] = []
  for (const one of readRemembered(book, daysFrom(today, most))) {
    if (kind !== undefined && one.kind !== kind && one.label !== kind) continue
    if (whose !== undefined && !whose.has(one.partyId)) continue
    const next = known.get(one.day) ?? (known.has(one.day) ? null : nextOccasion(one.day, today))
    known.set(one.day, next)
    if (next !== null && next.inDays <= Math.max(within, one.lead ?? 0)) coming.push({ ...one, ...next })
  }
  coming.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.partyId - b.partyId))
  const days: ComingDay[] = []
  let looked = 0
  for (const one of coming) {
    if (days.length >= limit) break
    looked++
    const holder = holderOf(book, one.partyId)
    if (holder === undefined || (owner !== undefined && holder.owner !== owner)) continue
    const greeted = isGreeted(book, one.partyId, keyOf(one), one.on)
    if (!open || !greeted) days.push({ ...one, ...holder, greeted, habits: habitsOf(book, one.partyId) })
  }
  return { days, more: coming.length - looked }
}

/** What a greeting is kept under: a kind, or the name of a day of one's own. */
export const keyOf = ({ kind, label }: Pick<Remembered, 'kind' | 'label'>): string => label ?? kind

/** `MM-DD` of a run of days; 29 February is kept on the 28th where the year has none. */
function daysFrom(today: string, count: number): string[] {
  const days = new Set<string>()
  for (let i = 0; i <= count; i++) days.add(addDays(today, i).slice(5))
  if (days.has('02-28')) days.add('02-29')
  return [...days]
}
