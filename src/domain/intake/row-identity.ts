import type { PartyDraft } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import { nameKind } from '../normalize/name-kind.ts'
import { parsePhones } from '../normalize/phones.ts'
import { contactOf } from './contact-readers.ts'
import { phoneTypes } from './customer.ts'
import { isTestName, type NameReading } from './names.ts'
import { note, type RowDraft } from './row-draft.ts'
import type { AssembleFacts } from './row-said.ts'
import { thirdPerson } from './third-person.ts'

/** Whether the row is about a person or an organisation, by what it says beside the name. */
export function kindTold(draft: RowDraft): 'person' | 'org' | undefined {
  if (draft.kindTold !== undefined) return draft.kindTold
  if (draft.values.uscc !== undefined || draft.facts.some((fact) => fact.field === 'tax_no')) return 'org'
  if (draft.values.id_number !== undefined || draft.values.gender !== undefined) return 'person'
  return draft.people.length > 0 && draft.people.some(({ text, family }) => !family && text !== draft.name)
    ? 'org'
    : undefined
}

/** `张三 13857101234` in the phone cell of a row without a name. */
export function takeNameOutOfPhone(draft: RowDraft): void {
  if (draft.name !== '' || draft.surname !== '' || draft.givenName !== '') return
  const words = draft.phoneWords.find(
    (one) => one.words.length >= 2 && one.words.length <= 16 && nameKind(one.words) !== 'unknown',
  )
  if (words !== undefined) draft.name = words.words
}

const digitsInside = /(?:\+?\d[\s-]*){7,}/

/** `李静13857101235`: the name cell holds the number too. */
export function takePhoneOutOfName(draft: RowDraft): void {
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

/** A row somebody typed to try something out. */
export function isTestRow(draft: RowDraft): boolean {
  if (isTestName(draft.name)) return true
  return draft.name === '' && draft.remarks.some((remark) => /^测试/.test(remark))
}

/** Numbers that words in the cell give to somebody else leave the customer. */
export function takeThirdPersons(draft: RowDraft, name: NameReading | null, others: PartyDraft[]): void {
  const customer = name?.values.name ?? ''
  // From the last one on, so that what leaves does not move the others.
  for (let i = draft.phoneWords.length - 1; i >= 0; i--) {
    const { words, first, count, column } = draft.phoneWords[i]!
    const person = thirdPerson(words, customer)
    if (person === null) continue
    const contacts = draft.contacts.splice(first, count)
    note(draft, { code: 'phone-belongs-to-third-person', params: { name: person.name } }, column, 'phone')
    others.push({
      role: 'related',
      values: { kind: 'person', ...(person.name !== '' && { name: person.name }) },
      contacts,
      addresses: [],
      facts: [],
      aliases: [],
      // Somebody beside a firm's number works there.
      relation: { type: person.relation === 'other' && name?.kind === 'org' ? 'employed_at' : person.relation },
    })
  }
}

/** Whether a row says enough to tell its customer from others. */
export function hasIdentity(draft: RowDraft, name: NameReading | null): boolean {
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

/** Notes that a name or a phone is missing. */
export function tellMissing(draft: RowDraft, name: NameReading | null, facts: AssembleFacts): void {
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
export function tellName(draft: RowDraft, name: NameReading | null): void {
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
