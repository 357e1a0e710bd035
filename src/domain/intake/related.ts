import type { ContactDraft, PartyDraft, PartyValues } from '../../model/intake.ts'
import { parsePhones } from '../normalize/phones.ts'
import { isNoName, type NameReading, readName } from './names.ts'
import { note, type RowDraft } from './row-draft.ts'
import { contactOf } from './cell-readers.ts'

const digits = /\d{7,}|\d[\d\s-]{9,}/

/** The people a row names beside its customer: contact persons, agents. */
export function relatedParties(draft: RowDraft, name: NameReading | null): PartyDraft[] {
  const people: PartyDraft[] = []
  for (const [i, text] of draft.people.entries()) {
    const person = contactPerson(draft, text, name, i === 0)
    if (person !== null) people.push(person)
  }
  if (draft.agent !== '' && !isNoName(draft.agent)) {
    const { contacts, rest } = phonesIn(draft.agent)
    people.push(personDraft(readName(rest === '' ? draft.agent : rest, 'person').values, contacts, { type: 'agent' }))
  }
  return people
}

function phonesIn(text: string): { contacts: ContactDraft[]; rest: string } {
  if (!digits.test(text)) return { contacts: [], rest: text }
  const read = parsePhones(text)
  const contacts = read.phones.map((phone) => contactOf(phone))
  return { contacts, rest: read.rest }
}

function contactPerson(draft: RowDraft, text: string, customer: NameReading | null, first: boolean): PartyDraft | null {
  const { contacts, rest } = phonesIn(text)
  if (isNoName(rest)) {
    if (customer?.kind === 'org') draft.contacts.push(...contacts)
    return null
  }
  const read = readName(rest, 'person')
  if (read.values.name === undefined || read.values.name === customer?.values.name) return null
  const org = customer?.kind === 'org'
  const { title, department, honorific, gender } = draft.values
  const own: Partial<PartyValues> =
    org && first
      ? {
          ...(gender !== undefined && { gender }),
          ...(honorific !== undefined && { honorific }),
          ...read.values,
          ...(title !== undefined && { title }),
          ...(department !== undefined && { department }),
        }
      : read.values
  for (const reason of read.notes)
    if (reason.code !== 'name-honorific-only') note(draft, reason, undefined, 'contact_person')
  return personDraft(
    own,
    contacts,
    org ? { type: 'employed_at', ...(first && title !== undefined && { title }) } : { type: 'other' },
  )
}

const personDraft = (
  values: Partial<PartyValues>,
  contacts: readonly ContactDraft[],
  relation: NonNullable<PartyDraft['relation']>,
): PartyDraft => ({
  role: 'related',
  values: { ...values, kind: 'person' },
  contacts,
  addresses: [],
  facts: [],
  aliases: [],
  relation,
})
