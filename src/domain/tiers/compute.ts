import type { MeasureColumns, TierOutcome } from '../../model/tiers.ts'
import { UNKNOWN, YES } from '../expressions/node.ts'
import type { CompiledScheme } from './compile.ts'

/**
 * The level of every row: the first clause, best level first, that is true.
 *
 * A clause that can't be judged for want of an input does not hold; the best such level above the computed one is
 * told as `possible`.
 */
export function computeTiers(compiled: CompiledScheme, columns: MeasureColumns): TierOutcome {
  const { count } = columns
  const outcome = {
    level: new Int16Array(count),
    clause: new Int16Array(count),
    possible: new Int16Array(count).fill(-1),
  }
  const judges = compiled.clauses.map(({ condition }) => condition.over(columns))
  const levels = Int16Array.from(compiled.clauses, ({ level }) => level)
  for (let row = 0; row < count; row++) {
    let level = -1
    let fired = -1
    let possible = -1
    for (let c = 0; c < judges.length; c++) {
      const judged = judges[c]!(row)
      if (judged === YES) {
        fired = c
        level = levels[c]!
        break
      }
      if (judged === UNKNOWN && possible === -1) possible = levels[c]!
    }
    outcome.level[row] = level
    outcome.clause[row] = fired
    // A clause of the very level that holds anyway is no promise of a better one.
    outcome.possible[row] = possible === level ? -1 : possible
  }
  return outcome
}

/** How many rows have each level, best first; the last entry counts those without one. */
export function countLevels(compiled: CompiledScheme, outcome: TierOutcome): number[] {
  const counts = new Array<number>(compiled.scheme.levels.length + 1).fill(0)
  for (const level of outcome.level) counts[level === -1 ? counts.length - 1 : level]!++
  return counts
}

/** Levels of people raised to that of their organisation, where the scheme says so. Pairs are row indexes. */
export function inheritLevels(
  level: Int16Array,
  pairs: readonly (readonly [person: number, org: number])[],
): Int16Array {
  const raised = level.slice()
  for (const [person, org] of pairs) {
    const theirs = level[org]!
    if (theirs !== -1 && (raised[person] === -1 || theirs < raised[person]!)) raised[person] = theirs
  }
  return raised
}
