import { mealAt, meals } from '../../domain/cards/meals.ts'
import { searchWords } from '../../domain/search/query.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { addBooking } from '../../store/cards.ts'
import { findParties } from '../../store/find.ts'
import type { Context } from '../context.ts'
import { dayOfFlag, timeOfFlag } from '../days.ts'
import { wholeNumber } from '../flags.ts'
import { note, showValue } from '../output.ts'
import { labelIn, wordOf } from '../word-of.ts'
import { write } from '../write.ts'
import { clockOf } from './clock.ts'

export interface BookingFlags {
  readonly phone?: string
  readonly on?: string
  readonly meal?: string
  readonly time?: string
  readonly room?: string
  readonly guests?: string
}

/** Takes a booking, and tells at once whether the guest is known. */
export async function addTypedBooking(ctx: Context, guest: string, flags: BookingFlags): Promise<void> {
  const book = await ctx.openBook()
  const now = clockOf(ctx, book)
  const time = flags.time === undefined ? null : timeOfFlag('--time', flags.time)
  const meal = flags.meal === undefined ? mealAt(time ?? now.time) : wordOf(ctx, '--meal', flags.meal, meals)
  const known = recognised(book, guest, flags.phone)
  const row = {
    interactionId: null,
    partyId: known.length === 1 ? known[0]!.id : null,
    on: flags.on === undefined ? now.day : dayOfFlag(ctx, '--on', flags.on, now.day),
    meal,
    room: flags.room ?? null,
    name: known.length === 1 ? known[0]!.name : guest,
    phone: flags.phone ?? known[0]?.phone ?? null,
    guests: flags.guests === undefined ? null : wholeNumber('--guests', flags.guests),
    time,
  }
  const { result, operation } = write(ctx, book, { kind: 'card' }, (operation) => ({
    result: addBooking(operation, row),
    summary: { booking: row.name, on: row.on, meal },
  }))
  const params = { number: result, name: row.name, on: row.on, meal: labelIn(ctx, meals, meal), room: row.room ?? '' }
  const code = row.partyId === null ? null : codeOf(row.partyId)
  showValue(ctx, { number: result, code, name: row.name, on: row.on, meal, room: row.room, operation }, () => {
    const whose = known.length > 1 ? known.map((one) => `${codeOf(one.id)} ${one.name}`).join('、') : (code ?? '')
    const told = known.length === 1 ? 'card-known' : known.length === 0 ? 'card-unknown' : 'card-several'
    return `${ctx.tell({ code: 'card-booked', params })}\n${ctx.tell({ code: told, params: { whose } })}\n`
  })
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

/** Who is meant: by phone first, for names repeat; several where it can't be told. */
function recognised(
  book: Book,
  guest: string,
  phone: string | undefined,
): { id: number; name: string; phone: string | null }[] {
  const byPhone = phone === undefined ? [] : findParties(book, { ...searchWords(phone), limit: 5 })
  const words = searchWords(guest)
  const found = byPhone.length > 0 ? byPhone : findParties(book, { ...words, limit: 5 })
  return found.filter(({ by }) => by === found[0]?.by)
}
