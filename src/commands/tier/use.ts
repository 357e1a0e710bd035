import { businessDay } from '../../domain/calendar.ts'
import { KehuError } from '../../model/errors.ts'
import { usePrimary } from '../../store/analysis/tier-points.ts'
import { inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { readSettings } from '../../store/settings.ts'
import { countTiers, syncCards } from '../../store/tiers.ts'
import type { Context } from '../context.ts'
import { note, showValue } from '../output.ts'
import { loadSchemes } from '../policies/load.ts'
import { computeLevels, keepLevels } from './compute-run.ts'
import { compiledScheme } from './run-tiers.ts'

/** Puts a scheme in force: its levels stand on the cards from now on. One that never ran is run first; an undo puts all back. */
export async function runTierUse(ctx: Context, name: string): Promise<void> {
  const book = await ctx.openBook()
  const settings = readSettings(book)
  const schemes = loadSchemes(ctx, book)
  const scheme = schemes.find(({ key }) => key === name)
  if (scheme === undefined)
    throw new KehuError('usage', 'scheme-missing', { name, names: schemes.map(({ key }) => key).join(', ') })
  const at = ctx.now()
  const today = businessDay(at, settings.time_zone)
  const compiled = compiledScheme(ctx, book, scheme, today)
  const hasRun = countTiers(book, scheme.key).length > 0
  if (!hasRun) note(ctx, ctx.tell({ code: 'tier-use-run' }))
  const levels = hasRun ? undefined : computeLevels(book, compiled, today)
  const { operation, cards } = inTransaction(book, () => {
    const started = startOperation(book, { kind: 'tier', command: ctx.commandLine, staff: ctx.staff, at })
    if (levels !== undefined) keepLevels(book, started, levels, { today, at, isPrimary: false })
    usePrimary(book, started, { from: settings.tier_scheme, to: scheme.key })
    const changed = syncCards(book, scheme.key)
    started.finish(ctx.now(), { scheme: scheme.key, before: settings.tier_scheme, cards: changed })
    return { operation: started.id, cards: changed }
  })
  const json = { scheme: scheme.key, before: settings.tier_scheme, cards, operation }
  showValue(ctx, json, () => `${ctx.tell({ code: 'tier-used', params: { scheme: scheme[ctx.lang], cards } })}\n`)
  ctx.finish('done')
}
