import type { EvidenceKind } from '../../model/matching.ts'
import type { Comparer } from './comparer.ts'
import type { Pool } from './pool.ts'
import { editDistance, likeness, makePairMemo } from './similarity.ts'

/** One value a record, as a number into a pool; -1 where not known. */
export interface TextField {
  readonly ids: Int32Array
  readonly pool: Pool
  readonly rarity: Int32Array
}

/** Several values a record: `at[r]`..`at[r + 1]` in `ids`. */
export interface ListField {
  readonly at: Uint32Array
  readonly ids: Int32Array
  readonly pool: Pool
  readonly rarity: Int32Array
  /** 1 where the value is shared by many different names. */
  readonly hub: Uint8Array
}

export const textLevels = ['different', 'alike', 'close', 'one-slip', 'equal'] as const

/** Any text: equal, one slip, few slips, much in common. */
export function compareText(
  key: string,
  evidence: EvidenceKind,
  field: TextField,
  m = [0.12, 0.03, 0.05, 0.1, 0.7],
): Comparer {
  const memo = makePairMemo(17)
  const level = (x: number, y: number): number => likeness(field.pool, x, y) + 1
  return single({ key, evidence, levels: textLevels, m, agrees: 4 }, field, (x, y) => memo(x, y, level))
}

/** Grade that no comparison reaches: agreement is no evidence by itself. */
const never = 16

export const choiceLevels = ['different', 'equal'] as const

/** A value from a short list: equal or not. */
export function compareChoice(key: string, evidence: EvidenceKind, field: TextField, m = [0.15, 0.85]): Comparer {
  return single({ key, evidence, levels: choiceLevels, m, u: [0.6, 0.4], agrees: never }, field, () => 1)
}

/** Gender: seldom wrong. */
export const compareGender = (field: TextField): Comparer => ({
  ...compareChoice('gender', 'other', field, [0.03, 0.97]),
  rarity: () => -1,
})

export const codeLevels = ['different', 'one-slip', 'equal'] as const

/** A postcode, house number or other code: equal, one slip or not. */
export function compareCode(key: string, evidence: EvidenceKind, field: TextField, m = [0.15, 0.05, 0.8]): Comparer {
  return single({ key, evidence, levels: codeLevels, m, agrees: 3 }, field, (x, y) =>
    editDistance(field.pool, x, y) === 1 ? 2 : 1,
  )
}

function single(
  slot: Comparer['slots'][number],
  { ids, rarity }: TextField,
  unequal: (x: number, y: number) => number,
): Comparer {
  const top = slot.levels.length
  return {
    slots: [slot],
    compare: (a, b) => {
      const x = ids[a]!
      const y = ids[b]!
      return x < 0 || y < 0 ? 0 : x === y ? top : unequal(x, y)
    },
    rarity: (a, b, _slot, level) => (level >= top - 1 && level > 1 ? Math.min(rarity[ids[a]!]!, rarity[ids[b]!]!) : -1),
  }
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
}

export const emailLevels = ['different', 'same-domain', 'alike', 'shared-by-many', 'close', 'equal'] as const

export function compareEmails(key: string, field: EmailField): Comparer {
  const { local, domain, locals, pool } = field
  const near = (x: number, y: number): number => {
    const name = local[x] === local[y] ? 4 : likeness(locals, local[x]!, local[y]!)
    if (name === 4 && pool.at[x + 1]! - pool.at[x]! > 8) return 5
    const whole = likeness(pool, x, y)
    if (whole === 3) return 5
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

function list(slot: Comparer['slots'][number], { at, ids, hub, rarity }: ListField, grades: ListGrades): Comparer {
  const top = slot.levels.length
  return {
    slots: [slot],
    compare: (a, b) => {
      let best = 0
      const a1 = at[a + 1]!
      const b0 = at[b]!
      const b1 = at[b + 1]!
      for (let i = at[a]!; i < a1; i++)
        for (let j = b0; j < b1; j++) {
          const x = ids[i]!
          const y = ids[j]!
          const level =
            x === y ? (hub[x] === 1 ? grades.hub : top) : hub[x] === 1 || hub[y] === 1 ? 0 : grades.near(x, y)
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

export const dateLevels = [
  'other-generation',
  'different',
  'same-year',
  'alike',
  'same-day-other-year',
  'day-month-swapped',
  'part-equal',
  'one-slip',
  'equal',
] as const

/** Birth dates as yyyymmdd with 0 for an unknown part; `rarity` by position in `days`. */
export interface DateField {
  readonly days: Int32Array
  /** log2(1 / share) of each record's date. */
  readonly rarity: Int32Array
}

export function compareDates(key: string, { days, rarity }: DateField): Comparer {
  return {
    slots: [
      {
        key,
        evidence: 'date',
        levels: dateLevels,
        m: [0.02, 0.04, 0.03, 0.03, 0.02, 0.02, 0.02, 0.09, 0.73],
        agrees: 6,
      },
    ],
    compare: (a, b) => dateLevel(days[a]!, days[b]!),
    rarity: (a, b, _slot, level) => (level === 9 ? Math.min(rarity[a]!, rarity[b]!) : -1),
  }
}

/** Years between father and son, at least. */
const generation = 15

export function dateLevel(x: number, y: number): number {
  if (x === 0 || y === 0) return 0
  if (x === y) return x % 10000 === 0 || x < 10000 ? 7 : 9
  const xy = Math.floor(x / 10000)
  const yy = Math.floor(y / 10000)
  const xm = Math.floor(x / 100) % 100
  const ym = Math.floor(y / 100) % 100
  const xd = x % 100
  const yd = y % 100
  const years = xy !== 0 && yy !== 0
  const partial = !years || xm === 0 || ym === 0 || xd === 0 || yd === 0
  if (partial) {
    const clash = (years && xy !== yy) || (xm !== 0 && ym !== 0 && xm !== ym) || (xd !== 0 && yd !== 0 && xd !== yd)
    const common = (years ? 1 : 0) + (xm !== 0 && ym !== 0 ? 1 : 0) + (xd !== 0 && yd !== 0 ? 1 : 0)
    return common === 0 ? 0 : clash ? 2 : common === 1 && years ? 3 : 7
  }
  if (xy === yy && xm === yd && xd === ym) return 6
  const apart = digitsApart(x, y)
  if (apart === 1) return 8
  if (xy === yy) return apart === 2 ? 4 : 3
  if (x % 10000 === y % 10000) return 5
  if (apart === 2) return 4
  return Math.abs(xy - yy) >= generation ? 1 : 2
}

/** Digits that differ; two neighbours changed about count as one. */
function digitsApart(x: number, y: number): number {
  let apart = 0
  let swapped = false
  let px = -1
  let py = -1
  for (let a = x, b = y, i = 0; i < 8; i++) {
    const dx = a % 10
    const dy = b % 10
    if (dx !== dy) {
      apart++
      if (dx === py && dy === px) swapped = true
    }
    px = dx
    py = dy
    a = (a - dx) / 10
    b = (b - dy) / 10
  }
  return apart === 2 && swapped ? 1 : apart
}
