import { extname, resolve } from 'node:path'
import { businessDay, wallClock } from '../../domain/calendar.ts'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { isReportName, reportNames, reports } from '../../domain/reports/index.ts'
import type { ReportContext, ReportSpec } from '../../domain/reports/spec.ts'
import { writeCsv } from '../../files/write-csv.ts'
import { writeTextFile, writeWholeFile } from '../../files/write-file.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import { KehuError } from '../../model/errors.ts'
import type { CustomerFilter } from '../../model/fact-query.ts'
import type { ReportView } from '../../model/report.ts'
import { ruleTitle } from '../../render/finding.ts'
import { reportHtml } from '../../render/report/html.ts'
import { reportJson } from '../../render/report/json.ts'
import { reportMarkdown } from '../../render/report/markdown.ts'
import { reportRows } from '../../render/report/rows.ts'
import { reportText } from '../../render/report/terminal.ts'
import { toWorkbook } from '../../render/report/workbook.ts'
import { tsv } from '../../render/table.ts'
import { tell } from '../../render/text/index.ts'
import type { Book } from '../../store/book.ts'
import { readWeeklyFacts } from '../../store/report-facts/weekly.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { loadCheckRules, primaryScheme } from '../policies/load.ts'
import type { ReportFormat } from '../report.ts'
import { wordsFor } from '../verify/show.ts'
import { factQuery, periodFor } from './query.ts'

export interface ReportOptions {
  readonly name: string
  readonly period: string | undefined
  readonly output: string | undefined
  readonly format: ReportFormat | undefined
  /** Only this table, for CSV. */
  readonly only: string | undefined
  readonly filter: CustomerFilter
  readonly limit: number
}

/** Makes a report and shows it, or writes it to a file as a whole or not at all. */
export async function runReport(ctx: Context, options: ReportOptions): Promise<void> {
  const { name } = options
  if (!isReportName(name)) throw new KehuError('usage', 'report-missing', { name, names: reportNames.join(' ') })
  const book = await ctx.openBook()
  const view = makeReport(ctx, book, reports[name] as ReportSpec, options)
  const path = options.output === undefined || options.output === '-' ? undefined : resolve(ctx.cwd, options.output)
  const format = options.format ?? formatOf(ctx, path)
  if (path === undefined) await toStdout(ctx, view, format, options.only)
  else {
    await writeReport(view, format, path, options.only)
    note(ctx, ctx.say('report-written', { path }))
  }
  ctx.finish('done')
}

/** What a report says: facts read in one place, put into words by its specification. */
export function makeReport(
  ctx: Context,
  book: Book,
  spec: ReportSpec,
  options: Pick<ReportOptions, 'period' | 'filter' | 'limit'>,
): ReportView {
  const { time_zone: zone, purpose } = readSettings(book)
  const period = periodFor(ctx, spec, options.period, zone)
  const scheme = primaryScheme(ctx, book)
  const query = factQuery(ctx, { period, filter: options.filter, limit: options.limit, zone, scheme })
  const rules = new Map(loadCheckRules(ctx, book).map((rule) => [rule.id, rule]))
  const words = wordsFor(ctx)
  const context: ReportContext = {
    lang: ctx.lang,
    say: (key, params) => tell(ctx.lang, key, params),
    fieldName: (key) => fieldByKey(key)?.[ctx.lang] ?? key,
    ruleName: (code) => {
      const rule = rules.get(code)
      return rule === undefined ? code : ruleTitle(rule, words)
    },
    tierName: (level) => {
      const known = scheme.levels.find((one) => one.level === level)
      return known === undefined ? level : `${level} ${known[ctx.lang]}`
    },
    ...(period === undefined ? {} : { period }),
    wallClock: (at) => wallClock(at, zone),
    today: businessDay(ctx.now(), zone),
    madeAt: ctx.now(),
    book: purpose ?? book.path.split(/[\\/]/).at(-1) ?? '',
    filter: Object.values(options.filter).join(' '),
  }
  return spec.view(readWeeklyFacts(book, query) as never, context)
}

function formatOf(ctx: Context, path: string | undefined): ReportFormat {
  if (path === undefined)
    return ctx.format === 'json' || ctx.format === 'jsonl'
      ? 'json'
      : ctx.format === 'csv' || ctx.format === 'tsv'
        ? 'csv'
        : 'text'
  const known: Readonly<Record<string, ReportFormat>> = {
    '.html': 'html',
    '.htm': 'html',
    '.md': 'md',
    '.xlsx': 'xlsx',
    '.csv': 'csv',
    '.json': 'json',
  }
  return known[extname(path).toLowerCase()] ?? 'text'
}

async function toStdout(ctx: Context, view: ReportView, format: ReportFormat, only: string | undefined): Promise<void> {
  if (format === 'xlsx') throw new KehuError('usage', 'output-needs-file', { format })
  if (format === 'csv' && ctx.format === 'tsv')
    return ctx.io.out(tsv(reportRows(view, only).map((row) => row.map((cell) => String(cell ?? '')))))
  if (format === 'csv')
    return void (await writeCsv([reportRows(view, only)], (bytes) => ctx.io.out(Buffer.from(bytes).toString('utf8'))))
  if (format === 'text' && ctx.io.color)
    return ctx.io.out(
      reportText(view, {
        width: ctx.io.width,
        bold: (text) => `\u001b[1m${text}\u001b[22m`,
        dim: (text) => `\u001b[2m${text}\u001b[22m`,
      }),
    )
  ctx.io.out(textOf(view, format, ctx.io.width))
}

function textOf(view: ReportView, format: ReportFormat, width: number): string {
  if (format === 'html') return reportHtml(view)
  if (format === 'md') return reportMarkdown(view)
  if (format === 'json') return `${JSON.stringify(reportJson(view), null, 2)}\n`
  return reportText(view, { width })
}

/** Writes a report in one of its forms. @throws {KehuError} as `writeWholeFile` */
export async function writeReport(view: ReportView, format: ReportFormat, path: string, only?: string): Promise<void> {
  if (format === 'xlsx') await writeWholeFile(path, (sink) => writeXlsx(toWorkbook(view), sink))
  else if (format === 'csv')
    await writeWholeFile(path, (sink) => writeCsv([reportRows(view, only)], sink, { bom: true }))
  else await writeTextFile(path, textOf(view, format, 100))
}
