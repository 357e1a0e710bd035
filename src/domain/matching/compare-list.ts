import type { EvidenceKind } from '../../model/matching.ts'
import type { Comparer } from './comparer.ts'
import type { Pool } from './pool.ts'
import { editDistance, likeness, makePairMemo } from './similarity.ts'

/** Several values a record: `at[r]`..`at[r + 1]` in `ids`. */
export interface ListField {
  readonly at: Uint32Array
  readonly ids: Int32Array
  readonly pool: Pool
  readonly rarity: Int32Array
  /** 1 where the value is shared by many different names. */
  readonly hub: Uint8Array
}

export const phoneLevels = ['different', 'one-slip', 'shared-by-many', 'same-ending', 'equal'] as const

/** Any phone of one with any of the other; a number that many names share is a grade of its own. */
export function comparePhones(key: string, field: ListField, m = [0.15, 0.04, 0.02, 0.02, 0.77]): Comparer {
  return list({ key, evidence: 'phone', levels: phoneLevels, m, agrees: 4, enumerated: true }, field, {
    hub: 3,
    near: (x, y) => phoneNear(field.pool, x, y),
    rare: 4,
  })
}

function phoneNear({ units, at }: Pool, x: number, y: number): number {
  const px = at[x]!
  const py = at[y]!
  const lx = at[x + 1]! - px
  const ly = at[y + 1]! - py
  if (lx < 7 || ly < 7) return 1
  if (lx === ly) return slipped(units, px, py, lx) ? 2 : 1
  const [short, long] = lx < ly ? [px, py] : [py, px]
  const n = Math.min(lx, ly)
  const apart = Math.abs(lx - ly)
  if (apart === 1) return oneMore(units, short, n, long) ? 2 : 1
  for (let i = 0; i < n; i++) if (units[short + i] !== units[long + apart + i]) return 1
  return 4
}

/** One unit differs, or two neighbours are changed about. */
function slipped(units: Uint16Array, x: number, y: number, n: number): boolean {
  let at = -1
  for (let i = 0; i < n; i++) {
    if (units[x + i] === units[y + i]) continue
    if (at < 0) {
      at = i
      continue
    }
    if (at === -2 || i !== at + 1 || units[x + i] !== units[y + at] || units[x + at] !== units[y + i]) return false
    at = -2
  }
  return true
}

/** The long one is the short one with a unit put in. */
function oneMore(units: Uint16Array, short: number, n: number, long: number): boolean {
  let i = 0
  while (i < n && units[short + i] === units[long + i]) i++
  for (; i < n; i++) if (units[short + i] !== units[long + i + 1]) return false
  return true
}

export const handleLevels = ['different', 'one-slip', 'shared-by-many', 'equal'] as const

/** Accounts and codes, several a record. */
export function compareHandles(
  key: string,
  evidence: EvidenceKind,
  field: ListField,
  m = [0.1, 0.02, 0.02, 0.86],
): Comparer {
  const near = (x: number, y: number): number =>
    field.pool.at[x + 1]! - field.pool.at[x]! >= 5 && editDistance(field.pool, x, y) === 1 ? 2 : 1
  return list({ key, evidence, levels: handleLevels, m, agrees: 4, enumerated: true }, field, { hub: 3, near, rare: 4 })
}

export interface EmailField extends ListField {
  /** Part before the @ of each address, and the domain; domain -1 where it is a public mail host. */
  readonly locals: Pool
  readonly local: Int32Array
  readonly domain: Int32Array
  /** 1 where the part before the @ is made of a bearer's name: at another host it says no more than the name does. */
  readonly named: Uint8Array
}

export const emailLevels = ['different', 'same-domain', 'alike', 'shared-by-many', 'close', 'equal'] as const

/** E-mail addresses of two records, the most alike of each. */
export function compareEmails(key: string, field: EmailField): Comparer {
  const { local, domain, locals, pool, named } = field
  const near = (x: number, y: number): number => {
    const name = local[x] === local[y] ? 4 : likeness(locals, local[x]!, local[y]!)
    const whole = likeness(pool, x, y)
    if (whole === 3) return 5
    if (name === 4 && named[x] === 1) return whole === 2 ? 5 : 3
    if (name === 4 && pool.at[x + 1]! - pool.at[x]! > 8) return 5
    if (domain[x]! >= 0 && domain[x] === domain[y]) return name >= 2 ? 5 : 2
    if (whole === 2) return name >= 2 ? 5 : 3
    return name >= 3 ? 3 : 1
  }
  const memo = makePairMemo(16)
  const slot = {
    key,
    evidence: 'email' as const,
    levels: emailLevels,
    m: [0.12, 0.05, 0.04, 0.02, 0.07, 0.7],
    agrees: 5,
    enumerated: true as const,
  }
  return list(slot, field, { hub: 4, near: (x, y) => memo(x, y, near), rare: 5 })
}

export interface IdField extends ListField {
  /** What sort of number: only numbers of one sort are compared. */
  readonly sort: Uint8Array
}

/** Identity numbers and credit codes: a different valid one of the same sort is strong evidence against. */
export function compareIds(key: string, field: IdField): Comparer {
  const { sort, pool } = field
  const near = (x: number, y: number): number => {
    if (sort[x] !== sort[y]) return 0
    return editDistance(pool, x, y) === 1 || cutShort(pool, x, y) ? 2 : 1
  }
  return list(
    { key, evidence: 'id', levels: handleLevels, m: [0.02, 0.06, 0.01, 0.91], agrees: 4, enumerated: true },
    field,
    {
      hub: 3,
      near,
      rare: 4,
    },
  )
}

/** A spreadsheet keeps fifteen digits of a number: eighteen that end in 000 and agree before that. */
function cutShort({ units, at }: Pool, x: number, y: number): boolean {
  const n = at[x + 1]! - at[x]!
  if (n !== 18 || at[y + 1]! - at[y]! !== 18) return false
  for (let i = 0; i < 15; i++) if (units[at[x]! + i] !== units[at[y]! + i]) return false
  const zeros = (p: number): boolean => units[p + 15] === 48 && units[p + 16] === 48 && units[p + 17] === 48
  return zeros(at[x]!) || zeros(at[y]!)
}

interface ListGrades {
  /** Grade of a shared value that many names bear. */
  readonly hub: number
  /** Grade of two different values, below the top. */
  readonly near: (x: number, y: number) => number
  /** Grades from here on are weighed by rarity. */
  readonly rare: number
}

const none = -1
const several = -2

/** The value of each record that has one only: most have, and a pair then costs two look-ups instead of six. */
function singles(at: Uint32Array, ids: Int32Array): Int32Array {
  const out = new Int32Array(at.length - 1)
  for (let r = 0; r < out.length; r++) {
    const count = at[r + 1]! - at[r]!
    out[r] = count === 0 ? none : count === 1 ? ids[at[r]!]! : several
  }
  return out
}

function list(slot: Comparer['slots'][number], { at, ids, hub, rarity }: ListField, grades: ListGrades): Comparer {
  const top = slot.levels.length
  const grade = (x: number, y: number): number =>
    x === y ? (hub[x] === 1 ? grades.hub : top) : hub[x] === 1 || hub[y] === 1 ? 0 : grades.near(x, y)
  const single = singles(at, ids)
  return {
    slots: [slot],
    compare: (a, b) => {
      const x = single[a]!
      if (x === none) return 0
      const y = single[b]!
      if (y === none) return 0
      if (x >= 0 && y >= 0) return grade(x, y)
      let best = 0
      const a1 = at[a + 1]!
      const b0 = at[b]!
      const b1 = at[b + 1]!
      for (let i = at[a]!; i < a1; i++)
        for (let j = b0; j < b1; j++) {
          const level = grade(ids[i]!, ids[j]!)
          if (level > best) best = level
        }
      return best
    },
    rarity: (a, b, _slot, level) => {
      if (level < grades.rare) return -1
      let rarest = -1
      for (let i = at[a]!; i < at[a + 1]!; i++)
        for (let j = at[b]!; j < at[b + 1]!; j++) if (ids[i] === ids[j]) rarest = Math.max(rarest, rarity[ids[i]!]!)
      return rarest
    },
  }
}
