import { Command } from 'commander'
import { examineBook, repairBook } from '../store/care/doctor.ts'
import type { Context } from './context.ts'
import { note, showListing } from './output.ts'

export const doctorCommand = (ctx: Context): Command =>
  new Command('doctor')
    .summary(ctx.say('doctor-summary'))
    .option('--repair', ctx.say('doctor-repair'), false)
    .action(async (flags: { repair: boolean }) => runDoctor(ctx, flags))

/** Checks the book from the file up, and mends what is derived where asked. */
export async function runDoctor(ctx: Context, { repair }: { readonly repair: boolean }): Promise<void> {
  const book = await ctx.openBook()
  const { say } = ctx
  if (repair) for (const name of repairBook(book)) note(ctx, say('doctor-mended', { what: name }))
  const all = examineBook(book)
  showListing(ctx, {
    table: {
      key: 'doctor',
      title: say('doctor-summary'),
      columns: [
        { key: 'check', title: say('column-what'), type: 'text' },
        { key: 'ok', title: say('column-state'), type: 'text' },
        { key: 'detail', title: say('column-detail'), type: 'text' },
      ],
      rows: all.map(({ check, ok, detail }) => [say(`doctor-${check}`), ok ? '✓' : '✗', detail]),
    },
    json: all,
  })
  const bad = all.filter(({ ok }) => !ok)
  if (bad.some(({ repairable }) => repairable)) note(ctx, say('doctor-hint'))
  // Space and permissions are worth a word; what is broken inside the book is a failure.
  const serious = bad.filter(({ check }) => check !== 'space' && check !== 'permissions')
  ctx.finish(serious.length > 0 ? 'checks-failed' : bad.length > 0 ? 'checks-warned' : 'done')
}
