import type { DealDraft, InteractionDraft } from '../../model/intake.ts'
import type { Book } from '../book.ts'
import type { Operation, Value } from '../journal.ts'
import { bulkTable } from './bulk.ts'

/** Writes deals and interactions, many at a time. */
export interface EventWriter {
  readonly addDeal: (partyId: number, deal: DealDraft, sourceRowId: number | null) => void
  readonly addInteraction: (partyId: number, one: InteractionDraft, sourceRowId: number | null) => void
  readonly flush: () => void
  readonly close: () => void
}

const DEAL_COLUMNS = [
  ...['party_id', 'on_day', 'product', 'product_kind', 'unit', 'quantity', 'unit_price', 'amount', 'paid', 'discount'],
  ...['currency', 'kind', 'status', 'channel', 'payment', 'order_no', 'staff', 'remark', 'facts', 'source_row_id'],
]

const INTERACTION_COLUMNS = [
  ...['party_id', 'kind', 'customer_initiated', 'on_day', 'at_time', 'staff', 'place', 'content', 'next_on', 'facts'],
  'source_row_id',
]

/** Opens `deal` and `interaction` for a bulk load. */
export function eventWriter(book: Book, operation: Operation): EventWriter {
  const deals = bulkTable(book, operation, { entity: 'deal', columns: DEAL_COLUMNS })
  const interactions = bulkTable(book, operation, { entity: 'interaction', columns: INTERACTION_COLUMNS })
  return {
    addDeal: (partyId, deal, sourceRowId) => void deals.add(dealRow(partyId, deal, sourceRowId)),
    addInteraction: (partyId, one, sourceRowId) => void interactions.add(interactionRow(partyId, one, sourceRowId)),
    flush() {
      deals.flush()
      interactions.flush()
    },
    close() {
      deals.close()
      interactions.close()
    },
  }
}

const dealRow = (partyId: number, d: DealDraft, sourceRowId: number | null): Value[] => [
  ...[partyId, d.on ?? null, d.product ?? null, d.product_kind ?? null, d.unit ?? null, d.quantity ?? null],
  ...[d.unit_price ?? null, d.amount ?? null, d.paid ?? null, d.discount ?? null, d.currency ?? 'CNY', d.kind],
  ...[d.status ?? null, d.channel ?? null, d.payment ?? null, d.order_no ?? null, d.staff ?? null, d.remark ?? null],
  factsText(d.facts),
  sourceRowId,
]

const interactionRow = (partyId: number, one: InteractionDraft, sourceRowId: number | null): Value[] => [
  ...[partyId, one.kind, one.customer_initiated === undefined ? null : Number(one.customer_initiated)],
  ...[one.on ?? null, one.time ?? null, one.staff ?? null, one.place ?? null, one.content ?? null],
  ...[one.next_on ?? null, factsText(one.facts), sourceRowId],
]

const factsText = (facts: DealDraft['facts']): string | null =>
  facts.length === 0 ? null : JSON.stringify(Object.fromEntries(facts.map(({ field, value }) => [field, value])))
