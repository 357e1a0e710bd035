import { z } from 'zod'
import type { CheckRule } from '../../model/checks.ts'
import type { ListRule } from '../../model/list-rules.ts'
import type { PolicyFault } from '../../model/segments.ts'
import { finders } from '../checks/builtin-tests.ts'
import type { Script } from '../checks/repairs/script.ts'
import { type PolicyOutcome, readPolicy } from './faults.ts'
import { bilingual, identifier, label } from './parts.ts'

const severity = z.enum(['error', 'warn', 'info'])
const share = z.number().min(0).max(1)
const threshold = z
  .strictObject({ warn: share.optional(), fail: share.optional() })
  .refine(({ warn, fail }) => warn === undefined || fail === undefined || warn <= fail, {
    message: 'policy-threshold-order',
  })
const words = z.strictObject(label).transform(bilingual)
const field = z.string().min(1)
const bound = z.union([z.string().min(1), z.number()]).transform(String)

const base = {
  id: identifier,
  severity: severity.default('warn'),
  class: z.enum(['duplicate', 'wrong', 'incomplete', 'outdated', 'inconsistent']).default('wrong'),
  fields: z.array(field).min(1),
  kind: z.enum(['person', 'org']).optional(),
  customersOnly: z.boolean().optional(),
  domestic: z.boolean().optional(),
  tiers: z.array(z.string()).optional(),
  threshold: threshold.optional(),
  owner: z.string().optional(),
  message: words.optional(),
  remedy: words.optional(),
}

const rule = z.discriminatedUnion('test', [
  z.strictObject({
    ...base,
    test: z.literal('required'),
    anyOf: z.array(field).min(1),
    given: z.array(field).min(1).optional(),
  }),
  z.strictObject({
    ...base,
    test: z.literal('format'),
    field,
    format: z.enum(['phone', 'email', 'id-number', 'uscc', 'date', 'partial-date', 'url', 'number']),
  }),
  z.strictObject({ ...base, test: z.literal('choice'), field, values: z.array(z.string()).min(1) }),
  z.strictObject({ ...base, test: z.literal('range'), field, min: bound.optional(), max: bound.optional() }),
  z.strictObject({ ...base, test: z.literal('unique'), field: z.enum(['id_number', 'uscc', 'source_code']) }),
  z.strictObject({ ...base, test: z.literal('fresh'), days: z.int().min(1).max(36_500) }),
  z.strictObject({
    ...base,
    test: z.literal('builtin'),
    check: z.enum(Object.keys(finders) as [keyof typeof finders, ...(keyof typeof finders)[]]),
  }),
  z.strictObject({ ...base, test: z.literal('condition'), bad: z.string().min(1) }),
])

const changes = z.strictObject({
  severity: severity.optional(),
  threshold: threshold.optional(),
  owner: z.string().optional(),
  message: words.optional(),
  remedy: words.optional(),
})

const headings = z.array(z.string().min(1)).min(1)
const listRule = z.strictObject({
  id: identifier,
  severity: severity.default('warn'),
  file: z.string().min(1).optional(),
  rows: z.strictObject({ min: z.int().min(0).optional(), max: z.int().min(0).optional() }).optional(),
  columns: z.strictObject({ required: headings.optional(), only: headings.optional() }).optional(),
  change: z
    .strictObject({
      rows: share.optional(),
      filled: share.optional(),
      shape: share.optional(),
      columns: z.boolean().optional(),
    })
    .optional(),
  owner: z.string().optional(),
})

const policy = z.strictObject({
  /** Rules of the house. */
  rules: z.array(rule).default([]),
  /** Built-in rules that shall not run. */
  without: z.array(z.string()).default([]),
  /** Built-in rules taken more or less seriously. */
  change: z.record(z.string(), changes).default({}),
  /** What lists have to be like when they are imported: rows, headings, how they may change. */
  imports: z.array(listRule).default([]),
  /** How the house writes names: repairs bring them there. */
  style: z.strictObject({ script: z.enum(['simplified', 'traditional']).optional() }).default({}),
})

export interface CheckPolicy {
  readonly rules: readonly CheckRule[]
  readonly without: readonly string[]
  readonly imports: readonly ListRule[]
  readonly style: { readonly script?: Script | undefined }
  readonly change: Readonly<
    Record<string, Partial<Pick<CheckRule, 'severity' | 'threshold' | 'owner' | 'message' | 'remedy'>>>
  >
}

/** Reads the rules of the house from their file. */
export function parseCheckPolicy(raw: unknown): PolicyOutcome<CheckPolicy> {
  return readPolicy<CheckPolicy>(policy, raw)
}

/** The rules that count: the built-in ones as the house wants them, then its own. A rule named in vain is a fault. */
export function applyCheckPolicy(
  builtin: readonly CheckRule[],
  house: CheckPolicy,
): PolicyOutcome<readonly CheckRule[]> {
  const ids = new Set(builtin.map(({ id }) => id))
  const unknown = (path: string, id: string): PolicyFault[] =>
    ids.has(id) ? [] : [{ path, reason: { code: 'policy-unknown-key', params: { key: id } } }]
  const faults = [
    ...house.without.flatMap((id, i) => unknown(`without[${i}]`, id)),
    ...Object.keys(house.change).flatMap((id) => unknown(`change.${id}`, id)),
  ]
  if (faults.length > 0) return { ok: false, faults }
  const kept = builtin
    .filter(({ id }) => !house.without.includes(id))
    .map((each) => ({ ...each, ...house.change[each.id] }))
  return { ok: true, value: [...kept, ...house.rules] }
}
