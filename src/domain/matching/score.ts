import type { MatchModel } from '../../model/matching.ts'
import type { Centibits } from '../../model/units.ts'
import { discounted, isThin } from './decide.ts'
import { gradeAt, gradesOf, type Layout, type PatternTable, stratumOf } from './patterns.ts'

/** A model by slot and grade, for quick sums. */
export interface Weights {
  /** By stratum: prior, and weight of each grade of each slot. */
  readonly prior: readonly Centibits[]
  readonly weights: readonly (readonly Int32Array[])[]
  /** log2(1 / u) of each grade, in hundredths: what the rarity of a value is measured against. */
  readonly expected: readonly (readonly Int32Array[])[]
}

/** The weights of a model, laid out for the slots of `layout`. */
export function weightsOf(model: MatchModel, layout: Layout): Weights {
  const prior: Centibits[] = []
  const weights: Int32Array[][] = []
  const expected: Int32Array[][] = []
  for (const stratum of model.strata) {
    prior.push(stratum.prior)
    const byKey = new Map(stratum.comparisons.map((comparison) => [comparison.key, comparison]))
    const rows = layout.slots.map((slot) => byKey.get(slot.key))
    weights.push(rows.map((row) => Int32Array.from([0, ...(row?.levels ?? []).map((level) => level.weight)])))
    expected.push(
      rows.map((row) =>
        Int32Array.from([
          0,
          ...(row?.levels ?? []).map((level) => Math.round(-100 * Math.log2(Math.max(level.u, 1e-7)))),
        ]),
      ),
    )
  }
  return { prior, weights, expected }
}

/** What each slot of a pattern weighs, into `out`, without rarity. @returns the slots whose rarity does not count either, as a mask. */
export function slotWeights(layout: Layout, { weights }: Weights, lo: number, hi: number, out: Int32Array): number {
  const table = weights[stratumOf(hi)]!
  let mask = discounted(layout, lo, hi)
  for (let slot = 0; slot < layout.slots.length; slot++) {
    const weight = table[slot]![gradeAt(layout, lo, hi, slot)] ?? 0
    out[slot] = (mask >>> slot) & 1 ? Math.min(weight, 0) : weight
  }
  if (layout.places.length > 1) mask |= placeOnce(layout, lo, hi, out)
  return mask
}

/** Who moved has another street, city and postcode at once: of an address and its parts only the best and the worst count. */
function placeOnce(layout: Layout, lo: number, hi: number, out: Int32Array): number {
  const { places } = layout
  if (gradeAt(layout, lo, hi, places[0]!) === 0) return 0
  let best = places[0]!
  let worst = places[0]!
  for (const slot of places) {
    if (out[slot]! > out[best]!) best = slot
    if (out[slot]! < out[worst]!) worst = slot
  }
  let mask = 0
  for (const slot of places)
    if (slot !== best && slot !== worst) {
      out[slot] = 0
      mask |= 1 << slot
    }
  return mask
}

const scratch = new Int32Array(16)

/** Prior and grades of a pattern, without rarity. */
export function patternWeight(layout: Layout, weights: Weights, lo: number, hi: number): Centibits {
  slotWeights(layout, weights, lo, hi, scratch)
  let sum = weights.prior[stratumOf(hi)]!
  for (let slot = 0; slot < layout.slots.length; slot++) sum += scratch[slot]!
  return isThin(layout, lo, hi) ? Math.min(sum, thinWeight) : sum
}

/** A common name and a city are shared by namesakes: below the cut, above the floor. */
const thinWeight: Centibits = -150

const rarestGain = 700
const commonestLoss = -900

/** What the rarity of the shared values adds to or takes from a pair. */
export function rarityOf(
  layout: Layout,
  weights: Weights,
  pattern: { readonly lo: number; readonly hi: number },
  a: number,
  b: number,
): Centibits {
  if (isThin(layout, pattern.lo, pattern.hi)) return 0
  const mask = slotWeights(layout, weights, pattern.lo, pattern.hi, scratch)
  let sum = 0
  for (let slot = 0; slot < layout.slots.length; slot++)
    if (((mask >>> slot) & 1) === 0) sum += slotRarity(layout, weights, pattern, slot, a, b)
  return sum
}

/** What the rarity of the agreeing value in one slot adds, in hundredths of bits; 0 where it says nothing. */
export function slotRarity(
  layout: Layout,
  weights: Weights,
  { lo, hi }: { readonly lo: number; readonly hi: number },
  slot: number,
  a: number,
  b: number,
): Centibits {
  const grade = gradeAt(layout, lo, hi, slot)
  if (grade === 0) return 0
  const bits = layout.comparers[layout.slotComparer[slot]!]!.rarity(a, b, layout.slotInner[slot]!, grade)
  if (bits < 0) return 0
  const s = stratumOf(hi)
  const equal = layout.slots[slot]!.equal ?? layout.slots[slot]!.levels.length
  const full = bits - weights.expected[s]![slot]![equal]!
  const part = grade === equal ? full : Math.round(full / 2)
  // A phone is never less shared than phones are: a record without a name hides that it is another's
  const most = layout.slots[slot]!.enumerated === true ? 0 : rarestGain
  return Math.max(commonestLoss, Math.min(most, part))
}

/** Weight of any two records, whether a rule brings them together or not. */
export function pairWeight(
  layout: Layout,
  weights: Weights,
  stratum: Uint8Array,
  a: number,
  b: number,
): { weight: Centibits; lo: number; hi: number } {
  const words = new Int32Array(2)
  gradesOf(layout, a, b, stratumFor(stratum, a, b), words)
  const pattern = { lo: words[0]!, hi: words[1]! }
  return {
    weight: patternWeight(layout, weights, pattern.lo, pattern.hi) + rarityOf(layout, weights, pattern, a, b),
    ...pattern,
  }
}

/** Bit 0 where an organisation is compared, bit 1 where both names are Han. `stratum` is 0 person, 1 organisation, 2 unknown, plus 4 for Han. */
export const stratumFor = (stratum: Uint8Array, a: number, b: number): number =>
  ((stratum[a]! & 3) === 1 || (stratum[b]! & 3) === 1 ? 1 : 0) | hanBits(stratum[a]!, stratum[b]!)

/** Both are written in Han, or one is and the other has no name. */
const hanBits = (x: number, y: number): number =>
  (x & y & 4) !== 0 || ((x & 4) !== 0 && (y & 8) !== 0) || ((y & 4) !== 0 && (x & 8) !== 0) ? 2 : 0

/** A person and an organisation are never one. */
export const mayMeet = (stratum: Uint8Array, a: number, b: number): boolean => {
  const x = stratum[a]! & 3
  const y = stratum[b]! & 3
  return x === y || x === 2 || y === 2
}

/** The probability that a weight stands for. */
export const probability = (weight: Centibits): number => 1 / (1 + 2 ** (-weight / 100))

/** The two words of a pattern. */
export const patternOf = (patterns: PatternTable, id: number): { lo: number; hi: number } => ({
  lo: patterns.lo(id),
  hi: patterns.hi(id),
})
