import type { CheckContext, CheckRule, PartyChunk } from '../../model/checks.ts'
import type { PolicyFault } from '../../model/segments.ts'
import type { MeasureColumns, MeasureDef } from '../../model/tiers.ts'
import { parseCondition } from '../expressions/condition.ts'
import { YES } from '../expressions/node.ts'
import type { Vocabulary } from '../expressions/vocabulary.ts'
import type { Runner } from './plain-tests.ts'
import type { ChunkView } from './view.ts'

const text = (key: string): MeasureDef => ({ key, type: 'text', zh: key, en: key, from: 'party' })
const flag = (key: string): MeasureDef => ({ key, type: 'flag', zh: key, en: key, from: 'party' })

/** Names of the columns that a rule of the house may speak of; days are texts `YYYY-MM-DD` and compare as such. */
const columnNames = (
  'name surname given_name honorific gender birth age_band id_number uscc short_name english_name title department occupation employer ' +
  'education industry legal_rep website remark source_code acquired_from level owner status region opened_on ' +
  'tier first_deal_on last_deal_on last_contact_on confirmed_on added_on updated_on stub'
).split(' ')

const partyMeasures: readonly MeasureDef[] = [
  text('kind'),
  ...columnNames.map(text),
  { key: 'age', type: 'number', zh: '年龄', en: 'age', from: 'party' },
  ...['has_phone', 'has_email', 'has_contact', 'has_address', 'is_customer'].map(flag),
]

/** What conditions of check rules may speak of. */
export const checkVocabulary = ({ today, fields }: CheckContext): Vocabulary => ({
  measures: partyMeasures,
  fields: fields ?? new Map(),
  today,
})

/** Compiles a free condition, or gives its fault. */
export function conditionTest(
  rule: Extract<CheckRule, { test: 'condition' }>,
  context: CheckContext,
  vocabulary: Vocabulary,
): { readonly run: Runner; readonly inputs: readonly string[] } | { readonly fault: PolicyFault } {
  const outcome = parseCondition(rule.bad, vocabulary)
  if (!outcome.ok) return { fault: outcome.fault }
  const place = rule.fields[0] ?? 'name'
  const run: Runner = (view, concerns, report) => {
    const judge = outcome.condition.over(columnsOf(view, context))
    let judged = 0
    for (let i = 0; i < view.chunk.count; i++) {
      if (!concerns(i)) continue
      judged++
      if (judge(i) === YES) report(i, place, view.column(place)?.[i] ?? null)
    }
    return judged
  }
  return { run, inputs: outcome.condition.inputs.map(({ key }) => (key === 'age' ? 'birth' : key)) }
}

const made = new WeakMap<PartyChunk, MeasureColumns>()

function columnsOf(view: ChunkView, { today, fields }: CheckContext): MeasureColumns {
  const { chunk } = view
  const known = made.get(chunk)
  if (known !== undefined) return known
  const marks = (field: string) => Uint8Array.from({ length: chunk.count }, (_, i) => Number(view.has(field)(i)))
  const custom: Record<string, Float64Array | readonly (string | null)[]> = {}
  for (const [key, type] of fields ?? []) {
    const values = chunk.values[key]
    if (values === undefined) continue
    custom[key] =
      type === 'number' ? Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))) : values
  }
  const columns: MeasureColumns = {
    count: chunk.count,
    ids: chunk.ids,
    numbers: { age: agesOf(view, today) },
    flags: {
      has_phone: marks('phone'),
      has_email: marks('email'),
      has_contact: marks('contact'),
      has_address: marks('address'),
      is_customer: Uint8Array.from(chunk.isCustomer),
    },
    texts: { ...chunk.values, kind: chunk.kind },
    fields: custom,
  }
  made.set(chunk, columns)
  return columns
}

/** Whole years at `today`, from the birth date or else the citizen number; NaN where neither tells. */
function agesOf({ chunk, column, citizen }: ChunkView, today: string): Float64Array {
  const births = column('birth')
  return Float64Array.from({ length: chunk.count }, (_, i) => {
    const told = births?.[i] ?? null
    const id = told === null ? citizen(i) : null
    return ageAt(told ?? (id?.valid === true ? (id.birth ?? null) : null), today)
  })
}

function ageAt(birth: string | null, today: string): number {
  if (birth === null || !/^\d{4}/.test(birth)) return Number.NaN
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4))
  return today.slice(5, 5 + birth.length - 5) < birth.slice(5) ? years - 1 : years
}
