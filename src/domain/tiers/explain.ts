import type { MeasureColumns, MeasureValue, TierExplanation, TierOutcome } from '../../model/tiers.ts'
import { isoDay } from '../expressions/days.ts'
import { bindFlag, bindNumber, bindText, type InputRef, UNKNOWN } from '../expressions/node.ts'
import type { CompiledScheme } from './compile.ts'

/** Why a row has its level: the clause, every value it read, what is not known, and what the next level asks. */
export function explainTier(
  compiled: CompiledScheme,
  columns: MeasureColumns,
  outcome: TierOutcome,
  row: number,
): TierExplanation {
  const { scheme, clauses } = compiled
  const fired = clauses[outcome.clause[row]!]
  const level = outcome.level[row]!
  const possible = outcome.possible[row]!
  const unknown =
    possible === -1
      ? []
      : clauses.filter((each) => each.level === possible).flatMap((each) => each.condition.missing(columns, row))
  const above = level === -1 ? scheme.levels.length - 1 : level - 1
  const next = scheme.levels[above]
  const nextInputs = clauses.filter((each) => each.level === above).flatMap((each) => each.condition.inputs)
  return {
    scheme: scheme.key,
    level: scheme.levels[level] ?? null,
    clause: fired?.clause ?? null,
    used: fired === undefined ? [] : valuesOf(fired.condition.inputs, columns, row),
    possible: scheme.levels[possible] ?? null,
    unknown: valuesOf(unknown, columns, row),
    next: next === undefined ? null : { level: next, inputs: valuesOf(nextInputs, columns, row) },
  }
}

/** The inputs of a clause with their values in a row, as they are stored beside a level. */
export function clauseValues(
  compiled: CompiledScheme,
  columns: MeasureColumns,
  clause: number,
  row: number,
): readonly MeasureValue[] {
  const fired = compiled.clauses[clause]
  return fired === undefined ? [] : valuesOf(fired.condition.inputs, columns, row)
}

function valuesOf(inputs: readonly InputRef[], columns: MeasureColumns, row: number): MeasureValue[] {
  const once = new Map(inputs.map((ref) => [`${ref.custom}${ref.key}`, ref]))
  return [...once.values()].map((ref) => ({ key: ref.key, type: ref.type, value: readInput(ref, columns, row) }))
}

function readInput(ref: InputRef, columns: MeasureColumns, row: number): number | string | null {
  if (ref.type === 'text') return bindText(ref, columns)(row)
  if (ref.type === 'flag') {
    const value = bindFlag(ref, columns)(row)
    return value === UNKNOWN ? null : value
  }
  const value = bindNumber(ref, columns)(row)
  if (Number.isNaN(value)) return null
  // Conditions read 元; what is told and stored is fen, exact.
  if (ref.type === 'money') return Math.round(value * 100)
  return ref.type === 'date' ? isoDay(value) : value
}
