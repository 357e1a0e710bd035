import type { Column, ReportTable } from './report.ts'
import type { Centibits } from './units.ts'

/** How far a value may be trusted: shown by a sign, never by colour alone. */
export type ValueState = 'verified' | 'unverified' | 'doubtful' | 'invalid'

/** A value of a customer in the reader's language. */
export interface ShownValue {
  readonly label: string
  readonly value: string
  readonly state?: ValueState
  /** Where it came from in a few words (`来访登记.xlsx 第 12 行`), each source once; said once for all values of the same source. */
  readonly from?: readonly string[]
  /** Said behind it: `共用`, `与身份证不符`. */
  readonly remark?: string
  readonly personal?: Column['personal']
}

export interface CustomerSection {
  readonly key: string
  readonly title: string
  readonly values?: readonly ShownValue[]
  readonly table?: ReportTable
}

/** One customer whole: what everybody needs first, then the sections. */
export interface CustomerView {
  readonly code: string
  readonly name: string
  /** Kind, tier, owner, status … in the reader's words, most telling first. */
  readonly headline: readonly string[]
  /** Phones, totals, last contact: the first screen. */
  readonly first: readonly ShownValue[]
  /** What should be seen to: open findings, overdue follow-ups, possible duplicates. */
  readonly warnings: readonly string[]
  readonly sections: readonly CustomerSection[]
}

/** How two values of a field stand to each other. */
export type PairSign = 'same' | 'close' | 'different' | 'one-sided'

export interface PairRow {
  readonly label: string
  readonly a: string | null
  readonly b: string | null
  readonly sign: PairSign
}

/** Something that speaks for or against a pair. */
export interface EvidenceLine {
  readonly text: string
  /** Positive speaks for the same customer. */
  readonly weight: Centibits
}

/** Two records of perhaps one customer, side by side. */
export interface PairView {
  readonly a: { readonly code: string; readonly from?: string }
  readonly b: { readonly code: string; readonly from?: string }
  readonly rows: readonly PairRow[]
  readonly evidence: readonly EvidenceLine[]
  /** Sum of all evidence with the prior; null where a person put the pair forward. */
  readonly weight: Centibits | null
  /** 0..1; null where it isn't known. */
  readonly probability: number | null
}

/** Up to nine records of perhaps one customer, one a line. */
export interface ClusterView {
  readonly members: readonly {
    readonly code: string
    readonly from?: string
    readonly values: readonly (string | null)[]
  }[]
  readonly labels: readonly string[]
  readonly evidence: readonly EvidenceLine[]
}
