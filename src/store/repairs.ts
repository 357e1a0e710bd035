import type { Operation, Row } from './journal.ts'

/** A change of one value, as a person agreed to it. */
export interface Repair {
  readonly partyId: number
  /** Dictionary key of a column of `party`, or `phone`, `email`, `city`, `district`. */
  readonly field: string
  /** Row of the contact point or address; null adds a contact. */
  readonly rowId: number | null
  /** Null: the value is taken out; of a contact, the contact. */
  readonly after: string | null
  /** Contact type the number turned out to be. */
  readonly type?: string
}

/** Carries a repair out, journalled; false where nothing changed. `nameColumns` gives all columns that follow from a name. */
export function applyRepair(operation: Operation, repair: Repair, nameColumns: (name: string) => Row): boolean {
  const { partyId, field, rowId, after, type } = repair
  if (field === 'phone' || field === 'email') {
    if (rowId === null) return after !== null && addContact(operation, partyId, after, type)
    if (after !== null)
      return operation.update('contact_point', rowId, { canonical: after, ...(type === undefined ? {} : { type }) })
    operation.remove('contact_point', rowId)
    return true
  }
  if (field === 'city' || field === 'district')
    return rowId !== null && operation.update('address', rowId, { [field]: after })
  if (field === 'name') return after !== null && operation.update('party', partyId, nameColumns(after))
  return operation.update('party', partyId, { [field]: after })
}

function addContact(operation: Operation, partyId: number, number: string, type = 'other'): boolean {
  operation.insert('contact_point', { party_id: partyId, type, raw: number, canonical: number })
  return true
}
