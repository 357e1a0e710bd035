import type { Severity } from './checks.ts'
import type { Reason } from './parsed.ts'

/** One list of a file as it came: its rows, its headings, and what the cells under each look like. */
export interface ListShape {
  readonly rows: number
  /** Rows that were looked at. */
  readonly sampled: number
  readonly columns: readonly ListColumn[]
}

export interface ListColumn {
  readonly heading: string
  readonly present: number
  /** Shapes of its values, the most frequent first: `9×11`, `汉`, `9×4-9×2-9×2`. */
  readonly shapes: readonly { readonly shape: string; readonly count: number }[]
}

/** What a list that is imported again and again has to be like. */
export interface ListRule {
  readonly id: string
  readonly severity: Severity
  /** File names it holds for, with `*` and `?`; every file where nothing is told. */
  readonly file?: string
  readonly rows?: { readonly min?: number; readonly max?: number }
  readonly columns?: {
    /** Headings that must be there. */
    readonly required?: readonly string[]
    /** No other headings than these. */
    readonly only?: readonly string[]
  }
  /** Shares 0..1 by which it may differ from the last list with the same headings. */
  readonly change?: {
    readonly rows?: number
    readonly filled?: number
    readonly shape?: number
    readonly columns?: boolean
  }
  readonly owner?: string
}

/** One thing that is wrong with a list. */
export interface ListFault {
  readonly rule: string
  readonly severity: Severity
  readonly reason: Reason
}
