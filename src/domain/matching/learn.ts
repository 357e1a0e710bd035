import type { MatchModel, ModelStratum } from '../../model/matching.ts'
import { type Slot, strangers } from './comparer.ts'
import { gradeAt, type Layout, type PatternTable, strata, stratumOf } from './patterns.ts'
import { reliableSlots, type Session } from './sessions.ts'
import { clamp, type Shares, toModel } from './weights.ts'

/** How often each pattern was met: among candidate pairs, and among pairs drawn at random. */
export interface PatternCounts {
  readonly candidates: ArrayLike<number>
  readonly random: ArrayLike<number>
  /** Patterns that cannot be one customer whatever else agrees (hard conflicts): never learned from as matches. */
  readonly barred: ArrayLike<number>
  /** Candidate pairs that people called the same, or different: no guess is made of them. */
  readonly same?: ArrayLike<number>
  readonly different?: ArrayLike<number>
  /** Records and all possible pairs of each stratum. */
  readonly records: readonly number[]
  readonly pairs: readonly number[]
}

const strength = 20
const rounds = 60

/** Learns λ, m and u of both strata from pattern counts. Patterns are taken in order of content, so that the answer does not depend on row order. */
export function learn(layout: Layout, patterns: PatternTable, counts: PatternCounts): MatchModel {
  const strataModels: ModelStratum[] = []
  let records = 0
  for (let s = 0; s < strata.length; s++) {
    records += counts.records[s]!
    const cells = cellsOf(layout, patterns, counts, s)
    const shares = estimate(layout, cells, counts.records[s]!, {
      pairs: counts.pairs[s]!,
      sampled: counts.random !== counts.candidates,
    })
    strataModels.push(toModel(layout, s, shares, reliableSlots(layout, sessionsOf(cells, shares))))
  }
  return { version: 1, records, strata: strataModels }
}

/** What the last round thinks of each pattern. */
const sessionsOf = (cells: readonly Cell[], shares: Shares): Session[] =>
  cells.map(({ grades, candidates, barred }) => ({
    grades,
    matches: barred ? 0 : candidates * posterior(grades, shares),
  }))

interface Cell {
  readonly grades: Uint8Array
  readonly candidates: number
  readonly random: number
  readonly barred: boolean
  readonly same: number
  readonly told: number
}

function cellsOf(layout: Layout, patterns: PatternTable, counts: PatternCounts, stratum: number): Cell[] {
  const ids: number[] = []
  for (let id = 0; id < patterns.count(); id++) if (stratumOf(patterns.hi(id)) === stratum) ids.push(id)
  ids.sort((x, y) => patterns.hi(x) - patterns.hi(y) || patterns.lo(x) - patterns.lo(y))
  return ids.map((id) => {
    const grades = new Uint8Array(layout.slots.length)
    for (let slot = 0; slot < grades.length; slot++)
      grades[slot] = gradeAt(layout, patterns.lo(id), patterns.hi(id), slot)
    return {
      grades,
      candidates: counts.candidates[id] ?? 0,
      random: counts.random[id] ?? 0,
      barred: (counts.barred[id] ?? 0) !== 0,
      same: counts.same?.[id] ?? 0,
      told: (counts.same?.[id] ?? 0) + (counts.different?.[id] ?? 0),
    }
  })
}

function estimate(layout: Layout, cells: readonly Cell[], records: number, { pairs, sampled }: Size): Shares {
  const lambda = Math.min(0.2, records === 0 ? 1e-6 : (0.3 * records) / Math.max(pairs, 1))
  const shares: Shares = {
    m: layout.slots.map((slot) => [0, ...slot.m]),
    u: startU(layout, cells, lambda),
    lambda,
  }
  for (let round = 0; round < rounds && pairs > 0; round++) if (!step(layout, cells, shares, { pairs, sampled })) break
  return shares
}

/** u as if all random pairs were of different customers, less the matches that are expected among them; the rounds correct it. */
function startU(layout: Layout, cells: readonly Cell[], lambda: number): number[][] {
  return layout.slots.map((slot, k) => {
    const sums = new Float64Array(slot.levels.length + 1)
    for (const cell of cells) sums[cell.grades[k]!]! += cell.random
    const u = smoothU(slot, sums)
    return u.map((share, grade) =>
      grade === 0
        ? 0
        : Math.min(
            Math.max(share - lambda * slot.m[grade - 1]!, share / 20),
            grade === slot.levels.length ? (slot.chance ?? 1) : 1,
          ),
    )
  })
}

/** Pairs that the shipped shares of strangers count for. */
const strangerStrength = 25
const rarest = 3.2e-6

function smoothU(slot: Slot, sums: Float64Array): number[] {
  let total = 0
  for (let grade = 1; grade < sums.length; grade++) total += sums[grade]!
  const prior = strangers(slot)
  // What never happened in so many pairs may still happen
  const least = Math.min(0.2 / (total + 1), rarest)
  return Array.from(sums, (sum, grade) =>
    grade === 0 ? 0 : Math.max((sum + strangerStrength * prior[grade - 1]!) / (total + strangerStrength), least),
  )
}

interface Size {
  readonly pairs: number
  /** Random pairs were drawn, instead of taking all. */
  readonly sampled: boolean
}

/** Share of the random pairs where both sides say something. */
function known(met: Float64Array): number {
  let all = 0
  for (const count of met) all += count
  return all === 0 ? 0 : 1 - met[0]! / all
}

/** One round of expectation and maximisation. @returns false when nothing moves any more. */
function step(layout: Layout, cells: readonly Cell[], shares: Shares, { pairs, sampled }: Size): boolean {
  const n = layout.slots.length
  const ms = layout.slots.map((slot) => new Float64Array(slot.levels.length + 1))
  const us = layout.slots.map((slot) => new Float64Array(slot.levels.length + 1))
  const tops = sampled ? new Float64Array(n) : null
  let matches = 0
  for (const cell of cells) {
    const p = cell.barred ? 0 : posterior(cell.grades, shares)
    const hit = p * Math.max(0, cell.candidates - cell.told) + cell.same
    const miss = (1 - p) * cell.random
    matches += hit
    for (let k = 0; k < n; k++) {
      ms[k]![cell.grades[k]!]! += hit
      us[k]![cell.grades[k]!]! += miss
      if (tops !== null && cell.grades[k] === layout.slots[k]!.levels.length)
        tops[k]! += Math.max(0, cell.candidates - hit)
    }
  }
  const lambda = Math.min(0.3, (matches + 0.5) / (pairs + 1))
  let moved = Math.abs(Math.log2(lambda / shares.lambda))
  for (let k = 0; k < n; k++) {
    const slot = layout.slots[k]!
    const m = bestShares(slot, ms[k]!)
    const u = smoothU(slot, us[k]!)
    if (slot.chance !== undefined) u[u.length - 1] = Math.min(u[u.length - 1]!, slot.chance)
    if (tops !== null && slot.enumerated === true) u[u.length - 1] = (tops[k]! + 0.5) / (pairs * known(us[k]!) + 1)
    for (let grade = 1; grade < m.length; grade++) {
      moved = Math.max(moved, Math.abs(m[grade]! - shares.m[k]![grade]!))
      shares.m[k]![grade] = m[grade]!
      shares.u[k]![grade] = u[grade]!
    }
  }
  shares.lambda = lambda
  return moved > 1e-4
}

/**
 * Shares of the grades among matches: what was met, the shipped shares as so many pairs more, and limits on how often
 * records of one customer differ: without the upper one small tables drift to "lives in the same city"; the lower one is
 * the shipped share, since what is found to match first is cleaner than what matches.
 */
function bestShares({ m: prior, levels }: Slot, met: Float64Array): number[] {
  const counts = [0, ...prior.map((share, i) => met[i + 1]! + strength * share)]
  const worst = levels[0]!.startsWith('other') ? 2 : 1
  const sum = (from: number, to: number): number => counts.slice(from, to).reduce((total, count) => total + count, 0)
  const low = sum(1, worst + 1)
  const rest = sum(worst + 1, counts.length)
  const most = Math.min(0.75, Math.max(0.1, 4 * prior.slice(0, worst).reduce((total, share) => total + share, 0)))
  const least = 0.5 * prior.slice(0, worst).reduce((total, share) => total + share, 0)
  const share = Math.min(most, Math.max(least, low / (low + rest)))
  const scale = (share * rest) / ((1 - share) * low)
  for (let grade = 1; grade <= worst; grade++) counts[grade]! *= scale
  const total = sum(1, counts.length)
  return counts.map((count) => count / total)
}

function posterior(grades: Uint8Array, { m, u, lambda }: Shares): number {
  let odds = lambda / (1 - lambda)
  for (let k = 0; k < grades.length; k++) {
    const grade = grades[k]!
    if (grade !== 0) odds *= clamp(m[k]![grade]!) / Math.max(u[k]![grade]!, 1e-7)
  }
  return odds / (1 + odds)
}
