import type { MeasureDef } from '../../model/tiers.ts'
import type { IsoDate } from '../../model/units.ts'
import type { Book } from '../book.ts'
import { type ColumnChunk, type ColumnQuery, readColumns } from '../column-reader.ts'
import type { ColumnsUnderWay } from './columns.ts'

export interface MeasureQuery {
  readonly today: IsoDate
  /** First day of the scheme's period, which ends today. */
  readonly periodFrom: IsoDate
  /** Only these measures; all where nothing is told. What a scheme doesn't read need not be read. */
  readonly keys?: ReadonlySet<string>
  /** Whose words a judgement may be written in: `重大` for 2. */
  readonly defs?: readonly MeasureDef[]
}

/** One customer, or all live ones in the order of their ids. */
export interface Whom {
  readonly book: Book
  readonly query: MeasureQuery
  readonly columns: ColumnsUnderWay
  readonly wants: (...keys: string[]) => boolean
  /** Row of a party, absorbed ones that of their survivor; -1 for whoever is not asked about. */
  readonly rowOf: (party: number) => number
  /** The one customer and those merged into it; all parties where nothing is told. */
  readonly family: readonly number[] | undefined
  /** Party id of each row. */
  readonly ids: ArrayLike<number>
  /** Days since 1970-01-01. */
  readonly day: (day: string) => number
}

/** Hands over every row that belongs to a customer asked about, with its place in the page's columns. */
export function eachRow(
  { book, rowOf, family }: Whom,
  query: ColumnQuery,
  take: (row: number, columns: ColumnChunk['columns'], i: number) => void,
): void {
  for (const { keys, columns } of readColumns(book, query, family)) {
    for (let i = 0; i < keys.length; i++) {
      const row = rowOf(keys[i]!)
      if (row !== -1) take(row, columns, i)
    }
  }
}

/** ` and <column> in (…)` where one customer is asked about. */
export const only = ({ family }: Whom, column: string): string =>
  family === undefined ? '' : ` and ${column} in (${family.join(', ')})`
