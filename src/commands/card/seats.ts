import { meals } from '../../domain/cards/meals.ts'
import { searchWords } from '../../domain/search/query.ts'
import { type SeatPosition, seatPositions } from '../../model/desk.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { seatMapText } from '../../render/seat-map.ts'
import type { Book } from '../../store/book.ts'
import { addBooking } from '../../store/cards.ts'
import { findParties } from '../../store/find.ts'
import { putSeats, type Seat, seatsAt } from '../../store/seats.ts'
import type { Context } from '../context.ts'
import { note, showValue } from '../output.ts'
import { labelIn, wordOf } from '../word-of.ts'
import { write } from '../write.ts'
import { bookingName, bookingsOf, type DayBooking } from './due.ts'

/** Found by these, somebody is meant; by a part of a name they may only be alike. */
const SURE = new Set(['code', 'phone', 'source-code', 'name', 'called', 'alias', 'short-name'])

/** 主陪=张总: a place and who sits there; whoever is in the book by that name alone is tied to it. @throws {KehuError} `flag-bad-value` */
export function readSeats(ctx: Context, book: Book, texts: readonly string[]): Seat[] {
  return texts.map((text) => {
    const [, place, who] = /^([^=＝]+)[=＝]([\s\S]*)$/.exec(text) ?? []
    if (place === undefined || who === undefined)
      throw new KehuError('usage', 'flag-bad-value', { flag: '餐位', value: text, expected: '主陪=张总' })
    const position = wordOf(ctx, ctx.tell({ code: 'card-seat-place' }), place.trim(), seatPositions)
    const name = who.trim()
    const found =
      name === '' ? [] : findParties(book, { ...searchWords(name), limit: 2 }).filter(({ by }) => SURE.has(by))
    return {
      position,
      partyId: found.length === 1 ? found[0]!.id : null,
      name: found.length === 1 ? found[0]!.name : name,
    }
  })
}

/** Writes down who sat where at a booking of a day. */
export async function seatGuests(
  ctx: Context,
  which: string,
  texts: readonly string[],
  flags: { readonly on?: string },
): Promise<void> {
  const book = await ctx.openBook()
  const booking = bookingCalled(ctx, book, which, flags)
  const seats = readSeats(ctx, book, texts)
  const { result, operation } = write(ctx, book, { kind: 'card' }, (operation) => {
    const bookingId = booking.id ?? addBooking(operation, booking)
    putSeats(book, operation, { bookingId }, seats)
    return { result: bookingId, summary: { booking: booking.name, seats: seats.length } }
  })
  showMap(ctx, booking, seatsAt(book, { bookingId: result }))
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

/** Draws the table of a booking, or of every booking of the day. */
export async function showSeats(
  ctx: Context,
  which: string | undefined,
  flags: { readonly on?: string },
): Promise<void> {
  const book = await ctx.openBook()
  const all = which === undefined ? bookingsOf(ctx, book, flags) : [bookingCalled(ctx, book, which, flags)]
  const seated = all
    .map((booking) => ({ booking, seats: booking.id === null ? [] : seatsAt(book, { bookingId: booking.id }) }))
    .filter(({ seats }) => which !== undefined || seats.length > 0)
  for (const { booking, seats } of seated) showMap(ctx, booking, seats)
  if (seated.length === 0) note(ctx, ctx.tell({ code: 'card-seats-none' }))
  ctx.finish(seated.length === 0 ? 'nothing' : 'done')
}

function bookingCalled(ctx: Context, book: Book, which: string, flags: { readonly on?: string }): DayBooking {
  const booking = bookingsOf(ctx, book, flags).find((one) => bookingName(one) === which.toLowerCase())
  if (booking === undefined) throw new KehuError('usage', 'booking-missing', { which })
  return booking
}

function showMap(ctx: Context, booking: DayBooking, seats: readonly Seat[]): void {
  const at = (position: SeatPosition): string => {
    const seat = seats.find((one) => one.position === position)
    return `${labelIn(ctx, seatPositions, position)} ${seat?.name ?? '—'}`
  }
  const { on, meal, room, name } = booking
  const json = seats.map((one) => ({
    position: one.position,
    name: one.name,
    code: one.partyId === null ? null : codeOf(one.partyId),
  }))
  showValue(ctx, { booking: booking.id, on, meal, room, name, seats: json }, () => {
    const head = [on, labelIn(ctx, meals, meal), room, name].filter((part) => part !== null && part !== '').join(' · ')
    const map = { top: at('host'), bottom: at('deputy'), left: at('guest'), right: at('second'), table: room ?? name }
    return `${head}\n${seatMapText(map)}`
  })
}
