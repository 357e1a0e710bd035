import { compareAddresses } from './compare-address.ts'
import { compareContacts } from './compare-contact.ts'
import { compareDates } from './compare-date.ts'
import { compareEmails, compareHandles, compareIds, comparePhones, type ListField } from './compare-list.ts'
import { compareOrgs } from './compare-org.ts'
import { comparePersons } from './compare-person.ts'
import { compareChoice, compareCode, compareGender, compareText } from './compare-text.ts'
import type { Comparer } from './comparer.ts'
import { toDateField } from './fields.ts'
import type { Prepared } from './prepare.ts'
import type { PreparedText } from './read-facts.ts'
import { compareWords } from './tokens.ts'

/** The comparisons a table allows, the most telling first. */
export function comparersOf(p: Prepared): Comparer[] {
  const out: Comparer[] = []
  const any = (list: ListField): boolean => list.ids.length > 0
  if (p.persons.surnames.length > 0) out.push(comparePersons(p.persons))
  if (p.orgs.ids.length > 0) out.push(compareOrgs(p.orgs))
  if (any(p.ids)) out.push(compareIds('id', p.ids))
  if (any(p.phones)) out.push(comparePhones('phone', p.phones))
  if (any(p.lines)) out.push(comparePhones('line', p.lines))
  if (any(p.emails)) out.push(compareEmails('email', p.emails))
  if (any(p.handles)) out.push(compareHandles('handle', 'handle', p.handles))
  if (p.days.some((day) => day !== 0)) out.push(compareDates('date', toDateField(p.days, p.names)))
  if (p.addresses.division.length > 0) out.push(compareAddresses(p.addresses))
  if (p.contacts.surnames.length > 0) out.push(compareContacts(p.contacts))
  if (p.genders.pool.size > 0) out.push(compareGender(p.genders))
  for (const text of p.texts) out.push(compareTextColumn(text))
  return out
}

function compareTextColumn({ column, kind, field, words }: PreparedText): Comparer {
  const place =
    kind === 'address' ||
    kind === 'house-number' ||
    kind === 'postcode' ||
    kind === 'province' ||
    kind === 'city' ||
    kind === 'district'
  const evidence = place ? 'address' : 'other'
  if (kind === 'choice') return compareChoice(column, evidence, field)
  if (kind === 'house-number' || kind === 'postcode' || kind === 'code' || kind === 'number')
    return compareCode(column, evidence, field)
  if (words !== null) return compareWords(column, evidence, { ...field, sets: words })
  return compareText(column, evidence, field)
}
