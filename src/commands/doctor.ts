import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { searchSetting } from '../domain/search/setting.ts'
import { listLeftovers, removeLeftovers } from '../files/leftovers.ts'
import { type Diagnosis, examineBook, repairBook } from '../store/care/doctor.ts'
import type { Context } from './context.ts'
import { note, showListing } from './output.ts'

/** Half files younger than this may still be written. */
const HALF_FILES_MS = 24 * 3600 * 1000
const MINOR: ReadonlySet<Diagnosis['check']> = new Set(['space', 'permissions', 'half-files'])

export const doctorCommand = (ctx: Context): Command =>
  new Command('doctor')
    .summary(ctx.say('doctor-summary'))
    .option('--repair', ctx.say('doctor-repair'), false)
    .action(async (flags: { repair: boolean }) => runDoctor(ctx, flags))

/** Checks the book from the file up, and mends what is derived where asked. */
export async function runDoctor(ctx: Context, { repair }: { readonly repair: boolean }): Promise<void> {
  const book = await ctx.openBook()
  const { say } = ctx
  const folders = [dirname(book.path), join(dirname(book.path), 'backups')]
  const age = { now: Date.parse(ctx.now()), olderThan: HALF_FILES_MS }
  if (repair) {
    for (const name of repairBook(book, searchSetting)) note(ctx, say('doctor-mended', { what: name }))
    const gone = folders.map((folder) => removeLeftovers(folder, age)).reduce((sum, count) => sum + count, 0)
    if (gone > 0) note(ctx, say('doctor-swept', { count: gone }))
  }
  const half = folders.flatMap((folder) => listLeftovers(folder, age))
  const all: Diagnosis[] = [
    ...examineBook(book, searchSetting),
    { check: 'half-files', ok: half.length === 0, detail: half.slice(0, 3).join('; '), repairable: true },
  ]
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
  const serious = bad.filter(({ check }) => !MINOR.has(check))
  ctx.finish(serious.length > 0 ? 'checks-failed' : bad.length > 0 ? 'checks-warned' : 'done')
}
