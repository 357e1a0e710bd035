import type { PartyDraft, PartyValues } from '../../model/intake.ts'
import { areaCodeOfCity, areaOf } from '../normalize/area.ts'
import { parseCitizenId } from '../normalize/citizen-id.ts'
import { isPlaceholder } from '../normalize/mobile.ts'
import { splitNames } from '../normalize/person-name.ts'
import { type NameReading, readName } from './names.ts'
import { keptValues } from './party-values.ts'
import { addressesOf } from './place-drafts.ts'
import { note, type RowDraft } from './row-draft.ts'
import type { AssembleFacts, NameWords } from './row-said.ts'
import { isSameWechat, wechatIn } from './wechat.ts'

export const phoneTypes = new Set(['mobile', 'landline', 'service', 'intl'])

/** The party a row is about, from all that its cells gave. */
export function customerOf(
  draft: RowDraft,
  name: NameReading | null,
  words: NameWords,
  facts: AssembleFacts,
): PartyDraft {
  const { values, remarks } = draft
  const kind = name?.kind ?? draft.kindTold ?? (values.uscc !== undefined ? 'org' : 'person')
  if (kind === 'org') settleOrg(draft, name)
  if (name !== null) takeName(draft, name)
  if (words.remark !== undefined) draft.facts.push({ field: 'name_note', value: words.remark })
  if (facts.role === 'customers' || facts.role === 'mixed') {
    if (remarks.length > 0) values.remark = remarks.length === 1 ? remarks[0]! : remarks.join('；')
  } else {
    // What a sales or booking register says of staff and state is said of the deal.
    values.owner = undefined
    values.status = undefined
  }
  takeWechat(draft, words.remark)
  const addresses = addressesOf(draft)
  const city = addresses[0]?.city
  if (city !== undefined) addAreaCodes(draft, city)
  return {
    role: 'customer',
    values: keptValues(values, kind),
    contacts: draft.contacts,
    addresses,
    facts: draft.facts,
    aliases: name === null || name.aliases.length === 0 ? draft.aliases : [...draft.aliases, ...name.aliases],
  }
}

/** A local number without its area code has that of the row's own city, where its length is right there. */
function addAreaCodes(draft: RowDraft, city: string): void {
  for (const [i, contact] of draft.contacts.entries()) {
    const { type, canonical } = contact
    if (type !== 'landline' || canonical === null || canonical.includes('-') || isPlaceholder(canonical)) continue
    const code = areaCodeOfCity(city)
    if (code === undefined || areaOf(code)?.digits !== canonical.length) continue
    draft.contacts[i] = { ...contact, canonical: `${code}-${canonical}` }
    draft.notes = draft.notes.filter(({ reason }) => reason.code !== 'phone-no-area')
    note(draft, { code: 'phone-area-from-city', params: { city, code } })
  }
}

/** What the name says, under what the columns say. */
function takeName({ values }: RowDraft, { values: read, employer }: NameReading): void {
  values.name = read.name
  values.surname = read.surname
  values.given_name = read.given_name
  values.honorific ??= read.honorific
  values.gender ??= read.gender
  values.english_name ??= read.english_name
  values.website ??= read.website
  values.employer ??= employer
}

/** A WeChat name in the remark, where no column has one. */
function takeWechat(draft: RowDraft, nameWord: string | undefined): void {
  const { remarks, contacts } = draft
  const labelled = contacts.some((contact) => contact.label !== undefined)
  if (remarks.length === 0 && nameWord === undefined && !labelled) return
  const text = remarks.length === 1 ? remarks[0]! : remarks.join(' ')
  const told = wechatIn(text)
  const same =
    told === null &&
    (isSameWechat(text) ||
      isSameWechat(nameWord ?? '') ||
      contacts.some(({ label }) => label !== undefined && isSameWechat(label)))
  if ((told === null && !same) || contacts.some((contact) => contact.type === 'wechat')) return
  if (told !== null) {
    contacts.push({ type: 'wechat', raw: text, canonical: told })
    note(draft, { code: 'wechat-from-remark', params: { value: told } })
    return
  }
  const mobile = contacts.find((contact) => contact.type === 'mobile')
  if (mobile?.canonical) contacts.push({ type: 'wechat', raw: mobile.raw, canonical: mobile.canonical })
}

/** Words that only a person can have belong to the contact person of a firm. */
function settleOrg({ values, facts, people }: RowDraft, name: NameReading | null): void {
  if (values.employer !== undefined) {
    if (values.employer !== name?.values.name) facts.push({ field: 'employer', value: values.employer })
    values.employer = undefined
  }
  if (people.length === 0) return
  values.title = undefined
  values.department = undefined
  values.honorific = undefined
  values.gender = undefined
}

/** 张伟、李娜 in one cell: the second person is a customer of the row too. */
export function secondPersons(draft: RowDraft, customer: PartyDraft): PartyDraft[] | null {
  if (customer.values.kind === 'org' || draft.name.length < 5) return null
  const names = splitNames(draft.name)
  if (names.length < 2 || names.length > 4) return null
  const phones = customer.contacts.filter((contact) => phoneTypes.has(contact.type))
  const rest = customer.contacts.filter((contact) => !phoneTypes.has(contact.type))
  draft.notes = draft.notes.filter(({ reason }) => reason.code !== 'name-nickname')
  note(draft, { code: 'several-names', params: { names: names.length } }, draft.nameColumn, 'name')
  return names.map((text, i) => {
    const read = readName(text, 'person')
    const contacts = phones.length === names.length ? [phones[i]!] : phones
    const {
      name: _name,
      surname: _surname,
      given_name: _given,
      honorific: _honorific,
      gender,
      ...shared
    } = customer.values
    const own: PartyValues = {
      ...shared,
      ...(i === 0 && gender !== undefined && { gender }),
      ...read.values,
      kind: 'person',
    }
    if (i > 0) for (const key of ['id_number', 'birth', 'source_code'] as const) delete own[key]
    const paper = i === 0 ? undefined : draft.moreIds[i - 1]
    const id = paper === undefined ? undefined : parseCitizenId(paper)
    if (id?.ok) own.id_number = id.value.id
    return {
      ...customer,
      values: own,
      contacts: i === 0 ? [...contacts, ...rest] : contacts,
      aliases: read.aliases,
      ...(i > 0 && { relation: { type: 'other' as const } }),
    }
  })
}
