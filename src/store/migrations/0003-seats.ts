/**
 * 餐位: who sat where at a meal, for a booking or a logged contact. Frozen once released.
 *
 * A guest who is not in the book sits there by name.
 */
export const seats = `
create table seat (
  id integer primary key, booking_id integer references booking (id), interaction_id integer references interaction (id),
  position text not null check (position in ('host', 'deputy', 'guest', 'second')), party_id integer references party (id),
  name text not null, operation_id integer not null, check ((booking_id is null) <> (interaction_id is null))
) strict;
create index seat_by_booking on seat (booking_id) where booking_id is not null;
create index seat_by_interaction on seat (interaction_id) where interaction_id is not null;
create index seat_by_party on seat (party_id) where party_id is not null;
`
