import type { IsoDate, IsoInstant } from './units.ts'

/** Half open span of civil days in the book's time zone: `from` ≤ day < `to`. */
export interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
  /** `2026-W47`, `2026-11`, `2026-11-22` … */
  readonly name: string
}

/** What a column holds, which decides alignment, number format and totals. Money cells are Fen. */
export type ColumnType = 'text' | 'integer' | 'number' | 'money' | 'percent' | 'date' | 'instant' | 'bar'

export interface Column {
  readonly key: string
  readonly title: string
  readonly type: ColumnType
  readonly unit?: string
  /** Sum of the column is meaningful and shown in a total row. */
  readonly total?: boolean
  /** Personal data, masked for those who may not see it. */
  readonly personal?: 'phone' | 'email' | 'id' | 'name' | 'address'
  /** Sentences rather than a word: goes on in the next line where a screen is too narrow, instead of being cut. */
  readonly prose?: boolean
}

export type ReportCell = string | number | null

export interface ReportTable {
  readonly key: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly ReportCell[])[]
  /** Said where there are no rows. */
  readonly empty?: string
  readonly note?: string
}

export interface ReportChart {
  readonly key: string
  readonly title: string
  readonly kind: 'bar' | 'line' | 'stacked' | 'share'
  /** Categories of the x axis. Values are in the unit that is shown: money in yuan. */
  readonly labels: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  readonly unit?: string
}

export interface ReportSection {
  readonly key: string
  readonly title: string
  readonly lead?: string
  /** Few large figures; `change` is the difference (in the value's own unit) to what `changeOf` names. */
  readonly figures?: readonly {
    readonly key?: string
    readonly title: string
    readonly value: ReportCell
    readonly type: ColumnType
    readonly change?: number | null
    readonly changeOf?: string
  }[]
  readonly charts?: readonly ReportChart[]
  readonly tables?: readonly ReportTable[]
}

/** What a report says, with no layout: every renderer shows these same numbers. */
export interface ReportView {
  readonly key: string
  readonly title: string
  /** Purpose, filter, count, as-of and book: the first line of every list. */
  readonly subtitle: string
  readonly lang: 'zh' | 'en'
  readonly period?: Period
  readonly madeAt?: IsoInstant
  /** The same on the wall clock of the book's time zone, for people. */
  readonly madeOn?: string
  readonly sections: readonly ReportSection[]
}
