import type { Comparer } from './comparer.ts'

export const dateLevels = [
  'other-generation',
  'different',
  'same-year',
  'alike',
  'two-parts-equal',
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

/** Birth dates of two records. */
export function compareDates(key: string, { days, rarity }: DateField): Comparer {
  return {
    slots: [
      {
        key,
        evidence: 'date',
        levels: dateLevels,
        m: [0.02, 0.04, 0.02, 0.05, 0.02, 0.02, 0.02, 0.09, 0.72],
        agrees: 6,
      },
    ],
    compare: (a, b) => dateLevel(days[a]!, days[b]!),
    rarity: (a, b, _slot, level) => (level === 9 ? Math.min(rarity[a]!, rarity[b]!) : -1),
  }
}

/** Years between father and son, at least. */
const generation = 15

/** How alike two dates as yyyymmdd are: a grade of `dateLevels`, 0 where one is not known. */
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
  if ((xy === yy ? 1 : 0) + (xm === ym ? 1 : 0) + (xd === yd ? 1 : 0) === 2) return 5
  if (xy === yy) return apart === 2 ? 4 : 3
  // Two digits, or the month stands and one digit of the year does not
  if (apart === 2 || (xm === ym && oneDigit(xy, yy))) return 4
  return Math.abs(xy - yy) >= generation ? 1 : 2
}

/** Years apart in one digit, of one century. */
const oneDigit = (x: number, y: number): boolean =>
  Math.floor(x / 100) === Math.floor(y / 100) && (Math.floor(x / 10) === Math.floor(y / 10) || x % 10 === y % 10)

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
