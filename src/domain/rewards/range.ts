import type { Fen } from '../../model/units.ts'

/** What a one-off reward may be: `policies/rewards.yaml` with `min` and `max` in yuan; 50 to 500 where nothing is set. */
export interface RewardRange {
  readonly min: Fen
  readonly max: Fen
}

export const defaultRange: RewardRange = { min: 5_000, max: 50_000 }

/** Null where the policy's two numbers are none, or the wrong way round. */
export function rangeOf(value: unknown): RewardRange | null {
  const told = (typeof value === 'object' && value !== null ? value : {}) as { min?: unknown; max?: unknown }
  const min = told.min ?? defaultRange.min / 100
  const max = told.max ?? defaultRange.max / 100
  if (typeof min !== 'number' || typeof max !== 'number' || !(min >= 0 && max >= min)) return null
  return { min: Math.round(min * 100), max: Math.round(max * 100) }
}
