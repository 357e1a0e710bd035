import type { Centibits } from '../../model/units.ts'

/** Pairs with a weight above the review floor. */
export interface WeightedPairs {
  readonly count: number
  readonly a: ArrayLike<number>
  readonly b: ArrayLike<number>
  readonly weight: ArrayLike<number>
}

export interface ClusterRules {
  /** Pairs that a person said are the same, or are not: `a * records + b` with a < b. */
  readonly must: ReadonlySet<number>
  readonly cannot: ReadonlySet<number>
  /** Source of each record where a cluster holds at most one record of it; -1 else. */
  readonly clean: Int32Array | null
  /** Weight of a pair inside a component that no rule brought together; null where it cannot be one customer. */
  readonly fill: (a: number, b: number) => Centibits
  /** Clusters are joined while their mean weight is above this. */
  readonly cut: Centibits
}

const lowest = -1500
const highest = 2000
const unscored = -200
const largestFilled = 300

/** Groups of records: for each, the smallest record number of its group. */
export function clusterRecords(
  records: number,
  pairs: WeightedPairs,
  rules: ClusterRules,
  groups: readonly Component[] = components(records, pairs),
): Int32Array {
  const clusters = new Int32Array(records)
  for (let r = 0; r < records; r++) clusters[r] = r
  for (const members of groups) {
    const parts = members.size === 2 ? pairOf(members, pairs, rules, records) : average(members, pairs, rules, records)
    for (const part of parts) mark(clusters, part)
  }
  return clusters
}

function mark(clusters: Int32Array, part: ArrayLike<number>): void {
  let first = part[0]!
  for (let i = 1; i < part.length; i++) first = Math.min(first, part[i]!)
  for (let i = 0; i < part.length; i++) clusters[part[i]!] = first
}

/** A group that pairs connect: its records in ascending order, and the numbers of its pairs. */
export interface Component {
  readonly size: number
  readonly members: Int32Array
  readonly pairs: Int32Array
}

/** Groups that pairs connect, each with its pairs. */
export function components(records: number, { count, a, b }: WeightedPairs): Component[] {
  const root = rootsOf(records, { count, a, b })
  const number = new Int32Array(records).fill(-1)
  let groups = 0
  for (let i = 0; i < count; i++) if (number[root[a[i]!]!]! < 0) number[root[a[i]!]!] = groups++
  const groupOf = (r: number): number => number[root[r]!]!
  const members = bucketed(groups, records, groupOf)
  const pairs = bucketed(groups, count, (i) => groupOf(a[i]!))
  return Array.from({ length: groups }, (_, g) => {
    const mine = members.items.subarray(members.at[g]!, members.at[g + 1]!)
    return { size: mine.length, members: mine, pairs: pairs.items.subarray(pairs.at[g]!, pairs.at[g + 1]!) }
  })
}

/** The smallest record that each record is connected with. */
function rootsOf(records: number, { count, a, b }: Pick<WeightedPairs, 'count' | 'a' | 'b'>): Int32Array {
  const parent = new Int32Array(records)
  for (let r = 0; r < records; r++) parent[r] = r
  const find = (start: number): number => {
    let r = start
    while (parent[r] !== r) {
      parent[r] = parent[parent[r]!]!
      r = parent[r]!
    }
    return r
  }
  for (let i = 0; i < count; i++) {
    const x = find(a[i]!)
    const y = find(b[i]!)
    if (x !== y) parent[Math.max(x, y)] = Math.min(x, y)
  }
  for (let r = 0; r < records; r++) parent[r] = find(r)
  return parent
}

/** Numbers below `size` sorted into groups, in order; those of no group (below 0) are left out. */
function bucketed(
  groups: number,
  size: number,
  groupOf: (item: number) => number,
): { readonly at: Uint32Array; readonly items: Int32Array } {
  const at = new Uint32Array(groups + 1)
  for (let i = 0; i < size; i++) {
    const group = groupOf(i)
    if (group >= 0) at[group + 1]!++
  }
  for (let g = 0; g < groups; g++) at[g + 1]! += at[g]!
  const next = at.slice(0, groups)
  const items = new Int32Array(at[groups]!)
  for (let i = 0; i < size; i++) {
    const group = groupOf(i)
    if (group >= 0) items[next[group]!++] = i
  }
  return { at, items }
}

function pairOf(
  { members, pairs: numbers }: Component,
  pairs: WeightedPairs,
  rules: ClusterRules,
  records: number,
): readonly ArrayLike<number>[] {
  const [a, b] = [members[0]!, members[1]!]
  const key = a * records + b
  const apart =
    rules.cannot.has(key) || (rules.clean !== null && rules.clean[a]! >= 0 && rules.clean[a] === rules.clean[b])
  const together = rules.must.has(key) || pairs.weight[numbers[0]!]! > rules.cut
  return together && !apart ? [members] : []
}

/** Average linkage over clamped weights, honouring what people said. Source: matching.md (clustering, measured). */
function average(component: Component, pairs: WeightedPairs, rules: ClusterRules, records: number): number[][] {
  const { members } = component
  const n = members.length
  if (n > 2500) return greedy(component, pairs, rules, records)
  const place = new Map(Array.from(members, (record, i) => [record, i]))
  const sums = new Float64Array(n * n).fill(Number.NaN)
  for (const i of component.pairs) {
    const x = place.get(pairs.a[i]!)!
    const y = place.get(pairs.b[i]!)!
    sums[x * n + y] = sums[y * n + x] = Math.min(highest, Math.max(lowest, pairs.weight[i]!))
  }
  const apart = new Uint8Array(n * n)
  for (let x = 0; x < n; x++)
    for (let y = x + 1; y < n; y++) {
      const a = members[x]!
      const b = members[y]!
      if (Number.isNaN(sums[x * n + y]!)) {
        const weight = n <= largestFilled ? rules.fill(a, b) : unscored
        sums[x * n + y] = sums[y * n + x] = Math.min(highest, Math.max(lowest, weight))
      }
      const key = a * records + b
      if (rules.must.has(key)) sums[x * n + y] = sums[y * n + x] = 1e9
      const clean = rules.clean !== null && rules.clean[a]! >= 0 && rules.clean[a] === rules.clean[b]
      if (rules.cannot.has(key) || clean) apart[x * n + y] = apart[y * n + x] = 1
    }
  return merge(members, sums, apart, rules.cut)
}

function merge(members: Int32Array, sums: Float64Array, apart: Uint8Array, cut: number): number[][] {
  const n = members.length
  const sizes = new Int32Array(n).fill(1)
  const alive = new Uint8Array(n).fill(1)
  const groups = Array.from(members, (record) => [record])
  const best = new Int32Array(n)
  const bestMean = new Float64Array(n)
  const look = (x: number): void => {
    best[x] = -1
    bestMean[x] = Number.NEGATIVE_INFINITY
    for (let y = 0; y < n; y++) {
      if (y === x || alive[y] === 0 || apart[x * n + y] === 1) continue
      const mean = sums[x * n + y]! / (sizes[x]! * sizes[y]!)
      if (mean > bestMean[x]!) {
        best[x] = y
        bestMean[x] = mean
      }
    }
  }
  for (let x = 0; x < n; x++) look(x)
  for (;;) {
    let x = -1
    for (let k = 0; k < n; k++) if (alive[k] === 1 && best[k]! >= 0 && (x < 0 || bestMean[k]! > bestMean[x]!)) x = k
    if (x < 0 || bestMean[x]! <= cut) break
    const y = best[x]!
    for (let k = 0; k < n; k++) {
      if (alive[k] === 0 || k === x || k === y) continue
      sums[x * n + k] = sums[k * n + x] = sums[x * n + k]! + sums[y * n + k]!
      if (apart[y * n + k] === 1) apart[x * n + k] = apart[k * n + x] = 1
    }
    sizes[x]! += sizes[y]!
    alive[y] = 0
    groups[x]!.push(...groups[y]!)
    look(x)
    for (let k = 0; k < n; k++) if (alive[k] === 1 && k !== x) look1(k, x, y)
  }
  return groups.filter((_, k) => alive[k] === 1)

  function look1(k: number, x: number, y: number): void {
    if (best[k] === x || best[k] === y) {
      look(k)
      return
    }
    if (apart[k * n + x] === 1) return
    const mean = sums[k * n + x]! / (sizes[k]! * sizes[x]!)
    if (mean > bestMean[k]!) {
      best[k] = x
      bestMean[k] = mean
    }
  }
}

/** For a component too large for a table: strongest pairs first, joining only while the mean of the known pairs holds. */
function greedy(component: Component, pairs: WeightedPairs, rules: ClusterRules, records: number): number[][] {
  const group = new Map<number, number[]>(Array.from(component.members, (record) => [record, [record]]))
  const known = new Map<number, number>(
    Array.from(component.pairs, (i) => [key(pairs.a[i]!, pairs.b[i]!), pairs.weight[i]!]),
  )
  const order = [...component.pairs].sort(
    (i, j) => pairs.weight[j]! - pairs.weight[i]! || pairs.a[i]! - pairs.a[j]! || pairs.b[i]! - pairs.b[j]!,
  )
  for (const i of order) {
    const one = group.get(pairs.a[i]!)!
    const two = group.get(pairs.b[i]!)!
    if (one === two || pairs.weight[i]! <= rules.cut || !mayJoin(one, two)) continue
    one.push(...two)
    for (const record of two) group.set(record, one)
  }
  return [...new Set(group.values())]

  function key(a: number, b: number): number {
    return a < b ? a * records + b : b * records + a
  }
  function mayJoin(one: readonly number[], two: readonly number[]): boolean {
    let sum = 0
    for (const a of one)
      for (const b of two) {
        if (rules.cannot.has(key(a, b))) return false
        sum += Math.min(highest, Math.max(lowest, known.get(key(a, b)) ?? unscored))
      }
    return sum > rules.cut * one.length * two.length
  }
}
