/** Deals by column, as the store has them. */
export interface DealColumns {
  readonly count: number
  readonly ids: ArrayLike<number>
  readonly party: ArrayLike<number>
  readonly on: readonly (string | null)[]
  /** Fen. */
  readonly amount: ArrayLike<number | null>
  readonly product: readonly (string | null)[]
  readonly orderNo: readonly (string | null)[]
  readonly kind: readonly string[]
}

export interface DoubleDeal {
  readonly id: number
  /** The earlier deal it repeats. */
  readonly of: number
  /** `order`: same order number, day and amount. `alike`: no order number, yet the same customer, day, product and amount. */
  readonly because: 'order' | 'alike'
}

/** Orders that seem to have been entered twice, in the order of the deals. Refunds are compared with refunds only. */
export function findDoubleDeals(deals: DealColumns): DoubleDeal[] {
  const first = new Map<string, number>()
  const doubles: DoubleDeal[] = []
  for (let i = 0; i < deals.count; i++) {
    const [on, amount, order] = [deals.on[i] ?? null, deals.amount[i] ?? null, deals.orderNo[i] ?? null]
    if (on === null || amount === null || amount === 0) continue
    const what = order === null ? `alike ${deals.product[i] ?? ''}` : `order ${order}`
    const key = `${deals.party[i]} ${on} ${amount} ${deals.kind[i]} ${what}`
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, deals.ids[i]!)
    else doubles.push({ id: deals.ids[i]!, of: earlier, because: order === null ? 'alike' : 'order' })
  }
  return doubles
}
