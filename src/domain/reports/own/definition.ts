import { z } from 'zod'
import type { ExportColumn, ExportName } from '../../../model/export.ts'
import type { PolicyFault } from '../../../model/segments.ts'
import { fields } from '../../dictionary/fields.ts'
import { exportColumns } from '../../exports/columns.ts'
import { type PolicyOutcome, readPolicy } from '../../policies/faults.ts'
import { bilingual, identifier, label } from '../../policies/parts.ts'

export type Bucket = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A field, and for days the span they are put together by. */
export interface GroupBy {
  readonly key: string
  readonly bucket?: Bucket
}

export interface Measure {
  readonly how: 'count' | 'customers' | 'sum' | 'average' | 'min' | 'max'
  /** Missing for counts. */
  readonly of?: string
}

/** Rows of which a field is one of some words, between two values, filled or empty. */
export interface Condition {
  readonly field: string
  readonly is?: readonly string[]
  readonly not?: readonly string[]
  readonly min?: string
  readonly max?: string
  readonly filled?: boolean
}

/** A report of the house, written without code. */
export interface OwnReport {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly purpose: string
  readonly from: Extract<ExportName, 'customers' | 'deals' | 'interactions'>
  readonly period: 'week' | 'month' | 'year' | 'all' | 'none'
  readonly where: readonly Condition[]
  /** A list of these fields; empty where groups are told. */
  readonly columns: readonly string[]
  readonly groups: readonly GroupBy[]
  readonly measures: readonly Measure[]
  /** Key of a field, or number of a measure from 1, with a minus for falling. */
  readonly sort: string | null
  readonly limit: number
  readonly charts: readonly ('bar' | 'line' | 'share' | 'stacked')[]
}

const some = z.string().min(1)
const words = z.union([some, z.number(), z.array(z.union([some, z.number()])).min(1)])
const bound = z.union([some, z.number()])
const measure = z.union([
  z.enum(['count', 'customers']),
  z.strictObject({ sum: some }),
  z.strictObject({ average: some }),
  z.strictObject({ min: some }),
  z.strictObject({ max: some }),
])
const chart = z.enum(['bar', 'line', 'share', 'stacked'])
const policy = z
  .strictObject({
    key: identifier,
    ...label,
    purpose: some.optional(),
    from: z.enum(['customers', 'deals', 'interactions']),
    period: z.enum(['week', 'month', 'year', 'all', 'none']).optional(),
    where: z
      .array(
        z.strictObject({
          field: some,
          is: words.optional(),
          not: words.optional(),
          min: bound.optional(),
          max: bound.optional(),
          filled: z.boolean().optional(),
        }),
      )
      .optional(),
    columns: z.array(some).min(1).optional(),
    groups: z.array(some).min(1).max(3).optional(),
    measures: z.array(measure).min(1).optional(),
    sort: z.union([some, z.int()]).optional(),
    limit: z.int().min(1).max(100_000).optional(),
    charts: z.array(chart).optional(),
  })
  .transform(bilingual)

type Raw = z.infer<typeof policy>

const DAYS: readonly string[] = ['day', 'week', 'month', 'quarter', 'year']

/** Columns an own report may speak of, by key. */
export const ownColumns = (from: OwnReport['from']): ReadonlyMap<string, ExportColumn> =>
  new Map(
    exportColumns(from, new Set(fields.filter(({ stored }) => stored === 'fact').map(({ key }) => key))).map(
      (column) => [column.key, column],
    ),
  )

/** Reads a report of the house from its file, every fault at once. `taken` are names that are not free. */
export function parseOwnReport(raw: unknown, taken: readonly string[]): PolicyOutcome<OwnReport> {
  const outcome = readPolicy<Raw>(policy, raw)
  if (!outcome.ok) return outcome
  const told = outcome.value
  const faults: PolicyFault[] = []
  const fault = (path: string, code: string, params: Record<string, string | number> = {}): void =>
    void faults.push({ path, reason: { code, params } })
  if (taken.includes(told.key)) fault('key', 'own-report-key-taken', { key: told.key })
  if ((told.columns === undefined) === (told.groups === undefined)) fault('columns', 'own-report-columns-or-groups')
  const known = ownColumns(told.from)
  const check = (path: string, key: string): ExportColumn | undefined => {
    const column = known.get(key) ?? (key.startsWith('extra:') && told.from === 'customers' ? extra(key) : undefined)
    if (column === undefined) fault(path, 'own-report-field-unknown', { field: key, from: told.from })
    return column
  }
  for (const [at, { field }] of (told.where ?? []).entries()) check(`where[${at}].field`, field)
  for (const [at, key] of (told.columns ?? []).entries()) check(`columns[${at}]`, key)
  const groups = (told.groups ?? []).map((text, at) => groupOf(text, `groups[${at}]`, check, fault))
  const measures = (told.measures ?? ['count']).map((one, at) => measureOf(one, `measures[${at}]`, check, fault))
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, value: reportOf(told, groups, measures) }
}

type Check = (path: string, key: string) => ExportColumn | undefined
type Fault = (path: string, code: string, params?: Record<string, string | number>) => void

const extra = (key: string): ExportColumn => ({ key, zh: key.slice(6), en: key.slice(6), type: 'text' })

function groupOf(text: string, path: string, check: Check, fault: Fault): GroupBy {
  const [key = '', bucket] = text.startsWith('extra:') ? [text] : text.split(':')
  const column = check(path, key)
  if (bucket === undefined) return { key }
  if (!DAYS.includes(bucket)) fault(path, 'own-report-bucket-unknown', { text: bucket, words: DAYS.join(', ') })
  else if (column !== undefined && column.type !== 'date') fault(path, 'own-report-not-a-day', { field: key })
  return { key, bucket: bucket as Bucket }
}

function measureOf(one: NonNullable<Raw['measures']>[number], path: string, check: Check, fault: Fault): Measure {
  if (typeof one === 'string') return { how: one }
  const [[how, of]] = Object.entries(one) as [[Measure['how'], string]]
  const column = check(`${path}.${how}`, of)
  if (column !== undefined && !['money', 'integer', 'number'].includes(column.type))
    fault(`${path}.${how}`, 'own-report-not-a-number', { field: of })
  return { how, of }
}

const listOf = (value: string | number | readonly (string | number)[] | undefined): readonly string[] | undefined =>
  value === undefined ? undefined : (Array.isArray(value) ? value : [value]).map(String)

function reportOf(told: Raw, groups: readonly GroupBy[], measures: readonly Measure[]): OwnReport {
  return {
    ...{ key: told.key, zh: told.zh, en: told.en, purpose: told.purpose ?? '', from: told.from },
    period: told.period ?? 'none',
    where: (told.where ?? []).map(({ field, is, not, min, max, filled }) => ({
      field,
      ...(is === undefined ? {} : { is: listOf(is)! }),
      ...(not === undefined ? {} : { not: listOf(not)! }),
      ...(min === undefined ? {} : { min: String(min) }),
      ...(max === undefined ? {} : { max: String(max) }),
      ...(filled === undefined ? {} : { filled }),
    })),
    columns: told.columns ?? [],
    groups,
    measures,
    sort: told.sort === undefined ? null : String(told.sort),
    limit: told.limit ?? 200,
    charts: told.charts ?? [],
  }
}
