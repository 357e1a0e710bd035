import type { PartyDraft, PartyValues } from '../../model/intake.ts'
import { parseCitizenId } from '../normalize/citizen-id.ts'
import { splitNames } from '../normalize/person-name.ts'
import { type NameReading, readName } from './names.ts'
import { addressesOf } from './place-drafts.ts'
import { note, type RowDraft } from './row-draft.ts'
import type { AssembleFacts, NameWords } from './row-said.ts'
import { isSameWechat, wechatIn } from './wechat.ts'

export const phoneTypes = new Set(['mobile', 'landline', 'service', 'intl'])

export function customerOf(
  draft: RowDraft,
  name: NameReading | null,
  words: NameWords,
  facts: AssembleFacts,
): PartyDraft {
  const { values } = draft
  values.kind = name?.kind ?? draft.kindTold ?? (values.uscc !== undefined ? 'org' : 'person')
  if (name !== null) takeName(values, name)
  if (values.kind === 'org') settleOrg(draft, values)
  if (words.remark !== undefined) draft.facts.push({ field: 'name_note', value: words.remark })
  const ownRemark = facts.role === 'customers' || facts.role === 'mixed'
  if (draft.remarks.length > 0) {
    if (ownRemark) values.remark = draft.remarks.length === 1 ? draft.remarks[0]! : draft.remarks.join('；')
  }
  takeWechat(draft, words.remark)
  if (!ownRemark) leaveToEvents(values)
  return {
    role: 'customer',
    values,
    contacts: draft.contacts,
    addresses: addressesOf(draft),
    facts: draft.facts,
    aliases: name === null || name.aliases.length === 0 ? draft.aliases : [...draft.aliases, ...name.aliases],
  }
}

/** What the name says, under what the columns say. */
function takeName(values: PartyValues, { values: read, employer }: NameReading): void {
  if (read.name !== undefined) values.name = read.name
  if (read.surname !== undefined) values.surname = read.surname
  if (read.given_name !== undefined) values.given_name = read.given_name
  if (read.honorific !== undefined) values.honorific ??= read.honorific
  if (read.gender !== undefined) values.gender ??= read.gender
  if (read.english_name !== undefined) values.english_name ??= read.english_name
  if (read.website !== undefined) values.website ??= read.website
  if (employer !== undefined) values.employer ??= employer
}

/** A WeChat name in the remark, where no column has one. */
function takeWechat(draft: RowDraft, nameWord: string | undefined): void {
  if (draft.contacts.some((contact) => contact.type === 'wechat')) return
  const text = draft.remarks.length === 1 ? draft.remarks[0]! : draft.remarks.join(' ')
  const told = wechatIn(text)
  if (told !== null) {
    draft.contacts.push({ type: 'wechat', raw: text, canonical: told })
    note(draft, { code: 'wechat-from-remark', params: { value: told } })
    return
  }
  const mobile = draft.contacts.find((contact) => contact.type === 'mobile')
  const labels = [text, nameWord ?? '', ...draft.contacts.map((contact) => contact.label ?? '')]
  if (mobile?.canonical && labels.some(isSameWechat))
    draft.contacts.push({ type: 'wechat', raw: mobile.raw, canonical: mobile.canonical })
}

/** What a sales or booking register says of staff and state is said of the deal, not of the customer. */
function leaveToEvents(values: PartyValues): void {
  delete values.owner
  delete values.status
}

/** Words that only a person can have belong to the contact person of a firm. */
function settleOrg(draft: RowDraft, values: PartyValues): void {
  if (values.employer !== undefined) {
    if (values.employer !== values.name) draft.facts.push({ field: 'employer', value: values.employer })
    delete values.employer
  }
  if (draft.people.length === 0) return
  if (values.title !== undefined) delete values.title
  if (values.department !== undefined) delete values.department
  if (values.honorific !== undefined) delete values.honorific
  if (values.gender !== undefined) delete values.gender
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
