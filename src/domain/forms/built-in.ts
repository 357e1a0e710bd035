import type { FormDef, Profile } from '../../model/forms.ts'
import { guestForm } from './definitions/restaurant.ts'
import { ownerForm, visitorForm } from './definitions/visitor.ts'

/** Every built-in form; the visitor form first, as it is asked for most. */
export const builtInForms: readonly FormDef[] = [visitorForm, guestForm, ownerForm]

/** A form by its key, number or Chinese name; undefined where there is none. */
export function findForm(forms: readonly FormDef[], name: string): FormDef | undefined {
  const wanted = name.trim().toLowerCase()
  return forms.find((form) => [form.key, form.number.toLowerCase(), form.zh, form.en.toLowerCase()].includes(wanted))
}

/** The forms of a profile, the one it begins with first. */
export function formsOf(forms: readonly FormDef[], profile: Profile): readonly FormDef[] {
  return forms.filter((form) => form.profiles.includes(profile))
}
