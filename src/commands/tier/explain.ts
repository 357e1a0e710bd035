import { businessDay } from '../../domain/calendar.ts'
import type { CompiledScheme } from '../../domain/tiers/compile.ts'
import { computeTiers } from '../../domain/tiers/compute.ts'
import { explainTier } from '../../domain/tiers/explain.ts'
import { measures } from '../../domain/tiers/measures.ts'
import { codeOf } from '../../model/party-code.ts'
import type { TierExplanation, TierLevel } from '../../model/tiers.ts'
import type { IsoDate } from '../../model/units.ts'
import { tierSentence, valueText } from '../../render/tier-explanation.ts'
import { readEmployers } from '../../store/analysis/employers.ts'
import type { Book } from '../../store/book.ts'
import { readCustomerFile } from '../../store/customer-file.ts'
import { readSettings } from '../../store/settings.ts'
import { overridesOn, readTier } from '../../store/tiers.ts'
import type { Context } from '../context.ts'
import { showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { loadScheme } from '../policies/load.ts'
import { readInputsOf } from './read-inputs.ts'
import { compiledScheme } from './run-tiers.ts'

/** Says why a customer has its tier, as a manager would, with every number and the way it got there. */
export async function runTierExplain(ctx: Context, customer: string, schemeName: string | undefined): Promise<void> {
  const book = await ctx.openBook()
  const settings = readSettings(book)
  const scheme = loadScheme(ctx, book, schemeName ?? settings.tier_scheme)
  const id = await pickCustomer(ctx, book, customer)
  const today = businessDay(ctx.now(), settings.time_zone)
  const compiled = compiledScheme(ctx, book, scheme, today)
  const explanation = explanationOf(book, compiled, id)
  const { moves, assignment } = readTier(book, id, scheme.key)
  const name = nameOf(book, id)
  const given = overridesOn(book, scheme.key, today).get(id)
  const inherited = given === undefined ? inheritedFrom(book, { compiled, id, today, explanation }) : undefined
  const inForce = given?.level ?? inherited?.level ?? explanation.level?.level ?? null
  const { lang, say } = ctx
  const json = {
    code: codeOf(id),
    name,
    level: inForce,
    explanation,
    byHand: given ?? null,
    inherited: inherited ?? null,
  }
  showValue(ctx, { ...json, stored: assignment ?? null, history: moves }, () => {
    const lines = given === undefined ? [] : [say('tier-by-hand', given)]
    if (inherited !== undefined) lines.push(ctx.tell({ code: 'tier.inherited', params: { name, ...inherited } }))
    const who = lang === 'zh' ? `${name}（${codeOf(id)}）` : `${name} (${codeOf(id)})`
    lines.push(tierSentence(explanation, { lang, name: who, measures }))
    if ((explanation.next?.inputs ?? []).length > 0) lines.push(ctx.tell({ code: 'tier.now' }))
    for (const used of explanation.next?.inputs ?? []) {
      const label = measures.find(({ key }) => key === used.key)?.[lang] ?? used.key
      lines.push(`  ${label}  ${valueText(used, { lang, measures })}`)
    }
    lines.push(
      ...careOf(
        ctx,
        scheme.levels.find(({ level }) => level === inForce),
      ),
    )
    const stored = assignment?.level ?? null
    if (assignment !== undefined && stored !== inForce) lines.push(say('tier-stale', { stored: stored ?? '—' }))
    for (const { on, from, to, clause } of moves) lines.push(`  ${on}  ${from ?? '—'} → ${to ?? '—'}  ${clause ?? ''}`)
    return `${lines.join('\n')}\n`
  })
  ctx.finish('done')
}

const nameOf = (book: Book, id: number): string => String(readCustomerFile(book, id, 0).party['name'])

function explanationOf(book: Book, compiled: CompiledScheme, id: number): TierExplanation {
  const { scheme, clauses, vocabulary } = compiled
  const conditions = clauses.map(({ condition }) => condition)
  const columns = readInputsOf(book, id, { conditions, vocabulary, periodDays: scheme.periodDays })
  return explainTier(compiled, columns, computeTiers(compiled, columns), 0)
}

interface Heir {
  readonly compiled: CompiledScheme
  readonly id: number
  readonly today: IsoDate
  readonly explanation: TierExplanation
}

/** The better level of the organisation a person works for, where the scheme hands it down. */
function inheritedFrom(
  book: Book,
  { compiled, id, today, explanation }: Heir,
): { readonly level: string; readonly org: string } | undefined {
  const { scheme } = compiled
  if (scheme.inherit !== true) return undefined
  const place = (level: string | undefined): number => {
    const at = scheme.levels.findIndex((each) => each.level === level)
    return at === -1 ? scheme.levels.length : at
  }
  const given = overridesOn(book, scheme.key, today)
  const better = readEmployers(book, today)
    .filter(([person]) => person === id)
    .map(([, org]) => ({ org, level: given.get(org)?.level ?? explanationOf(book, compiled, org).level?.level }))
    .filter(({ level }) => place(level) < place(explanation.level?.level))
    .sort((a, b) => place(a.level) - place(b.level))[0]
  return better?.level === undefined
    ? undefined
    : { level: better.level, org: `${nameOf(book, better.org)}（${codeOf(better.org)}）` }
}

/** What is owed to a level: how often to get in touch, how often to verify, its benefits. */
function careOf(ctx: Context, level: TierLevel | undefined): string[] {
  const { lang } = ctx
  const tell = (code: string, params: Record<string, string | number>): string => ctx.tell({ code, params })
  const scopes = Object.entries(level?.verifyEvery ?? {}).map(([scope, days]) =>
    tell('tier.verify-scope', { scope: tell(`tier.scope.${scope}`, {}), days }),
  )
  return [
    ...(level?.contactEvery === undefined ? [] : [tell('tier.contact-every', { days: level.contactEvery })]),
    ...(scopes.length === 0 ? [] : [tell('tier.verify-every', { scopes: scopes.join(tell('tier.and', {})) })]),
    ...(level?.benefits === undefined
      ? []
      : [tell('tier.benefits', { benefits: level.benefits.map((each) => each[lang]).join(tell('tier.and', {})) })]),
  ]
}
