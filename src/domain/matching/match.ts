import type { MatchModel, MatchOptions, MatchResult, MatchTable } from '../../model/matching.ts'
import type { Centibits } from '../../model/units.ts'
import { autoPairs, floorOf, scoreCandidates } from './bands.ts'
import { rulesStats } from './blocks.ts'
import { calibrate, weightOfChance } from './calibrate.ts'
import { type Candidates, gather, jobOf } from './candidates.ts'
import { type Component, clusterRecords, components } from './cluster.ts'
import { areTwo, autoEvidence, conflictsOf, contraries } from './decide.ts'
import { hubsOf } from './hubs.ts'
import { type Matcher, makeMatcher } from './matcher.ts'
import { type ComparedPart, type CompareJob, compareRange } from './parts.ts'
import { proposalsOf } from './proposals.ts'
import { relatedPairs } from './related.ts'
import { answersOf, cleanOf, clustersToRows, edgesToRows, withAnswers, withoutAnswered } from './rows.ts'
import { pairWeight, weightsOf } from './score.ts'
import { statsOf } from './stats.ts'
import { train } from './train.ts'

export { makeMatcher }

/** Clusters are joined while they are more likely one than not. */
const cutOf = (model: MatchModel): Centibits =>
  model.calibration === undefined ? 0 : weightOfChance(model, 0.5, floorOf(model))

/**
 * Finds which records are the same customer.
 *
 * The same records give the same groups in any order. All numbers in the result are rows of the table.
 */
export function matchRecords(table: MatchTable, options: MatchOptions = {}): MatchResult {
  const begun = beginMatch(table, options)
  return finishMatch(begun, [compareRange(begun.job, begun.matcher.layout, 0, table.size)])
}

/** A table read and sorted into blocks; `job` is what there is to compare, in one piece or many. */
export interface BegunMatch {
  readonly matcher: Matcher
  readonly job: CompareJob
  readonly table: MatchTable
  readonly options: MatchOptions
}

/** The first half of matching: reading and blocking. */
export function beginMatch(table: MatchTable, options: MatchOptions = {}): BegunMatch {
  const matcher = makeMatcher(table, options.progress)
  return { matcher, job: jobOf(matcher, table, options), table, options }
}

/** The second half: what was compared, in the order of its ranges, is learned from, weighed and grouped. */
export function finishMatch({ matcher, table, options }: BegunMatch, parts: readonly ComparedPart[]): MatchResult {
  const told = options.progress ?? (() => {})
  const candidates = gather(matcher, parts, options)
  told('compared', candidates.count, candidates.count)
  const model = calibrated(options.model ?? train(matcher, candidates, table, options), options)
  told('learned', matcher.patterns.count(), matcher.patterns.count())
  return conclude(matcher, candidates, { table, options, model })
}

/** The model with what people's answers make of its weights; as it is, while there are too few. */
function calibrated(model: MatchModel, { answers }: MatchOptions): MatchModel {
  const calibration = answers === undefined ? null : calibrate(answers)
  return calibration === null ? model : { ...model, calibration }
}

interface Run {
  readonly table: MatchTable
  readonly options: MatchOptions
  readonly model: MatchModel
}

function conclude(matcher: Matcher, candidates: Candidates, { table, options, model }: Run): MatchResult {
  const { prepared, layout, patterns, blocks } = matcher
  const { records } = prepared
  const weights = weightsOf(model, layout)
  const answers = answersOf(prepared, options)
  const scored = withoutAnswered(scoreCandidates(matcher, weights, candidates, floorOf(model)), answers.cannot, records)
  const clean = cleanOf(prepared, table, options)
  const fill = (a: number, b: number): Centibits => pairWeight(layout, weights, prepared.stratum, a, b).weight
  const rules = { must: answers.must, cannot: answers.cannot, clean, fill, cut: cutOf(model) }
  const two = (a: number, b: number): boolean => {
    const { weight, lo, hi } = pairWeight(layout, weights, prepared.stratum, a, b)
    return areTwo(layout, { lo, hi, weight })
  }
  const told = withAnswers(scored, answers.must, records)
  const groups = components(records, told)
  const twos = [...conflictsAmong(groups, records, two)].filter((key) => !answers.must.has(key))
  const clusters = clusterRecords(records, told, { ...rules, cannot: new Set([...answers.cannot, ...twos]) }, groups)
  const auto = autoPairs(matcher, scored, model)
  const apart = (a: number, b: number): boolean => {
    const { lo, hi } = pairWeight(layout, weights, prepared.stratum, a, b)
    if (conflictsOf(layout, lo, hi).length > 0) return true
    return contraries(layout, lo, hi) > 0 && autoEvidence(layout, lo, hi) < 2
  }
  const conflicting = conflictsAmong(components(records, auto.chosen), records, apart)
  const autoRules = { ...rules, cannot: new Set([...answers.cannot, ...conflicting]) }
  const autoClusters = clusterRecords(records, withAnswers(auto.chosen, answers.must, records), autoRules)
  const allPairs = [{ rule: 'all-pairs', pairs: candidates.count, dropped: 0 }]
  return {
    edges: edgesToRows(prepared, scored, autoClusters),
    clusters: clustersToRows(prepared, clusters),
    autoClusters: clustersToRows(prepared, autoClusters),
    proposals: proposalsOf(matcher, scored, clusters, autoClusters),
    related: relatedPairs(matcher, weights, candidates, { clusters, cannot: answers.cannot }),
    hubs: hubsOf(prepared),
    model,
    stats: statsOf({
      records,
      scored,
      model,
      clusters,
      autoExpectedError: auto.expectedError,
      pairs: candidates.count,
      rules: blocks === null ? allPairs : rulesStats(blocks, candidates.byRule),
      patterns: patterns.count(),
      left: layout.left,
    }),
  }
}

/** Pairs inside components whose facts exclude each other: they are kept apart, and so are their groups. */
function conflictsAmong(
  groups: readonly Component[],
  records: number,
  apart: (a: number, b: number) => boolean,
): Set<number> {
  const out = new Set<number>()
  for (const { members, size } of groups) {
    if (size < 3 || size > 300) continue
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++)
        if (apart(members[i]!, members[j]!)) out.add(members[i]! * records + members[j]!)
  }
  return out
}
