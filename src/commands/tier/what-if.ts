import { businessDay } from '../../domain/calendar.ts'
import { tierMoves } from '../../domain/tiers/moves.ts'
import { codeOf } from '../../model/party-code.ts'
import type { TierMove, TierScheme } from '../../model/tiers.ts'
import { namesOf } from '../../store/party-names.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { wholeNumber } from '../flags.ts'
import { showListing } from '../output.ts'
import { loadScheme } from '../policies/load.ts'
import { computeLevels } from './compute-run.ts'
import { compiledScheme } from './run-tiers.ts'

export interface WhatIfOptions {
  readonly scheme: string
  readonly against?: string
  readonly limit: string
}

/** Says who would move, from where to where, were another scheme in force; writes nothing. */
export async function runTierWhatIf(ctx: Context, options: WhatIfOptions): Promise<void> {
  const book = await ctx.openBook()
  const settings = readSettings(book)
  const today = businessDay(ctx.now(), settings.time_zone)
  const limit = wholeNumber('--limit', options.limit)
  const levelsUnder = (scheme: TierScheme) => computeLevels(book, compiledScheme(ctx, book, scheme, today), today)
  const before = levelsUnder(loadScheme(ctx, book, options.against ?? settings.tier_scheme))
  const after = levelsUnder(loadScheme(ctx, book, options.scheme))
  const moves = tierMoves(after.columns.ids, before.levels, after.levels)
  const names = namesOf(
    book,
    moves.flatMap(({ ids }) => ids.slice(0, limit)),
  )
  const { say } = ctx
  const who = (ids: readonly number[]): string =>
    ids
      .slice(0, limit)
      .map((id) => `${codeOf(id)} ${names.get(id) ?? ''}`)
      .join('、')
  showListing(ctx, {
    table: {
      key: 'moves',
      title: say('tier-whatif-summary'),
      columns: [
        { key: 'from', title: say('move-from'), type: 'text' },
        { key: 'to', title: say('move-to'), type: 'text' },
        { key: 'customers', title: say('column-customers'), type: 'integer' },
        { key: 'who', title: say('move-who'), type: 'text', personal: 'name' },
      ],
      rows: moves.map(({ from, to, ids }) => [from ?? '—', to ?? '—', ids.length, who(ids)]),
      empty: say('move-nobody'),
    },
    json: moves.map(({ from, to, ids }) => ({
      from,
      to,
      customers: ids.length,
      codes: ids.slice(0, limit).map(codeOf),
    })),
    after: say('tier-would', {
      customers: after.columns.count,
      first: countOf(moves.filter(({ from }) => from === null)),
      moved: countOf(moves.filter(({ from }) => from !== null)),
    }),
  })
  ctx.finish('done')
}

const countOf = (moves: readonly TierMove[]): number => moves.reduce((sum, { ids }) => sum + ids.length, 0)
