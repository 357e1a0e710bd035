import type { MatchEdges, MatchOptions, MatchTable } from '../../model/matching.ts'
import type { Scored } from './bands.ts'
import type { Prepared } from './prepare.ts'

/** What people said, as `a * records + b` of canonical places, a < b. */
export interface Answers {
  readonly must: ReadonlySet<number>
  readonly cannot: ReadonlySet<number>
}

/** What people said of pairs, in canonical places. */
export function answersOf({ rank, records }: Prepared, { decisions = [] }: MatchOptions): Answers {
  const must = new Set<number>()
  const cannot = new Set<number>()
  for (const { a, b, verdict } of decisions) {
    const x = rank[a]!
    const y = rank[b]!
    ;(verdict === 'same' ? must : cannot).add(Math.min(x, y) * records + Math.max(x, y))
  }
  return { must, cannot }
}

/** Source of each record where it is clean, -1 else; null where no source is. */
export function cleanOf(
  { order, records }: Prepared,
  { sources }: MatchTable,
  { cleanSources }: MatchOptions,
): Int32Array | null {
  if (cleanSources === undefined || sources === undefined) return null
  const clean = new Set(cleanSources)
  return Int32Array.from({ length: records }, (_, r) => {
    const source = sources[order[r]!]!
    return clean.has(source) ? source : -1
  })
}

/** Pairs that a person said are the same count even where nothing else speaks for them. */
export function withAnswers(pairs: Scored, must: ReadonlySet<number>, records: number): Scored {
  if (must.size === 0) return pairs
  const told = [...must].sort((x, y) => x - y)
  const join = (values: Int32Array, more: readonly number[]): Int32Array => Int32Array.from([...values, ...more])
  return {
    count: pairs.count + told.length,
    a: join(
      pairs.a,
      told.map((key) => Math.floor(key / records)),
    ),
    b: join(
      pairs.b,
      told.map((key) => key % records),
    ),
    weight: join(
      pairs.weight,
      told.map(() => 2000),
    ),
    pattern: join(
      pairs.pattern,
      told.map(() => -1),
    ),
  }
}

/** Pairs that a person told apart are not asked again. */
export function withoutAnswered(pairs: Scored, cannot: ReadonlySet<number>, records: number): Scored {
  if (cannot.size === 0) return pairs
  const open: number[] = []
  for (let i = 0; i < pairs.count; i++) if (!cannot.has(pairs.a[i]! * records + pairs.b[i]!)) open.push(i)
  const pick = (values: Int32Array): Int32Array => Int32Array.from(open, (i) => values[i]!)
  return {
    count: open.length,
    a: pick(pairs.a),
    b: pick(pairs.b),
    weight: pick(pairs.weight),
    pattern: pick(pairs.pattern),
  }
}

/** Scored pairs by rows of the table. */
export function edgesToRows({ order }: Prepared, scored: Scored, autoClusters: Int32Array): MatchEdges {
  const a = new Int32Array(scored.count)
  const b = new Int32Array(scored.count)
  const band = new Uint8Array(scored.count)
  for (let i = 0; i < scored.count; i++) {
    const x = order[scored.a[i]!]!
    const y = order[scored.b[i]!]!
    a[i] = Math.min(x, y)
    b[i] = Math.max(x, y)
    band[i] = autoClusters[scored.a[i]!] === autoClusters[scored.b[i]!] ? 2 : 1
  }
  return { count: scored.count, a, b, weight: scored.weight, pattern: scored.pattern, band }
}

/** Clusters by rows of the table: each row gets the smallest row of its cluster. */
export function clustersToRows({ order }: Prepared, clusters: Int32Array): Int32Array {
  const first = new Int32Array(clusters.length).fill(-1)
  const out = new Int32Array(clusters.length)
  for (let place = 0; place < clusters.length; place++) {
    const cluster = clusters[place]!
    const row = order[place]!
    first[cluster] = first[cluster]! < 0 ? row : Math.min(first[cluster]!, row)
  }
  for (let place = 0; place < clusters.length; place++) out[order[place]!] = first[clusters[place]!]!
  return out
}
