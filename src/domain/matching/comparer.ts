import type { EvidenceKind } from '../../model/matching.ts'
import type { Centibits } from '../../model/units.ts'

/** One comparison of two records: its grades from worst to best, and what to expect of them before anything is learned. */
export interface Slot {
  readonly key: string
  readonly evidence: EvidenceKind
  /** Grade 0 is "a side is missing" and has no name here. */
  readonly levels: readonly string[]
  /** Shipped shares of the grades among pairs of one customer. */
  readonly m: readonly number[]
  /** Shipped shares among pairs of different customers; most differ where not given. */
  readonly u?: readonly number[]
  /** Grades from this one on agree well enough to count as evidence. */
  readonly agrees: number
  /** Grade of equal values, where it isn't the best one. */
  readonly equal?: number
  /** Most that chance can make of equal values, where learning could take doubles for chance. */
  readonly chance?: number
  /** Every pair of its best grade is a candidate, so that chance agreement can be counted instead of guessed. */
  readonly enumerated?: true
}

/** Shares of the grades among strangers before anything is counted: nearly all differ, and the better the grade the fewer reach it. */
export function strangers({ levels, u }: Slot): readonly number[] {
  if (u !== undefined) return u
  const rest = levels.slice(1).map((_, i) => 0.5 ** (i + 1))
  const sum = rest.reduce((total, share) => total + share, 0)
  return [1 - differing, ...rest.map((share) => (differing * share) / sum)]
}

const differing = 0.03

/** Fills the grades of one to four slots for a pair of records. */
export interface Comparer {
  readonly slots: readonly Slot[]
  /** Four bits a slot, the first slot lowest. */
  readonly compare: (a: number, b: number) => number
  /** log2(1 / share) of the value the two have in common, in hundredths; -1 where rarity says nothing. */
  readonly rarity: (a: number, b: number, slot: number, level: number) => Centibits
}

/** log2(1 / share) in hundredths of a bit. */
export const bitsOf = (share: number): Centibits => Math.round(-100 * Math.log2(Math.max(share, 1e-9)))
