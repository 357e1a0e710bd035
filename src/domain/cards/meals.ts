import type { Choice } from '../../model/dictionary.ts'

/** The two meals cards go out for, with the time by which they must be with the heads of section (CRD-04). */
export const meals: readonly (Choice & { readonly by: string })[] = [
  { value: 'lunch', zh: '午餐', en: 'lunch', synonyms: ['午', '中午', '午市', '中餐'], by: '11:30' },
  { value: 'dinner', zh: '晚餐', en: 'dinner', synonyms: ['晚', '晚上', '晚市', '晚宴'], by: '17:00' },
]

/** Which meal a time belongs to; lunch until 15:00. */
export const mealAt = (time: string): string => (time < '15:00' ? 'lunch' : 'dinner')

/** By when the cards of a meal must be out, `HH:MM`. */
export const dueBy = (meal: string): string => meals.find(({ value }) => value === meal)?.by ?? '17:00'

export type CardState = 'open' | 'late' | 'out' | 'out-late' | 'back' | 'missing'

/** How a booking's card stands at a moment: not out yet, too late, out, back, or partly missing. */
export function cardState(
  booking: { readonly on: string; readonly meal: string },
  issue:
    | {
        readonly takenAt: string
        readonly adHoc: boolean
        readonly quantity: number
        readonly returned: number
        readonly closed: boolean
      }
    | undefined,
  now: { readonly day: string; readonly time: string },
): CardState {
  const by = dueBy(booking.meal)
  if (issue === undefined) {
    const isPast = booking.on < now.day || (booking.on === now.day && now.time > by)
    return isPast ? 'late' : 'open'
  }
  if (issue.returned >= issue.quantity) return 'back'
  if (issue.closed) return 'missing'
  return !issue.adHoc && issue.takenAt > by ? 'out-late' : 'out'
}
