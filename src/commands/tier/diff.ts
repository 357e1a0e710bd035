import { businessDay } from '../../domain/calendar.ts'
import { directionOf, tierMoves } from '../../domain/tiers/moves.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { levelsAt, listTierRuns } from '../../store/analysis/tier-points.ts'
import type { Book } from '../../store/book.ts'
import { namesOf } from '../../store/party-names.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { dayFlag, wholeNumber } from '../flags.ts'
import { showListing } from '../output.ts'
import { loadScheme } from '../policies/load.ts'

export interface DiffOptions {
  readonly from: string
  readonly to: string | undefined
  readonly scheme?: string
  readonly limit: string
}

/** Says who went up and who went down between two days or two runs. */
export async function runTierDiff(ctx: Context, options: DiffOptions): Promise<void> {
  const book = await ctx.openBook()
  const settings = readSettings(book)
  const scheme = loadScheme(ctx, book, options.scheme ?? settings.tier_scheme)
  const limit = wholeNumber('--limit', options.limit)
  const to = options.to ?? businessDay(ctx.now(), settings.time_zone)
  const before = levelsAt(book, scheme.key, pointOf(ctx, book, scheme.key, options.from))
  const after = levelsAt(book, scheme.key, pointOf(ctx, book, scheme.key, to))
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b)
  const levelsOf = (levels: ReadonlyMap<number, string | null>) => ids.map((id) => levels.get(id) ?? null)
  const order = scheme.levels.map(({ level }) => level)
  const moves = tierMoves(ids, levelsOf(before), levelsOf(after))
  const counts = { up: 0, down: 0, first: 0, lost: 0 }
  for (const move of moves) counts[directionOf(move, order)] += move.ids.length
  const shown = moves.flatMap((move) => move.ids.slice(0, limit))
  const names = namesOf(book, shown)
  const { say } = ctx
  const tell = (code: string, params = {}): string => ctx.tell({ code, params })
  showListing(ctx, {
    table: {
      key: 'diff',
      title: tell('tier-diff-summary'),
      columns: [
        { key: 'move', title: say('column-change'), type: 'text' },
        { key: 'from', title: say('move-from'), type: 'text' },
        { key: 'to', title: say('move-to'), type: 'text' },
        { key: 'customers', title: say('column-customers'), type: 'integer', total: true },
        { key: 'who', title: say('move-who'), type: 'text', personal: 'name' },
      ],
      rows: moves.map((move) => [
        tell(`tier.${directionOf(move, order)}`),
        move.from ?? '—',
        move.to ?? '—',
        move.ids.length,
        move.ids
          .slice(0, limit)
          .map((id) => `${codeOf(id)} ${names.get(id) ?? ''}`)
          .join('、'),
      ]),
      empty: say('move-none'),
    },
    json: moves.map((move) => ({
      direction: directionOf(move, order),
      from: move.from,
      to: move.to,
      customers: move.ids.length,
      codes: move.ids.slice(0, limit).map(codeOf),
    })),
    after: tell('tier-diff-done', { from: options.from, to, ...counts }),
  })
  ctx.finish(moves.length === 0 ? 'nothing' : 'done')
}

/** `2026-11-01`, or `#3` for the state after run 3. @throws {KehuError} `tier-run-missing`, `flag-bad-value` */
function pointOf(ctx: Context, book: Book, scheme: string, text: string): { day: string } | { operation: number } {
  const [, number] = /^#(\d+)$/.exec(text.normalize('NFKC').trim()) ?? []
  if (number === undefined) return { day: dayFlag(ctx, ctx.tell({ code: 'tier-diff-from' }), text) }
  const run = listTierRuns(book, scheme, -1).find(({ id }) => id === Number(number))
  if (run === undefined) throw new KehuError('usage', 'tier-run-missing', { id: number })
  return { operation: run.operation }
}

/** Lists the runs that were made, newest first. */
export async function runTierRuns(
  ctx: Context,
  { scheme, limit }: { readonly scheme?: string; readonly limit: string },
): Promise<void> {
  const book = await ctx.openBook()
  const runs = listTierRuns(book, scheme ?? null, wholeNumber('--limit', limit))
  const { say } = ctx
  showListing(ctx, {
    table: {
      key: 'runs',
      title: ctx.tell({ code: 'tier-runs-summary' }),
      columns: [
        { key: 'run', title: ctx.tell({ code: 'column-run' }), type: 'text' },
        { key: 'on', title: say('column-on'), type: 'date' },
        { key: 'scheme', title: say('tier-scheme'), type: 'text' },
        { key: 'customers', title: say('column-customers'), type: 'integer' },
        { key: 'levels', title: say('column-tier'), type: 'text' },
      ],
      rows: runs.map((run) => [`#${run.id}`, run.on, run.scheme, run.customers, levelsText(run.summary)]),
      empty: say('move-none'),
    },
    json: runs.map(({ summary, ...run }) => ({ ...run, levels: JSON.parse(summary) as unknown })),
  })
  ctx.finish(runs.length === 0 ? 'nothing' : 'done')
}

const levelsText = (summary: string): string =>
  Object.entries(JSON.parse(summary) as Record<string, number>)
    .map(([level, count]) => `${level === '' ? '—' : level} ${count}`)
    .join('  ')
