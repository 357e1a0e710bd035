import { Command } from 'commander'
import { addTypedBooking, type BookingFlags } from './card/book.ts'
import { listDueCards } from './card/due.ts'
import { printCards } from './card/print.ts'
import { type IssueFlags, issueCard, listRegister, passCard, returnCard } from './card/register.ts'
import { seatGuests, showSeats } from './card/seats.ts'
import type { Context } from './context.ts'

/** Opens a sub-verb with the help of `code`. */
type Part = (name: string, code: string, isDefault?: boolean) => Command

export function cardCommand(ctx: Context): Command {
  const say = (code: string): string => ctx.tell({ code })
  const command = new Command('card').summary(say('card-summary')).description(say('card-description'))
  const part = (name: string, code: string, isDefault = false): Command =>
    command.command(name, { isDefault }).summary(say(code)).description(say(code))
  bookingParts(ctx, part)
  registerParts(ctx, part)
  seatParts(ctx, part)
  return command
}

function bookingParts(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  part('book', 'card-book')
    .argument('<guest>', say('card-guest'))
    .option('--phone <number>', say('card-phone'))
    .option('--on <day>', say('card-on'))
    .option('--meal <meal>', say('card-meal'))
    .option('--time <time>', say('log-time'))
    .option('--room <room>', say('card-room'))
    .option('--guests <count>', say('card-guests'))
    .action(async (guest: string, flags: BookingFlags) => addTypedBooking(ctx, guest, flags))
  part('due', 'card-due', true)
    .option('--on <day>', say('card-on'))
    .option('--meal <meal>', say('card-meal'))
    .option('--late', say('card-late-only'), false)
    .action(async (flags) => listDueCards(ctx, flags))
  part('print', 'card-print')
    .argument('[customer...]', ctx.say('why-customer'))
    .option('--on <day>', say('card-on'))
    .option('--meal <meal>', say('card-meal'))
    .option('--house <name>', say('card-house'), '')
    .option('-o, --output <file>', ctx.say('flag-output'))
    .action(async (customers: string[], flags) => printCards(ctx, customers, flags))
}

function registerParts(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  part('issue', 'card-issue')
    .argument('<booking>', say('card-which'))
    .requiredOption('--to <head>', say('card-to'))
    .option('--pass <waiter>', say('card-pass-to'))
    .option('--quantity <count>', say('card-quantity'), '1')
    .option('--at <time>', say('card-at'))
    .option('--room <room>', say('card-room'))
    .option('--ad-hoc', say('card-ad-hoc'), false)
    .action(async (booking: string, flags: IssueFlags) => issueCard(ctx, booking, flags))
  part('pass', 'card-pass')
    .argument('<number>', say('card-number'))
    .requiredOption('--to <waiter>', say('card-pass-to'))
    .option('--at <time>', say('card-at'))
    .action(async (number: string, flags: { to: string; at?: string }) => passCard(ctx, number, flags))
  part('return', 'card-return')
    .argument('<number...>', say('card-number'))
    .option('--quantity <count>', say('card-returned-count'))
    .option('--at <time>', say('card-at'))
    .option('--missing <why>', say('card-missing-why'))
    .action(async (numbers: string[], flags) => returnCard(ctx, numbers, flags))
  part('list', 'card-list')
    .option('--on <day>', say('card-on'))
    .action(async (flags: { on?: string }) => listRegister(ctx, flags, false))
}

function seatParts(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  part('seat', 'card-seat')
    .argument('<booking>', say('card-seat-booking'))
    .argument('<place=guest...>', say('card-seat-who'))
    .option('--on <day>', say('card-on'))
    .action(async (booking: string, seats: string[], flags: { on?: string }) => seatGuests(ctx, booking, seats, flags))
  part('seats', 'card-seats')
    .argument('[booking]', say('card-seat-booking'))
    .option('--on <day>', say('card-on'))
    .action(async (booking: string | undefined, flags: { on?: string }) => showSeats(ctx, booking, flags))
  part('missing', 'card-missing').action(async () => listRegister(ctx, {}, true))
}
