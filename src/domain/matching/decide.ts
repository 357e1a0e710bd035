import type { EvidenceKind } from '../../model/matching.ts'
import type { Reason } from '../../model/parsed.ts'
import { gradeAt, type Layout } from './patterns.ts'

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

/** What excludes that a pattern is one customer, whatever else agrees. */
export function conflictsOf(layout: Layout, lo: number, hi: number): Reason[] {
  const out: Reason[] = []
  const grade = new Map<string, number>()
  for (let slot = 0; slot < layout.slots.length; slot++)
    grade.set(layout.slots[slot]!.key, gradeAt(layout, lo, hi, slot))
  const id = grade.get('id') ?? 0
  const given = grade.get('given') ?? 0
  const surname = grade.get('surname') ?? 0
  const date = grade.get('date') ?? 0
  const org = grade.get('org') ?? 0
  if (id === 1) out.push({ code: 'match-other-id' })
  if (id < 4) {
    if (given === 1 || given === 2) out.push({ code: 'match-other-given-name' })
    if (surname === 1) out.push({ code: 'match-other-surname' })
    if (date === 1 || date === 2) out.push({ code: 'match-other-birth-date' })
  }
  if (org >= 1 && org <= 4) out.push({ code: org === 4 ? 'match-other-region-or-branch' : 'match-other-firm' })
  return out
}
