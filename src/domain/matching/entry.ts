import type { MatchModel, MatchTable } from '../../model/matching.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Centibits } from '../../model/units.ts'
import { floorOf, leastFor } from './bands.ts'
import { chanceOf } from './calibrate.ts'
import { comparersOf } from './comparers.ts'
import { conflictsOf } from './decide.ts'
import { gradesOf, layOut } from './patterns.ts'
import { prepare } from './prepare.ts'
import { mayMeet, patternWeight, stratumFor, weightsOf } from './score.ts'
import { shippedModel } from './weights.ts'

/** A record of the book that may be the one being typed in. */
export interface EntryHit {
  /** Row of the table. */
  readonly row: number
  readonly weight: Centibits
  readonly probability: number
  /** `sure` may be taken without asking; `likely` is to be shown. */
  readonly band: 'sure' | 'likely'
  readonly conflicts: readonly Reason[]
}

/**
 * Whether the first row of a table is known already: the other rows are what the book found for its numbers and name.
 *
 * How rare a value is can't be told from so few rows, so that every shared value weighs what the model says on average.
 * A book without a model is scored by the shipped weights for its number of records. Best first.
 */
export function scoreAgainst(table: MatchTable, known: MatchModel | { readonly records: number }): EntryHit[] {
  const prepared = prepare(table)
  const layout = layOut(comparersOf(prepared))
  const model = 'strata' in known ? known : shippedModel(layout, known.records)
  const weights = weightsOf(model, layout)
  const floor = floorOf(model)
  const words = new Int32Array(2)
  const mine = prepared.rank[0]!
  const out: EntryHit[] = []
  for (let row = 1; row < table.size; row++) {
    const other = prepared.rank[row]!
    if (!mayMeet(prepared.stratum, mine, other)) continue
    gradesOf(layout, Math.min(mine, other), Math.max(mine, other), stratumFor(prepared.stratum, mine, other), words)
    const lo = words[0]!
    const hi = words[1]!
    const weight = patternWeight(layout, weights, lo, hi)
    if (weight < floor) continue
    const conflicts = conflictsOf(layout, lo, hi)
    const sure = weight >= leastFor(layout, { lo, hi })
    out.push({ row, weight, probability: chanceOf(model, weight), band: sure ? 'sure' : 'likely', conflicts })
  }
  return out.sort((a, b) => b.weight - a.weight || a.row - b.row)
}
