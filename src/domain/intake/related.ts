import type { ContactDraft, PartyDraft, PartyValues } from '../../model/intake.ts'
import { parsePhones } from '../normalize/phones.ts'
import { contactOf } from './contact-readers.ts'
import { isNoName, type NameReading, readName, readPersonBeside } from './names.ts'
import type { OpenValues } from './party-values.ts'
import { type BesideWho, note, type RowDraft } from './row-draft.ts'

const digits = /\d{7,}|\d[\d\s-]{9,}/

/** The people a row names beside its customer: contact persons, agents. */
export function relatedParties(draft: RowDraft, name: NameReading | null): PartyDraft[] {
  const people: PartyDraft[] = []
  for (const [i, { text, family, column }] of draft.people.entries()) {
    const own = draft.theirs.filter((one) => one.person === column).map((one) => one.contact)
    const person = contactPerson(draft, text, { customer: name, first: i === 0, family })
    if (person === null) draft.contacts.push(...own)
    else people.push(own.length === 0 ? person : { ...person, contacts: [...person.contacts, ...own] })
  }
  if (draft.agent !== '' && !isNoName(draft.agent)) {
    const { contacts, rest } = phonesIn(draft.agent)
    const own = draft.besides.filter(({ who }) => who === 'agent').flatMap((one) => one.contacts)
    const { values } = readName(rest === '' ? draft.agent : rest, 'person')
    people.push(personDraft(values, [...contacts, ...own], { type: 'agent' }))
  }
  for (const { who, contacts } of draft.besides) {
    if (who === 'agent' && people.some(({ relation }) => relation?.type === 'agent')) continue
    const name = nameBeside(draft, who)
    people.push(personDraft(name === '' ? {} : readName(name, 'person').values, contacts, { type: relationOf[who] }))
  }
  return people
}

const relationOf = { spouse: 'family', agent: 'agent', introducer: 'introduced_by', emergency: 'other' } as const

/** The name that another column gives the holder of a number; empty where none does. */
function nameBeside(draft: RowDraft, who: BesideWho): string {
  const fact = (field: string): string => draft.facts.find((one) => one.field === field)?.value ?? ''
  const name =
    who === 'agent'
      ? draft.agent
      : who === 'introducer'
        ? draft.introducer
        : fact(who === 'spouse' ? 'family' : 'emergency_contact')
  return name.length <= 12 && !isNoName(name) && !/\d{7}/.test(name) ? name : ''
}

function phonesIn(text: string): { contacts: ContactDraft[]; rest: string } {
  if (text.length < 8 || !digits.test(text)) return { contacts: [], rest: text }
  const read = parsePhones(text)
  const contacts = read.phones.map((phone) => contactOf(phone))
  return { contacts, rest: read.rest }
}

interface Place {
  readonly customer: NameReading | null
  readonly first: boolean
  /** The heading says that this is a relative: 家长, 配偶. */
  readonly family: boolean
}

const kinWord = /^(?:妈妈|爸爸|母亲|父亲|奶奶|爷爷|外婆|外公|老公|老婆|妻子|丈夫|家长|联系人)\s*[:：]\s*/

function contactPerson(draft: RowDraft, text: string, { customer, first, family }: Place): PartyDraft | null {
  const { contacts, rest } = phonesIn(text.length > 4 ? text.replace(kinWord, '') : text)
  if (isNoName(rest)) {
    if (customer?.kind === 'org') draft.contacts.push(...contacts)
    return null
  }
  const read = readPersonBeside(rest)
  if (read.values.name === undefined || read.values.name === customer?.values.name) return null
  const org = customer?.kind === 'org'
  const { title } = draft.values
  const own = org && first ? withPost(read.values, draft.values) : read.values
  for (const reason of read.notes)
    if (reason.code !== 'name-honorific-only') note(draft, reason, undefined, 'contact_person')
  return personDraft(
    own,
    contacts,
    org
      ? { type: 'employed_at', ...(first && title !== undefined && { title }) }
      : { type: family ? 'family' : 'other' },
  )
}

/** Words of the row that only a person can have: with a firm they are its contact person's. */
function withPost(read: Partial<PartyValues>, row: OpenValues): Partial<PartyValues> {
  const own: Partial<PartyValues> = {}
  if (row.gender !== undefined) own.gender = row.gender
  if (row.honorific !== undefined) own.honorific = row.honorific
  Object.assign(own, read)
  if (row.title !== undefined) own.title = row.title
  if (row.department !== undefined) own.department = row.department
  return own
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
