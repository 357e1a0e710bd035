import type { Cell } from '../../model/sheet.ts'
import type { Limits } from '../limits.ts'
import type { SheetBuilder } from '../sheet-builder.ts'

/** An OpenDocument workbook while its XML is walked. */
export interface State {
  readonly file: string
  readonly limits: Limits
  readonly sheets: SheetBuilder[]
  /** Names of table styles that hide the sheet. */
  readonly hiddenStyles: Set<string>
  /** Names of styles that strike a text through. */
  readonly struckStyles: Set<string>
  style: string
  sheet: SheetBuilder | null
  row: number
  rowRepeat: number
  cells: Cell[]
  /** Cells of the row with a value, and those of them that are struck through. */
  filled: number
  struck: number
  /** Characters of the cell that its own style leaves plain but a style within strikes through. */
  struckText: number
  span: string
  column: number
  headColumn: number
  cell: string | null
  covered: boolean
  text: string
  paragraphs: number
  note: string | null
  /** Tables inside a cell, and what is not shown: deeper parts that are passed over. */
  skip: string[]
}

/** The state before the first tag. */
export const newState = (file: string, limits: State['limits']): State => ({
  file,
  limits,
  sheets: [],
  hiddenStyles: new Set(),
  struckStyles: new Set(),
  style: '',
  sheet: null,
  row: 0,
  rowRepeat: 1,
  cells: [],
  filled: 0,
  struck: 0,
  struckText: 0,
  span: '',
  column: 0,
  headColumn: 0,
  cell: null,
  covered: false,
  text: '',
  paragraphs: 0,
  note: null,
  skip: [],
})
