import type { Book } from './book.ts'
import { cached, type Operation } from './journal.ts'

/** Somebody in one of the four places of a table. */
export interface Seat {
  readonly position: string
  /** Null for a guest who is not in the book. */
  readonly partyId: number | null
  readonly name: string
}

/** A meal seats belong to: a booking, or a contact that was logged. */
export type SeatedAt = { readonly bookingId: number } | { readonly interactionId: number }

const columnOf = (at: SeatedAt): readonly [column: string, id: number] =>
  'bookingId' in at ? ['booking_id', at.bookingId] : ['interaction_id', at.interactionId]

/** Who sits where at a meal. */
export function seatsAt(book: Book, at: SeatedAt): Seat[] {
  const [column, id] = columnOf(at)
  return cached(
    book,
    `select s.position, q.id as partyId, coalesce(q.name, s.name) as name from seat s left join party p on p.id = s.party_id
     left join party q on q.id = coalesce(p.merged_into, p.id) where s.${column} = ? order by s.id`,
  ).all(id) as Seat[]
}

/** Seats people at a meal: whoever sat in one of these places before leaves it. An empty name frees the place. */
export function putSeats(book: Book, operation: Operation, at: SeatedAt, seats: readonly Seat[]): void {
  const [column, id] = columnOf(at)
  for (const { position, partyId, name } of seats) {
    const known = cached(book, `select id from seat where ${column} = ? and position = ?`)
      .pluck()
      .all(id, position) as number[]
    for (const one of known) operation.remove('seat', one)
    if (name !== '') operation.insert('seat', { [column]: id, position, party_id: partyId, name })
  }
}

/** A meal somebody sat at, and who else sat there. */
export interface SatMeal {
  readonly on: string
  readonly room: string | null
  readonly position: string
  /** `position=name` of the others, parted by a line feed; null when alone. */
  readonly others: string | null
}

/** Where a live party has sat, newest first. */
export function seatsOf(book: Book, partyId: number, limit: number): SatMeal[] {
  return cached(
    book,
    `select coalesce(b.on_day, i.on_day) as "on", coalesce(b.room, i.place) as room, s.position,
       (select group_concat(o.position || '=' || coalesce(q.name, o.name), char(10)) from seat o left join party q on q.id = o.party_id
        where o.id <> s.id and (o.booking_id = s.booking_id or o.interaction_id = s.interaction_id)) as others
     from seat s left join booking b on b.id = s.booking_id left join interaction i on i.id = s.interaction_id
     where s.party_id in (select id from party where id = @id or merged_into = @id) order by 1 desc, s.id desc limit @limit`,
  ).all({ id: partyId, limit }) as SatMeal[]
}
