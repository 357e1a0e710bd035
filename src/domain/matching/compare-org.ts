import { looksLike } from './compare-person.ts'
import type { Comparer } from './comparer.ts'
import { conflicting, regionsOneSided } from './org-conflicts.ts'
import { type Pool, textOf } from './pool.ts'
import { editDistance, likeness, makePairMemo } from './similarity.ts'
import { containment, overlap, type TokenSets } from './tokens.ts'

/** Names of organisations of all records, each record with none, one or several; the parts stand by distinct name. */
export interface OrgNames {
  readonly at: Uint32Array
  readonly ids: Int32Array
  /** 1 where the name is one the firm had before; stands beside `ids`. */
  readonly former: Uint8Array
  readonly full: Int32Array
  readonly core: Int32Array
  readonly brand: Int32Array
  readonly brandSize: Int32Array
  readonly branch: Int32Array
  readonly form: Uint8Array
  readonly latin: Uint8Array
  /** Sounds as regional readings make them, and the brand's in plain pinyin. */
  readonly coreSound: Int32Array
  readonly brandSound: Int32Array
  readonly brandPlain: Int32Array
  /** Sound of the first two characters. */
  readonly start: Int32Array
  readonly regionAt: Uint32Array
  readonly regions: Int32Array
  readonly pool: Pool
  readonly tokens: TokenSets
  readonly rarity: Int32Array
  readonly brandRarity: Int32Array
  readonly fullRarity: Int32Array
}

export const orgLevels = [
  'different',
  'alike',
  'same-brand-other-trade',
  'other-region-form-or-branch',
  'brand-slip',
  'brand-only',
  'other-script',
  'short-name',
  'one-slip',
  'form-or-region-left-out',
  'equal',
] as const

const O = {
  different: 1,
  alike: 2,
  sister: 3,
  apart: 4,
  brandSlip: 5,
  brandOnly: 6,
  script: 7,
  short: 8,
  slip: 9,
  form: 10,
  equal: 11,
} as const

/** Company names by region, brand, trade, form and branch apart. */
export function compareOrgs(names: OrgNames): Comparer {
  const memo = makePairMemo(18)
  const { at, ids, former } = names
  const level = (x: number, y: number): number => orgLevel(names, x, y)
  return {
    slots: [
      {
        key: 'org',
        evidence: 'name',
        levels: orgLevels,
        m: [0.03, 0.02, 0.02, 0.01, 0.04, 0.05, 0.02, 0.08, 0.09, 0.2, 0.44],
        agrees: 8,
        chance: 3e-6,
      },
    ],
    compare: (a, b) => {
      let best = 0
      for (let i = at[a]!; i < at[a + 1]!; i++)
        for (let j = at[b]!; j < at[b + 1]!; j++) {
          const x = ids[i]!
          const y = ids[j]!
          const grade = x === y ? (brandAlone(names, x) ? O.brandOnly : O.equal) : memo(x, y, level)
          const found = former[i] === 1 || former[j] === 1 ? Math.min(grade, O.brandSlip) : grade
          if (found > best) best = found
        }
      return best
    },
    rarity: (a, b, _slot, grade) => {
      if (grade < O.brandSlip) return -1
      const table = grade <= O.short ? names.brandRarity : grade === O.equal ? names.fullRarity : names.rarity
      let rarest = -1
      for (let i = at[a]!; i < at[a + 1]!; i++)
        for (let j = at[b]!; j < at[b + 1]!; j++) rarest = Math.max(rarest, Math.min(table[ids[i]!]!, table[ids[j]!]!))
      return rarest
    },
  }
}

/** How alike two names of firms are, by position in `names`: a grade, 0 where nothing can be said. */
export function orgLevel(names: OrgNames, x: number, y: number): number {
  if (names.latin[x] === 1 && names.latin[y] === 1) return latinLevel(names, x, y)
  if (names.latin[x] !== names.latin[y])
    return names.latin[x] === 1 ? scriptLevel(names, x, y) : scriptLevel(names, y, x)
  const level = coreLevel(names, x, y)
  if (level >= O.brandSlip && conflicting(names, x, y)) return O.apart
  if (level < O.form) return level
  const same = names.full[x] === names.full[y]
  return same ? O.equal : O.form
}

function coreLevel(names: OrgNames, x: number, y: number): number {
  const { core, pool, coreSound, brandSize } = names
  const cx = core[x]!
  const cy = core[y]!
  if (cx === cy) return brandAlone(names, x) || brandAlone(names, y) ? O.brandOnly : O.form
  if (nothingAlike(names, x, y)) return O.different
  const a = textOf(pool, cx)
  const b = textOf(pool, cy)
  const bx = brandSize[x]!
  const by = brandSize[y]!
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.startsWith(short) && short.length >= 2) return prefixLevel(names, x, y, short.length)
  const brand = Math.min(bx, by)
  const sounds = coreSound[x] === coreSound[y]
  if (a.length === b.length) {
    const at = oneApart(a, b)
    if (at >= 0) {
      if (at >= brand) return O.slip
      return sounds || looksLike(a[at]!, b[at]!) ? O.brandSlip : brand >= 4 ? O.brandSlip : O.alike
    }
  }
  if (sounds) return O.brandSlip
  if (
    regionsOneSided(names, x, y) &&
    pool.at[names.full[x]! + 1]! - pool.at[names.full[x]!]! >= 6 &&
    editDistance(pool, names.full[x]!, names.full[y]!) === 1
  )
    return O.slip
  if (Math.min(a.length, b.length) >= 3 && Math.max(a.length, b.length) >= 4 && editDistance(pool, cx, cy) === 1)
    return commonStart(a, b) >= brand ? O.slip : O.brandSlip
  const common = commonStart(a, b)
  if (common >= 2 && common >= brand)
    return tradesMeet(a.slice(common), b.slice(common), a.slice(brand), b.slice(brand)) ? O.short : O.sister
  if (names.brandSound[x] === names.brandSound[y]) return a.slice(bx) === b.slice(by) ? O.brandSlip : O.alike
  return likeness(pool, cx, cy) >= 2 ? O.alike : O.different
}

/** Neither the first nor the last character agrees, nor a sound: most pairs, told without making texts. */
function nothingAlike({ core, pool: { units, at }, coreSound, brandSound }: OrgNames, x: number, y: number): boolean {
  const cx = core[x]!
  const cy = core[y]!
  return (
    units[at[cx]!] !== units[at[cy]!] &&
    units[at[cx + 1]! - 1] !== units[at[cy + 1]! - 1] &&
    coreSound[x] !== coreSound[y] &&
    brandSound[x] !== brandSound[y]
  )
}

/** Nothing but a short brand is told: sister firms share it. */
const brandAlone = ({ brandSize, form, pool, core, latin }: OrgNames, x: number): boolean =>
  latin[x] === 0 && form[x]! <= 1 && pool.at[core[x]! + 1]! - pool.at[core[x]!]! <= Math.min(3, brandSize[x]!)

/** One core is the beginning of the other. */
function prefixLevel({ brandSize }: OrgNames, x: number, y: number, size: number): number {
  const brand = Math.min(brandSize[x]!, brandSize[y]!, size)
  return size >= Math.max(brand, 2) + 2 ? O.short : O.brandOnly
}

/** Two trades that begin alike, or one of which is the first word of the other with a slip. */
function tradesMeet(restA: string, restB: string, tradeA: string, tradeB: string): boolean {
  return (
    tradeA.length > 0 &&
    tradeB.length > 0 &&
    tradeA.slice(0, 2) === tradeB.slice(0, 2) &&
    Math.min(restA.length, restB.length) <= 2
  )
}

function oneApart(a: string, b: string): number {
  let found = -1
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue
    if (found >= 0) return -1
    found = i
  }
  return found
}

function commonStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && n < b.length && a[n] === b[n]) n++
  return n
}

/** English against Chinese: the brand's pinyin must stand in the English name, or nearly all of it. */
function scriptLevel({ pool, core, brandPlain, tokens }: OrgNames, latin: number, han: number): number {
  const sound = brandPlain[han]!
  const length = pool.at[sound + 1]! - pool.at[sound]!
  if (length < 3) return O.different
  const spoken = textOf(pool, sound)
  for (let i = tokens.at[latin]!; i < tokens.at[latin + 1]!; i++)
    if (textOf(tokens.words, tokens.tokens[i]!) === spoken) return O.script
  return length >= 6 && textOf(pool, core[latin]!).replaceAll(' ', '').includes(spoken) ? O.script : O.different
}

function latinLevel({ full, core, pool, tokens }: OrgNames, x: number, y: number): number {
  if (full[x] === full[y]) return O.equal
  if (core[x] === core[y]) return O.form
  const like = likeness(pool, core[x]!, core[y]!)
  if (like >= 3) return O.slip
  const share = overlap(tokens, x, y)
  if (share >= 800) return O.slip
  if (containment(tokens, x, y) >= 950) return O.short
  if (share >= 550 || like === 2) return O.brandSlip
  return share >= 250 ? O.alike : O.different
}
