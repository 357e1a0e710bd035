import type { Fen } from './units.ts'

/** Exact decimal text in yuan, for machines: 123450 → `1234.50`. */
export function decimalMoney(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
