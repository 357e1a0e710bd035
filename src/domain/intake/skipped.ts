import type { RowNote, RowReading } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import { noDeals, noParties, noTalks } from './row-said.ts'

const noNotes: readonly RowNote[] = []
const reasons = new Map<string, Reason>()

function reasonOf(code: string): Reason {
  const known = reasons.get(code)
  if (known !== undefined) return known
  const reason = { code }
  reasons.set(code, reason)
  return reason
}

/** A row that is no data, with what it is instead. */
export const skippedRow = (row: number, code: string, params?: Reason['params']): RowReading => ({
  row,
  fate: 'skipped',
  reason: params === undefined ? reasonOf(code) : { code, params },
  notes: noNotes,
  parties: noParties,
  deals: noDeals,
  interactions: noTalks,
})

/** A row that looks like data but makes no customer, with the reason. */
export const rejectedRow = (row: number, reason: Reason, notes: RowReading['notes'] = noNotes): RowReading => ({
  row,
  fate: 'rejected',
  reason,
  notes,
  parties: noParties,
  deals: noDeals,
  interactions: noTalks,
})
