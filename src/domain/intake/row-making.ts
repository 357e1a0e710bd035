import { type CellReader, kept } from './cell-values.ts'
import type { RowDraft } from './row-draft.ts'
import type { TableRole } from './table-role.ts'

/** Where the values of a table's rows go. */
export interface RowMaking {
  readonly role: TableRole
  /** Whether the rows hold a contact with the customer of their own (a visit, a booking, a call). */
  readonly talks: boolean
  readonly deals: boolean
  /** The rows are visits of customers to us. */
  readonly visits: boolean
}

/** A reader that writes the text of a cell, where there is one. */
export const setText =
  (write: (draft: RowDraft, text: string) => void): CellReader =>
  (draft, cell) => {
    const text = kept(cell)
    if (text !== '') write(draft, text)
  }
