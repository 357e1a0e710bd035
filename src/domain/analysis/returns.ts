export interface ReturnLine {
  readonly group: string
  readonly customers: number
  readonly buyers: number
  /** Fen. */
  readonly cost: number
  readonly sales: number
  /** Sales for each yuan spent; null where nothing was spent. */
  readonly salesPerYuan: number | null
  /** Fen spent for each buyer; null without one. */
  readonly costPerBuyer: number | null
}

/** Cost against sales by source, campaign, owner or customer; groups with most sales first. Null groups are left out. */
export function returnsBy(
  groups: readonly (string | null)[],
  cost: ArrayLike<number>,
  sales: ArrayLike<number>,
): ReturnLine[] {
  const sums = new Map<string, { customers: number; buyers: number; cost: number; sales: number }>()
  groups.forEach((group, i) => {
    if (group === null) return
    const sum = sums.get(group) ?? { customers: 0, buyers: 0, cost: 0, sales: 0 }
    if (sum.customers === 0) sums.set(group, sum)
    sum.customers++
    if (sales[i]! > 0) sum.buyers++
    if (!Number.isNaN(cost[i]!)) sum.cost += cost[i]!
    if (!Number.isNaN(sales[i]!)) sum.sales += sales[i]!
  })
  return [...sums]
    .map(([group, sum]) => ({
      group,
      ...sum,
      salesPerYuan: sum.cost === 0 ? null : sum.sales / sum.cost,
      costPerBuyer: sum.buyers === 0 ? null : Math.round(sum.cost / sum.buyers),
    }))
    .sort((a, b) => b.sales - a.sales || (a.group < b.group ? -1 : 1))
}
