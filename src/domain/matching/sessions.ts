import type { EvidenceKind } from '../../model/matching.ts'
import type { Layout } from './patterns.ts'

/** A pattern with how many candidate pairs have it, and how many of those are thought matches. */
export interface Session {
  readonly grades: Uint8Array
  readonly matches: number
}

/** Matches a session needs to say anything. */
const least = 20
/** Two sessions may differ by so many bits. */
const apart = 1.5

/**
 * Whether the share of good agreement of each comparison is the same when the matches are found by two different kinds of facts:
 * once by the name, say, and once by the phone. Where it isn't, or where there is too little to see, the figures of that
 * comparison rest on the shipped ones.
 */
export function reliableSlots(layout: Layout, cells: readonly Session[]): boolean[] {
  return layout.slots.map(({ evidence, agrees, levels }, k) => {
    const kinds = [...new Set(layout.slots.map((slot) => slot.evidence))].filter(
      (kind) => kind !== evidence && kind !== 'other',
    )
    const found = kinds.map((kind) => sharesBy(layout, cells, kind, k, Math.min(agrees, levels.length)))
    const two = found.filter(({ known }) => known >= least).sort((x, y) => y.known - x.known)
    if (two.length < 2) return false
    const [one, other] = [two[0]!, two[1]!]
    return Math.abs(Math.log2(one.share / other.share)) <= apart
  })
}

/** Among matches found by one kind of fact: how many tell slot k, and the share of good agreement in them. */
function sharesBy(
  layout: Layout,
  cells: readonly Session[],
  kind: EvidenceKind,
  k: number,
  good: number,
): { known: number; share: number } {
  let known = 0
  let agreed = 0
  for (const { grades, matches } of cells) {
    if (grades[k] === 0 || !layout.slots.some((slot, j) => slot.evidence === kind && grades[j]! >= slot.agrees))
      continue
    known += matches
    if (grades[k]! >= good) agreed += matches
  }
  return { known, share: (agreed + 0.5) / (known + 1) }
}
