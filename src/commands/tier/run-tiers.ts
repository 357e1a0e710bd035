import { businessDay } from '../../domain/calendar.ts'
import { type CompiledScheme, compileScheme } from '../../domain/tiers/compile.ts'
import { tierMoves } from '../../domain/tiers/moves.ts'
import type { TierScheme } from '../../model/tiers.ts'
import type { IsoDate } from '../../model/units.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { readSettings } from '../../store/settings.ts'
import { currentLevels } from '../../store/tiers.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'
import { loadScheme, policyBroken } from '../policies/load.ts'
import { computeLevels, countBy, keepLevels } from './compute-run.ts'
import { vocabularyOf } from './vocabulary.ts'

export interface TierOptions {
  readonly scheme: string | undefined
  readonly dryRun: boolean
}

/** Computes every customer's tier and keeps what changed; a dry run shows who would move. */
export async function runTiers(ctx: Context, options: TierOptions): Promise<void> {
  const book = await ctx.openBook()
  const settings = readSettings(book)
  const scheme = loadScheme(ctx, book, options.scheme ?? settings.tier_scheme)
  const at = ctx.now()
  const today = businessDay(at, settings.time_zone)
  const computed = computeLevels(book, compiledScheme(ctx, book, scheme, today), today)
  const { columns, levels } = computed
  const before = currentLevels(book, scheme.key)
  const was = Array.from(columns.ids, (id) => before.get(Number(id)) ?? null)
  const moves = tierMoves(columns.ids, was, levels)
  if (!options.dryRun)
    inTransaction(book, () => {
      const operation = startOperation(book, { kind: 'tier', command: ctx.commandLine, staff: ctx.staff, at })
      const isPrimary = scheme.key === settings.tier_scheme
      const { moved, first } = keepLevels(book, operation, computed, { today, at, isPrimary })
      operation.finish(ctx.now(), { scheme: scheme.key, customers: columns.count, moved, first })
    })
  showTiers(ctx, { scheme, counts: countBy(levels), moves, customers: columns.count, dryRun: options.dryRun })
  ctx.finish('done')
}

/** A scheme ready to run. @throws {KehuError} `policy-broken` */
export function compiledScheme(ctx: Context, book: Book, scheme: TierScheme, today: IsoDate): CompiledScheme {
  const conditions = scheme.levels.flatMap(({ clauses }) => clauses.map(({ when }) => when))
  const outcome = compileScheme(scheme, vocabularyOf(book, conditions, today))
  if (!outcome.ok) throw policyBroken(ctx, `tiers/${scheme.key}`, outcome.faults)
  return outcome.compiled
}

interface Shown {
  readonly scheme: TierScheme
  readonly counts: Readonly<Record<string, number>>
  readonly moves: ReturnType<typeof tierMoves>
  readonly customers: number
  readonly dryRun: boolean
}

function showTiers(ctx: Context, { scheme, counts, moves, customers, dryRun }: Shown): void {
  const { say, lang } = ctx
  const rows = [...scheme.levels.map(({ level }) => level), ''].map((level) => {
    const known = scheme.levels.find((one) => one.level === level)
    const count = counts[level] ?? 0
    return [
      level === '' ? '—' : level,
      known?.[lang] ?? say('tier-none'),
      known?.card?.[lang] ?? '',
      count,
      customers === 0 ? 0 : count / customers,
    ]
  })
  const listing = {
    table: {
      key: 'tiers',
      title: scheme[lang],
      columns: [
        { key: 'level', title: say('column-tier'), type: 'text' as const },
        { key: 'name', title: say('column-name'), type: 'text' as const },
        { key: 'card', title: say('column-card'), type: 'text' as const },
        { key: 'customers', title: say('column-customers'), type: 'integer' as const },
        { key: 'share', title: say('column-share'), type: 'percent' as const },
      ],
      rows: rows.filter(([level, , , count]) => level !== '—' || Number(count) > 0),
    },
  }
  if (ctx.format === 'json' || ctx.format === 'jsonl') {
    const json = moves.map(({ from, to, ids }) => ({ from, to, customers: ids.length }))
    showListing(ctx, { ...listing, json: [{ scheme: scheme.key, customers, counts, moves: json, dryRun }] })
    return
  }
  showListing(ctx, listing)
  const moved = moves.filter(({ from }) => from !== null)
  for (const { from, to, ids } of moved)
    note(ctx, say('tier-moved', { from: from ?? '—', to: to ?? '—', count: ids.length }))
  const count = (some: typeof moves): number => some.reduce((sum, { ids }) => sum + ids.length, 0)
  const first = moves.filter(({ from, to }) => from === null && to !== null)
  note(ctx, say(dryRun ? 'tier-would' : 'tier-done', { customers, first: count(first), moved: count(moved) }))
}
