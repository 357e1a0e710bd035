import { wallClock } from '../../domain/calendar.ts'
import { listHandovers, markReceived } from '../../store/handovers.ts'
import { listReportRuns } from '../../store/report-runs.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { wholeNumber } from '../flags.ts'
import { note, showListing } from '../output.ts'

/** Lists the reports that were made, newest first, with what went wrong. */
export async function showHistory(ctx: Context, { report, limit }: { report: string | undefined; limit: number }) {
  const book = await ctx.openBook()
  const say = (code: string): string => ctx.tell({ code })
  const zone = readSettings(book).time_zone
  const runs = listReportRuns(book, { report, limit })
  showListing(ctx, {
    table: {
      key: 'runs',
      title: say('report-history-summary'),
      columns: [
        { key: 'made_at', title: say('history-made'), type: 'date' },
        { key: 'report', title: say('schedule-report'), type: 'text' },
        { key: 'period', title: say('schedule-period'), type: 'text' },
        { key: 'receiver', title: say('schedule-receivers'), type: 'text' },
        { key: 'format', title: say('schedule-formats'), type: 'text' },
        { key: 'rows', title: say('history-rows'), type: 'integer' },
        { key: 'milliseconds', title: say('history-ms'), type: 'integer' },
        { key: 'status', title: say('history-status'), type: 'text' },
        { key: 'place', title: say('history-place'), type: 'text' },
      ],
      rows: runs.map((run) => [
        wallClock(run.madeAt, zone),
        run.report,
        run.period,
        run.receiver,
        run.format,
        run.rows,
        run.milliseconds,
        say(`history-status.${run.status}`),
        run.error ?? run.path,
      ]),
      empty: say('history-none'),
    },
    json: runs,
  })
  ctx.finish(runs.length === 0 ? 'nothing' : 'done')
}

/** Lists the chain's hand-overs, newest first. */
export async function showChain(ctx: Context, limit: number): Promise<void> {
  const book = await ctx.openBook()
  const say = (code: string): string => ctx.tell({ code })
  const zone = readSettings(book).time_zone
  const lines = listHandovers(book, limit)
  showListing(ctx, {
    table: {
      key: 'chain',
      title: say('report-chain-summary'),
      columns: [
        { key: 'id', title: say('chain-number'), type: 'integer' },
        { key: 'entry', title: say('schedule-id'), type: 'text' },
        { key: 'period', title: say('schedule-period'), type: 'text' },
        { key: 'sender', title: say('schedule-sender'), type: 'text' },
        { key: 'receiver', title: say('schedule-receivers'), type: 'text' },
        { key: 'due_at', title: say('chain-due'), type: 'date' },
        { key: 'sent_at', title: say('chain-sent'), type: 'date' },
        { key: 'received_at', title: say('chain-received'), type: 'date' },
      ],
      rows: lines.map((line) => [
        line.id,
        line.entry,
        line.period,
        line.sender,
        line.receiver,
        line.dueAt,
        wallClock(line.sentAt, zone),
        line.receivedAt === null ? null : `${wallClock(line.receivedAt, zone)} ${line.receivedBy}`,
      ]),
      empty: say('chain-none'),
    },
    json: lines,
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}

/** Marks reports as received by whoever works here. */
export async function confirmReceipt(ctx: Context, numbers: readonly string[]): Promise<void> {
  const book = await ctx.openBook()
  const ids = numbers.map((text) => wholeNumber('<id>', text))
  const count = markReceived(book, ids, ctx.now(), ctx.staff)
  note(ctx, ctx.tell({ code: 'report-received-done', params: { count } }))
  ctx.finish(count === 0 ? 'nothing' : 'done')
}
