import type { RelatedKind, RelatedPair } from '../../model/matching.ts'
import type { Matcher } from './matcher.ts'
import { gradeAt, isHanPair, type Layout, stratumOf } from './patterns.ts'
import type { Prepared } from './prepare.ts'
import { slotRarity, type Weights } from './score.ts'

interface Pairs {
  readonly count: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly pattern: Int32Array
  readonly cross: readonly number[]
}

/** Who is one, and pairs that people told apart or tied already. */
interface Known {
  readonly clusters: Int32Array
  readonly cannot: ReadonlySet<number>
}

/** Pairs that are not one customer but belong together: household, colleagues, branches, owner and shop. Rows of the table. */
export function relatedPairs(
  matcher: Matcher,
  weights: Weights,
  pairs: Pairs,
  { clusters, cannot }: Known,
): RelatedPair[] {
  const { prepared, layout, patterns } = matcher
  const kinds = Array.from({ length: patterns.count() }, (_, id) =>
    relationOf(layout, patterns.lo(id), patterns.hi(id)),
  )
  const out: RelatedPair[] = []
  const add = (a: number, b: number, relation: RelatedKind, weight: number): void => {
    const x = prepared.order[a]!
    const y = prepared.order[b]!
    out.push({ a: Math.min(x, y), b: Math.max(x, y), relation, weight })
  }
  for (let i = 0; i < pairs.count; i++) {
    const relation = kinds[pairs.pattern[i]!]!
    const a = pairs.a[i]!
    const b = pairs.b[i]!
    if (relation === null || clusters[a] === clusters[b] || cannot.has(a * prepared.records + b)) continue
    const id = pairs.pattern[i]!
    const weight = sharedWeight(layout, weights, { lo: patterns.lo(id), hi: patterns.hi(id) }, a, b)
    if (weight < leastShared) continue
    add(a, b, relation === 'sister-firm' && isBranch(prepared, a, b) ? 'branch' : relation, weight)
  }
  for (let i = 0; i < pairs.cross.length; i += 2) add(pairs.cross[i]!, pairs.cross[i + 1]!, 'owner-shop', leastShared)
  return out.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b)
}

/** What two must share, in hundredths of a bit, to be tied to each other. */
const leastShared = 700

const sharedKeys = new Set(['phone', 'line', 'address', 'contact', 'email', 'handle'])

function relationOf(layout: Layout, lo: number, hi: number): RelatedKind | null {
  const grade = (key: string): number => {
    const slot = layout.slots.findIndex((one) => one.key === key)
    return slot < 0 ? 0 : gradeAt(layout, lo, hi, slot)
  }
  if (stratumOf(hi) === 1) {
    const org = grade('org')
    if (org === 0 || org > 4) return null
    if (org >= 3) return 'sister-firm'
    return grade('contact') >= 3 ? 'shared-contact' : null
  }
  const given = grade('given')
  const others = given >= 1 && given <= 3
  const surnames = isHanPair(hi) && grade('surname') === 1
  if (!others && !surnames) return null
  const employer = layout.slots.findIndex((slot) => slot.evidence === 'other' && slot.key !== 'gender')
  if (
    employer >= 0 &&
    grade('line') >= 3 &&
    gradeAt(layout, lo, hi, employer) === layout.slots[employer]!.levels.length
  )
    return 'colleague'
  return grade('phone') >= 4 || grade('address') >= 7 || grade('email') >= 5 ? 'household' : null
}

/** What the shared numbers and addresses weigh. */
function sharedWeight(
  layout: Layout,
  weights: Weights,
  pattern: { readonly lo: number; readonly hi: number },
  a: number,
  b: number,
): number {
  const s = stratumOf(pattern.hi)
  let sum = 0
  layout.slots.forEach(({ key }, slot) => {
    if (!sharedKeys.has(key)) return
    const weight = weights.weights[s]![slot]![gradeAt(layout, pattern.lo, pattern.hi, slot)] ?? 0
    if (weight > 0) sum += weight + slotRarity(layout, weights, pattern, slot, a, b)
  })
  return sum
}

/** One name is the other's with a branch behind it, or both are branches of one firm. */
function isBranch({ orgs }: Prepared, a: number, b: number): boolean {
  for (let i = orgs.at[a]!; i < orgs.at[a + 1]!; i++)
    for (let j = orgs.at[b]!; j < orgs.at[b + 1]!; j++) {
      const x = orgs.ids[i]!
      const y = orgs.ids[j]!
      if (orgs.core[x] === orgs.core[y] && orgs.branch[x] !== orgs.branch[y]) return true
    }
  return false
}
