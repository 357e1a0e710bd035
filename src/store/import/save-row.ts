import type { CustomerRef, DealDraft, InteractionDraft, RowFate } from '../../model/intake.ts'
import { PARTY, type PackedRows, ROW, ROW_SIZE, unpackParty } from '../../model/packed-rows.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Book } from '../book.ts'
import type { Operation } from '../journal.ts'
import type { BulkTable } from './bulk.ts'
import { eraseBlank } from './erase-blank.ts'
import { makeBulkIndexes } from './indexes.ts'
import type { Known } from './known.ts'
import type { RawBlocks } from './raw-blocks.ts'
import { savePeople } from './row-people.ts'
import type { ImportCounts, ImportOptions, SavedFate } from './save-import.ts'
import { updateParty } from './update-party.ts'
import { settleWaiting, type WaitingEvent } from './waiting.ts'
import type { EventWriter } from './write-events.ts'
import type { Origin, PartyWriter } from './write-party.ts'

/** An import under way. */
export interface Saving {
  readonly book: Book
  readonly operation: Operation
  readonly options: ImportOptions
  readonly known: Known
  readonly parties: PartyWriter
  readonly events: EventWriter
  readonly blocks: RawBlocks
  readonly sourceRows: BulkTable
  readonly counts: ImportCounts
  /** Whether the book can be asked for customers: not while its indexes are dropped. */
  indexed: boolean
  sheet: { readonly id: number; readonly name: string }
  waiting: WaitingEvent[]
}

/** By what a row is known again: its own key, and its sheet's headings. */
export interface RowKey {
  readonly key: number
  readonly headings: number
}

/** Decides what becomes of a packed row, and writes it. */
export function saveRow(saving: Saving, rows: PackedRows, at: number, row: RowKey): void {
  const passed = passedOver(saving, rows, at, row.key)
  if (passed !== undefined) addSourceRow(saving, rows, at, { ...row, ...passed })
  else if (rows[at + ROW.parties] === 0) {
    const sourceRowId = addSourceRow(saving, rows, at, { ...row, fate: 'added', partyId: null })
    saveEvents(saving, rows, at, { partyId: null, sourceRowId })
  } else {
    const code = rows[at + ROW_SIZE + PARTY.card] as string | null
    const customer = saving.indexed ? saving.known.customer(code, row.headings) : undefined
    if (customer !== undefined) updateKnown(saving, rows, at, { row, partyId: customer })
    else create(saving, rows, at, row)
  }
}

/** The fate of a row that changes nothing: no data, refused, or in the book already. */
function passedOver(
  { known }: Saving,
  rows: PackedRows,
  at: number,
  key: number,
): { readonly fate: SavedFate; readonly partyId: number | null } | undefined {
  const fate = rows[at + ROW.fate] as RowFate
  if (fate !== 'accepted') return { fate, partyId: null }
  if (rows[at + ROW.untouched] === 1) return { fate: 'unchanged', partyId: null }
  const before = known.row(key)
  return before === undefined ? undefined : { fate: 'unchanged', partyId: before.partyId }
}

interface Fated extends RowKey {
  readonly fate: SavedFate
  readonly partyId: number | null
}

function addSourceRow(saving: Saving, rows: PackedRows, at: number, { key, fate, partyId }: Fated): number {
  const { counts, options, sheet } = saving
  const row = rows[at + ROW.row] as number
  const reason = rows[at + ROW.reason] as string | null
  counts.rows++
  counts[fate]++
  options.onRow?.({
    ...{ sheet: sheet.name, row, fate, party: partyId },
    ...(reason !== null && { reason: JSON.parse(reason) as Reason }),
  })
  return saving.sourceRows.add([sheet.id, row, key, fate, partyId, reason, rows[at + ROW.notes]!])
}

/** A row of a customer the book has: brought up to date. */
function updateKnown(
  saving: Saving,
  rows: PackedRows,
  at: number,
  { row, partyId }: { readonly row: RowKey; readonly partyId: number },
): void {
  const { book, operation, options, parties, sourceRows } = saving
  const sourceRowId = sourceRows.nextId()
  const draft = unpackParty(rows, at + ROW_SIZE)
  const blank = rows[at + ROW.blank] as string | null
  const changed =
    updateParty(book, operation, partyId, draft, { ...options, parties, sourceRowId }) +
    (blank === null ? 0 : eraseBlank(book, operation, partyId, { draft, blank: JSON.parse(blank) as string[] }))
  const origin = { sourceRowId, sourceKey: row.headings, sourceId: options.sourceId, today: options.today }
  const others =
    (rows[at + ROW.parties] as number) > 1 ? savePeople(saving, rows, at, { id: partyId, known: true }, origin) : 0
  const isNew = changed + others > 0 || rows[at + ROW.deals] !== null || rows[at + ROW.interactions] !== null
  addSourceRow(saving, rows, at, { ...row, fate: isNew ? 'updated' : 'unchanged', partyId })
  saveEvents(saving, rows, at, { partyId, sourceRowId })
}

/** A row whose customer is new: the customer, then everybody the row ties to it. */
function create(saving: Saving, rows: PackedRows, at: number, row: RowKey): void {
  const { parties, counts, options } = saving
  const first = at + ROW_SIZE
  const fate = saving.known.twin(rows, first) ? 'duplicate' : 'created'
  const sourceRowId = addSourceRow(saving, rows, at, { ...row, fate, partyId: parties.nextId() })
  const origin: Origin = {
    sourceRowId,
    sourceKey: row.headings,
    sourceId: options.sourceId,
    today: options.today,
  }
  const partyId = parties.addPacked(rows, first, origin)
  counts.parties++
  if ((rows[at + ROW.parties] as number) > 1) savePeople(saving, rows, at, { id: partyId, known: false }, origin)
  saveEvents(saving, rows, at, { partyId, sourceRowId })
}

/** Writes a row's deals and contacts; those of a customer who has yet to be found wait. */
function saveEvents(
  { events, counts, waiting }: Saving,
  rows: PackedRows,
  at: number,
  { partyId, sourceRowId }: { readonly partyId: number | null; readonly sourceRowId: number },
): void {
  const deals = rows[at + ROW.deals] as string | null
  const interactions = rows[at + ROW.interactions] as string | null
  for (const deal of deals === null ? [] : (JSON.parse(deals) as DealDraft[])) {
    counts.deals++
    if (deal.customer === null && partyId !== null) events.addDeal(partyId, deal, sourceRowId)
    else waiting.push({ ref: deal.customer ?? {}, sourceRowId, deal })
  }
  for (const interaction of interactions === null ? [] : (JSON.parse(interactions) as InteractionDraft[])) {
    counts.interactions++
    if (interaction.customer === null && partyId !== null) events.addInteraction(partyId, interaction, sourceRowId)
    else waiting.push({ ref: interaction.customer ?? {}, sourceRowId, interaction })
  }
}

/** Writes what waits for an index or a customer: indexes are made, customers found or kept as stubs. */
export function settle(saving: Saving): void {
  const { book, options, parties, events } = saving
  parties.flush()
  saving.sourceRows.flush()
  if (!saving.indexed) makeBulkIndexes(book)
  saving.indexed = true
  const addStub = (ref: CustomerRef, sourceRowId: number): number => {
    const origin = { sourceRowId, sourceKey: null, sourceId: options.sourceId, today: options.today, stub: true }
    const id = parties.add(options.stubDraft(ref), origin)
    parties.flush()
    saving.counts.stubs++
    saving.counts.parties++
    return id
  }
  const nobody = { name: options.stubDraft({}).values.name! }
  settleWaiting(book, saving.waiting, { events, nameKey: (name) => options.searchKeys(name).key, addStub, nobody })
  saving.waiting = []
}
