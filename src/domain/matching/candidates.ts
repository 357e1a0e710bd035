import type { MatchOptions, MatchTable } from '../../model/matching.ts'
import { eachPair } from './blocks.ts'
import type { Matcher } from './matcher.ts'
import { gradesOf } from './patterns.ts'
import { sharesContact } from './related.ts'
import { mayMeet, stratumFor } from './score.ts'

/** Candidate pairs (canonical places, a < b) with the number of their pattern. */
export interface Candidates {
  count: number
  a: Int32Array
  b: Int32Array
  pattern: Int32Array
  readonly byRule: Float64Array
  /** A person and an organisation that share a number or account, two by two. */
  readonly cross: number[]
}

/** Compares every pair that the blocks, or an earlier run, bring together. */
export function collect(matcher: Matcher, table: MatchTable, options: MatchOptions): Candidates {
  const { prepared, blocks } = matcher
  const out: Candidates = {
    count: 0,
    a: new Int32Array(1 << 16),
    b: new Int32Array(1 << 16),
    pattern: new Int32Array(1 << 16),
    byRule: new Float64Array(blocks?.rules.length ?? 1),
    cross: [],
  }
  const take = taker(matcher, table, options, out)
  const n = prepared.records
  if (blocks === null) for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) take(a, b, 0)
  else eachPair(blocks, 0, n, new Uint32Array(n), take)
  takeKnown(matcher, options, out)
  return out
}

function taker(
  { prepared, layout, patterns }: Matcher,
  table: MatchTable,
  options: MatchOptions,
  out: Candidates,
): (a: number, b: number, rule: number) => void {
  const words = new Int32Array(2)
  const { stratum, order } = prepared
  const sources = options.acrossSourcesOnly === true ? table.sources : undefined
  const { fresh } = options
  return (a, b, rule) => {
    if (sources !== undefined && sources[order[a]!] === sources[order[b]!]) return
    if (fresh !== undefined && fresh[order[a]!] === 0 && fresh[order[b]!] === 0) return
    if (!mayMeet(stratum, a, b)) {
      if (sharesContact(prepared, a, b)) out.cross.push(a, b)
      return
    }
    gradesOf(layout, a, b, stratumFor(stratum, a, b), words)
    push(out, a, b, patterns.id(words[0]!, words[1]!))
    out.byRule[rule]!++
  }
}

/** Pairs of an earlier run, which no new record touches: scored again, since a value may have become common. */
function takeKnown({ prepared, layout, patterns }: Matcher, { fresh, known }: MatchOptions, out: Candidates): void {
  if (fresh === undefined || known === undefined) return
  const words = new Int32Array(2)
  const { stratum, rank } = prepared
  for (let i = 0; i < known.a.length; i++) {
    if (fresh[known.a[i]!] !== 0 || fresh[known.b[i]!] !== 0) continue
    const x = rank[known.a[i]!]!
    const y = rank[known.b[i]!]!
    if (!mayMeet(stratum, x, y)) continue
    gradesOf(layout, Math.min(x, y), Math.max(x, y), stratumFor(stratum, x, y), words)
    push(out, Math.min(x, y), Math.max(x, y), patterns.id(words[0]!, words[1]!))
  }
}

function push(out: Candidates, a: number, b: number, pattern: number): void {
  if (out.count === out.a.length) {
    for (const key of ['a', 'b', 'pattern'] as const) {
      const next = new Int32Array(out.count * 2)
      next.set(out[key])
      out[key] = next
    }
  }
  out.a[out.count] = a
  out.b[out.count] = b
  out.pattern[out.count++] = pattern
}
