import type { TierScheme } from '../../model/tiers.ts'
import type { IsoDate } from '../../model/units.ts'
import { dayNumber, isoDay } from '../expressions/days.ts'

/** Days between verifications by scope (基础数据 · 资信状况 · 关键决策人 · others of the house), and by tier where it says so. */
export interface VerifyPolicy {
  readonly scopes: Readonly<
    Record<
      string,
      { readonly every: number; readonly tiers?: Readonly<Record<string, number>>; readonly orgsOnly?: boolean }
    >
  >
}

/** What holds without a policy of the house. */
export const verifyDefaults: VerifyPolicy = {
  scopes: {
    base: { every: 365 },
    credit: { every: 365, orgsOnly: true },
    decision_makers: { every: 180, orgsOnly: true },
  },
}

/** The policy with the intervals that a tier scheme gives its levels. */
export function withSchemeIntervals(policy: VerifyPolicy, scheme: TierScheme): VerifyPolicy {
  const scopes = Object.entries(policy.scopes).map(([scope, settings]) => {
    const tiers = Object.fromEntries(
      scheme.levels.flatMap(({ level, verifyEvery }) =>
        verifyEvery?.[scope] === undefined ? [] : [[level, verifyEvery[scope]]],
      ),
    )
    return [scope, { ...settings, tiers: { ...tiers, ...settings.tiers } }] as const
  })
  return { scopes: Object.fromEntries(scopes) }
}

export interface Verifiable {
  readonly id: number
  readonly kind: 'person' | 'org'
  readonly tier: string | null
  /** Day of the last confirmation or correction of the scope; null: never. */
  readonly lastOn: IsoDate | null
  readonly openedOn: IsoDate
  /** When to try again after the last time, where it came to nothing; null: it did not. */
  readonly retryOn?: IsoDate | null
  /** From a third party or bought: nothing of it has been confirmed by the customer. */
  readonly secondHand: boolean
}

export interface VerificationDue {
  readonly id: number
  readonly scope: string
  readonly dueOn: IsoDate
  /** Days past due; negative while there is time. */
  readonly overdue: number
  readonly reason: 'second-hand' | 'never' | 'interval' | 'retry'
}

/**
 * When a scope of a customer is to be verified next; null when the scope does not concern it.
 *
 * Never verified: second-hand rows at once, others one interval after they were put on the books.
 */
export function nextDue(
  customer: Verifiable,
  scope: string,
  policy: VerifyPolicy,
  today: IsoDate,
): VerificationDue | null {
  const settings = policy.scopes[scope]
  if (settings === undefined || (settings.orgsOnly === true && customer.kind !== 'org')) return null
  const every = (customer.tier === null ? undefined : settings.tiers?.[customer.tier]) ?? settings.every
  const retryOn = customer.retryOn ?? null
  if (retryOn !== null)
    return { id: customer.id, scope, dueOn: retryOn, overdue: dayNumber(today) - dayNumber(retryOn), reason: 'retry' }
  const never = customer.lastOn === null
  const atOnce = never && customer.secondHand
  const dueOn = atOnce ? customer.openedOn : isoDay(dayNumber(customer.lastOn ?? customer.openedOn) + every)
  const reason = atOnce ? 'second-hand' : never ? 'never' : 'interval'
  return { id: customer.id, scope, dueOn, overdue: dayNumber(today) - dayNumber(dueOn), reason }
}

/** Days until somebody who could not be reached is tried again. */
export const retryDays = 7

/** Day the next verification is due after one with this result: soon again where nobody was reached, else an interval on. */
export function dueAfter(
  customer: Pick<Verifiable, 'id' | 'kind' | 'tier'>,
  scope: string,
  policy: VerifyPolicy,
  { today, reached }: { readonly today: IsoDate; readonly reached: boolean },
): IsoDate | null {
  if (!reached) return isoDay(dayNumber(today) + retryDays)
  return (
    nextDue({ ...customer, lastOn: today, openedOn: today, secondHand: false }, scope, policy, today)?.dueOn ?? null
  )
}

/** What is due within so many days: second-hand rows first, then the longest overdue, then by id. */
export function dueList(
  customers: readonly Verifiable[],
  scope: string,
  policy: VerifyPolicy,
  { today, within }: { readonly today: IsoDate; readonly within: number },
): VerificationDue[] {
  const rank = ({ reason }: VerificationDue): number => (reason === 'second-hand' ? 0 : 1)
  return customers
    .map((customer) => nextDue(customer, scope, policy, today))
    .filter((due) => due !== null)
    .filter(({ overdue }) => overdue >= -within)
    .sort((a, b) => rank(a) - rank(b) || b.overdue - a.overdue || a.id - b.id)
}
