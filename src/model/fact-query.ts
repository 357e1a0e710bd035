import type { FieldDef } from './dictionary.ts'
import type { PartialDate } from './intake.ts'
import type { IsoDate, IsoInstant } from './units.ts'

/** A period as the store asks for it: civil days for what has a day, instants of the same midnights for what has a clock. */
export interface Span {
  readonly name: string
  /** First day in it, and first day after it. */
  readonly from: IsoDate
  readonly to: IsoDate
  /** `startOfDay` of both in the book's time zone. */
  readonly fromAt: IsoInstant
  readonly toAt: IsoInstant
}

/** Which customers a report speaks of; nothing told is everyone. */
export interface CustomerFilter {
  readonly owner?: string
  /** Region of the card, or the beginning of a province, city or district. */
  readonly region?: string
  readonly tier?: string
  /** 客户来源 as the card says it, or the name of the source it was imported from. */
  readonly source?: string
  /** Key or title of a saved segment: its members as they are now. */
  readonly segment?: string
  /** Code of the one customer that is meant. */
  readonly customer?: string
}

/** Days between verifications of a scope; `orgsOnly` where it doesn't concern people. */
export type VerifyIntervals = Readonly<
  Record<
    string,
    { readonly every: number; readonly tiers?: Readonly<Record<string, number>>; readonly orgsOnly?: boolean }
  >
>

/** What every fact set may ask of. */
export interface FactQuery {
  readonly today: IsoDate
  /** Null for lists of everything. */
  readonly period: Span | null
  /** The period before; null where there is none. */
  readonly before: Span | null
  readonly yearAgo: Span | null
  /** Earlier periods, oldest first; the last is `before`. */
  readonly history: readonly Span[]
  /** Days after the period whose birthdays and dates are told. */
  readonly coming: Span | null
  readonly filter: CustomerFilter
  /** Party ids the filter's segment holds now; without it the segment is not asked about. */
  readonly members?: readonly number[]
  /** Most lines of a list. */
  readonly limit: number
  /** Levels of the primary scheme, best first; empty: letters in their order. */
  readonly levels: readonly string[]
  /** The primary scheme; null: that of the last run. */
  readonly scheme: string | null
  readonly fields: readonly FieldDef[]
  /** Days between verifications by scope, and by tier where it says so; without it nothing is told of what is due. */
  readonly verify?: VerifyIntervals
  /** Civil days of a year on which a lunar day falls. */
  readonly solarOf: (partial: PartialDate, year: number) => readonly IsoDate[]
  /** Civil day of an instant in the book's time zone. */
  readonly dayOf: (at: IsoInstant) => IsoDate
  /** Label and choices of a field in the reader's language; the key and '' where not told. */
  readonly words?: (field: FieldDef) => { readonly label: string; readonly choices: string; readonly purpose: string }
}
