import type { EvidenceKind } from '../../model/matching.ts'
import type { Reason } from '../../model/parsed.ts'
import { gradeAt, type Layout, stratumOf } from './patterns.ts'

const place = (layout: Layout, key: string): number => layout.slots.findIndex((slot) => slot.key === key)

const gradeOf = (layout: Layout, lo: number, hi: number, key: string): number => {
  const slot = place(layout, key)
  return slot < 0 ? 0 : gradeAt(layout, lo, hi, slot)
}

/** The different kinds of facts that speak for a pattern. */
export function evidenceOf(layout: Layout, lo: number, hi: number): EvidenceKind[] {
  const out: EvidenceKind[] = []
  for (let slot = 0; slot < layout.slots.length; slot++) {
    const { evidence, agrees, key } = layout.slots[slot]!
    if (gradeAt(layout, lo, hi, slot) < agrees || out.includes(evidence)) continue
    // A surname alone is no name
    if (key === 'surname') continue
    out.push(evidence)
  }
  return out
}

/** The name agrees as it stands: not by sound or look alone, which brothers and twins share too. */
export function nameIsFirm(layout: Layout, lo: number, hi: number): boolean {
  const given = gradeOf(layout, lo, hi, 'given')
  const surname = gradeOf(layout, lo, hi, 'surname')
  const org = gradeOf(layout, lo, hi, 'org')
  return org >= 10 || org === 8 || given === 12 || ((given === 11 || given === 9) && (surname === 0 || surname >= 5))
}

/** What excludes that a pattern is one customer, whatever else agrees. */
export function conflictsOf(layout: Layout, lo: number, hi: number): Reason[] {
  const out: Reason[] = []
  const grade = (key: string): number => gradeOf(layout, lo, hi, key)
  const id = grade('id')
  const given = grade('given')
  const date = grade('date')
  const org = grade('org')
  if (id === 1) out.push({ code: 'match-other-id' })
  if (id < 4) {
    if (given >= 1 && given <= 3) out.push({ code: 'match-other-given-name' })
    if (grade('surname') === 1) out.push({ code: 'match-other-surname' })
    if (date === 1 || date === 2) out.push({ code: 'match-other-birth-date' })
    if (org >= 1 && org <= 4) out.push({ code: org === 4 ? 'match-other-region-or-branch' : 'match-other-firm' })
  }
  return out
}

/** A pattern that is never learned from as one customer: two given names, or two firms, of one script. */
export function isBarred(layout: Layout, lo: number, hi: number): boolean {
  const given = gradeOf(layout, lo, hi, 'given')
  const org = gradeOf(layout, lo, hi, 'org')
  return gradeOf(layout, lo, hi, 'id') < 4 && (given === 1 || given === 3 || org === 3 || org === 4)
}

const shared = new Set(['phone', 'line', 'address', 'contact', 'surname'])
const firmShared = new Set(['phone', 'line', 'address', 'contact', 'email', 'handle', 'date', 'surname', 'given'])

/**
 * Slots whose agreement does not count, as a mask: households share phone and address, sister firms the boss as well, so
 * where the given names or firms differ, sharing them says nothing about being one.
 */
export function discounted(layout: Layout, lo: number, hi: number): number {
  if (gradeOf(layout, lo, hi, 'id') >= 4) return 0
  const given = gradeOf(layout, lo, hi, 'given')
  const org = stratumOf(hi) === 1 ? gradeOf(layout, lo, hi, 'org') : 0
  const firms = org >= 1 && org <= 4
  const people = stratumOf(hi) === 0 && given >= 1 && given <= 3
  if (!firms && !people) return 0
  const han = given === 1 || given === 3
  let mask = 0
  layout.slots.forEach(({ key, evidence }, slot) => {
    const shares = firms
      ? firmShared.has(key) || evidence === 'address'
      : (han || key !== 'surname') && (shared.has(key) || (han && key === 'date'))
    if (shares) mask |= 1 << slot
  })
  return mask
}
