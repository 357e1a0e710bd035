import type { PolicyFault } from '../../model/segments.ts'
import type { TierClause, TierScheme } from '../../model/tiers.ts'
import { type Condition, parseCondition } from '../expressions/condition.ts'
import type { Vocabulary } from '../expressions/vocabulary.ts'

/** A scheme whose every clause has been checked. */
export interface CompiledScheme {
  readonly scheme: TierScheme
  readonly vocabulary: Vocabulary
  /** All clauses, best level first: the index is `TierOutcome.clause`. */
  readonly clauses: readonly CompiledClause[]
}

export interface CompiledClause {
  /** Index into `scheme.levels`. */
  readonly level: number
  readonly clause: TierClause
  readonly condition: Condition
}

export type SchemeOutcome =
  | { readonly ok: true; readonly compiled: CompiledScheme }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] }

/** Checks a scheme from end to end and gives all its faults at once; only a scheme without any can be run. */
export function compileScheme(scheme: TierScheme, vocabulary: Vocabulary): SchemeOutcome {
  const faults: PolicyFault[] = []
  const clauses: CompiledClause[] = []
  const levels = new Set<string>()
  const ids = new Set<string>()
  const conditions = new Map<string, string>()
  scheme.levels.forEach((level, l) => {
    if (levels.has(level.level))
      faults.push({ path: `levels[${l}].level`, reason: { code: 'tier-level-twice', params: { level: level.level } } })
    levels.add(level.level)
    level.clauses.forEach((clause, c) => {
      const path = `levels[${l}].clauses[${c}]`
      if (ids.has(clause.id))
        faults.push({ path: `${path}.id`, reason: { code: 'tier-clause-twice', params: { clause: clause.id } } })
      ids.add(clause.id)
      const earlier = conditions.get(clause.when)
      if (earlier !== undefined)
        faults.push({
          path: `${path}.when`,
          reason: { code: 'tier-clause-never', params: { clause: clause.id, earlier } },
        })
      conditions.set(clause.when, clause.id)
      const outcome = parseCondition(clause.when, vocabulary)
      if (outcome.ok) clauses.push({ level: l, clause, condition: outcome.condition })
      else faults.push({ ...outcome.fault, path: `${path}.when` })
    })
  })
  if (scheme.levels.length === 0) faults.push({ path: 'levels', reason: { code: 'tier-no-levels' } })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, compiled: { scheme, vocabulary, clauses } }
}
