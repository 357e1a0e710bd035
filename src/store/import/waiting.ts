import type { CustomerRef, DealDraft, InteractionDraft, PartyDraft, RowNote } from '../../model/intake.ts'
import type { Book } from '../book.ts'
import { cached } from '../journal.ts'
import { resolveCustomer } from './resolve.ts'
import type { EventWriter } from './write-events.ts'

/** A deal or contact whose customer is named by the row and has yet to be found in the book. */
export interface WaitingEvent {
  readonly ref: CustomerRef
  readonly sourceRowId: number
  readonly deal?: DealDraft
  readonly interaction?: InteractionDraft
}

export interface SettleOptions {
  readonly events: EventWriter
  readonly nameKey: (name: string) => string
  /** Makes a customer of what the row says of it, to be completed later, and returns its id once it can be read back. */
  readonly addStub: (ref: CustomerRef, sourceRowId: number) => number
  /** Who stands for everybody that a row doesn't name. */
  readonly nobody: CustomerRef
}

/** Finds the customer of each waiting event, makes a stub where there is none, and links the source rows. */
export function settleWaiting(book: Book, waiting: readonly WaitingEvent[], options: SettleOptions): void {
  const stubs = new Map<string, number>()
  for (const { ref: said, sourceRowId, deal, interaction } of waiting) {
    const unnamed = Object.keys(said).length === 0
    const ref = unnamed ? options.nobody : said
    const nameKey = ref.name === undefined ? undefined : options.nameKey(ref.name)
    const found = resolveCustomer(book, ref, nameKey)
    const partyId = found.partyId ?? stubFor(ref, nameKey, stubs, () => options.addStub(ref, sourceRowId))
    if (deal !== undefined) options.events.addDeal(partyId, deal, sourceRowId)
    if (interaction !== undefined) options.events.addInteraction(partyId, interaction, sourceRowId)
    const code = unnamed
      ? undefined
      : found.partyId === null
        ? `customer-${found.why}`
        : found.by === 'name'
          ? 'matched-by-name-only'
          : undefined
    linkRow(book, sourceRowId, partyId, code === undefined ? undefined : { reason: { code } })
  }
}

function stubFor(ref: CustomerRef, nameKey: string | undefined, stubs: Map<string, number>, add: () => number): number {
  const key = JSON.stringify([ref.phone, nameKey, ref.code, ref.uscc])
  const made = stubs.get(key) ?? add()
  stubs.set(key, made)
  return made
}

/** Writes into a source row the party it led to, and a remark that came late. */
function linkRow(book: Book, sourceRowId: number, partyId: number, note: RowNote | undefined): void {
  cached(book, 'update source_row set party_id = ? where id = ?').run(partyId, sourceRowId)
  if (note === undefined) return
  const text = cached(book, 'select notes from source_row where id = ?').pluck().get(sourceRowId) as string | null
  const notes = [...(JSON.parse(text ?? '[]') as RowNote[]), note]
  cached(book, 'update source_row set notes = ? where id = ?').run(JSON.stringify(notes), sourceRowId)
}

export type StubDraft = (ref: CustomerRef) => PartyDraft
