import type { TierMove, TierOverride } from '../../model/tiers.ts'
import type { IsoDate } from '../../model/units.ts'

/**
 * Who goes from which level to which, the biggest group first; those who stay are left out.
 *
 * `before` and `after` are levels by row (null: none), so that two different schemes can be compared as well.
 */
export function tierMoves(
  ids: ArrayLike<number>,
  before: readonly (string | null)[],
  after: readonly (string | null)[],
): TierMove[] {
  const groups = new Map<string, { from: string | null; to: string | null; ids: number[] }>()
  for (let row = 0; row < ids.length; row++) {
    const [from, to] = [before[row] ?? null, after[row] ?? null]
    if (from === to) continue
    const key = JSON.stringify([from, to])
    const group = groups.get(key) ?? { from, to, ids: [] }
    if (group.ids.length === 0) groups.set(key, group)
    group.ids.push(ids[row]!)
  }
  return [...groups.values()].sort(
    (a, b) => b.ids.length - a.ids.length || compare(a.from, b.from) || compare(a.to, b.to),
  )
}

const compare = (a: string | null, b: string | null): number => (a ?? '').localeCompare(b ?? '', 'en')

/** Up, down, first level, or none any more; `order` is the scheme's levels, best first. */
export function directionOf(move: TierMove, order: readonly string[]): 'up' | 'down' | 'first' | 'lost' {
  if (move.from === null) return 'first'
  if (move.to === null) return 'lost'
  return order.indexOf(move.to) < order.indexOf(move.from) ? 'up' : 'down'
}

/** The level that counts: the one given by hand while it lasts (its last day included), else the computed one. */
export function levelInForce(computed: string | null, override: TierOverride | null, today: IsoDate): string | null {
  if (override === null || (override.until !== null && override.until < today)) return computed
  return override.level
}
