import { businessDay } from '../../domain/calendar.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { showListing } from '../output.ts'
import { loadScheme, loadSchemes } from '../policies/load.ts'
import { compiledScheme } from './run-tiers.ts'

/** Checks one scheme, or all there are, before anything runs; a fault is told with its place and a caret. */
export async function runTierCheck(ctx: Context, name: string | undefined): Promise<void> {
  const book = await ctx.openBook()
  const settings = readSettings(book)
  const today = businessDay(ctx.now(), settings.time_zone)
  const schemes = name === undefined ? loadSchemes(ctx, book) : [loadScheme(ctx, book, name)]
  for (const scheme of schemes) compiledScheme(ctx, book, scheme, today)
  const { say, lang } = ctx
  showListing(ctx, {
    table: {
      key: 'schemes',
      title: say('tier-check-summary'),
      columns: [
        { key: 'key', title: ctx.tell({ code: 'sum-scheme' }), type: 'date' },
        { key: 'name', title: say('column-name'), type: 'text' },
        { key: 'levels', title: say('column-tier'), type: 'text' },
        { key: 'primary', title: say('tier-primary'), type: 'text' },
      ],
      rows: schemes.map((one) => [
        one.key,
        one[lang],
        one.levels.map(({ level }) => level).join(' '),
        one.key === settings.tier_scheme ? '✓' : '',
      ]),
    },
    after: say('tier-check-ok', { count: schemes.length }),
  })
  ctx.finish('done')
}
