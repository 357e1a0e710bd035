import type { CustomerRef, PartyDraft, RowNote, RowReading } from '../../model/intake.ts'
import { phoneTypes } from './customer.ts'

/** How the book finds a customer again that a row makes beside its first one. */
function refOf({ values, contacts }: PartyDraft): CustomerRef {
  const phone = contacts.find((contact) => phoneTypes.has(contact.type) && contact.canonical !== null)?.canonical
  return {
    ...(values.source_code !== undefined && { code: values.source_code }),
    ...(values.name !== undefined && { name: values.name }),
    ...(phone != null && { phone }),
    ...(values.uscc !== undefined && { uscc: values.uscc }),
  }
}

/** Events of a row belong to its first customer; those of a later one name theirs. */
function named(reading: RowReading): RowReading {
  const [party] = reading.parties
  if (party === undefined) return reading
  const customer = refOf(party)
  return {
    ...reading,
    deals: reading.deals.map((deal) => (deal.customer === null ? { ...deal, customer } : deal)),
    interactions: reading.interactions.map((talk) => (talk.customer === null ? { ...talk, customer } : talk)),
  }
}

/**
 * Makes one reading of what stands side by side in a row: several customers, each with its own people and events.
 *
 * A part that is rejected beside one that is accepted leaves its reason as a remark.
 */
export function joinReadings(readings: readonly RowReading[]): RowReading {
  const accepted = readings.filter(({ fate }) => fate === 'accepted')
  const rejected = readings.filter(({ fate }) => fate === 'rejected')
  const [first, ...others] = accepted
  if (first === undefined) return rejected[0] ?? readings[0]!
  if (accepted.length + rejected.length === 1) return first
  const holdsCustomer = first.parties.length > 0
  const all = [first, ...others.map((one) => (holdsCustomer || one.parties.length > 0 ? named(one) : one))]
  const remarks = rejected.flatMap(({ reason, notes }): RowNote[] =>
    reason === undefined ? [...notes] : [{ reason }, ...notes],
  )
  return {
    ...first,
    notes: [...all.flatMap(({ notes }) => notes), ...remarks],
    parties: all.flatMap(({ parties }) => parties),
    deals: all.flatMap(({ deals }) => deals),
    interactions: all.flatMap(({ interactions }) => interactions),
  }
}
