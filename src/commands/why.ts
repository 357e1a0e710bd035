import { Command } from 'commander'
import { wallClock } from '../domain/calendar.ts'
import { fieldByKey } from '../domain/dictionary/fields.ts'
import { KehuError } from '../model/errors.ts'
import { codeOf } from '../model/party-code.ts'
import { operationKind } from '../render/operation.ts'
import { readCustomerFile } from '../store/customer-file.ts'
import type { Row } from '../store/journal.ts'
import { historyOf, type Provenance, provenanceOf, type ValueStep } from '../store/provenance.ts'
import { readSettings } from '../store/settings.ts'
import type { Context } from './context.ts'
import { showValue } from './output.ts'
import { pickCustomer } from './pick-customer.ts'
import { fieldLabel, shownText } from './show/field-words.ts'
import { hideFile } from './show/hide-file.ts'

export const whyCommand = (ctx: Context): Command =>
  new Command('why')
    .summary(ctx.say('why-summary'))
    .description(ctx.say('why-description'))
    .argument('<customer>', ctx.say('why-customer'))
    .argument('[field]', ctx.say('why-field'))
    .action(async (customer: string, field: string | undefined) => runWhy(ctx, customer, field))

interface ExplainedValue {
  readonly field: string
  readonly value: string | null
  readonly steps: readonly ValueStep[]
}

/** Says where the values of a customer came from. */
export async function runWhy(ctx: Context, customer: string, field: string | undefined): Promise<void> {
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  const file = hideFile(ctx, readCustomerFile(book, id, -1))
  const values: ExplainedValue[] = []
  const wants = (key: string): boolean => field === undefined || field === key
  for (const [entity, row] of [
    ['party', file.party],
    ['customer', file.customer],
  ] as const) {
    for (const [column, value] of Object.entries(row ?? {})) {
      if (!wants(column) || value === null || HIDDEN.has(column)) continue
      values.push({ field: column, value: String(value), steps: historyOf(book, entity, id, column) })
    }
  }
  const child = (key: string, row: Row): void => {
    const { operation_id, source_row_id } = row
    const from = provenanceOf(book, Number(operation_id), source_row_id === null ? null : Number(source_row_id))
    const value = String(row['canonical'] ?? row['value'] ?? row['raw'] ?? row['name'])
    values.push({ field: key, value, steps: from === undefined ? [] : [{ before: null, after: value, from }] })
  }
  for (const row of file.contacts) {
    const type = String(row['type'])
    if (!wants(type) && !(field === 'phone' && PHONE_TYPES.has(type))) continue
    const column = row['canonical'] === null ? 'raw' : 'canonical'
    const steps = historyOf(book, 'contact_point', Number(row['id']), column)
    values.push({ field: type, value: String(row[column]), steps })
  }
  for (const row of file.addresses) {
    if (!wants('address')) continue
    const steps = historyOf(book, 'address', Number(row['id']), 'raw')
    values.push({ field: 'address', value: String(row['raw']), steps })
  }
  for (const row of file.facts) if (wants(String(row['field']))) child(String(row['field']), row)
  for (const row of file.aliases) if (wants('alias')) child('alias', row)
  if (values.length === 0 && field !== undefined && fieldByKey(field) === undefined && !PHONE_TYPES.has(field))
    throw new KehuError('usage', 'field-missing', { field })
  showValue(ctx, { code: codeOf(id), values }, () => words(ctx, values, readSettings(book).time_zone))
  ctx.finish(values.length === 0 ? 'nothing' : 'done')
}

const HIDDEN = new Set([
  'id',
  'party_id',
  'name_key',
  'pinyin',
  'initials',
  'status',
  'merged_into',
  'source_row_id',
  'operation_id',
  'source_key',
  'source_id',
  'stub',
  'tier',
])
const PHONE_TYPES = new Set(['phone', 'mobile', 'landline', 'service', 'intl'])

function words(ctx: Context, values: readonly ExplainedValue[], zone: string): string {
  if (values.length === 0) return `${ctx.say('why-nothing')}\n`
  const lines = new Map<string, string[]>()
  for (const { field, value, steps } of values) {
    const head = `${fieldLabel(ctx, field)}  ${valueWord(ctx, field, value)}`
    const known = lines.get(head) ?? []
    lines.set(head, [...known, ...steps.flatMap((step) => stepLines(ctx, field, step, zone))])
  }
  return [...lines].map(([head, steps]) => [head, ...steps, ''].join('\n')).join('')
}

function valueWord(ctx: Context, field: string, value: string | null): string {
  if (value === null) return ''
  if (field === 'kind') return ctx.say(value === 'org' ? 'kind-org' : 'kind-person')
  return shownText(ctx, field, value)
}

function stepLines(ctx: Context, field: string, { before, after, from, taken }: ValueStep, zone: string): string[] {
  const { say } = ctx
  const change = before === null ? [] : [say('why-changed', { before, after: after ?? '' })]
  const giver =
    taken === undefined
      ? []
      : [
          say('why-taken', { code: codeOf(taken.id) }),
          ...sourceLines(ctx, field, taken.from).map((line) => `  ${line}`),
        ]
  return [...change, ...sourceLines(ctx, field, from), operationLine(ctx, from, zone), ...giver].map(
    (line) => `    ${line}`,
  )
}

function sourceLines(ctx: Context, field: string, { file, cells }: Provenance): string[] {
  if (file === undefined) return []
  const where = ctx.say('why-from-file', {
    file: file.name,
    sha: file.sha256.slice(0, 8),
    sheet: file.sheet,
    row: file.row,
  })
  const cell =
    cells?.find((one) => one.field === field) ?? cells?.find((one) => RELATED[field]?.includes(one.field ?? ''))
  return [where, ...(cell === undefined ? [] : [ctx.say('why-cell', { heading: cell.heading, text: cell.text })])]
}

/** Columns whose cell stands under another heading word of the dictionary. */
const RELATED: Readonly<Record<string, readonly string[]>> = {
  mobile: ['phone', 'mobile', 'contact'],
  landline: ['phone', 'landline', 'mobile', 'contact'],
  surname: ['name'],
  given_name: ['name'],
  honorific: ['name'],
  kind: ['customer_type', 'name'],
  gender: ['name'],
  opened_on: ['registered_on'],
}

const operationLine = (ctx: Context, from: Provenance, zone: string): string =>
  ctx.say('why-operation', {
    id: from.operationId,
    kind: operationKind(ctx.lang, from.operationKind),
    staff: from.staff,
    at: wallClock(from.at, zone),
  })
