import type { Reason } from './parsed.ts'
import type { Centibits } from './units.ts'

/** What a column of a table holds, as the matcher sees it. */
export const matchKinds = [
  /** Person or organisation, decided record by record. */
  'name',
  'person-name',
  'given-name',
  'surname',
  'org-name',
  /** Somebody who speaks for the record's organisation. */
  'contact-name',
  /** The organisation a person works for. */
  'employer',
  /** Another name of the same record: former, short, native script. */
  'alias',
  'phone',
  'email',
  /** WeChat, QQ and other accounts. */
  'handle',
  /** Credit code, citizen number, passport, licence, social security number. */
  'id-code',
  'date',
  'year',
  'month',
  'day',
  'address',
  'house-number',
  'postcode',
  'province',
  'city',
  'district',
  'gender',
  /** 客户类型: says whether the record is a person or an organisation. */
  'party-kind',
  'code',
  'choice',
  'text',
  'number',
  /** Free remarks: only phones are looked for in them. */
  'remark',
  'ignore',
] as const

export type MatchKind = (typeof matchKinds)[number]

export type MatchCell = string | readonly string[] | null

export interface MatchColumn {
  readonly name: string
  readonly kind: MatchKind
  /** One cell a record, in the table's order. */
  readonly values: readonly MatchCell[]
}

/** Records to compare, as columns of text. */
export interface MatchTable {
  readonly size: number
  readonly columns: readonly MatchColumn[]
  /** Which file or sheet each record is from (small numbers), where that matters. */
  readonly sources?: ArrayLike<number>
}

/** What a column was taken for, and why: `told`, `heading`, `content`, `nothing`. */
export interface ColumnGuess {
  readonly name: string
  readonly kind: MatchKind
  readonly because: 'told' | 'heading' | 'content' | 'nothing'
}

/** What kind of fact speaks for a pair; two different ones are needed for an automatic decision. */
export type EvidenceKind = 'name' | 'phone' | 'email' | 'handle' | 'id' | 'date' | 'address' | 'contact' | 'other'

/** Which sort of pair a set of weights is for: two people, or two organisations. */
export type Stratum = 'person' | 'org'

/** One grade of agreement of one comparison. */
export interface ModelLevel {
  readonly level: string
  /** Share among pairs of the same customer, and among pairs that are not. */
  readonly m: number
  readonly u: number
  readonly weight: Centibits
}

export interface ModelComparison {
  readonly key: string
  readonly evidence: EvidenceKind
  /** Worst first; a missing value has no level and weighs nothing. */
  readonly levels: readonly ModelLevel[]
  /** The sessions disagreed, or there was too little to learn from: the shipped prior stands. */
  readonly reliable: boolean
}

export interface ModelStratum {
  readonly stratum: Stratum
  /** Share of matching pairs among all pairs. */
  readonly lambda: number
  readonly prior: Centibits
  readonly comparisons: readonly ModelComparison[]
}

/** Share of same among the answers on pairs of these weights; steps stand in order and never fall. */
export interface CalibrationStep {
  readonly from: Centibits
  readonly to: Centibits
  readonly probability: number
  readonly answers: number
}

/** Everything that decides a score: can be printed, compared, stored with a run and used again. */
export interface MatchModel {
  readonly version: 1
  /** Records it was learned from. */
  readonly records: number
  readonly strata: readonly ModelStratum[]
  /** What people's answers make of a weight, once there are enough of them. */
  readonly calibration?: readonly CalibrationStep[]
}

/** An answer of a person, by record numbers. */
export interface MatchDecision {
  readonly a: number
  readonly b: number
  readonly verdict: 'same' | 'different' | 'related'
}

export interface MatchOptions {
  /** Weights to use instead of learning them. */
  readonly model?: MatchModel
  readonly decisions?: readonly MatchDecision[]
  /** What people said of pairs by the weight they had: from 50 on, probabilities are calibrated by them. */
  readonly answers?: readonly { readonly weight: Centibits; readonly same: boolean }[]
  /** Compare only records of different sources. */
  readonly acrossSourcesOnly?: boolean
  /** Sources without doubles inside them: a cluster holds at most one record of each. */
  readonly cleanSources?: readonly number[]
  /** Where not 0, the record is new: only pairs with a new record are scored, `known` pairs are scored again. */
  readonly fresh?: ArrayLike<number>
  readonly known?: { readonly a: ArrayLike<number>; readonly b: ArrayLike<number> }
  /** Told of each stage as it ends: `read`, `blocked`, `compared`, `learned`. */
  readonly progress?: (stage: string, done: number, total: number) => void
}

export type RelatedKind = 'household' | 'colleague' | 'branch' | 'owner-shop' | 'sister-firm' | 'shared-contact'

export interface RelatedPair {
  readonly a: number
  readonly b: number
  readonly relation: RelatedKind
  readonly weight: Centibits
}

/** Pairs that may be the same, in one array per fact; `pattern` points into `patterns`. */
export interface MatchEdges {
  readonly count: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly weight: Int32Array
  readonly pattern: Int32Array
  /** 2 automatic · 1 review · 0 below the floor but inside a cluster. */
  readonly band: Uint8Array
}

export interface Proposal {
  readonly members: readonly number[]
  readonly band: 'auto' | 'review'
  /** Weakest pair that holds the cluster together. */
  readonly score: Centibits
  readonly evidence: readonly EvidenceKind[]
  readonly conflicts: readonly Reason[]
  /** Share of the inner pairs that were scored above the floor, 0..1. */
  readonly density: number
}

export interface Hub {
  readonly field: string
  readonly value: string
  readonly records: number
  readonly names: number
}

export interface RuleStats {
  readonly rule: string
  /** Pairs the rule was first to make. */
  readonly pairs: number
  /** Records in blocks that stayed too large and were left out. */
  readonly dropped: number
}

/** What one rule will cost at most. */
export interface RuleBudget {
  readonly rule: string
  readonly blocks: number
  readonly pairs: number
  /** Records left out because their block stayed too large. */
  readonly dropped: number
}

/** What a run will cost, before it begins. */
export interface PairBudget {
  readonly records: number
  readonly pairs: number
  readonly perRecord: number
  readonly rules: readonly RuleBudget[]
}

export interface MatchStats {
  readonly records: number
  readonly pairs: number
  readonly rules: readonly RuleStats[]
  readonly patterns: number
  readonly expectedPrecision: number
  readonly expectedRecall: number
  readonly autoExpectedError: number
  /** Answers needed until 99 % of the proposals are expected to be right. */
  readonly answersTo99: number
  readonly messages: readonly Reason[]
}

export interface MatchResult {
  readonly edges: MatchEdges
  /** Cluster number of each record: the smallest record number of its cluster. */
  readonly clusters: Int32Array
  /** The same, by the automatic band alone. */
  readonly autoClusters: Int32Array
  readonly proposals: readonly Proposal[]
  readonly related: readonly RelatedPair[]
  readonly hubs: readonly Hub[]
  readonly model: MatchModel
  readonly stats: MatchStats
}

export interface ExplainedComparison {
  readonly key: string
  readonly evidence: EvidenceKind
  /** Null where one side is missing. */
  readonly level: string | null
  readonly weight: Centibits
  /** Correction for how rare the shared value is. */
  readonly rarity: Centibits
}

export interface PairExplanation {
  readonly a: number
  readonly b: number
  readonly weight: Centibits
  readonly prior: Centibits
  readonly probability: number
  readonly band: 'auto' | 'review' | 'related' | 'no'
  readonly comparisons: readonly ExplainedComparison[]
  readonly evidence: readonly EvidenceKind[]
  readonly conflicts: readonly Reason[]
  /** Why it is not in a better band. */
  readonly because: readonly Reason[]
  /** Blocking rules that bring the two together; none means that a full run would not compare them. */
  readonly rules: readonly string[]
}
