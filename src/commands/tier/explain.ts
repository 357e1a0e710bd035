import { addDays, businessDay } from '../../domain/calendar.ts'
import { codeOf } from '../../domain/search/query.ts'
import { computeTiers } from '../../domain/tiers/compute.ts'
import { explainTier } from '../../domain/tiers/explain.ts'
import { measures } from '../../domain/tiers/measures.ts'
import { tierSentence, valueText } from '../../render/tier-explanation.ts'
import { readCustomerFile } from '../../store/customer-file.ts'
import { readMeasuresOf } from '../../store/measures.ts'
import { readSettings } from '../../store/settings.ts'
import { overridesOn, readTier } from '../../store/tiers.ts'
import type { Context } from '../context.ts'
import { showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { loadScheme } from '../policies/load.ts'
import { compiledScheme } from './run-tiers.ts'

/** Says why a customer has its tier, as a manager would, with every number and the way it got there. */
export async function runTierExplain(ctx: Context, customer: string, schemeName: string | undefined): Promise<void> {
  const book = await ctx.openBook()
  const settings = readSettings(book)
  const scheme = loadScheme(ctx, book, schemeName ?? settings.tier_scheme)
  const id = await pickCustomer(ctx, book, customer)
  const today = businessDay(ctx.now(), settings.time_zone)
  const compiled = compiledScheme(ctx, scheme, today)
  const columns = readMeasuresOf(book, id, { today, periodFrom: addDays(today, -scheme.periodDays) })
  const explanation = explainTier(compiled, columns, computeTiers(compiled, columns), 0)
  const { moves, assignment } = readTier(book, id, scheme.key)
  const name = String(readCustomerFile(book, id, 0).party['name'])
  const { lang, say } = ctx
  showValue(ctx, { code: codeOf(id), name, explanation, stored: assignment ?? null, history: moves }, () => {
    const given = overridesOn(book, scheme.key, today).get(id)
    const byHand = given === undefined ? [] : [say('tier-by-hand', given)]
    const lines = [...byHand, tierSentence(explanation, { lang, name: `${name}（${codeOf(id)}）`, measures })]
    for (const used of explanation.next?.inputs ?? []) {
      const label = measures.find(({ key }) => key === used.key)?.[lang] ?? used.key
      lines.push(`  ${label}  ${valueText(used, { lang, measures })}`)
    }
    const stored = assignment?.level ?? null
    if (assignment !== undefined && stored !== (explanation.level?.level ?? null))
      lines.push(say('tier-stale', { stored: stored ?? '—' }))
    for (const { on, from, to, clause } of moves) lines.push(`  ${on}  ${from ?? '—'} → ${to ?? '—'}  ${clause ?? ''}`)
    return `${lines.join('\n')}\n`
  })
  ctx.finish('done')
}
