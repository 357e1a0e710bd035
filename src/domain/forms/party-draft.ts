import type { FormDef, FormState } from '../../model/forms.ts'
import type { AddressDraft, ContactDraft, FactDraft, PartyDraft, PartyValues } from '../../model/intake.ts'
import { fieldByKey } from '../dictionary/fields.ts'
import { parseAddress } from '../normalize/address.ts'
import { nameKind } from '../normalize/name-kind.ts'
import { parseOrgName } from '../normalize/org-name.ts'
import { type PersonName, parsePersonName } from '../normalize/person-name.ts'
import { parsePhones } from '../normalize/phones.ts'
import type { Answered } from './to-drafts.ts'

interface Parts {
  values: PartyValues
  contacts: ContactDraft[]
  addresses: AddressDraft[]
  facts: FactDraft[]
  aliases: PartyDraft['aliases'][number][]
}

/** The party that answers about one person or firm speak of. Deals and interactions are left to their own drafts. */
export function partyDraft(own: readonly Answered[], def: FormDef, state: FormState): PartyDraft {
  const parts: Parts = {
    values: { kind: def.about === 'org' ? 'org' : 'person' },
    contacts: [],
    addresses: [],
    facts: [],
    aliases: [],
  }
  for (const one of own) place(one, parts, state)
  const { values, contacts, addresses, facts, aliases } = parts
  return { role: 'customer', values, contacts, addresses, facts, aliases }
}

function place(one: Answered, parts: Parts, state: FormState): void {
  switch (fieldByKey(one.key)?.stored) {
    case 'party':
    case 'customer':
      placeValue(one, parts, state)
      return
    case 'contact':
      parts.contacts.push(...contactsOf(one))
      return
    case 'address':
      parts.addresses.push(addressOf(one))
      return
    case 'fact':
      parts.facts.push(
        one.text === one.value
          ? { field: one.key, value: one.value }
          : { field: one.key, value: one.value, raw: one.text },
      )
  }
}

const uses: Readonly<Record<string, AddressDraft['use']>> = {
  home_address: 'home',
  work_address: 'work',
  mailing_address: 'mailing',
  registered_address: 'registered',
}

function addressOf({ key, text }: Answered): AddressDraft {
  const draft = { use: uses[key] ?? 'unknown', raw: text } as const
  const parsed = parseAddress(text)
  return parsed.ok ? { ...parsed.value, ...draft } : draft
}

function placeValue(one: Answered, parts: Parts, state: FormState): void {
  const { values } = parts
  if (one.key === 'name') placeName(one.text, parts)
  else if (one.key === 'age_band') Object.assign(values, { age_band: one.value, age_band_on: state.startedOn })
  else Object.assign(values, { [one.key]: one.value })
}

function placeName(text: string, parts: Parts): void {
  if (parts.values.kind === 'org' || nameKind(text) === 'org') {
    parts.values.kind = 'org'
    const parsed = parseOrgName(text)
    parts.values.name = parsed.ok ? parsed.value.full : text
    return
  }
  const parsed = parsePersonName(text)
  if (parsed.ok) placePerson(parsed.value, parts)
  else parts.values.name = text
}

function placePerson(person: PersonName, { values, aliases, facts }: Parts): void {
  const { full, surname, given, honorific, gender, english, former, remark } = person
  values.name = full
  if (surname !== undefined) values.surname = surname
  if (given !== undefined) values.given_name = given
  if (honorific !== undefined) values.honorific ??= honorific
  if (gender !== undefined) values.gender ??= gender
  if (english !== undefined) values.english_name = english
  if (former !== undefined) aliases.push({ name: former, reason: 'former' })
  if (remark !== undefined) facts.push({ field: 'other', value: remark })
}

function contactsOf({ key, text, value }: Answered): readonly ContactDraft[] {
  if (key === 'email') return [{ type: 'email', raw: text, canonical: value }]
  if (key === 'wechat' || key === 'qq') return [{ type: key, raw: text, canonical: value }]
  const label = key === 'whatsapp' ? { label: 'WhatsApp' } : {}
  return parsePhones(text).phones.map((phone) => ({
    type: key === 'fax' ? 'fax' : phone.type,
    raw: phone.raw,
    canonical: phone.canonical,
    ...(phone.ext === undefined ? {} : { ext: phone.ext }),
    ...(phone.label === undefined ? label : { label: phone.label }),
  }))
}
