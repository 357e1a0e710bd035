import type { Reason } from './parsed.ts'

/** A saved condition over the measures; its members are computed, never kept by hand. */
export interface Segment {
  readonly key: string
  readonly zh: string
  readonly en: string
  /** CEL. */
  readonly when: string
  /** Tag its members get. */
  readonly tag?: string
}

/** A fault in an expression or a policy, with its place. */
export interface PolicyFault {
  /** `levels[0].clauses[1].when` */
  readonly path: string
  readonly reason: Reason
  /** 1-based place inside an expression, and the line with a caret under the place. */
  readonly line?: number
  readonly column?: number
  readonly excerpt?: string
}
