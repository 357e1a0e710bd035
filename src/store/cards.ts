import type { Book } from './book.ts'
import { cached, type Operation, type Row } from './journal.ts'

/** A booking of a day, typed or out of the booking register; with the card that was given out for it. */
export interface BookingLine {
  /** Number of the booking; null while it stands only in the register. */
  readonly id: number | null
  readonly interactionId: number | null
  readonly partyId: number | null
  readonly on: string
  readonly meal: string | null
  readonly room: string | null
  readonly name: string
  readonly phone: string | null
  readonly guests: number | null
  readonly time: string | null
  readonly tier: string | null
  readonly issue: IssueLine | null
}

/** One line of the register of cards handed out and back. */
export interface IssueLine {
  readonly id: number
  readonly bookingId: number | null
  readonly partyId: number | null
  readonly on: string
  readonly meal: string
  readonly room: string | null
  readonly shownAs: string
  readonly quantity: number
  readonly takenBy: string
  readonly takenAt: string
  readonly passedTo: string | null
  readonly passedAt: string | null
  readonly adHoc: boolean
  readonly returned: number
  readonly returnedAt: string | null
  readonly missingWhy: string | null
}

const toIssue = (row: Row): IssueLine => ({
  id: Number(row['id']),
  bookingId: row['booking_id'] as number | null,
  partyId: row['party_id'] as number | null,
  on: String(row['on_day']),
  meal: String(row['meal']),
  room: row['room'] as string | null,
  shownAs: String(row['shown_as']),
  quantity: Number(row['quantity']),
  takenBy: String(row['taken_by']),
  takenAt: String(row['taken_at']),
  passedTo: row['passed_to'] as string | null,
  passedAt: row['passed_at'] as string | null,
  adHoc: row['ad_hoc'] === 1,
  returned: Number(row['returned']),
  returnedAt: row['returned_at'] as string | null,
  missingWhy: row['missing_why'] as string | null,
})

/** Bookings of a day: those typed, then those of the register that nobody has taken over yet; cancelled ones are left out. */
export function listBookings(book: Book, on: string): BookingLine[] {
  const typed = cached(
    book,
    `select b.id, b.interaction_id as interactionId, coalesce(p.merged_into, p.id) as partyId, b.on_day as "on", b.meal, b.room,
       b.name, b.phone, b.guests, b.at_time as time, k.tier
     from booking b left join party p on p.id = b.party_id left join customer k on k.party_id = coalesce(p.merged_into, p.id)
     where b.on_day = ? and b.state <> 'cancelled' order by b.meal = 'dinner', b.at_time, b.room, b.id`,
  ).all(on) as (Omit<BookingLine, 'issue'> & { id: number })[]
  const registered = cached(
    book,
    `select null as id, i.id as interactionId, q.id as partyId, i.on_day as "on", json_extract(i.facts, '$.meal') as meal,
       coalesce(json_extract(i.facts, '$.table'), i.place) as room, q.name,
       (select c.canonical from contact_point c where c.party_id = p.id and c.canonical is not null order by c.type = 'mobile' desc limit 1) as phone,
       cast(json_extract(i.facts, '$.guests') as integer) as guests, i.at_time as time, k.tier
     from interaction i join party p on p.id = i.party_id join party q on q.id = coalesce(p.merged_into, p.id)
     left join customer k on k.party_id = q.id
     where i.kind = 'booking' and i.on_day = ? and coalesce(json_extract(i.facts, '$.booking_status'), '') not like '%取消%'
     and not exists (select 1 from booking b where b.interaction_id = i.id) order by i.at_time, i.id`,
  ).all(on) as Omit<BookingLine, 'issue'>[]
  const issues = new Map(listIssues(book, { on }).map((one) => [one.bookingId, one]))
  return [...typed, ...registered].map((one) => ({
    ...one,
    issue: one.id === null ? null : (issues.get(one.id) ?? null),
  }))
}

/** The register of a day, or every card that is still out. */
export function listIssues(book: Book, { on, out }: { readonly on?: string; readonly out?: boolean }): IssueLine[] {
  return (
    cached(
      book,
      `select * from card_issue where (@on is null or on_day = @on) and (@out = 0 or (returned < quantity and missing_why is null))
       order by on_day, meal = 'dinner', taken_at, id`,
    ).all({ on: on ?? null, out: out === true ? 1 : 0 }) as Row[]
  ).map(toIssue)
}

/** One line of the register by its number; undefined where there is none. */
export function issueOf(book: Book, id: number): IssueLine | undefined {
  const row = cached(book, 'select * from card_issue where id = ?').get(id) as Row | undefined
  return row === undefined ? undefined : toIssue(row)
}

/** Writes a booking, typed or taken over from the register; returns its number. */
export function addBooking(operation: Operation, one: Omit<BookingLine, 'id' | 'issue' | 'tier'>): number {
  return operation.insert('booking', {
    party_id: one.partyId,
    on_day: one.on,
    meal: one.meal,
    room: one.room,
    name: one.name,
    phone: one.phone,
    guests: one.guests,
    at_time: one.time,
    interaction_id: one.interactionId,
  })
}

/** Writes that cards were taken out; gives the line's number. */
export function addIssue(
  operation: Operation,
  one: Pick<
    IssueLine,
    | 'bookingId'
    | 'partyId'
    | 'on'
    | 'meal'
    | 'room'
    | 'shownAs'
    | 'quantity'
    | 'takenBy'
    | 'takenAt'
    | 'passedTo'
    | 'adHoc'
  >,
): number {
  return operation.insert('card_issue', {
    booking_id: one.bookingId,
    party_id: one.partyId,
    on_day: one.on,
    meal: one.meal,
    room: one.room,
    shown_as: one.shownAs,
    quantity: one.quantity,
    taken_by: one.takenBy,
    taken_at: one.takenAt,
    passed_to: one.passedTo,
    passed_at: one.passedTo === null ? null : one.takenAt,
    ad_hoc: one.adHoc ? 1 : 0,
  })
}
