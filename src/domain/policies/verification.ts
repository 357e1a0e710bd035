import { z } from 'zod'
import type { VerifyPolicy } from '../verification/due.ts'
import { type PolicyOutcome, readPolicy } from './faults.ts'

const days = z.int().min(1).max(3650)
const scope = z.strictObject({
  every: days,
  tiers: z.record(z.string(), days).optional(),
  orgsOnly: z.boolean().optional(),
})
const policy = z.strictObject({ scopes: z.record(z.string().min(1), scope) })

/** Reads verification intervals from their file. */
export function parseVerifyPolicy(raw: unknown): PolicyOutcome<VerifyPolicy> {
  return readPolicy<VerifyPolicy>(policy, raw)
}
