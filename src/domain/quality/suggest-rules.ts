import type { CheckRule } from '../../model/checks.ts'
import type { FieldProfile } from './profile.ts'

/** Below so many values a habit is no rule. */
const leastValues = 50

/**
 * Rules that the data already keep to, to be read and taken over by a person.
 *
 * Required where at least 98 % have a value; a list where few values cover all but 1 %; a range for numbers and days.
 */
export function suggestRules(profiles: readonly FieldProfile[]): CheckRule[] {
  return profiles.flatMap((profile) => {
    if (profile.present < leastValues) return []
    const { field } = profile
    const id = field.replaceAll('_', '-')
    // An array of its own for each: written out, a shared one would be a reference.
    const base = () => ({ severity: 'warn', fields: [field] }) as const
    const rules: CheckRule[] = []
    if (profile.present >= profile.parties * 0.98) {
      rules.push({ ...base(), id: `${id}-required`, class: 'incomplete', test: 'required', anyOf: [field] })
    }
    const values = usualValues(profile)
    if (values !== null) rules.push({ ...base(), id: `${id}-list`, class: 'wrong', test: 'choice', field, values })
    else if (profile.range !== undefined) {
      rules.push({
        ...base(),
        id: `${id}-range`,
        class: 'wrong',
        test: 'range',
        field,
        min: profile.range.min,
        // Days go on: what has come in until now says nothing about tomorrow.
        max: profile.range.of === 'day' ? 'today' : profile.range.max,
      })
    }
    return rules
  })
}

/** The values that count as the list: up to 20, each on five rows at least, together on 99 % of them. */
function usualValues({ most, present, distinct, range }: FieldProfile): string[] | null {
  if (distinct > 40 || range?.of === 'day') return null
  const frequent = most.filter(({ count }) => count >= 5)
  const covered = frequent.reduce((sum, { count }) => sum + count, 0)
  return frequent.length <= 20 && covered >= present * 0.99 ? frequent.map(({ value }) => value) : null
}
