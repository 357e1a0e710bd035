import type { CustomerRef, DealDraft, FactDraft, InteractionDraft } from '../../model/intake.ts'
import type { OpenDeal, RowDraft } from './row-draft.ts'
import type { AssembleFacts, NameWords, RowSaid } from './row-said.ts'

const refundWord = /退款|退货|退单|已退|refund|returned/i
const contractFacts = new Set([
  'contract_start',
  'contract_end',
  'rent',
  'monthly_rent',
  'yearly_rent',
  'contract_term',
  'rent_free',
])

/** Whether a deal says anything but where and how: a shop and a way of paying are no deal. */
const hasSubstance = (deal: OpenDeal): boolean =>
  deal.amount !== undefined ||
  deal.paid !== undefined ||
  deal.product !== undefined ||
  deal.unit !== undefined ||
  deal.order_no !== undefined ||
  deal.quantity !== undefined ||
  deal.unit_price !== undefined ||
  deal.facts.some((fact) => contractFacts.has(fact.field) || fact.field === 'deposit')

const looseFields = {
  channel: 'sales_channel',
  payment: 'payment',
  status: 'deal_status',
  discount: 'discount',
  product_kind: 'product_kind',
} as const

/** Where the row is a customer, what was read for a deal and makes none goes to the customer. */
export function dropEmptyDeal(draft: RowDraft): void {
  const { deal } = draft
  if (deal === null || hasSubstance(deal)) return
  for (const [key, field] of Object.entries(looseFields)) {
    const value = deal[key as keyof typeof looseFields]
    if (value !== undefined) draft.facts.push({ field, value })
  }
  draft.facts.push(...deal.facts)
  if (deal.on !== undefined) draft.values.opened_on ??= deal.on
  draft.deal = null
}

/** The row's deal: what kind it is follows from its sign, its words and the columns it has. */
export function dealDraftOf(
  draft: RowDraft,
  facts: AssembleFacts,
  customer: CustomerRef | null,
  said: RowSaid,
): DealDraft {
  const { words } = said
  const { facts: own, ...deal } = draft.deal!
  const ownRow = facts.role === 'deals'
  const staff = deal.staff ?? said.staff
  const remark = deal.remark ?? (ownRow && draft.remarks.length > 0 ? draft.remarks.join('；') : undefined)
  const status = deal.status ?? (ownRow ? said.status : undefined) ?? (words.cancelled ? 'cancelled' : undefined)
  return {
    customer,
    ...deal,
    kind: kindOf(draft, facts, words, own, status),
    ...(status !== undefined && { status }),
    ...(staff !== undefined && { staff }),
    ...(remark !== undefined && remark !== '' && { remark }),
    facts: own,
  }
}

function kindOf(
  draft: RowDraft,
  facts: AssembleFacts,
  words: NameWords,
  own: readonly FactDraft[],
  status: string | undefined,
): DealDraft['kind'] {
  const amount = draft.deal?.amount ?? draft.deal?.paid
  if ((amount !== undefined && amount < 0) || words.returned || (status !== undefined && refundWord.test(status)))
    return 'refund'
  if (facts.topups) return 'topup'
  return own.some((fact) => contractFacts.has(fact.field)) ? 'contract' : 'sale'
}

const bookingFields = new Set(['meal', 'guests', 'tables', 'standard', 'booking_deposit'])

/** The contacts a row speaks of: its own (a visit, a booking, a call), and those of its follow-up columns. */
export function talkDraftsOf(
  draft: RowDraft,
  facts: AssembleFacts,
  customer: CustomerRef | null,
  { words, staff: owner }: RowSaid,
): readonly InteractionDraft[] {
  const follow = draft.talks.map((talk) => ({
    ...talk,
    customer,
    ...(talk.staff === undefined && owner !== undefined && { staff: owner }),
  }))
  if (draft.talk === null || !facts.talks) return follow
  const { facts: own, kind, ...talk } = draft.talk
  const staff = talk.staff ?? owner
  const booking = own.some((fact) => bookingFields.has(fact.field))
  const ownRow = facts.role === 'interactions'
  const content = [talk.content, ...(ownRow ? draft.remarks : [])]
    .filter((text) => text !== undefined && text !== '')
    .join('\n')
  const status =
    words.cancelled && !own.some((fact) => fact.field === 'booking_status')
      ? [{ field: 'booking_status', value: 'cancelled' }]
      : []
  const row: InteractionDraft = {
    customer,
    ...talk,
    kind: kind ?? (booking ? 'booking' : facts.visits ? 'walk-in' : (facts.talkKind ?? 'other')),
    ...(staff !== undefined && { staff }),
    ...(content !== '' && { content }),
    ...(facts.visits && kind === undefined && { customer_initiated: true }),
    facts: [...own, ...status],
  }
  return [row, ...follow]
}
