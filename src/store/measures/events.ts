import { isVisit } from '../counting.ts'
import { eachRow, type Whom } from './whom.ts'

/** Contacts of every kind; meals and contacts of the period; what was spent on the customer. */
export function readInteractions(whom: Whom): void {
  const { query, columns, wants, day } = whom
  if (
    !wants(
      'contacts',
      'contacts_in_period',
      'events_attended',
      'enquiries',
      'meals_in_period',
      'last_contact_on',
      'cost_total',
    )
  )
    return
  const contacts = columns.number('contacts', 0)
  const inPeriod = columns.number('contacts_in_period', 0)
  const events = columns.number('events_attended', 0)
  const enquiries = columns.number('enquiries', 0)
  const meals = columns.number('meals_in_period', 0)
  const last = columns.number('last_contact_on', Number.NaN)
  const cost = columns.number('cost_total', 0)
  const { periodFrom, today } = query
  const asked = {
    from: 'interaction i',
    key: 'i.party_id',
    columns: ['i.on_day', 'i.kind', isVisit('i'), 'i.cost'],
    where: '1',
  }
  eachRow(whom, asked, (row, columns, i) => {
    const on = columns[0]![i] as string | null
    const kind = columns[1]![i]
    const spent = columns[3]![i] as number | null
    const isNow = on !== null && on >= periodFrom && on <= today
    contacts[row]! += 1
    enquiries[row]! += columns[2]![i] as number
    if (kind === 'event') events[row]! += 1
    if (isNow) inPeriod[row]! += 1
    if (isNow && kind === 'meal') meals[row]! += 1
    if (spent !== null) cost[row]! += spent
    if (on === null) return
    const number = day(on)
    if (!(number <= last[row]!)) last[row] = number
  })
}
