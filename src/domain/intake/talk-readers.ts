import { readGuests } from './booking.ts'
import { type CellReader, type ColumnFacts, kept, readDay, readMoney } from './cell-values.ts'
import { sideFact } from './fact-readers.ts'
import { talkOf } from './row-draft.ts'
import { type RowMaking, setText } from './row-making.ts'
import { namedKind, readTalks } from './talks.ts'

const bookingFacts = new Set([
  'meal',
  'tables',
  'standard',
  'booking_status',
  'occasion',
  'visit_no',
  'result',
  'contact_purpose',
  'companions',
  'contact_time',
  'register_no',
  'cost',
])

/** The reader of a column about a contact with the customer; undefined where `target` is about something else. */
export function talkReader(target: string, facts: ColumnFacts, making: RowMaking): CellReader | undefined {
  switch (target) {
    case 'visit_on':
    case 'contact_on':
      return (draft, cell) => {
        const { iso: day, time } = readDay(draft, cell, facts, target)
        const talk = talkOf(draft)
        if (day !== undefined) talk.on = day
        if (time !== undefined) talk.time = time.slice(0, 5)
      }
    case 'contact_kind':
      return setText((draft, text) => {
        const kind = namedKind(text)
        talkOf(draft).kind = kind ?? 'other'
        if (kind === undefined) talkOf(draft).facts.push({ field: target, value: text })
      })
    case 'visit_no':
      return setText((draft, text) => {
        const talk = talkOf(draft)
        const kind = namedKind(text)
        if (kind !== undefined && kind !== 'walk-in') talk.kind ??= kind
        talk.facts.push({ field: target, value: text })
      })
    case 'content':
      return setText((draft, text) => {
        const talk = talkOf(draft)
        talk.content = talk.content === undefined ? text : `${talk.content}\n${text}`
      })
    case 'follow_up':
      return setText((draft, text) => draft.talks.push(...readTalks(text, yearly(facts), undefined)))
    case 'next_contact':
      return (draft, cell) => {
        const { iso: day } = readDay(draft, cell, { ...facts, lastYear: { value: facts.lastYear.value } }, target)
        if (day === undefined) return
        if (making.talks) talkOf(draft).next_on = day
        else draft.facts.push({ field: target, value: day })
      }
    case 'contact_staff':
      return setText((draft, text) => {
        talkOf(draft).staff = text
      })
    case 'contact_place':
    case 'table':
      return setText((draft, text) => {
        talkOf(draft).place = text
      })
    case 'guests':
      return setText((draft, text) => readGuests(text, talkOf(draft)))
    case 'booking_deposit':
      return (draft, cell) => {
        const money = readMoney(draft, cell, facts, target)
        if (money === null) return
        // 免 is no payment.
        if (money.fen !== 0 || /\d/.test(kept(cell)))
          talkOf(draft).facts.push({ field: target, value: money.text, raw: kept(cell) })
      }
    default:
      return bookingFacts.has(target) && making.talks ? sideFact(target, facts, talkOf) : undefined
  }
}

/** Follow-up notes take the title's year, else that of the row's own date column. */
const yearly = (facts: ColumnFacts) => {
  const year = facts.dates.year ?? facts.lastYear.value
  return year === undefined ? {} : { year }
}
