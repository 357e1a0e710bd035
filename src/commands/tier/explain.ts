import { businessDay } from '../../domain/calendar.ts'
import type { CompiledScheme } from '../../domain/tiers/compile.ts'
import { computeTiers } from '../../domain/tiers/compute.ts'
import { explainTier } from '../../domain/tiers/explain.ts'
import { codeOf } from '../../model/party-code.ts'
import type { TierExplanation } from '../../model/tiers.ts'
import type { IsoDate } from '../../model/units.ts'
import { readEmployers } from '../../store/analysis/employers.ts'
import type { Book } from '../../store/book.ts'
import { readCustomerFile } from '../../store/customer-file.ts'
import { judgementsOf } from '../../store/judgements.ts'
import { readSettings } from '../../store/settings.ts'
import { overridesOn, readTier } from '../../store/tiers.ts'
import type { Context } from '../context.ts'
import { showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { loadScheme } from '../policies/load.ts'
import { type ExplainedTier, explanationLines } from './explain-lines.ts'
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
  const byHand = overridesOn(book, scheme.key, today).get(id)
  const inherited = byHand === undefined ? inheritedFrom(book, { compiled, id, today, explanation }) : undefined
  const inForce = byHand?.level ?? inherited?.level ?? explanation.level?.level ?? null
  const told: ExplainedTier = {
    ...{ code: codeOf(id), name: nameOf(book, id), scheme, explanation, inForce, byHand, inherited },
    ...{ stored: assignment?.level, judgements: judgementsOf(book, id), moves },
  }
  const { code, name } = told
  const json = { code, name, level: inForce, explanation, byHand: byHand ?? null, inherited: inherited ?? null }
  showValue(
    ctx,
    { ...json, stored: assignment ?? null, history: moves },
    () => `${explanationLines(ctx, told).join('\n')}\n`,
  )
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
