import type { CustomerFilter } from './fact-query.ts'
import type { Column, ColumnType } from './report.ts'
import type { IsoDate } from './units.ts'

/** What may be taken out of the book as rows. */
export const exportNames = ['customers', 'deals', 'interactions', 'contacts', 'addresses', 'relations'] as const
export type ExportName = (typeof exportNames)[number]

/** One column of an export; its key is what the store is asked for. */
export interface ExportColumn {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly type: Exclude<ColumnType, 'bar'>
  readonly personal?: NonNullable<Column['personal']>
  /** Sensitive personal information (PIPL art. 28): leaves the book only where it is asked for. */
  readonly sensitive?: boolean
  /** Made by kehu out of other records: an import passes it over. */
  readonly derived?: boolean
  /** Only where it is asked for by `--fields`. */
  readonly onRequest?: boolean
  /** Words of coded values, by value. */
  readonly labels?: { readonly zh: ReadonlyMap<string, string>; readonly en: ReadonlyMap<string, string> }
}

/** Which rows, and which of their columns, by key in this order. */
export interface ExportQuery {
  readonly entity: ExportName
  readonly keys: readonly string[]
  readonly filter: CustomerFilter
  /** Customers opened, deals made, contacts had on these days; null: all. */
  readonly span: { readonly from: IsoDate; readonly to: IsoDate } | null
  /** Only these customers; all where not told. */
  readonly ids?: readonly number[]
}
