import type {
  MeasureColumns,
  MeasureValue,
  TierClause,
  TierExplanation,
  TierOutcome,
  TierWay,
} from '../../model/tiers.ts'
import { isoDay } from '../expressions/days.ts'
import { bindFlag, bindNumber, bindText, type InputRef, type Read, UNKNOWN } from '../expressions/node.ts'
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
  const ways = clauses.filter((each) => each.level === above)
  const nextInputs = ways.flatMap((each) => each.condition.inputs)
  return {
    scheme: scheme.key,
    level: scheme.levels[level] ?? null,
    clause: fired?.clause ?? null,
    used: fired === undefined ? [] : valuesOf(fired.condition.inputs, columns, row),
    possible: scheme.levels[possible] ?? null,
    unknown: valuesOf(unknown, columns, row),
    next:
      next === undefined
        ? null
        : {
            level: next,
            inputs: valuesOf(nextInputs, columns, row),
            ways: ways.map(({ clause, condition }) => wayOf(clause, valuesOf(condition.inputs, columns, row))),
          },
  }
}

/** `purchases_total >= wan(800)`: the one shape of which a rest can be told. */
const ONE_NUMBER = /^\s*([a-z_]+)\s*>=\s*(?:(wan|yi)\(\s*([\d.]+)\s*\)|([\d.]+))\s*$/
const UNITS: Readonly<Record<string, number>> = { wan: 1e4, yi: 1e8 }

function wayOf(clause: TierClause, inputs: readonly MeasureValue[]): TierWay {
  const [, key, unit = '', many, plain] = ONE_NUMBER.exec(clause.when) ?? []
  const now = inputs.find((each) => each.key === key)
  if (now === undefined || typeof now.value !== 'number') return { clause, inputs, lacks: null }
  const asked = Number(many ?? plain) * (UNITS[unit] ?? 1) * (now.type === 'money' ? 100 : 1)
  const rest = Math.round((asked - now.value) * 100) / 100
  const isMeasured = now.type === 'money' || now.type === 'count'
  return { clause, inputs, lacks: isMeasured && rest > 0 ? { ...now, value: rest } : null }
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

/**
 * As `clauseValues`, already as JSON and with everything that is the same for all rows done once: for a million rows.
 *
 * Gives `[]` for a row without a clause (-1).
 */
export function clauseFacts(
  compiled: CompiledScheme,
  columns: MeasureColumns,
): (clause: number, row: number) => string {
  const writers = compiled.clauses.map(({ condition }) => {
    const parts = distinct(condition.inputs).map((ref, i) => {
      const start = `${i === 0 ? '' : ','}{"key":${JSON.stringify(ref.key)},"type":"${ref.type}","value":`
      const read = bindInput(ref, columns)
      return (row: number) => `${start}${JSON.stringify(read(row))}}`
    })
    return (row: number): string => {
      let text = '['
      for (const part of parts) text += part(row)
      return `${text}]`
    }
  })
  return (clause, row) => writers[clause]?.(row) ?? '[]'
}

const distinct = (inputs: readonly InputRef[]): InputRef[] => [
  ...new Map(inputs.map((ref) => [`${ref.custom}${ref.key}`, ref])).values(),
]

function valuesOf(inputs: readonly InputRef[], columns: MeasureColumns, row: number): MeasureValue[] {
  return distinct(inputs).map((ref) => ({ key: ref.key, type: ref.type, value: bindInput(ref, columns)(row) }))
}

/** Reads an input as it is told and stored: money in fen, days as ISO texts, null where not known. */
function bindInput(ref: InputRef, columns: MeasureColumns): Read<number | string | null> {
  if (ref.type === 'text') return bindText(ref, columns)
  if (ref.type === 'flag') {
    const read = bindFlag(ref, columns)
    return (row) => (read(row) === UNKNOWN ? null : read(row))
  }
  const read = bindNumber(ref, columns)
  return (row) => {
    const value = read(row)
    if (Number.isNaN(value)) return null
    // Conditions read 元; fen are exact.
    if (ref.type === 'money') return Math.round(value * 100)
    return ref.type === 'date' ? isoDay(value) : value
  }
}
