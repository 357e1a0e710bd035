import type { IsoDate } from './units.ts'

/** Shares 0..1; null where there was nothing to judge. */
export interface QualityScores {
  readonly parties: number
  /** Key fields that are filled. */
  readonly completeness: number | null
  /** Values without a fault of the class 错误. */
  readonly validity: number | null
  /** Parties in no finding of the class 重复. */
  readonly uniqueness: number | null
  /** Parties in no finding of the class 矛盾. */
  readonly consistency: number | null
  /** Parties in no finding of the class 过时. */
  readonly freshness: number | null
  /** Parties confirmed at least once. */
  readonly verified: number | null
}

export const qualityMeasures = [
  'completeness',
  'validity',
  'uniqueness',
  'consistency',
  'freshness',
  'verified',
] as const
export type QualityMeasure = (typeof qualityMeasures)[number]

export interface FieldQuality {
  readonly field: string
  readonly present: number
  /** Of the parties that could have it. */
  readonly parties: number
  /** Values with a fault. */
  readonly wrong: number
}

/** The state of the book on a day; kept for each run, so that trends and drift can be shown. */
export interface QualitySnapshot {
  readonly on: IsoDate
  readonly all: QualityScores
  readonly fields: readonly FieldQuality[]
  /** By `source`, `owner`, `collector`, `tier`: name → scores. */
  readonly groups: Readonly<Record<string, Readonly<Record<string, QualityScores>>>>
}

/** One score that moved between two snapshots. */
export interface QualityDrift {
  /** `all`, `field:birth`, `source:网络` … */
  readonly of: string
  readonly measure: QualityMeasure | 'wrong'
  readonly before: number
  readonly after: number
}
