import type { ContactDraft, FactDraft, PartyValues } from '../../model/intake.ts'
import type { RowDraft } from './row-draft.ts'

/** Values of a customer that an event's row may say: who it is stands in its reference, staff and state in the event. */
const told = [
  ...['gender', 'birth', 'age_band', 'id_number', 'short_name', 'english_name', 'title', 'department', 'occupation'],
  ...['employer', 'education', 'industry', 'legal_rep', 'website', 'acquired_from', 'level', 'region', 'opened_on'],
] as (keyof PartyValues)[]

const contactFields: Readonly<Record<ContactDraft['type'], string>> = {
  mobile: 'mobile',
  landline: 'phone',
  service: 'phone',
  intl: 'phone',
  other: 'phone',
  fax: 'fax',
  email: 'email',
  wechat: 'wechat',
  qq: 'qq',
}

const addressFields = {
  unknown: 'address',
  home: 'home_address',
  work: 'work_address',
  mailing: 'mailing_address',
  registered: 'registered_address',
} as const

/** Whatever a deal's or contact's row says beside naming its customer is kept with the deal or contact: nothing is lost. */
export function keepBeside(
  draft: RowDraft,
  phone: string | null | undefined,
  event: { facts: readonly FactDraft[] },
): void {
  const kept: FactDraft[] = [...event.facts, ...draft.facts]
  const has = new Set(kept.map(({ field }) => field))
  const keep = (field: string, value: string | undefined): void => {
    if (value === undefined || value === '' || has.has(field)) return
    has.add(field)
    kept.push({ field, value })
  }
  for (const key of told) keep(key, draft.values[key])
  for (const { type, canonical, raw } of draft.contacts)
    if (canonical === null || canonical !== phone) keep(contactFields[type], canonical ?? raw)
  for (const { use, text } of draft.places) keep(addressFields[use], text)
  for (const part of ['province', 'city', 'district', 'postcode', 'country'] as const) keep(part, draft[part])
  for (const { text } of draft.people) keep('contact_person', text)
  for (const { name, reason } of draft.aliases) keep(reason === 'nickname' ? 'wechat_nick' : 'former_name', name)
  keep('agent', draft.agent)
  for (const { heading, contacts } of draft.besides)
    keep(`extra:${heading}`, contacts.map(({ canonical, raw }) => canonical ?? raw).join('、'))
  event.facts = kept
}
