import { cardState, dueBy, mealAt, meals } from '../../domain/cards/meals.ts'
import { choiceMeant } from '../../domain/edits/find-word.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { type BookingLine, type IssueLine, listBookings } from '../../store/cards.ts'
import type { Context } from '../context.ts'
import { dayOfFlag } from '../days.ts'
import { showListing } from '../output.ts'
import { labelIn, wordOf } from '../word-of.ts'
import { clockOf } from './clock.ts'
import { guestShownAs } from './read-cards.ts'

interface DueFlags {
  readonly on?: string
  readonly meal?: string
  readonly late: boolean
}

/** A booking whose meal is known: told, or by its time. */
export type DayBooking = BookingLine & { readonly meal: string }

/** The day's bookings, one meal or both. */
export function bookingsOf(
  ctx: Context,
  book: Book,
  flags: { readonly on?: string; readonly meal?: string },
): DayBooking[] {
  const now = clockOf(ctx, book)
  const on = flags.on === undefined ? now.day : dayOfFlag(ctx, '--on', flags.on, now.day)
  const wanted = flags.meal === undefined ? undefined : wordOf(ctx, '--meal', flags.meal, meals)
  return listBookings(book, on)
    .map((one) => ({ ...one, meal: mealOf(one) }))
    .filter(({ meal }) => wanted === undefined || meal === wanted)
    .sort((a, b) => Number(a.meal === 'dinner') - Number(b.meal === 'dinner'))
}

function mealOf({ meal, time }: BookingLine): string {
  const told = meal === null ? undefined : choiceMeant(meals, meal)?.value
  return told ?? (time === null ? 'dinner' : mealAt(time))
}

/** What a booking is called at the desk: its number, or `r12` while it stands in the register only. */
export const bookingName = ({ id, interactionId }: BookingLine): string =>
  id === null ? `r${interactionId}` : String(id)

export const issueFacts = (issue: IssueLine | null): Parameters<typeof cardState>[1] =>
  issue === null
    ? undefined
    : {
        takenAt: issue.takenAt,
        adHoc: issue.adHoc,
        quantity: issue.quantity,
        returned: issue.returned,
        closed: issue.missingWhy !== null,
      }

/** Which cards must go out for the day's bookings, by when, and which are late. */
export async function listDueCards(ctx: Context, flags: DueFlags): Promise<void> {
  const book = await ctx.openBook()
  const now = clockOf(ctx, book)
  const lines = bookingsOf(ctx, book, flags)
    .filter(({ partyId }) => partyId !== null)
    .map((one) => ({ ...one, state: cardState(one, issueFacts(one.issue), now) }))
    .filter(({ state }) => !flags.late || state === 'late' || state === 'out-late')
  const strangers = bookingsOf(ctx, book, flags).filter(({ partyId }) => partyId === null)
  const say = (code: string): string => ctx.tell({ code })
  const rows = lines.map((one) => ({ ...one, shown: guestShownAs(book, one.partyId!) }))
  showListing(ctx, {
    table: {
      key: 'cards-due',
      title: say('card-due'),
      columns: [
        { key: 'booking', title: say('card-booking'), type: 'text' },
        { key: 'meal', title: say('column-meal'), type: 'text' },
        { key: 'by', title: say('column-by'), type: 'date' },
        { key: 'room', title: say('card-room'), type: 'text' },
        { key: 'shown', title: say('column-shown-as'), type: 'text', personal: 'name' },
        { key: 'tier', title: ctx.say('column-tier'), type: 'text' },
        { key: 'guests', title: say('card-guests'), type: 'integer' },
        { key: 'state', title: ctx.say('column-state'), type: 'text' },
      ],
      rows: rows.map((one) => [
        bookingName(one),
        labelIn(ctx, meals, one.meal),
        dueBy(one.meal),
        one.room,
        one.shown,
        one.tier,
        one.guests,
        say(`card-state-${one.state}`),
      ]),
      empty: say('card-due-none'),
    },
    json: rows.map((one) => ({
      booking: bookingName(one),
      code: codeOf(one.partyId!),
      shownAs: one.shown,
      meal: one.meal,
      by: dueBy(one.meal),
      room: one.room,
      tier: one.tier,
      guests: one.guests,
      state: one.state,
    })),
    ...(strangers.length === 0
      ? {}
      : {
          after: ctx.tell({
            code: 'card-strangers',
            params: {
              count: strangers.length,
              names: strangers
                .slice(0, 5)
                .map(({ name, room }) => `${room ?? ''} ${name}`.trim())
                .join('、'),
            },
          }),
        }),
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}
