import { dayNumber } from '../../../src/domain/expressions/days.ts'
import type { Vocabulary } from '../../../src/domain/expressions/vocabulary.ts'
import { type CompiledScheme, compileScheme } from '../../../src/domain/tiers/compile.ts'
import { measures } from '../../../src/domain/tiers/measures.ts'
import type { MeasureColumns, TierScheme } from '../../../src/model/tiers.ts'

export const vocabulary: Vocabulary = { measures, fields: new Map(), today: '2026-11-22' }

/** One customer as plain values: money in 元, dates ISO, flags true/false. */
export type Customer = Readonly<Record<string, number | string | boolean>>

/** Customers as columns; what is left out is not known. */
export function columnsOf(customers: readonly Customer[]): MeasureColumns {
  const numbers: Record<string, Float64Array> = {}
  const flags: Record<string, Uint8Array> = {}
  const texts: Record<string, (string | null)[]> = {}
  for (const { key, type } of measures) {
    const values = customers.map((customer) => customer[key])
    if (type === 'flag') flags[key] = Uint8Array.from(values, (value) => (value === undefined ? 2 : Number(value)))
    else if (type === 'text') texts[key] = values.map((value) => (value === undefined ? null : String(value)))
    else if (type === 'date')
      numbers[key] = Float64Array.from(values, (value) => (value === undefined ? Number.NaN : dayNumber(String(value))))
    else {
      const unit = type === 'money' ? 100 : 1
      numbers[key] = Float64Array.from(values, (value) =>
        value === undefined ? Number.NaN : Math.round(Number(value) * unit),
      )
    }
  }
  return { count: customers.length, ids: customers.map((_, i) => i + 1), numbers, flags, texts }
}

export function compiled(scheme: TierScheme): CompiledScheme {
  const outcome = compileScheme(scheme, vocabulary)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults, null, 1))
  return outcome.compiled
}
