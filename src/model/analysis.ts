/** Sales of each customer by column, the basis of RFM, stages and churn. Days are whole days since 1970-01-01. */
export interface PurchaseColumns {
  readonly count: number
  readonly ids: ArrayLike<number>
  /** Day of the first and last purchase; NaN without one. */
  readonly firstOn: Float64Array
  readonly lastOn: Float64Array
  /** Number of different days with a purchase. */
  readonly days: Float64Array
  /** Fen, net of refunds. */
  readonly amount: Float64Array
  /** Day of the last contact of any kind; NaN without one. */
  readonly lastContactOn?: Float64Array
}

/** 潜在 · 新 · 成长 · 成熟 · 沉睡 · 流失 */
export const stages = ['potential', 'new', 'growing', 'mature', 'sleeping', 'lost'] as const
export type Stage = (typeof stages)[number]

/** Two products bought by the same customers. */
export interface ProductPair {
  readonly a: string
  readonly b: string
  /** Customers with both. */
  readonly both: number
  /** Share of all buyers with both. */
  readonly support: number
  /** Of those with `a`, the share that has `b`. */
  readonly confidence: number
  /** How much more often than by chance; 1 is chance. */
  readonly lift: number
}
