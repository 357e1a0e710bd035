import type { MatchOptions, MatchTable } from '../../model/matching.ts'
import type { Matcher } from './matcher.ts'
import type { ComparedPart, CompareJob } from './parts.ts'
import { gradesOf } from './patterns.ts'
import { mayMeet, stratumFor } from './score.ts'

/** Candidate pairs (canonical places, a < b) with the number of their pattern. */
export interface Candidates {
  readonly count: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly pattern: Int32Array
  readonly byRule: Float64Array
  /** A person and an organisation that share a number or account, two by two. */
  readonly cross: readonly number[]
}

/** What is to be compared. */
export function jobOf(
  { prepared, blocks }: Matcher,
  { sources }: MatchTable,
  { acrossSourcesOnly, fresh }: MatchOptions,
): CompareJob {
  const { order, records } = prepared
  const across = acrossSourcesOnly === true && sources !== undefined
  return {
    prepared,
    blocks,
    sources: across ? Int32Array.from({ length: records }, (_, place) => sources[order[place]!]!) : null,
    fresh:
      fresh === undefined
        ? null
        : Uint8Array.from({ length: records }, (_, place) => (fresh[order[place]!] === 0 ? 0 : 1)),
  }
}

/** Puts the compared parts together, in order, with the pairs of an earlier run. */
export function gather(matcher: Matcher, parts: readonly ComparedPart[], options: MatchOptions): Candidates {
  const { patterns } = matcher
  const known = knownPairs(matcher, options)
  const all = known === null ? parts : [...parts, known]
  const count = all.reduce((sum, part) => sum + part.count, 0)
  const a = new Int32Array(count)
  const b = new Int32Array(count)
  const pattern = new Int32Array(count)
  const byRule = new Float64Array(Math.max(1, ...parts.map((part) => part.byRule.length)))
  const cross: number[] = []
  let at = 0
  for (const part of all) {
    a.set(part.a, at)
    b.set(part.b, at)
    for (let i = 0; i < part.count; i++) pattern[at + i] = patterns.id(part.lo[i]!, part.hi[i]!)
    at += part.count
    for (let rule = 0; rule < part.byRule.length; rule++) byRule[rule]! += part.byRule[rule]!
    for (const place of part.cross) cross.push(place)
  }
  return { count, a, b, pattern, byRule, cross }
}

/** Pairs of an earlier run that no new record touches: scored again, since a value may have become common. */
function knownPairs({ prepared, layout }: Matcher, { fresh, known }: MatchOptions): ComparedPart | null {
  if (fresh === undefined || known === undefined) return null
  const words = new Int32Array(2)
  const { stratum, rank } = prepared
  const [a, b, lo, hi]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let i = 0; i < known.a.length; i++) {
    if (fresh[known.a[i]!] !== 0 || fresh[known.b[i]!] !== 0) continue
    const x = Math.min(rank[known.a[i]!]!, rank[known.b[i]!]!)
    const y = Math.max(rank[known.a[i]!]!, rank[known.b[i]!]!)
    if (!mayMeet(stratum, x, y)) continue
    gradesOf(layout, x, y, stratumFor(stratum, x, y), words)
    a.push(x)
    b.push(y)
    lo.push(words[0]!)
    hi.push(words[1]!)
  }
  const from = (values: number[]): Int32Array => Int32Array.from(values)
  return {
    count: a.length,
    a: from(a),
    b: from(b),
    lo: from(lo),
    hi: from(hi),
    byRule: new Float64Array(0),
    cross: from([]),
  }
}
