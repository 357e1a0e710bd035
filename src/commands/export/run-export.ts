import { resolve } from 'node:path'
import { personalKinds } from '../../domain/access/allow.ts'
import { businessDay } from '../../domain/calendar.ts'
import { defaultColumns, exportColumns } from '../../domain/exports/columns.ts'
import { maskedByDefault, type Personal } from '../../domain/masking.ts'
import { parsePeriod } from '../../domain/period.ts'
import { KehuError } from '../../model/errors.ts'
import type { ExportColumn, ExportName, ExportQuery } from '../../model/export.ts'
import type { CustomerFilter } from '../../model/fact-query.ts'
import type { Period } from '../../model/report.ts'
import { logAccess } from '../../store/access-log.ts'
import type { Book } from '../../store/book.ts'
import { filledColumns } from '../../store/export/customers.ts'
import { liveIds, withdrawnFrom } from '../../store/privacy/consents.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { loadPrivacyPolicy, purposeOf } from '../privacy/policy.ts'
import { membersOf } from '../report/whom.ts'
import { cardKeys, daysKeys } from './cards.ts'
import { type ExportFormat, exportFormat } from './formats.ts'
import { listFields } from './list-fields.ts'
import { type Written, writeExport } from './write-export.ts'

export interface ExportOptions {
  readonly entity: ExportName
  readonly output: string | undefined
  readonly format: ExportFormat | undefined
  readonly fields: string | undefined
  readonly period: string | undefined
  readonly filter: CustomerFilter
  readonly mask: string | undefined
  /** What the file is for: who took their consent to that back is left out. */
  readonly purpose: string | undefined
  readonly bom: boolean
  readonly encoding: 'utf-8' | 'gb18030'
  readonly guard: boolean
}

/** Takes rows out of the book into a file, whole or not at all, and notes who took what. */
export async function runExport(ctx: Context, options: ExportOptions): Promise<void> {
  const book = await ctx.openBook()
  const left = leftOut(ctx, book, options)
  const filled = options.entity === 'customers' ? filledColumns(book) : null
  const all = exportColumns(options.entity, filled ?? new Set())
  if (options.fields?.trim() === '?') return listFields(ctx, all)
  const path = options.output === undefined || options.output === '-' ? undefined : resolve(ctx.cwd, options.output)
  const format = options.format ?? exportFormat(ctx, path)
  if ((format === 'vcf' || format === 'ics') && options.entity !== 'customers')
    throw new KehuError('usage', 'export-customers-only', { format })
  if (path === undefined && (format === 'xlsx' || options.encoding === 'gb18030'))
    throw new KehuError('usage', 'output-needs-file', { format: format === 'xlsx' ? format : options.encoding })
  const columns = chosenColumns(ctx, options, format, all, filled)
  const query = without(book, queryOf(ctx, book, options, columns), left)
  const written = await writeExport(ctx, book, {
    columns,
    query,
    path,
    format,
    hidden: new Set([...hiddenKinds(options.mask), ...personalKinds(ctx.session.hidden)]),
    // Fields somebody chose are a list for somebody: no marks for a later import.
    isWhole: options.fields === undefined,
    csv: { bom: options.bom, guard: options.guard, encoding: options.encoding },
  })
  const place = path ?? 'stdout'
  logAccess(book, {
    at: ctx.now(),
    staff: ctx.staff,
    what: `export ${options.entity} ${format} ${place}`,
    filter: JSON.stringify({ ...options.filter, ...said(options) }),
    rows: written.rows,
    sha256: written.sha256,
    purpose: options.purpose ?? ctx.session.purpose,
    unmasked: ctx.session.hidden.size === 0,
  })
  if (left.size > 0) note(ctx, ctx.tell({ code: 'export-left-out', params: { count: left.size } }))
  sayDone(ctx, { path, written, columns, all, options })
}

function chosenColumns(
  ctx: Context,
  { fields }: ExportOptions,
  format: ExportFormat,
  all: readonly ExportColumn[],
  filled: ReadonlySet<string> | null,
): readonly ExportColumn[] {
  if (format === 'vcf' || format === 'ics') {
    const keys = format === 'vcf' ? cardKeys : daysKeys(all)
    return keys.map(
      (key) => all.find((column) => column.key === key) ?? { key, zh: key, en: key, type: 'text' as const },
    )
  }
  if (fields === undefined) return defaultColumns(all, filled, ctx.showPersonal)
  const keys = fields.split(/[,，\s]+/).filter((key) => key !== '')
  const found = keys.map((key) => all.find((column) => [column.key, column.zh, column.en].includes(key)))
  const unknown = keys.filter((_, at) => found[at] === undefined)
  if (unknown.length > 0)
    throw new KehuError('usage', 'export-field-unknown', { fields: unknown.join(', '), what: 'customers' })
  return found as ExportColumn[]
}

function queryOf(ctx: Context, book: Book, options: ExportOptions, columns: readonly ExportColumn[]): ExportQuery {
  const span = options.period === undefined ? null : periodOf(ctx, book, options.period)
  const ids = membersOf(ctx, book, options.filter)
  return {
    entity: options.entity,
    keys: columns.map(({ key }) => key),
    filter: options.filter,
    span,
    ...(ids === undefined ? {} : { ids }),
  }
}

/** Who took the consent to this use back. With staff nothing leaves without a purpose. @throws {KehuError} `export-purpose-missing` */
function leftOut(ctx: Context, book: Book, { entity, purpose }: ExportOptions): ReadonlySet<number> {
  if (purpose !== undefined) return withdrawnFrom(book, purposeOf(loadPrivacyPolicy(ctx, book), purpose).key)
  const isOfPeople = ['customers', 'contacts', 'addresses'].includes(entity)
  if (ctx.session.identity !== null && isOfPeople) throw new KehuError('usage', 'export-purpose-missing')
  return new Set()
}

function without(book: Book, query: ExportQuery, left: ReadonlySet<number>): ExportQuery {
  if (left.size === 0) return query
  return { ...query, ids: (query.ids ?? liveIds(book)).filter((id) => !left.has(id)) }
}

/** @throws {KehuError} the period's own reasons */
function periodOf(ctx: Context, book: Book, text: string): Period {
  const parsed = parsePeriod(text, businessDay(ctx.now(), readSettings(book).time_zone))
  if (!parsed.ok) throw new KehuError('usage', parsed.reason.code, parsed.reason.params ?? {})
  return parsed.value
}

/** `all` hides what a report hides. @throws {KehuError} `flag-bad-value` */
function hiddenKinds(text: string | undefined): ReadonlySet<Personal> {
  if (text === undefined) return new Set()
  if (text === 'all') return maskedByDefault
  const kinds = text.split(/[,，\s]+/).filter((kind) => kind !== '')
  const known: readonly Personal[] = ['phone', 'email', 'id', 'address', 'name']
  const wrong = kinds.find((kind) => !known.includes(kind as Personal))
  if (wrong !== undefined)
    throw new KehuError('usage', 'flag-bad-value', {
      flag: '--mask',
      value: wrong,
      expected: `all | ${known.join(' | ')}`,
    })
  return new Set(kinds as Personal[])
}

const said = ({ period, fields, mask }: ExportOptions): object =>
  Object.fromEntries(Object.entries({ period, fields, mask }).filter(([, value]) => value !== undefined))

interface Done {
  readonly path: string | undefined
  readonly written: Written
  readonly columns: readonly ExportColumn[]
  readonly all: readonly ExportColumn[]
  readonly options: ExportOptions
}

function sayDone(ctx: Context, { path, written, columns, all, options }: Done): void {
  const say = (code: string, params: Record<string, string | number> = {}): string => ctx.tell({ code, params })
  const { rows, cut } = written
  if (path !== undefined) note(ctx, say('export-done', { rows, path }))
  if (cut > 0) note(ctx, say('export-cut', { count: cut }))
  if (rows === 0) note(ctx, say('export-nothing'))
  const left = all.filter(
    (column) => column.sensitive === true && !columns.includes(column) && column.onRequest !== true,
  )
  if (
    options.entity === 'customers' &&
    options.fields === undefined &&
    left.length > 0 &&
    rows > 0 &&
    !ctx.showPersonal
  )
    note(ctx, say('export-sensitive-left-out', { fields: left.map((column) => column[ctx.lang]).join('、') }))
  ctx.finish(rows === 0 ? 'nothing' : 'done')
}
