import type { FormDef, Profile } from '../../model/forms.ts'
import { firmForm, liaisonForm, officeForm, personForm, rivalForm } from './definitions/organisation.ts'
import {
  complaintForm,
  demandForm,
  effortForm,
  informationForm,
  planForm,
  verifyForm,
  visitForm,
} from './definitions/records.ts'
import { collectForm, entryForm, intentForm, memberForm, registerForm, shopForm } from './definitions/registration.ts'
import { guestForm, tiedForm } from './definitions/restaurant.ts'
import { ownerForm, visitorForm } from './definitions/visitor.ts'

/** Every built-in form; the visitor form first, as it is asked for most. */
export const builtInForms: readonly FormDef[] = [
  visitorForm,
  guestForm,
  tiedForm,
  shopForm,
  memberForm,
  ownerForm,
  informationForm,
  collectForm,
  registerForm,
  intentForm,
  entryForm,
  liaisonForm,
  officeForm,
  planForm,
  effortForm,
  rivalForm,
  firmForm,
  personForm,
  demandForm,
  complaintForm,
  verifyForm,
  visitForm,
]

/** The form a customer is opened with, by the trade of the book. */
const firstForm: Readonly<Record<Profile, string>> = {
  restaurant: 'guest',
  realestate: 'visitor',
  'office-leasing': 'office',
  retail: 'shop',
  trade: 'firm',
  bank: 'person',
  general: 'visitor',
}

/** A form by its key, number or title; undefined where there is none. */
export function findForm(forms: readonly FormDef[], name: string): FormDef | undefined {
  const wanted = name.trim().toLowerCase()
  return forms.find((form) => [form.key, form.number.toLowerCase(), form.zh, form.en.toLowerCase()].includes(wanted))
}

/** The forms of a profile, the one customers are opened with first. */
export function formsOf(forms: readonly FormDef[], profile: Profile): readonly FormDef[] {
  const own = forms.filter((form) => form.profiles.includes(profile))
  return own.sort((a, b) => Number(b.key === firstForm[profile]) - Number(a.key === firstForm[profile]))
}
