import type { DealDraft, InteractionDraft, PartyDraft, PartyValues, RowReading } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import { parseCitizenId } from '../normalize/citizen-id.ts'
import { splitNames } from '../normalize/person-name.ts'
import { parsePhones } from '../normalize/phones.ts'
import { contactOf } from './cell-readers.ts'
import { dealDraftOf, talkDraftsOf } from './events.ts'
import { isNoName, isTestName, isWalkIn, type NameReading, readName, statusWords } from './names.ts'
import { addressesOf } from './place-drafts.ts'
import { relatedParties } from './related.ts'
import { note, notesOf, type RowDraft } from './row-draft.ts'
import type { RowMaking } from './table-plan.ts'
import { thirdPerson } from './third-person.ts'
import { isSameWechat, wechatIn } from './wechat.ts'

/** What the table as a whole says of its rows. */
export interface AssembleFacts extends RowMaking {
  /** Whether a row makes its customer, or only names one that is kept elsewhere. */
  readonly makesParty: boolean
  readonly hasPhoneColumn: boolean
  readonly hasNameColumn: boolean
  /** The customer of all rows, where a line above the table names it. */
  readonly customerAbove?: string
  /** What kind of contact the headings speak of: 走访, 拜访, 回访. */
  readonly talkKind?: string
  /** What a name is that shows nothing of itself, where the heading tells. */
  readonly kindWhenUnsure?: 'org'
  /** Deals are top-ups of stored value (充值). */
  readonly topups: boolean
}

export const noParties: readonly PartyDraft[] = []
export const noDeals: readonly DealDraft[] = []
export const noTalks: readonly InteractionDraft[] = []

const rejected = (draft: RowDraft, code: string): RowReading => ({
  row: draft.row,
  fate: 'rejected',
  reason: { code },
  notes: notesOf(draft),
  parties: noParties,
  deals: noDeals,
  interactions: noTalks,
})

/** Makes of a row's cells what the row says: parties, deals, contacts; or why it says nothing of a customer. */
export function assemble(draft: RowDraft, facts: AssembleFacts): RowReading {
  if (draft.name === '' && facts.customerAbove !== undefined) draft.name = facts.customerAbove
  takePhoneOutOfName(draft)
  if (isTestRow(draft)) return rejected(draft, 'test-record')
  const nobody = isWalkIn(draft.name)
  const nameless = nobody || isNoName(draft.name)
  const name = nameless ? null : readName(draft.name, kindTold(draft), facts.kindWhenUnsure)
  const words = wordsOf(name)
  const others = facts.makesParty && (draft.people.length > 0 || draft.agent !== '') ? relatedParties(draft, name) : []
  takeThirdPersons(draft, name, others)
  if (draft.above !== null && draft.deal !== null) return eventsOnly(draft, facts, null, words, false)
  if (facts.deals && !facts.makesParty) return eventsOnly(draft, facts, name, words, nobody)
  if (facts.talks && !facts.makesParty) return eventsOnly(draft, facts, name, words, nobody)
  if (!hasIdentity(draft, name)) {
    if (facts.deals && draft.deal !== null) return eventsOnly(draft, facts, null, words, nobody || !facts.hasNameColumn)
    return rejected(draft, 'no-identity')
  }
  tellMissing(draft, name, facts)
  const staff = draft.values.owner
  const status = draft.values.status
  const customer = customerOf(draft, name, words, facts)
  const twins = secondPersons(draft, customer)
  return {
    row: draft.row,
    fate: 'accepted',
    notes: notesOf(draft),
    parties: twins !== null ? [...twins, ...others] : others.length === 0 ? [customer] : [customer, ...others],
    deals: draft.deal === null ? noDeals : [dealDraftOf(draft, facts, null, { words, staff, status })],
    interactions:
      draft.talk === null && draft.talks.length === 0
        ? noTalks
        : talkDraftsOf(draft, facts, null, { words, staff, status }),
  }
}

function kindTold(draft: RowDraft): 'person' | 'org' | undefined {
  if (draft.kindTold !== undefined) return draft.kindTold
  if (draft.values.uscc !== undefined || draft.facts.some((fact) => fact.field === 'tax_no')) return 'org'
  if (draft.values.id_number !== undefined || draft.values.gender !== undefined) return 'person'
  return draft.people.length > 0 && draft.people.some(({ text, family }) => !family && text !== draft.name)
    ? 'org'
    : undefined
}

const digitsInside = /(?:\+?\d[\s-]*){7,}/

/** `李静13857101235`: the name cell holds the number too. */
function takePhoneOutOfName(draft: RowDraft): void {
  if (draft.name === '' && (draft.surname !== '' || draft.givenName !== '')) {
    const latin = /^[\x20-\u024f]*$/.test(draft.surname + draft.givenName)
    draft.name = latin ? `${draft.givenName} ${draft.surname}`.trim() : draft.surname + draft.givenName
  }
  if (draft.name.length < 8 || !digitsInside.test(draft.name)) return
  const read = parsePhones(draft.name)
  if (read.phones.length === 0) return
  for (const phone of read.phones) {
    if (draft.contacts.some((contact) => contact.canonical === phone.canonical)) continue
    draft.contacts.push(contactOf(phone))
  }
  note(draft, { code: 'phone-in-name-cell' }, draft.nameColumn, 'name')
  draft.name = read.rest
}

function isTestRow(draft: RowDraft): boolean {
  if (isTestName(draft.name)) return true
  return draft.name === '' && draft.remarks.some((remark) => /^测试/.test(remark))
}

/** What a row says beside its customer: words at the name, staff and state that belong to its events. */
export interface RowSaid {
  readonly words: NameWords
  readonly staff: string | undefined
  readonly status: string | undefined
}

/** Words beside the name, told apart: what cancels the row, and what is a remark. */
export interface NameWords {
  readonly cancelled: boolean
  readonly returned: boolean
  readonly remark?: string
}

function wordsOf(name: NameReading | null): NameWords {
  const said = name?.remark
  const status = said !== undefined && statusWords.test(said)
  return {
    cancelled: said !== undefined && /^(?:取消|退订|退位|作废)/.test(said),
    returned: said !== undefined && /^(?:退货|退款|退单)/.test(said),
    ...(said !== undefined && !status && { remark: said }),
  }
}

/** Numbers that words in the cell give to somebody else leave the customer. */
function takeThirdPersons(draft: RowDraft, name: NameReading | null, others: PartyDraft[]): void {
  const customer = name?.values.name ?? ''
  for (const { words, first, count, column } of draft.phoneWords) {
    const person = thirdPerson(words, customer)
    if (person === null) {
      if (customer === '' && draft.name === '' && words.length >= 2 && words.length <= 12) draft.name = words
      continue
    }
    const contacts = draft.contacts.splice(first, count)
    note(draft, { code: 'phone-belongs-to-third-person', params: { name: person.name } }, column, 'phone')
    others.push({
      role: 'related',
      values: { kind: 'person', ...(person.name !== '' && { name: person.name }) },
      contacts,
      addresses: [],
      facts: [],
      aliases: [],
      relation: { type: person.relation },
    })
  }
}

function hasIdentity(draft: RowDraft, name: NameReading | null): boolean {
  if (draft.contacts.length > 0 && draft.contacts.some((contact) => contact.canonical !== null)) return true
  const { id_number, uscc, source_code } = draft.values
  if (id_number !== undefined || uscc !== undefined) return true
  if (name === null || name.values.name === undefined) return false
  return (
    name.sure ||
    source_code !== undefined ||
    draft.contacts.length > 0 ||
    /[A-Za-z]{2}|\p{Extended_Pictographic}/u.test(name.values.name) ||
    draft.places.length > 0
  )
}

const phoneTypes = new Set(['mobile', 'landline', 'service', 'intl'])

function tellMissing(draft: RowDraft, name: NameReading | null, facts: AssembleFacts): void {
  if (name?.values.name === undefined) note(draft, { code: 'no-name' }, draft.nameColumn, 'name')
  tellName(draft, name)
  if (
    facts.hasPhoneColumn &&
    !draft.contacts.some((contact) => phoneTypes.has(contact.type) || contact.canonical === null)
  ) {
    note(draft, { code: 'no-phone' } satisfies Reason)
  }
}

/** Remarks on the name itself. */
function tellName(draft: RowDraft, name: NameReading | null): void {
  if (name === null) return
  for (const reason of name.notes) {
    note(
      draft,
      reason.code === 'name-surname-only' ? { code: 'name-maybe-surname-only' } : reason,
      draft.nameColumn,
      'name',
    )
  }
}

function customerOf(draft: RowDraft, name: NameReading | null, words: NameWords, facts: AssembleFacts): PartyDraft {
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
function secondPersons(draft: RowDraft, customer: PartyDraft): PartyDraft[] | null {
  if (customer.values.kind === 'org' || draft.name.length < 5) return null
  const names = splitNames(draft.name)
  if (names.length < 2 || names.length > 4) return null
  const phones = customer.contacts.filter((contact) => phoneTypes.has(contact.type))
  const rest = customer.contacts.filter((contact) => !phoneTypes.has(contact.type))
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

/** A row that speaks of a customer kept elsewhere, or of nobody known. */
function eventsOnly(
  draft: RowDraft,
  facts: AssembleFacts,
  name: NameReading | null,
  words: NameWords,
  nobody: boolean,
): RowReading {
  const phone = draft.contacts.find((contact) => phoneTypes.has(contact.type) && contact.canonical !== null)?.canonical
  const { source_code, uscc } = draft.values
  const ref = draft.above ?? {
    ...(source_code !== undefined && { code: source_code }),
    ...(name?.values.name !== undefined && { name: name.values.name }),
    ...(phone != null && { phone }),
    ...(uscc !== undefined && { uscc }),
  }
  if (Object.keys(ref).length === 0) {
    if (draft.deal === null) return rejected(draft, 'no-identity')
    note(draft, { code: nobody ? 'walk-in' : 'no-customer' })
  }
  tellName(draft, name)
  const { owner: staff, status } = draft.values
  if (draft.facts.length > 0) (draft.deal ?? draft.talk)?.facts.push(...draft.facts)
  return {
    row: draft.row,
    fate: 'accepted',
    notes: notesOf(draft),
    parties: noParties,
    deals: draft.deal === null ? noDeals : [dealDraftOf(draft, facts, ref, { words, staff, status })],
    interactions:
      draft.talk === null && draft.talks.length === 0
        ? noTalks
        : talkDraftsOf(draft, facts, ref, { words, staff, status }),
  }
}
