import { type Anomaly, findAnomalies } from '../../domain/access/anomalies.ts'
import { addDays, startOfDay, wallClock, weekday } from '../../domain/calendar.ts'
import { codeOf } from '../../model/party-code.ts'
import { readLooks } from '../../store/access-log.ts'
import type { Book } from '../../store/book.ts'
import { readSettings } from '../../store/settings.ts'
import { loadAccessPolicy } from '../access/policy.ts'
import type { Context } from '../context.ts'
import { wholeNumber } from '../flags.ts'
import { showListing } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { todayOf } from '../write.ts'

export interface LooksFlags {
  readonly staff?: string
  readonly kind?: string
  readonly days?: string
  readonly limit: string
}

/** Shows who saw or took what, newest first. */
export async function showLooks(ctx: Context, customer: string | undefined, flags: LooksFlags): Promise<void> {
  const book = await ctx.openBook()
  const zone = readSettings(book).time_zone
  const partyId = customer === undefined ? undefined : await pickCustomer(ctx, book, customer)
  const found = readLooks(book, {
    limit: wholeNumber('--limit', flags.limit),
    ...(partyId === undefined ? {} : { partyId }),
    ...(flags.staff === undefined ? {} : { staff: flags.staff }),
    ...(flags.kind === undefined ? {} : { kind: flags.kind }),
    ...(flags.days === undefined ? {} : { since: sinceOf(ctx, book, flags.days) }),
  })
  const title = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'access',
      title: title('audit-access-summary'),
      columns: [
        { key: 'at', title: ctx.say('column-at'), type: 'date' },
        { key: 'staff', title: title('privacy-staff'), type: 'date' },
        { key: 'kind', title: ctx.say('column-kind'), type: 'date' },
        { key: 'code', title: ctx.say('column-code'), type: 'date' },
        { key: 'rows', title: title('privacy-rows'), type: 'integer' },
        { key: 'what', title: ctx.say('column-what'), type: 'text' },
        { key: 'filter', title: title('audit-filter'), type: 'text' },
        { key: 'purpose', title: title('privacy-purpose'), type: 'text' },
        { key: 'sha256', title: 'SHA-256', type: 'text' },
      ],
      rows: found.map((one) => [
        ...[wallClock(one.at, zone), one.staff, title(`access-kind.${one.kind}`)],
        ...[one.partyId === null ? null : codeOf(one.partyId), one.rows, one.what, one.filter, one.purpose],
        one.sha256 === null ? null : one.sha256.slice(0, 12),
      ]),
      empty: title('audit-no-looks'),
    },
    json: found.map(({ partyId: id, ...one }) => ({ ...one, code: id === null ? null : codeOf(id) })),
  })
  ctx.finish(found.length === 0 ? 'nothing' : 'done')
}

const sinceOf = (ctx: Context, book: Book, days: string): string =>
  startOfDay(addDays(todayOf(ctx, book), 1 - wholeNumber('--days', days)), readSettings(book).time_zone)

/** The unusual in the last days, by the thresholds in force. */
export function anomaliesOf(ctx: Context, book: Book, days: string): Anomaly[] {
  const zone = readSettings(book).time_zone
  const looks = readLooks(book, { since: sinceOf(ctx, book, days), limit: -1 })
  const { watch } = loadAccessPolicy(ctx, book)
  return findAnomalies(looks, watch, { clockOf: (at) => wallClock(at, zone), weekdayOf: weekday })
}

/** Shows what is worth a question: bulk exports, odd hours, many look-ups, one customer again and again, refusals. */
export async function showAnomalies(ctx: Context, days: string): Promise<void> {
  const found = anomaliesOf(ctx, await ctx.openBook(), days)
  const title = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'anomalies',
      title: title('audit-anomalies-summary'),
      columns: [
        { key: 'day', title: title('privacy-on-column'), type: 'date' },
        { key: 'staff', title: title('privacy-staff'), type: 'date' },
        { key: 'kind', title: ctx.say('column-what'), type: 'text' },
        { key: 'count', title: title('audit-count'), type: 'integer' },
        { key: 'limit', title: title('audit-limit'), type: 'integer' },
      ],
      rows: found.map((one) => [one.day, one.staff, title(`anomaly.${one.kind}`), one.count, one.limit || null]),
      empty: title('anomalies-none'),
    },
    json: found,
  })
  ctx.finish(found.length === 0 ? 'done' : 'checks-warned')
}
