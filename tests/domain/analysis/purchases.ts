import type { PurchaseColumns } from '../../../src/model/analysis.ts'

export const TODAY = 20_779

/** Customers by the days they bought on (day numbers) as columns. */
export function customers(
  list: readonly { readonly days: readonly number[]; readonly amount?: number; readonly contact?: number }[],
): PurchaseColumns {
  const column = (make: (one: (typeof list)[number]) => number) => Float64Array.from(list, make)
  return {
    count: list.length,
    ids: list.map((_, i) => i + 1),
    firstOn: column(({ days }) => (days.length === 0 ? Number.NaN : Math.min(...days))),
    lastOn: column(({ days }) => (days.length === 0 ? Number.NaN : Math.max(...days))),
    days: column(({ days }) => days.length),
    amount: column(({ amount }) => amount ?? 0),
    lastContactOn: column(({ contact }) => contact ?? Number.NaN),
  }
}
