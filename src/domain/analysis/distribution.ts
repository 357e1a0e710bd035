export interface Share {
  readonly value: string
  readonly count: number
  /** Of those who are known. */
  readonly share: number
}

export interface Distribution {
  readonly shares: readonly Share[]
  readonly known: number
  readonly unknown: number
  /** Values beyond the most frequent ones, together. */
  readonly others: number
}

/** How often each value occurs: in the given order, else the most frequent first; ties by value. */
export function distributionOf(
  values: Iterable<string | null>,
  more: { readonly order?: readonly string[]; readonly most?: number } = {},
): Distribution {
  const counts = new Map<string, number>()
  let known = 0
  let unknown = 0
  for (const value of values) {
    if (value === null) {
      unknown++
      continue
    }
    known++
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const place = new Map((more.order ?? []).map((value, i) => [value, i]))
  const rank = (value: string): number => place.get(value) ?? place.size
  const sorted = [...counts].sort(
    ([a, x], [b, y]) => (place.size > 0 ? rank(a) - rank(b) : 0) || y - x || (a < b ? -1 : 1),
  )
  const kept = sorted.slice(0, more.most ?? sorted.length)
  const shares = kept.map(([value, count]) => ({ value, count, share: count / known }))
  return { shares, known, unknown, others: known - kept.reduce((sum, [, count]) => sum + count, 0) }
}

export const ageBands = ['0-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'] as const

/** The band of an age in whole years; null when not known. */
export function ageBandOf(age: number): (typeof ageBands)[number] | null {
  if (Number.isNaN(age) || age < 0) return null
  return ageBands[[18, 25, 35, 45, 55, 65].filter((from) => age >= from).length]!
}

/** A value in a segment against everyone. */
export interface ProfileLine extends Share {
  readonly shareOfAll: number
  /** 100: as usual; 200: twice as frequent in the segment. Null where everyone's share is nothing. */
  readonly index: number | null
}

/** What distinguishes a segment (画像): each value's share against all customers. Values on fewer than `least` are left out. */
export function profileLines(
  segment: Iterable<string | null>,
  everyone: Iterable<string | null>,
  least = 5,
): ProfileLine[] {
  const all = new Map(distributionOf(everyone).shares.map(({ value, share }) => [value, share]))
  return distributionOf(segment)
    .shares.filter(({ count }) => count >= least)
    .map((line) => {
      const shareOfAll = all.get(line.value) ?? 0
      return { ...line, shareOfAll, index: shareOfAll === 0 ? null : Math.round((100 * line.share) / shareOfAll) }
    })
}
