import type { MatchResult, RelatedKind } from '../../model/matching.ts'

/** A pair for a person to decide, by party id (smaller first) after the automatic merges. */
export interface PlannedPair {
  readonly a: number
  readonly b: number
  /** Smallest party id of the proposal it belongs to. */
  readonly cluster: number
  readonly weight: number
  /** Records of the table the weight was scored on, for the explanation. */
  readonly records: readonly [number, number]
}

export interface DedupePlan {
  /** Groups of party ids that are one customer by the automatic band alone; each sorted. */
  readonly merges: readonly (readonly number[])[]
  readonly review: readonly PlannedPair[]
  readonly related: readonly (PlannedPair & { readonly relation: RelatedKind })[]
}

/**
 * Turns what the matcher found into what is to be done: merges, pairs to review, relations; changes nothing.
 *
 * A pair inside an automatic merge needs no review; of several pairs between the same two merged groups the heaviest
 * is asked.
 */
export function planDedupe(result: MatchResult, ids: ArrayLike<number>): DedupePlan {
  const groups = new Map<number, number[]>()
  for (let i = 0; i < result.autoClusters.length; i++) {
    const cluster = result.autoClusters[i]!
    const group = groups.get(cluster)
    if (group === undefined) groups.set(cluster, [i])
    else group.push(i)
  }
  const merges = [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.map((record) => ids[record]!).sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!)
  const survivor = (record: number): number => {
    const group = groups.get(result.autoClusters[record]!)!
    return Math.min(...group.map((one) => ids[one]!))
  }
  const clusterOf = new Map<number, number>()
  for (const { members, band } of result.proposals) {
    if (band !== 'review') continue
    const cluster = Math.min(...members.map((record) => ids[record]!))
    for (const record of members) clusterOf.set(record, cluster)
  }
  const best = new Map<string, PlannedPair>()
  const consider = (pair: PlannedPair): void => {
    const key = `${pair.a}-${pair.b}`
    const before = best.get(key)
    if (before === undefined || before.weight < pair.weight) best.set(key, pair)
  }
  const { edges } = result
  for (let e = 0; e < edges.count; e++) {
    const [x, y] = [edges.a[e]!, edges.b[e]!]
    const cluster = clusterOf.get(x)
    if (edges.band[e] === 0 || cluster === undefined || cluster !== clusterOf.get(y)) continue
    const [a, b] = ordered(survivor(x), survivor(y))
    if (a !== b) consider({ a, b, cluster, weight: edges.weight[e]!, records: [x, y] })
  }
  const related = result.related.map(({ a: x, b: y, relation, weight }) => {
    const [a, b] = ordered(survivor(x), survivor(y))
    return { a, b, cluster: a, weight, relation, records: [x, y] as const }
  })
  const review = [...best.values()].sort((p, q) => q.weight - p.weight || p.a - q.a || p.b - q.b)
  return { merges, review, related: related.filter(({ a, b }) => a !== b && !best.has(`${a}-${b}`)) }
}

const ordered = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a])
