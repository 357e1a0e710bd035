import type { EvidenceKind } from '../../model/matching.ts'
import type { Reason } from '../../model/parsed.ts'
import { gradeAt, isHanPair, type Layout, stratumOf } from './patterns.ts'

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

/**
 * Kinds of evidence left for an automatic decision, once facts that speak against have each taken one away.
 *
 * A birth date counts only whole.
 */
export function autoEvidence(layout: Layout, lo: number, hi: number): number {
  const kinds = evidenceOf(layout, lo, hi)
  const dated = kinds.includes('date') && gradeOf(layout, lo, hi, 'date') < 9
  return kinds.length - (dated ? 1 : 0) - contraries(layout, lo, hi)
}

/** Name and birth date are all that agrees: with a common name that is little. */
export function onlyDated(layout: Layout, lo: number, hi: number): boolean {
  const kinds = evidenceOf(layout, lo, hi)
  return kinds.length === 2 && kinds.includes('name') && kinds.includes('date')
}

/** Facts of two people that speak against; firms have several phones, mailboxes and places. */
export function contraries(layout: Layout, lo: number, hi: number): number {
  if (stratumOf(hi) === 1) return 0
  let found = 0
  for (const key of ['email', 'handle', 'line']) if (gradeOf(layout, lo, hi, key) === 1) found++
  const address = gradeOf(layout, lo, hi, 'address')
  return address === 1 || address === 2 ? found + 1 : found
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
    if (grade('gender') === 1 && given < 11) out.push({ code: 'match-other-gender' })
    if (date >= 1 && date <= 3) out.push({ code: 'match-other-birth-date' })
    if (org >= 1 && org <= 4) out.push({ code: org === 4 ? 'match-other-region-or-branch' : 'match-other-firm' })
  }
  return out
}

/** A pattern that is never learned from as one customer: two given names, or two firms, of one script. */
export function isBarred(layout: Layout, lo: number, hi: number): boolean {
  const given = gradeOf(layout, lo, hi, 'given')
  const org = gradeOf(layout, lo, hi, 'org')
  if (gradeOf(layout, lo, hi, 'id') >= 4) return false
  return given === 1 || given === 3 || org === 3 || org === 4 || othersSurname(layout, lo, hi)
}

/**
 * Too little to join two Chinese people: namesakes share a name, households a phone. Names and phones count together, and so
 * does a surname with anything.
 */
export function isThin(layout: Layout, lo: number, hi: number): boolean {
  if (stratumOf(hi) !== 0) return false
  const kinds = evidenceOf(layout, lo, hi)
  if (!isHanPair(hi))
    return kinds.length === 0 || (kinds.length === 1 && kinds[0] === 'name' && onlyHubs(layout, lo, hi))
  const grade = (key: string): number => gradeOf(layout, lo, hi, key)
  if (kinds.length >= 2 || kinds.includes('id') || kinds.includes('handle') || kinds.includes('email')) return false
  if (kinds.length === 0) return true
  // A number with a slip in it is half a proof
  if (kinds[0] === 'name') return grade('phone') !== 2 && grade('line') !== 2
  return grade('surname') < 4
}

/** Besides the name only what many share is known of both, which speaks for nobody: colleagues behind one mailbox. */
function onlyHubs(layout: Layout, lo: number, hi: number): boolean {
  let hubs = false
  for (let slot = 0; slot < layout.slots.length; slot++) {
    const { evidence, levels } = layout.slots[slot]!
    const grade = gradeAt(layout, lo, hi, slot)
    if (evidence === 'name' || grade === 0) continue
    if (levels[grade - 1] === 'shared-by-many') hubs = true
    else if (grade > 1) return false
  }
  return hubs
}

/**
 * Two of one home who are never one, though a third record may be either: Jr and Sr, twins with two names, father and son of one
 * name a generation apart.
 */
export function areTwo(
  layout: Layout,
  { lo, hi, weight }: { readonly lo: number; readonly hi: number; readonly weight: number },
): boolean {
  const grade = (key: string): number => gradeOf(layout, lo, hi, key)
  if (stratumOf(hi) !== 0 || grade('id') >= 2 || (grade('address') < 8 && grade('phone') < 4)) return false
  if (grade('date') === 1) return nameIsFirm(layout, lo, hi)
  // One wrong character of a Chinese name makes another name
  return weight <= 0 && grade('given') === 1 && (!isHanPair(hi) || grade('date') === 9)
}

const shared = new Set(['phone', 'line', 'address', 'contact', 'surname'])
const household = new Set(['phone', 'line', 'email', 'handle', 'contact', 'surname'])
const firmShared = new Set(['phone', 'line', 'address', 'contact', 'email', 'handle', 'date', 'surname', 'given'])

/**
 * Slots whose agreement does not count, as a mask: households share phone and address, sister firms the boss as well, so
 * where the given names or firms differ, sharing them says nothing about being one. City and postcode are part of an
 * address that agrees, and don't count twice.
 */
export function discounted(layout: Layout, lo: number, hi: number): number {
  if (gradeOf(layout, lo, hi, 'id') >= 4) return 0
  const share = sharing(layout, lo, hi)
  const address = gradeOf(layout, lo, hi, 'address')
  let mask = 0
  layout.slots.forEach(({ key, evidence }, slot) => {
    const part = evidence === 'address' && key !== 'address' && (address >= 5 || (address > 0 && share !== 'nothing'))
    if (part || isShared(share, key, evidence)) mask |= 1 << slot
  })
  return mask
}

/** What a pair may share without being one. */
type Sharing = 'nothing' | 'home' | 'home-and-birthday' | 'household' | 'firm'

function isShared(share: Sharing, key: string, evidence: EvidenceKind): boolean {
  if (share === 'nothing') return false
  if (share === 'firm') return firmShared.has(key) || evidence === 'address'
  if (share === 'household') return household.has(key) || evidence === 'address'
  if (share === 'home-and-birthday') return shared.has(key) || key === 'date'
  return key !== 'surname' && shared.has(key)
}

function sharing(layout: Layout, lo: number, hi: number): Sharing {
  const grade = (key: string): number => gradeOf(layout, lo, hi, key)
  if (stratumOf(hi) === 1) {
    const org = grade('org')
    return org >= 1 && org <= 4 ? 'firm' : 'nothing'
  }
  const given = grade('given')
  const date = grade('date')
  const names = given >= 1 && given <= 3
  const contradictions = (names ? 1 : 0) + (date >= 1 && date <= 3 ? 1 : 0)
  if (contradictions >= 2) return 'household'
  if (given === 1 || given === 3 || othersSurname(layout, lo, hi)) return 'home-and-birthday'
  // Mr and Mrs Wang, or a father's name on the child's phone
  if (given === 0 && grade('gender') === 1) return 'home-and-birthday'
  // Father and son may have one name
  return names || date === 1 ? 'home' : 'nothing'
}

/** Two Han surnames that neither sound nor look alike. */
function othersSurname(layout: Layout, lo: number, hi: number): boolean {
  return isHanPair(hi) && gradeOf(layout, lo, hi, 'surname') === 1 && gradeOf(layout, lo, hi, 'given') < 11
}
