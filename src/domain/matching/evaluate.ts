/** How a clustering compares with the truth. Shares are 0..1. */
export interface Evaluation {
  readonly pairs: {
    readonly precision: number
    readonly recall: number
    readonly f1: number
    readonly found: number
    readonly right: number
    readonly true: number
  }
  /** B-cubed: the same, averaged over records. */
  readonly bcubed: { readonly precision: number; readonly recall: number; readonly f1: number }
  /** Clusters that are exactly one entity, among all entities. */
  readonly exact: number
  readonly largest: number
  /** True clusters split apart, and found clusters that hold several entities: by smallest record. */
  readonly split: readonly number[]
  readonly mixed: readonly number[]
}

/** Compares clusters with the truth; both give each record the number of its group. */
export function evaluate(found: ArrayLike<number>, truth: ArrayLike<number>): Evaluation {
  const n = found.length
  const byFound = sizes(found)
  const byTruth = sizes(truth)
  const both = new Map<string, number>()
  for (let r = 0; r < n; r++) bump(both, `${found[r]} ${truth[r]}`)
  let right = 0
  for (const size of both.values()) right += (size * (size - 1)) / 2
  const foundPairs = sumPairs(byFound)
  const truePairs = sumPairs(byTruth)
  let bp = 0
  let br = 0
  let exact = 0
  const split = new Set<number>()
  const mixed = new Set<number>()
  for (const [key, size] of both) {
    const [f, t] = key.split(' ').map(Number) as [number, number]
    bp += (size * size) / byFound.get(f)!
    br += (size * size) / byTruth.get(t)!
    if (size === byFound.get(f) && size === byTruth.get(t)) exact++
    if (size < byTruth.get(t)!) split.add(t)
    if (size < byFound.get(f)!) mixed.add(f)
  }
  const precision = foundPairs === 0 ? 1 : right / foundPairs
  const recall = truePairs === 0 ? 1 : right / truePairs
  return {
    pairs: { precision, recall, f1: f1(precision, recall), found: foundPairs, right, true: truePairs },
    bcubed: { precision: bp / n, recall: br / n, f1: f1(bp / n, br / n) },
    exact: exact / byTruth.size,
    largest: [...byFound.values()].reduce((most, size) => Math.max(most, size), 0),
    split: [...split],
    mixed: [...mixed],
  }
}

/** Share of the true pairs that some blocking rule brings together. */
export function blockingCompleteness(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  count: number,
  truth: ArrayLike<number>,
): number {
  let right = 0
  for (let i = 0; i < count; i++) if (truth[a[i]!] === truth[b[i]!]) right++
  const all = sumPairs(sizes(truth))
  return all === 0 ? 1 : right / all
}

const f1 = (p: number, r: number): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r))

function sizes(groups: ArrayLike<number>): Map<number, number> {
  const map = new Map<number, number>()
  for (let r = 0; r < groups.length; r++) bump(map, groups[r]!)
  return map
}

function bump<Key>(map: Map<Key, number>, key: Key): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}

function sumPairs(groups: Map<number, number>): number {
  let sum = 0
  for (const size of groups.values()) sum += (size * (size - 1)) / 2
  return sum
}
