import { z } from 'zod'
import type { TierScheme } from '../../model/tiers.ts'
import { type PolicyOutcome, readPolicy } from './faults.ts'
import { bilingual, identifier, label } from './parts.ts'

const clause = z.strictObject({ id: z.string().min(1), when: z.string().min(1), ...label }).transform(bilingual)

const words = z.strictObject(label).transform(bilingual)

const level = z
  .strictObject({
    level: z.string().min(1).max(20),
    ...label,
    card: words.optional(),
    benefits: z.array(words).optional(),
    contactEvery: z.int().min(1).max(3650).optional(),
    verifyEvery: z.record(z.string(), z.int().min(1).max(3650)).optional(),
    requires: z.array(z.string().min(1)).optional(),
    clauses: z.array(clause).default([]),
  })
  .transform(bilingual)

const scheme = z
  .strictObject({
    key: identifier,
    ...label,
    levels: z.array(level).min(1),
    periodDays: z.int().min(1).max(36_500).default(365),
    inherit: z.boolean().optional(),
    source: z.string().optional(),
  })
  .transform(bilingual)

/** Reads a tier scheme from its file; its conditions are checked by `compileScheme`. */
export function parseTierScheme(raw: unknown): PolicyOutcome<TierScheme> {
  return readPolicy<TierScheme>(scheme, raw)
}
