import type { TableReading } from '../../model/intake.ts'
import type { Cell, SheetInfo } from '../../model/sheet.ts'
import type { IsoDate } from '../../model/units.ts'
import type { CellReader } from './cell-values.ts'
import type { TableHints } from './hints.ts'
import type { AssembleFacts } from './row-said.ts'

/** What the user, or what was remembered, says of a sheet. */
export interface SheetReaderOptions {
  /** The day of the import, for ages and for dates without any year at hand. */
  readonly today: IsoDate
  readonly as?: 'customers' | 'organisations' | 'deals' | 'interactions' | 'mixed' | undefined
  /** Heading (or column letter) → field. */
  readonly map?: Readonly<Record<string, string>> | undefined
  /** The mapping kept for a set of headings, if any. */
  readonly remembered?: ((fingerprint: string) => Readonly<Record<string, string>> | undefined) | undefined
  /** Readings tell of fields whose cells are empty. */
  readonly blankTold?: boolean | undefined
  /** Another sheet of the file holds the customers: deals and contacts of this one only name them. */
  readonly customersKnown?: boolean | undefined
}

export interface ColumnPlan {
  readonly column: number
  readonly target: string
  readonly read: CellReader
  /** A date that is left blank where the row above has the same. */
  readonly fillsDown: boolean
  /** Notes of visits are one visit's, though two people share its rows. */
  readonly merged: boolean
}

/** A table understood: how to read each of its rows. */
export interface TablePlan {
  readonly steps: readonly ColumnPlan[]
  readonly facts: AssembleFacts
  readonly reading: TableReading
  readonly nameColumn: number
  readonly phoneColumns: readonly number[]
  readonly rowNumberColumn: number
  readonly width: number
  /** Whether any column can tell who a row is about. */
  readonly identifies: boolean
  /** The rows are units of a building, some of which may have no tenant. */
  readonly hasUnits: boolean
}

export interface TableAsk {
  readonly info: SheetInfo
  readonly options: SheetReaderOptions
  readonly headings: readonly string[]
  /** Rows under the header that are at hand, notes and sums among them. */
  readonly rows: readonly (readonly Cell[])[]
  readonly titles: readonly string[]
  readonly hints: TableHints
  readonly headerRows: readonly number[]
  /** The headings say nothing: every column is taken for what its values look like. */
  readonly guess?: boolean
}
