import type { Fen } from '../../model/units.ts'
import type { Context } from '../context.ts'

/** An amount for people: `1,200.00 元`, `200.00 USD`. */
export function amountText(ctx: Context, fen: Fen, currency: string): string {
  const number = (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return `${number} ${currency === 'CNY' ? ctx.tell({ code: 'report.yuan' }) : currency}`
}
