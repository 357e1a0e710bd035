import { z } from 'zod'
import type { PolicyFault, Segment } from '../../model/segments.ts'
import { type PolicyOutcome, readPolicy } from './faults.ts'
import { bilingual, identifier, label } from './parts.ts'

const segment = z
  .strictObject({ key: identifier, ...label, when: z.string().min(1), tag: z.string().min(1).optional() })
  .transform(bilingual)
const policy = z.strictObject({ segments: z.array(segment).min(1) })

/** Reads saved segments from their file; a key may be there once. */
export function parseSegments(raw: unknown): PolicyOutcome<readonly Segment[]> {
  const outcome = readPolicy<{ segments: readonly Segment[] }>(policy, raw)
  if (!outcome.ok) return outcome
  const { segments } = outcome.value
  const faults: PolicyFault[] = segments.flatMap(({ key }, i) =>
    segments.findIndex((each) => each.key === key) < i
      ? [{ path: `segments[${i}].key`, reason: { code: 'segment-twice', params: { key } } }]
      : [],
  )
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: segments }
}
