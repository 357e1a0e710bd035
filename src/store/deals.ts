import type { Fen } from '../model/units.ts'
import type { Book } from './book.ts'
import { amountOf, isCounted } from './counting.ts'
import type { DealPair } from './duplicate-deals.ts'

export interface DealLine {
  readonly id: number
  readonly partyId: number
  readonly name: string
  readonly on: string | null
  readonly product: string | null
  readonly quantity: string | null
  readonly unit: string | null
  readonly amount: Fen | null
  readonly currency: string
  readonly kind: string
  readonly status: string | null
  readonly channel: string | null
  readonly orderNo: string | null
  /** The entry it repeats. */
  readonly duplicateOf: number | null
  /** Whether totals count it: no second entry, no cancelled order, no top-up. */
  readonly counted: number
}

export interface DealQuery {
  readonly partyId: number | null
  readonly from: string | null
  readonly to: string | null
  readonly product: string | null
  readonly kind: string | null
  readonly limit: number
}

const WHERE = `(@partyId is null or coalesce(p.merged_into, p.id) = @partyId) and (@from is null or d.on_day >= @from)
  and (@to is null or d.on_day <= @to) and (@product is null or d.product like '%' || @product || '%') and (@kind is null or d.kind = @kind)`

const LINE = `select d.id, coalesce(p.merged_into, p.id) as partyId, q.name, d.on_day as "on", d.product, d.quantity, d.unit, d.amount,
  d.currency, d.kind, d.status, d.channel, d.order_no as orderNo, d.duplicate_of as duplicateOf, (${isCounted('d')}) as counted
  from deal d join party p on p.id = d.party_id join party q on q.id = coalesce(p.merged_into, p.id)`

/** Deals, newest first. */
export function listDeals(book: Book, query: DealQuery): DealLine[] {
  return book.sqlite
    .prepare(`${LINE} where ${WHERE} order by d.on_day desc nulls last, d.id desc limit @limit`)
    .all(query) as DealLine[]
}

/** What the deals of a query come to in 分, refunds less, second entries and cancelled orders left out; and how many there are. */
export function sumDeals(book: Book, query: DealQuery): { readonly deals: number; readonly amount: Fen } {
  return book.sqlite
    .prepare(
      `select count(*) as deals, coalesce(sum(case when ${isCounted('d')} then ${amountOf('d')} else 0 end), 0) as amount
       from deal d join party p on p.id = d.party_id where ${WHERE}`,
    )
    .get(query) as { deals: number; amount: number }
}

/** The entries of pairs, for showing: the first ones. */
export function dealsOf(book: Book, pairs: readonly DealPair[]): DealLine[] {
  const read = book.sqlite.prepare(`${LINE} where d.id = ?`)
  return pairs.map(({ first }) => read.get(first) as DealLine)
}
