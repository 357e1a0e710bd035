import { addDays, businessDay } from '../../domain/calendar.ts'
import { type CompiledScheme, compileScheme } from '../../domain/tiers/compile.ts'
import { computeTiers } from '../../domain/tiers/compute.ts'
import { clauseFacts } from '../../domain/tiers/explain.ts'
import { measures } from '../../domain/tiers/measures.ts'
import { tierMoves } from '../../domain/tiers/moves.ts'
import type { MeasureColumns, TierOutcome, TierScheme } from '../../model/tiers.ts'
import type { IsoDate } from '../../model/units.ts'
import { inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { readMeasures } from '../../store/measures.ts'
import { readSettings } from '../../store/settings.ts'
import { currentLevels, type NewTier, overridesOn, saveTierRun } from '../../store/tiers.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'
import { loadScheme, policyBroken } from '../policies/load.ts'

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
  const compiled = compiledScheme(ctx, scheme, today)
  const columns = readMeasures(book, { today, periodFrom: addDays(today, -scheme.periodDays) })
  const outcome = computeTiers(compiled, columns)
  const byHand = overridesOn(book, scheme.key, today)
  const levels = Array.from(
    outcome.level,
    (level, row) => byHand.get(Number(columns.ids[row]))?.level ?? scheme.levels[level]?.level ?? null,
  )
  const before = currentLevels(book, scheme.key)
  const was = Array.from(columns.ids, (id) => before.get(Number(id)) ?? null)
  const moves = tierMoves(columns.ids, was, levels)
  const counts = countBy(levels)
  if (!options.dryRun)
    inTransaction(book, () => {
      const operation = startOperation(book, { kind: 'tier', command: ctx.commandLine, staff: ctx.staff, at })
      const saved = saveTierRun(book, operation, {
        scheme: scheme.key,
        version: versionOf(scheme),
        isPrimary: scheme.key === settings.tier_scheme,
        at,
        onDay: today,
        tiers: newTiers(compiled, columns, { outcome, byHand }),
        customers: columns.count,
        summary: counts,
      })
      operation.finish(ctx.now(), {
        scheme: scheme.key,
        customers: columns.count,
        moved: saved.moved,
        first: saved.first,
      })
    })
  showTiers(ctx, { scheme, counts, moves, customers: columns.count, dryRun: options.dryRun })
  ctx.finish('done')
}

/** A scheme ready to run. @throws {KehuError} `policy-broken` */
export function compiledScheme(ctx: Context, scheme: TierScheme, today: IsoDate): CompiledScheme {
  const outcome = compileScheme(scheme, { measures, fields: new Map(), today })
  if (!outcome.ok) throw policyBroken(ctx, `tiers/${scheme.key}`, outcome.faults)
  return outcome.compiled
}

/** The document itself is the version: a scheme that was changed is another one. */
export function versionOf(scheme: TierScheme): string {
  let hash = 0
  for (const unit of JSON.stringify(scheme)) hash = (Math.imul(hash, 31) + unit.codePointAt(0)!) >>> 0
  return hash.toString(16).padStart(8, '0')
}

interface Computed {
  readonly outcome: TierOutcome
  /** Levels given by hand, which count before any clause. */
  readonly byHand: ReadonlyMap<number, { readonly level: string; readonly reason: string }>
}

function* newTiers(
  compiled: CompiledScheme,
  columns: MeasureColumns,
  { outcome, byHand }: Computed,
): Generator<NewTier> {
  const { scheme, clauses } = compiled
  const factsOf = clauseFacts(compiled, columns)
  for (let row = 0; row < columns.count; row++) {
    const clause = outcome.clause[row]!
    const possible = outcome.possible[row]!
    const partyId = Number(columns.ids[row])
    const given = byHand.get(partyId)
    if (given !== undefined) {
      const reason = JSON.stringify([{ key: 'override', type: 'text', value: given.reason }])
      yield { partyId, level: given.level, clause: 'override', facts: reason, unknowns: null }
      continue
    }
    yield {
      partyId,
      level: scheme.levels[outcome.level[row]!]?.level ?? null,
      clause: clauses[clause]?.clause.id ?? null,
      facts: factsOf(clause, row),
      unknowns: possible < 0 ? null : (scheme.levels[possible]?.level ?? null),
    }
  }
}

function countBy(levels: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const level of levels) counts[level ?? ''] = (counts[level ?? ''] ?? 0) + 1
  return counts
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
  note(
    ctx,
    say(dryRun ? 'tier-would' : 'tier-done', { customers, moved: moved.reduce((sum, { ids }) => sum + ids.length, 0) }),
  )
}
