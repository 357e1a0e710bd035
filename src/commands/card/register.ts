import { cardState, mealAt, meals } from '../../domain/cards/meals.ts'
import { KehuError } from '../../model/errors.ts'
import type { Book } from '../../store/book.ts'
import { addBooking, addIssue, type IssueLine, issueOf, listIssues } from '../../store/cards.ts'
import type { Context } from '../context.ts'
import { dayOfFlag, timeOfFlag } from '../days.ts'
import { wholeNumber } from '../flags.ts'
import { note, showListing, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { labelIn } from '../word-of.ts'
import { write } from '../write.ts'
import { clockOf } from './clock.ts'
import { bookingName, bookingsOf, type DayBooking, issueFacts } from './due.ts'
import { guestShownAs } from './read-cards.ts'

export interface IssueFlags {
  readonly to: string
  readonly pass?: string
  readonly quantity: string
  readonly at?: string
  readonly room?: string
  readonly adHoc: boolean
}

/** Hands a card to a head of section: for a booking of today, or ad hoc for a customer. */
export async function issueCard(ctx: Context, which: string, flags: IssueFlags): Promise<void> {
  const book = await ctx.openBook()
  const now = clockOf(ctx, book)
  const takenAt = flags.at === undefined ? now.time : timeOfFlag('--at', flags.at)
  const booking = bookingsOf(ctx, book, {}).find((one) => bookingName(one) === which.toLowerCase())
  if (booking !== undefined && booking.issue !== null)
    throw new KehuError('input', 'card-already-out', { number: booking.issue.id })
  const partyId = booking?.partyId ?? (await pickCustomer(ctx, book, booking === undefined ? which : booking.name))
  const given = {
    partyId,
    on: now.day,
    meal: booking?.meal ?? mealAt(takenAt),
    room: flags.room ?? booking?.room ?? null,
    shownAs: guestShownAs(book, partyId),
    quantity: wholeNumber('--quantity', flags.quantity),
    takenBy: flags.to,
    takenAt,
    passedTo: flags.pass ?? null,
    adHoc: flags.adHoc || booking === undefined,
  }
  const { result, operation } = write(ctx, book, { kind: 'card' }, (operation) => {
    const bookingId = booking === undefined ? null : (booking.id ?? addBooking(operation, { ...booking, partyId }))
    return {
      result: addIssue(operation, { ...given, bookingId }),
      summary: { shown: given.shownAs, quantity: given.quantity },
    }
  })
  tellIssued(ctx, book, { id: result, operation, booking })
}

function tellIssued(
  ctx: Context,
  book: Book,
  { id, operation, booking }: { id: number; operation: number; booking: DayBooking | undefined },
): void {
  const issue = issueOf(book, id)!
  const state = cardState(booking ?? issue, issueFacts(issue), clockOf(ctx, book))
  const params = {
    number: id,
    shown: issue.shownAs,
    room: issue.room ?? '',
    quantity: issue.quantity,
    to: issue.takenBy,
    at: issue.takenAt,
  }
  showValue(ctx, { ...issueJson(issue), state, operation }, () =>
    [ctx.tell({ code: 'card-issued', params }), ...(state === 'out-late' ? [ctx.tell({ code: 'card-was-late' })] : [])]
      .map((line) => `${line}\n`)
      .join(''),
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

function known(ctx: Context, book: Book, number: string): IssueLine {
  const id = wholeNumber(ctx.tell({ code: 'card-number' }), number)
  const issue = issueOf(book, id)
  if (issue === undefined) throw new KehuError('usage', 'card-missing-number', { id })
  return issue
}

/** The head of section hands it on to whoever waits at the table. */
export async function passCard(ctx: Context, number: string, flags: { to: string; at?: string }): Promise<void> {
  const book = await ctx.openBook()
  const issue = known(ctx, book, number)
  const at = flags.at === undefined ? clockOf(ctx, book).time : timeOfFlag('--at', flags.at)
  const { operation } = write(ctx, book, { kind: 'card' }, (operation) => {
    operation.update('card_issue', issue.id, { passed_to: flags.to, passed_at: at })
    return { result: null, summary: { card: issue.id, passed: flags.to } }
  })
  showValue(
    ctx,
    { ...issueJson({ ...issue, passedTo: flags.to, passedAt: at }), operation },
    () =>
      `${ctx.tell({ code: 'card-passed', params: { number: issue.id, shown: issue.shownAs, to: flags.to, at } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

/** Takes cards back; fewer than went out stay open unless it is told why they are missing. */
export async function returnCard(
  ctx: Context,
  numbers: readonly string[],
  flags: { readonly quantity?: string; readonly at?: string; readonly missing?: string },
): Promise<void> {
  const book = await ctx.openBook()
  const issues = numbers.map((number) => known(ctx, book, number))
  const at = flags.at === undefined ? clockOf(ctx, book).time : timeOfFlag('--at', flags.at)
  const count = flags.quantity === undefined ? null : wholeNumber('--quantity', flags.quantity)
  const returnedOf = (issue: IssueLine): number => {
    if (count === null) return flags.missing === undefined ? issue.quantity : issue.returned
    return Math.min(issue.quantity, issue.returned + count)
  }
  const { operation } = write(ctx, book, { kind: 'card' }, (operation) => {
    for (const issue of issues)
      operation.update('card_issue', issue.id, {
        returned: returnedOf(issue),
        returned_at: at,
        ...(flags.missing === undefined ? {} : { missing_why: flags.missing }),
      })
    return { result: null, summary: { cards: issues.map(({ id }) => id) } }
  })
  const back = issues.map((issue) => ({
    ...issue,
    returned: returnedOf(issue),
    returnedAt: at,
    missingWhy: flags.missing ?? null,
  }))
  showValue(ctx, back.map(issueJson), () =>
    back
      .map((one) => {
        const params = {
          number: one.id,
          shown: one.shownAs,
          returned: one.returned,
          quantity: one.quantity,
          why: one.missingWhy ?? '',
        }
        const code =
          one.returned >= one.quantity ? 'card-back' : one.missingWhy === null ? 'card-part-back' : 'card-lost'
        return `${ctx.tell({ code, params })}\n`
      })
      .join(''),
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

const issueJson = (one: IssueLine): Record<string, unknown> => ({
  ...one,
  partyId: undefined,
  number: one.id,
  id: undefined,
})

/** 领取、回收登记表 of a day; or every card that is still out. */
export async function listRegister(ctx: Context, flags: { on?: string }, out: boolean): Promise<void> {
  const book = await ctx.openBook()
  const now = clockOf(ctx, book)
  const on = flags.on === undefined ? now.day : dayOfFlag(ctx, '--on', flags.on, now.day)
  const lines = listIssues(book, out ? { out } : { on })
  const say = (code: string): string => ctx.tell({ code })
  const left = lines.reduce((sum, one) => sum + (one.missingWhy === null ? one.quantity - one.returned : 0), 0)
  showListing(ctx, {
    table: {
      key: 'cards',
      title: say(out ? 'card-missing' : 'card-list'),
      columns: [
        { key: 'number', title: say('card-number'), type: 'integer' },
        ...(out ? [{ key: 'on', title: ctx.say('column-on'), type: 'date' as const }] : []),
        { key: 'meal', title: say('column-meal'), type: 'text' },
        { key: 'room', title: say('card-room'), type: 'text' },
        { key: 'shown', title: say('column-shown-as'), type: 'text', personal: 'name' },
        { key: 'quantity', title: say('column-taken'), type: 'integer', total: true },
        { key: 'takenBy', title: say('column-taken-by'), type: 'text' },
        { key: 'takenAt', title: say('column-taken-at'), type: 'date' },
        { key: 'passedTo', title: say('column-passed-to'), type: 'text' },
        { key: 'returned', title: say('column-returned'), type: 'integer', total: true },
        { key: 'returnedAt', title: say('column-returned-at'), type: 'date' },
        { key: 'state', title: ctx.say('column-state'), type: 'text' },
      ],
      rows: lines.map((one) => [
        one.id,
        ...(out ? [one.on] : []),
        labelIn(ctx, meals, one.meal),
        one.room,
        one.shownAs,
        one.quantity,
        one.takenBy,
        one.takenAt,
        one.passedTo,
        one.returned,
        one.returnedAt,
        say(`card-state-${cardState(one, issueFacts(one), now)}`),
      ]),
      empty: say(out ? 'card-none-out' : 'card-none'),
    },
    json: lines.map(issueJson),
    ...(left === 0 ? {} : { after: ctx.tell({ code: 'card-left', params: { count: left } }) }),
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}
