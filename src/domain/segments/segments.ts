import type { PolicyFault, Segment } from '../../model/segments.ts'
import type { MeasureColumns } from '../../model/tiers.ts'
import { type Condition, parseCondition } from '../expressions/condition.ts'
import { UNKNOWN, YES } from '../expressions/node.ts'
import type { Vocabulary } from '../expressions/vocabulary.ts'

/** A segment whose condition has been checked. */
export interface CompiledSegment {
  readonly segment: Segment
  readonly condition: Condition
}

export type SegmentsOutcome =
  | { readonly ok: true; readonly compiled: readonly CompiledSegment[] }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] }

/** Checks the conditions of all segments and gives every fault at once. */
export function compileSegments(segments: readonly Segment[], vocabulary: Vocabulary): SegmentsOutcome {
  const faults: PolicyFault[] = []
  const compiled: CompiledSegment[] = []
  segments.forEach((segment, i) => {
    const outcome = parseCondition(segment.when, vocabulary)
    if (outcome.ok) compiled.push({ segment, condition: outcome.condition })
    else faults.push({ ...outcome.fault, path: `segments[${i}].when` })
  })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, compiled }
}

/** Who belongs to a segment, by row; `unknown` counts those of whom too little is known to say. */
export interface Membership {
  readonly rows: Int32Array
  readonly unknown: number
}

/** Computes a segment's members: only those of whom the condition is known to be true. */
export function segmentMembers({ condition }: CompiledSegment, columns: MeasureColumns): Membership {
  const judge = condition.over(columns)
  const rows = new Int32Array(columns.count)
  let size = 0
  let unknown = 0
  for (let row = 0; row < columns.count; row++) {
    const judged = judge(row)
    if (judged === YES) rows[size++] = row
    else if (judged === UNKNOWN) unknown++
  }
  return { rows: rows.slice(0, size), unknown }
}

/** Who came into a segment and who left it, ids ascending. */
export function membershipChanges(
  before: Iterable<number>,
  after: Iterable<number>,
): { readonly joined: number[]; readonly left: number[] } {
  const [was, is] = [new Set(before), new Set(after)]
  const ascending = (a: number, b: number): number => a - b
  return {
    joined: [...is].filter((id) => !was.has(id)).sort(ascending),
    left: [...was].filter((id) => !is.has(id)).sort(ascending),
  }
}
