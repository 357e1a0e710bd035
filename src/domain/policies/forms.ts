import { z } from 'zod'
import type { FormDef, FormItem } from '../../model/forms.ts'
import type { PolicyFault } from '../../model/segments.ts'
import { fieldByKey, mayNotBeCollected } from '../dictionary/fields.ts'
import { type PolicyOutcome, readPolicy } from './faults.ts'
import { bilingual, identifier, label } from './parts.ts'

const words = z.strictObject(label).transform(bilingual)
const text = z.string().min(1)
const profiles = ['restaurant', 'realestate', 'office-leasing', 'retail', 'trade', 'bank', 'general'] as const
const relations = [
  'employed_at',
  'family',
  'director',
  'driver',
  'friend',
  'introduced_by',
  'agent',
  'branch_of',
  'owner_of',
  'other',
] as const

const item = z.strictObject({
  field: text,
  required: z.boolean().optional(),
  full: z.boolean().optional(),
  label: words.optional(),
  help: words.optional(),
  initial: text.optional(),
  choices: z
    .array(z.strictObject({ value: text, ...label, synonyms: z.array(text).optional() }).transform(bilingual))
    .min(1)
    .optional(),
  open: z.boolean().optional(),
  when: z.strictObject({ field: text, is: z.array(text).min(1).optional() }).optional(),
})

const section = z
  .strictObject({
    key: identifier,
    ...label,
    items: z.array(item).min(1),
    full: z.boolean().optional(),
    repeat: z.strictObject({ relation: z.enum(relations).default('other'), more: words }).optional(),
  })
  .transform(bilingual)

const form = z
  .strictObject({
    key: identifier,
    number: text,
    version: z.int().min(1).default(1),
    ...label,
    profiles: z
      .array(z.enum(profiles))
      .min(1)
      .default([...profiles]),
    about: z.enum(['person', 'org', 'party', 'none']).default('party'),
    makes: z
      .array(z.enum(['customer', 'interaction', 'deal', 'record']))
      .min(1)
      .default(['customer']),
    interaction: text.optional(),
    sections: z.array(section).min(1),
    tied: z
      .strictObject({ form: text, ...label })
      .transform(bilingual)
      .optional(),
  })
  .transform(bilingual)

/** Reads a form from its file; fields must be in the dictionary, asked once, and depend only on what was asked before. */
export function parseForm(raw: unknown): PolicyOutcome<FormDef> {
  const outcome = readPolicy<FormDef>(form as unknown as z.ZodType<FormDef>, raw)
  if (!outcome.ok) return outcome
  const faults = faultsOf(outcome.value)
  return faults.length > 0 ? { ok: false, faults } : outcome
}

function faultsOf(def: FormDef): PolicyFault[] {
  const asked = new Set<string>()
  const faults: PolicyFault[] = []
  def.sections.forEach((section, i) => {
    const own = section.repeat === undefined ? asked : new Set<string>()
    section.items.forEach((item, j) => {
      const path = `sections[${i}].items[${j}]`
      faults.push(...itemFaults(item, own, path))
      own.add(item.field)
    })
  })
  return faults
}

function itemFaults(item: FormItem, asked: ReadonlySet<string>, path: string): PolicyFault[] {
  const params = { field: item.field }
  const faults: PolicyFault[] = []
  const words = item.label === undefined ? '' : `${item.label.zh} ${item.label.en}`
  if (fieldByKey(item.field) === undefined)
    faults.push({ path: `${path}.field`, reason: { code: 'form-field-unknown', params } })
  if (mayNotBeCollected(words))
    faults.push({ path: `${path}.label`, reason: { code: 'form-field-forbidden', params: { field: words } } })
  if (asked.has(item.field)) faults.push({ path: `${path}.field`, reason: { code: 'form-field-twice', params } })
  if (item.when !== undefined && !asked.has(item.when.field)) {
    faults.push({
      path: `${path}.when.field`,
      reason: { code: 'form-condition-unasked', params: { field: item.when.field } },
    })
  }
  return faults
}
