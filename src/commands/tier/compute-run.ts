import type { CompiledScheme } from '../../domain/tiers/compile.ts'
import { computeTiers, inheritLevels } from '../../domain/tiers/compute.ts'
import { clauseFacts } from '../../domain/tiers/explain.ts'
import type { MeasureColumns, TierOutcome, TierScheme } from '../../model/tiers.ts'
import type { IsoDate, IsoInstant } from '../../model/units.ts'
import { readEmployers } from '../../store/analysis/employers.ts'
import type { Book } from '../../store/book.ts'
import type { Operation } from '../../store/journal.ts'
import { type NewTier, overridesOn, saveTierRun, type TierRunOutcome } from '../../store/tiers.ts'
import { readInputs } from './read-inputs.ts'

/** Every customer's level under a scheme, computed and not yet kept. */
export interface Levels {
  readonly compiled: CompiledScheme
  readonly columns: MeasureColumns
  readonly outcome: TierOutcome
  /** Level by row that counts: by hand, else the organisation's where inherited, else computed; null for none. */
  readonly levels: readonly (string | null)[]
  /** Row of the organisation a level is inherited from. */
  readonly from: ReadonlyMap<number, number>
  readonly byHand: ReadonlyMap<number, { readonly level: string; readonly reason: string }>
}

/** Computes the levels of all live customers; nothing is written. */
export function computeLevels(book: Book, compiled: CompiledScheme, today: IsoDate): Levels {
  const { scheme, clauses, vocabulary } = compiled
  const conditions = clauses.map(({ condition }) => condition)
  const columns = readInputs(book, { conditions, vocabulary, periodDays: scheme.periodDays })
  const outcome = computeTiers(compiled, columns)
  const byHand = overridesOn(book, scheme.key, today)
  const inherited =
    scheme.inherit === true
      ? inheritedLevels(book, { columns, outcome, byHand, scheme, today })
      : { level: outcome.level, from: new Map<number, number>() }
  const levels = new Array<string | null>(columns.count)
  const names = scheme.levels.map(({ level }) => level)
  for (let row = 0; row < columns.count; row++) levels[row] = names[inherited.level[row]!] ?? null
  if (byHand.size > 0)
    for (let row = 0; row < columns.count; row++) {
      const given = byHand.get(Number(columns.ids[row]))
      if (given !== undefined) levels[row] = given.level
    }
  return { compiled, columns, outcome, levels, from: inherited.from, byHand }
}

/** People of an organisation take its level, the one given to it by hand too, when theirs is lower. */
function inheritedLevels(
  book: Book,
  {
    columns,
    outcome,
    byHand,
    scheme,
    today,
  }: Pick<Levels, 'columns' | 'outcome' | 'byHand'> & { scheme: TierScheme; today: IsoDate },
): { level: Int16Array; from: ReadonlyMap<number, number> } {
  const rows = new Map<number, number>()
  for (let row = 0; row < columns.count; row++) rows.set(Number(columns.ids[row]), row)
  const pairs = readEmployers(book, today).flatMap(([person, org]): [number, number][] => {
    const [of, by] = [rows.get(person), rows.get(org)]
    return of === undefined || by === undefined ? [] : [[of, by]]
  })
  const own = outcome.level.slice()
  for (const [id, { level }] of byHand) {
    const row = rows.get(id)
    if (row !== undefined) own[row] = scheme.levels.findIndex((each) => each.level === level)
  }
  const level = inheritLevels(own, pairs)
  const from = new Map(pairs.filter(([of, by]) => level[of] !== own[of] && level[of] === own[by]))
  return { level, from }
}

export interface SchemeRun {
  readonly today: IsoDate
  readonly at: IsoInstant
  readonly isPrimary: boolean
}

/** Keeps computed levels: assignments, moves, and the level on the cards where the scheme is the primary one. */
export function keepLevels(book: Book, operation: Operation, levels: Levels, run: SchemeRun): TierRunOutcome {
  const { scheme } = levels.compiled
  return saveTierRun(book, operation, {
    scheme: scheme.key,
    version: versionOf(scheme),
    isPrimary: run.isPrimary,
    at: run.at,
    onDay: run.today,
    tiers: newTiers(levels),
    customers: levels.columns.count,
    summary: countBy(levels.levels),
  })
}

/** The document itself is the version: a scheme that was changed is another one. */
export function versionOf(scheme: TierScheme): string {
  let hash = 0
  for (const unit of JSON.stringify(scheme)) hash = (Math.imul(hash, 31) + unit.codePointAt(0)!) >>> 0
  return hash.toString(16).padStart(8, '0')
}

export function countBy(levels: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const level of levels) counts[level ?? ''] = (counts[level ?? ''] ?? 0) + 1
  return counts
}

const stated = (key: string, value: string): string => JSON.stringify([{ key, type: 'text', value }])

function* newTiers({ compiled, columns, outcome, levels, from, byHand }: Levels): Generator<NewTier> {
  const { scheme, clauses } = compiled
  const factsOf = clauseFacts(compiled, columns)
  for (let row = 0; row < columns.count; row++) {
    const partyId = Number(columns.ids[row])
    const level = levels[row]!
    const given = byHand.get(partyId)
    const org = from.get(row)
    if (given !== undefined) {
      yield { partyId, level, clause: 'override', facts: stated('override', given.reason), unknowns: null }
      continue
    }
    if (org !== undefined) {
      const facts = stated('inherited', String(columns.ids[org]))
      yield { partyId, level, clause: 'inherited', facts, unknowns: null }
      continue
    }
    const clause = outcome.clause[row]!
    const possible = outcome.possible[row]!
    yield {
      partyId,
      level,
      clause: clauses[clause]?.clause.id ?? null,
      facts: factsOf(clause, row),
      unknowns: possible < 0 ? null : (scheme.levels[possible]?.level ?? null),
    }
  }
}
