import type { EvidenceKind, Proposal } from '../../model/matching.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Scored } from './bands.ts'
import { conflictsOf, evidenceOf } from './decide.ts'
import type { Matcher } from './matcher.ts'

/** What a pattern says, read once. */
interface Said {
  readonly evidence: readonly EvidenceKind[]
  readonly conflicts: readonly Reason[]
}

/** Clusters, and pairs above the floor that no cluster holds, each with what speaks for it and against; best first. */
export function proposalsOf(
  matcher: Matcher,
  scored: Scored,
  clusters: Int32Array,
  autoClusters: Int32Array,
): Proposal[] {
  const said = reader(matcher)
  const out: Proposal[] = []
  const inside = new Map<number, number[]>()
  for (let i = 0; i < scored.count; i++) {
    const a = scored.a[i]!
    const b = scored.b[i]!
    if (clusters[a] !== clusters[b]) out.push(proposal([a, b], [i]))
    else bucket(inside, clusters[a]!).push(i)
  }
  const members = new Map<number, number[]>()
  for (let r = 0; r < clusters.length; r++) if (inside.has(clusters[r]!)) bucket(members, clusters[r]!).push(r)
  for (const [cluster, pairs] of inside) out.push(proposal(members.get(cluster)!, pairs))
  return out.sort((x, y) => y.score - x.score || x.members[0]! - y.members[0]!)

  function proposal(places: readonly number[], pairs: readonly number[]): Proposal {
    const evidence = new Set<EvidenceKind>()
    const conflicts = new Map<string, Reason>()
    let score = Number.POSITIVE_INFINITY
    for (const i of pairs) {
      const { evidence: kinds, conflicts: reasons } = said(scored.pattern[i]!)
      for (const kind of kinds) evidence.add(kind)
      for (const reason of reasons) conflicts.set(reason.code, reason)
      score = Math.min(score, scored.weight[i]!)
    }
    const auto = places.every((place) => autoClusters[place] === autoClusters[places[0]!])
    return {
      members: places.map((place) => matcher.prepared.order[place]!).sort((x, y) => x - y),
      band: auto ? 'auto' : 'review',
      score,
      evidence: [...evidence],
      conflicts: [...conflicts.values()],
      density: pairs.length / ((places.length * (places.length - 1)) / 2),
    }
  }
}

function reader({ layout, patterns }: Matcher): (pattern: number) => Said {
  const known: (Said | undefined)[] = []
  return (pattern) => {
    const before = known[pattern]
    if (before !== undefined) return before
    const lo = patterns.lo(pattern)
    const hi = patterns.hi(pattern)
    const said = { evidence: evidenceOf(layout, lo, hi), conflicts: conflictsOf(layout, lo, hi) }
    known[pattern] = said
    return said
  }
}

function bucket(map: Map<number, number[]>, key: number): number[] {
  const known = map.get(key)
  if (known !== undefined) return known
  const made: number[] = []
  map.set(key, made)
  return made
}
