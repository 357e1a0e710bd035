import { businessDay } from '../../domain/calendar.ts'
import { builtinRules } from '../../domain/checks/builtin-rules.ts'
import { compileRules, evaluateParties } from '../../domain/checks/evaluate.ts'
import { proposeRepairs, repairFields } from '../../domain/checks/repairs/propose.ts'
import type { PartyChunk, RepairProposal } from '../../model/checks.ts'
import type { Book } from '../../store/book.ts'
import { readPartyChunks } from '../../store/party-chunks.ts'
import type { Repair } from '../../store/repairs.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'

/** A proposal with the row of the book it is about. */
export type Proposal = RepairProposal & Pick<Repair, 'rowId' | 'type'>

/** What could be repaired, chunk by chunk: asked anew for the preview and for the doing, so that memory stays bounded. */
export function* eachProposal(book: Book, wanted: ReadonlySet<string> | null): Generator<Proposal> {
  for (const chunk of readPartyChunks(book, repairFields, { rows: true }))
    for (const proposal of proposeRepairs(chunk))
      if (wanted === null || wanted.has(proposal.repair)) yield { ...proposal, ...rowOf(chunk, proposal) }
}

function rowOf(
  { contacts, addresses }: PartyChunk,
  { field, place, params }: RepairProposal,
): Pick<Proposal, 'rowId' | 'type'> {
  const rows = place === undefined ? undefined : field === 'city' ? addresses.rows : contacts.rows
  const { type } = params
  return { rowId: rows?.[place!] ?? null, ...(typeof type === 'string' ? { type } : {}) }
}

/** How many values have lost digits on their way through a spreadsheet: nothing can bring these back. */
export function countLossy(ctx: Context, book: Book): number {
  const rules = builtinRules.filter(({ id }) => id === 'lossy-number')
  const outcome = compileRules(rules, { today: businessDay(ctx.now(), readSettings(book).time_zone) })
  if (!outcome.ok) return 0
  let count = 0
  for (const chunk of readPartyChunks(book, outcome.compiled.neededFields))
    evaluateParties(outcome.compiled, chunk, () => void count++)
  return count
}
