import { dirname } from 'node:path'
import { wallClock } from '../../domain/calendar.ts'
import { nextDue } from '../../domain/schedule/due.ts'
import { installText } from '../../render/schedule.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { showListing } from '../output.ts'
import { loadSchedule } from './load-schedule.ts'

export interface ScheduleFlags {
  readonly print: 'list' | 'crontab' | 'systemd'
}

/** Shows who gets what when, or the lines that make the machine do it. */
export async function showSchedule(ctx: Context, { print }: ScheduleFlags): Promise<void> {
  const book = await ctx.openBook()
  if (print !== 'list') {
    const program = [globalThis.process.execPath, globalThis.process.argv[1] ?? 'kehu']
    const path = book.path
    ctx.io.out(installText(print, { program, book: path, folder: dirname(path), lang: ctx.lang }))
    return ctx.finish('done')
  }
  const say = (code: string): string => ctx.tell({ code })
  const now = wallClock(ctx.now(), readSettings(book).time_zone)
  const entries = loadSchedule(ctx, book)
  showListing(ctx, {
    table: {
      key: 'schedule',
      title: say('schedule-title'),
      columns: [
        { key: 'id', title: say('schedule-id'), type: 'text' },
        { key: 'report', title: say('schedule-report'), type: 'text' },
        { key: 'next', title: say('schedule-next'), type: 'date' },
        { key: 'period', title: say('schedule-period'), type: 'text' },
        { key: 'sender', title: say('schedule-sender'), type: 'text' },
        { key: 'receivers', title: say('schedule-receivers'), type: 'text' },
        { key: 'formats', title: say('schedule-formats'), type: 'text' },
      ],
      rows: entries.map((entry) => {
        const { dueAt, period } = nextDue(entry, now)
        const names = entry.receivers.map(({ name }) => name).join('、')
        return [entry.id, entry.report, dueAt, period, entry.sender, names, entry.formats.join(' ')]
      }),
    },
    after: say('schedule-install'),
  })
  ctx.finish('done')
}
