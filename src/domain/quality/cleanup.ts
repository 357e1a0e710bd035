import type { PartyChunk } from '../../model/checks.ts'
import type { IsoDate } from '../../model/units.ts'
import { viewOf } from '../checks/view.ts'
import { dayNumber, isoDay } from '../expressions/days.ts'

/** Why a customer stands on a clean-up list: 无效 · 不活跃 · 待补 · 过时. */
export type CleanupReason = 'invalid' | 'inactive' | 'stub' | 'outdated'

export interface CleanupSettings {
  readonly today: IsoDate
  /** Days without purchase or contact. */
  readonly inactiveDays: number
  /** Days since anything about the customer, or any of its facts, was confirmed or changed. */
  readonly outdatedDays: number
}

/**
 * Puts customers on clean-up lists; one may stand on several.
 *
 * 无效 has neither a name nor a way to be reached. 不活跃 looks at purchases and contacts (`last_deal_on`,
 * `last_contact_on`), 过时 also at `updated_on` and `confirmed_on`; a customer of whom no day is known is opened_on old.
 */
export function findCleanup(
  chunk: PartyChunk,
  settings: CleanupSettings,
  emit: (party: number, reason: CleanupReason, since: IsoDate | null) => void,
): void {
  const view = viewOf(chunk)
  const [hasName, hasContact] = [view.has('name'), view.has('contact')]
  const latestOf = (fields: readonly string[]) => {
    const columns = fields.map((field) => view.column(field)).filter((column) => column !== undefined)
    return (party: number): string | null => {
      let latest: string | null = null
      for (const column of columns) {
        const day = column[party]?.slice(0, 10) ?? null
        if (day !== null && (latest === null || day > latest)) latest = day
      }
      return latest
    }
  }
  const active = latestOf(['last_deal_on', 'last_contact_on'])
  const touched = latestOf(['last_deal_on', 'last_contact_on', 'updated_on', 'confirmed_on'])
  const before = (days: number): string => isoDay(dayNumber(settings.today) - days)
  const [inactiveBefore, outdatedBefore] = [before(settings.inactiveDays), before(settings.outdatedDays)]
  const [opened, stubs] = [view.column('opened_on'), view.column('stub')]
  for (let party = 0; party < chunk.count; party++) {
    if (chunk.isCustomer[party] !== 1) continue
    if (!hasName(party) && !hasContact(party)) emit(party, 'invalid', null)
    if (stubs?.[party] === '1') emit(party, 'stub', opened?.[party] ?? null)
    const seen = active(party) ?? opened?.[party] ?? null
    if (seen !== null && seen < inactiveBefore) emit(party, 'inactive', seen)
    const last = touched(party) ?? opened?.[party] ?? null
    if (last !== null && last < outdatedBefore) emit(party, 'outdated', last)
  }
}
