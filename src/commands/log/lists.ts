import { addDays, toDayNumber } from '../../domain/calendar.ts'
import { interactionKinds } from '../../domain/dictionary/choices.ts'
import { codeOf } from '../../model/party-code.ts'
import { type ContactLine, listContacts, listFollowUps } from '../../store/interactions.ts'
import type { Context } from '../context.ts'
import { dayOfFlag } from '../days.ts'
import { wholeNumber } from '../flags.ts'
import { showListing } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { contactWord, wordOf } from '../word-of.ts'
import { todayOf } from '../write.ts'

interface ListFlags {
  readonly from?: string
  readonly to?: string
  readonly kind?: string
  readonly staff?: string
  readonly major: boolean
  readonly limit: string
}

/** The contact book, newest first. */
export async function listLog(ctx: Context, customer: string | undefined, flags: ListFlags): Promise<void> {
  const book = await ctx.openBook()
  const today = todayOf(ctx, book)
  const lines = listContacts(book, {
    partyId: customer === undefined ? undefined : await pickCustomer(ctx, book, customer),
    from: flags.from === undefined ? undefined : dayOfFlag(ctx, '--from', flags.from, today),
    to: flags.to === undefined ? undefined : addDays(dayOfFlag(ctx, '--to', flags.to, today), 1),
    kind: flags.kind === undefined ? undefined : wordOf(ctx, '--kind', flags.kind, interactionKinds),
    staff: flags.staff,
    major: flags.major,
    limit: wholeNumber('--limit', flags.limit),
  })
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'contacts',
      title: say('log-list'),
      columns: [
        { key: 'on', title: ctx.say('column-on'), type: 'date' },
        { key: 'code', title: ctx.say('column-code'), type: 'date' },
        { key: 'name', title: ctx.say('column-name'), type: 'text', personal: 'name' },
        { key: 'kind', title: ctx.say('column-kind'), type: 'text' },
        { key: 'began', title: say('column-began'), type: 'text' },
        { key: 'content', title: ctx.say('column-content'), type: 'text' },
        { key: 'cost', title: say('column-cost'), type: 'money', total: true },
        { key: 'staff', title: ctx.say('column-staff'), type: 'text' },
      ],
      rows: lines.map((line) => [
        line.on_day,
        codeOf(line.live_id),
        line.name,
        `${contactWord(ctx, line.kind, line.customer_initiated)}${line.major === 1 ? ' ★' : ''}`,
        beganText(ctx, line),
        line.content,
        line.cost,
        line.staff,
      ]),
      empty: say('log-none'),
    },
    json: lines.map(contactJson),
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}

const beganText = (ctx: Context, { customer_initiated }: ContactLine): string =>
  customer_initiated === null ? '' : ctx.tell({ code: customer_initiated === 1 ? 'began-customer' : 'began-us' })

const contactJson = (line: ContactLine): Record<string, unknown> => ({
  code: codeOf(line.live_id),
  name: line.name,
  on: line.on_day,
  time: line.at_time,
  kind: line.kind,
  customerInitiated: line.customer_initiated === null ? null : line.customer_initiated === 1,
  staff: line.staff,
  people: line.people,
  place: line.place,
  purpose: line.purpose,
  content: line.content,
  cost: line.cost,
  major: line.major === 1,
  next: line.next_on,
})

interface DueFlags {
  readonly until?: string
  readonly staff?: string
  readonly limit: string
}

/** Follow-ups that were promised and not yet made. */
export async function listDue(ctx: Context, flags: DueFlags): Promise<void> {
  const book = await ctx.openBook()
  const today = todayOf(ctx, book)
  const until = flags.until === undefined ? today : dayOfFlag(ctx, '--until', flags.until, today)
  const lines = listFollowUps(book, { until, staff: flags.staff, limit: wholeNumber('--limit', flags.limit) })
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'due',
      title: say('log-due'),
      columns: [
        { key: 'next', title: say('column-due'), type: 'date' },
        { key: 'late', title: say('column-late'), type: 'integer' },
        { key: 'code', title: ctx.say('column-code'), type: 'date' },
        { key: 'name', title: ctx.say('column-name'), type: 'text', personal: 'name' },
        { key: 'content', title: say('column-last-talk'), type: 'text' },
        { key: 'staff', title: ctx.say('column-staff'), type: 'text' },
      ],
      rows: lines.map((line) => [
        line.next_on,
        Math.max(0, toDayNumber(today) - toDayNumber(line.next_on!)),
        codeOf(line.live_id),
        line.name,
        line.content,
        line.staff,
      ]),
      empty: say('due-none'),
    },
    json: lines.map(contactJson),
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}
