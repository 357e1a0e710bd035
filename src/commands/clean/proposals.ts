import { businessDay } from '../../domain/calendar.ts'
import { builtinRules } from '../../domain/checks/builtin-rules.ts'
import { compileRules, evaluateParties } from '../../domain/checks/evaluate.ts'
import { proposeRepairs, repairFields } from '../../domain/checks/repairs/propose.ts'
import { inScript, type Script } from '../../domain/checks/repairs/script.ts'
import type { PartyChunk, RepairProposal } from '../../model/checks.ts'
import type { Book } from '../../store/book.ts'
import { readPartyChunks } from '../../store/party-chunks.ts'
import type { Repair } from '../../store/repairs.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'

/** How the house writes. */
export interface Style {
  readonly script?: Script
}

/** A proposal with the row of the book it is about. */
export type Proposal = RepairProposal & Pick<Repair, 'rowId' | 'type'>

/** What could be repaired, chunk by chunk: asked anew for the preview and for the doing, so that memory stays bounded. */
export function* eachProposal(
  book: Book,
  wanted: ReadonlySet<string> | null,
  style: Style,
  look?: { readonly columns: readonly string[]; readonly at: (chunk: PartyChunk) => void },
): Generator<Proposal> {
  const columns = [...new Set([...repairFields, ...(look?.columns ?? [])])]
  for (const chunk of readPartyChunks(book, columns, { rows: true })) {
    look?.at(chunk)
    for (const proposal of proposeRepairs(chunk, style))
      if (wanted === null || wanted.has(proposal.repair)) yield { ...proposal, ...rowOf(chunk, proposal) }
  }
}

const isPlace = (field: string): boolean => field === 'city' || field === 'district'

function rowOf(
  { contacts, addresses }: PartyChunk,
  { field, place, params }: RepairProposal,
): Pick<Proposal, 'rowId' | 'type'> {
  const rows = place === undefined ? undefined : isPlace(field) ? addresses.rows : contacts.rows
  const { type } = params
  return { rowId: rows?.[place!] ?? null, ...(typeof type === 'string' ? { type } : {}) }
}

/** Counts values that have lost digits on their way through a spreadsheet: nothing can bring these back. */
export function lossyCounter(ctx: Context, book: Book, { script }: Style = {}) {
  const rules = builtinRules.filter(({ id }) => id === 'lossy-number')
  const outcome = compileRules(rules, { today: businessDay(ctx.now(), readSettings(book).time_zone) })
  const found = { count: 0, unsure: 0 }
  const compiled = outcome.ok ? outcome.compiled : undefined
  return {
    columns: compiled?.neededFields ?? [],
    at: (chunk: PartyChunk): void => {
      if (compiled !== undefined) evaluateParties(compiled, chunk, () => void found.count++)
      if (script === undefined) return
      for (const name of chunk.values['name'] ?? [])
        if (name !== null && inScript(name, script) === null) found.unsure++
    },
    found,
  }
}
