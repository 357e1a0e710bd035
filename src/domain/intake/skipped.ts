import type { RowNote, RowReading } from '../../model/intake.ts'
import type { Reason } from '../../model/parsed.ts'
import { noDeals, noParties, noTalks } from './assemble.ts'

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
