import type { MatchResult, RelatedKind } from '../../model/matching.ts'

/** A pair for a person to decide, by party id (smaller first) after the automatic merges. */
export interface PlannedPair {
  readonly a: number
  readonly b: number
  /** Smallest party id of the cluster it belongs to; below 0 for a pair that is in none. */
  readonly cluster: number
  readonly weight: number
  /** Records of the table the weight was scored on, for the explanation. */
  readonly records: readonly [number, number]
}

/** A pair inside an automatic merge, by party id. */
export interface MergedPair {
  readonly a: number
  readonly b: number
  readonly weight: number
  readonly records: readonly [number, number]
}

/** Party ids that are one customer by the automatic band alone, sorted, with the pairs that say so, heaviest first. */
export interface PlannedMerge {
  readonly ids: readonly number[]
  readonly pairs: readonly MergedPair[]
}

export interface DedupePlan {
  readonly merges: readonly PlannedMerge[]
  readonly review: readonly PlannedPair[]
  readonly related: readonly (PlannedPair & { readonly relation: RelatedKind })[]
}

/**
 * Turns what the matcher found into what is to be done: merges, pairs to review, relations; changes nothing.
 *
 * A pair inside an automatic merge needs no review, unless `merge` is false: then everything is asked. Of several pairs between
 * the same two merged groups the heaviest is asked.
 */
export function planDedupe(result: MatchResult, ids: ArrayLike<number>, merge = true): DedupePlan {
  const groups = merge ? groupsOf(result.autoClusters) : new Map<number, number[]>()
  const survivors = Int32Array.from({ length: result.autoClusters.length }, (_, record) => ids[record]!)
  for (const group of groups.values()) {
    const first = Math.min(...group.map((record) => ids[record]!))
    for (const record of group) survivors[record] = first
  }
  const review = reviewPairs(result, ids, survivors)
  const asked = new Set(review.map(({ a, b }) => `${a}-${b}`))
  const related = result.related.map(({ a: x, b: y, relation, weight }) => {
    const [a, b] = ordered(survivors[x]!, survivors[y]!)
    return { a, b, cluster: a, weight, relation, records: [x, y] as const }
  })
  return {
    merges: mergesOf(result, ids, groups),
    review,
    related: related.filter(({ a, b }) => a !== b && !asked.has(`${a}-${b}`)),
  }
}

/** Records of each automatic cluster of more than one. */
function groupsOf(clusters: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  for (let i = 0; i < clusters.length; i++) {
    const cluster = clusters[i]!
    if (cluster === i) continue
    const group = groups.get(cluster)
    if (group === undefined) groups.set(cluster, [cluster, i])
    else group.push(i)
  }
  return groups
}

function mergesOf(
  { edges, autoClusters }: MatchResult,
  ids: ArrayLike<number>,
  groups: Map<number, number[]>,
): PlannedMerge[] {
  const pairs = new Map<number, MergedPair[]>([...groups.keys()].map((cluster) => [cluster, []]))
  for (let e = 0; e < edges.count; e++) {
    const [x, y] = [edges.a[e]!, edges.b[e]!]
    if (autoClusters[x] !== autoClusters[y]) continue
    const [a, b] = ordered(ids[x]!, ids[y]!)
    pairs.get(autoClusters[x]!)?.push({ a, b, weight: edges.weight[e]!, records: [x, y] })
  }
  return [...groups]
    .map(([cluster, group]) => ({
      ids: group.map((record) => ids[record]!).sort((a, b) => a - b),
      pairs: pairs.get(cluster)!.sort((p, q) => q.weight - p.weight || p.a - q.a || p.b - q.b),
    }))
    .sort((p, q) => p.ids[0]! - q.ids[0]!)
}

function reviewPairs({ edges, clusters }: MatchResult, ids: ArrayLike<number>, survivors: Int32Array): PlannedPair[] {
  const smallest = new Map<number, number>()
  for (let r = 0; r < clusters.length; r++)
    smallest.set(clusters[r]!, Math.min(ids[r]!, smallest.get(clusters[r]!) ?? ids[r]!))
  const best = new Map<string, PlannedPair>()
  for (let e = 0; e < edges.count; e++) {
    const [x, y] = [edges.a[e]!, edges.b[e]!]
    const [a, b] = ordered(survivors[x]!, survivors[y]!)
    const before = best.get(`${a}-${b}`)
    const weight = edges.weight[e]!
    if (a === b || (before !== undefined && before.weight >= weight)) continue
    // A pair that no cluster holds is a question of its own
    const cluster = clusters[x] === clusters[y] ? smallest.get(clusters[x]!)! : -(e + 1)
    best.set(`${a}-${b}`, { a, b, cluster, weight, records: [x, y] })
  }
  return [...best.values()].sort((p, q) => q.weight - p.weight || p.a - q.a || p.b - q.b)
}

const ordered = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a])
