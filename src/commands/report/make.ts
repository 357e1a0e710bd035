import { businessDay, wallClock } from '../../domain/calendar.ts'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { choiceWords, plainValue } from '../../domain/forms/shown-value.ts'
import { maskView } from '../../domain/masking.ts'
import { reports } from '../../domain/reports/index.ts'
import type { ReportContext, ReportSpec } from '../../domain/reports/spec.ts'
import type { CustomerFilter } from '../../model/fact-query.ts'
import type { Period, ReportView } from '../../model/report.ts'
import type { FactName } from '../../model/report-facts.ts'
import { ruleTitle } from '../../render/finding.ts'
import { tell } from '../../render/text/index.ts'
import type { Book } from '../../store/book.ts'
import { readFacts } from '../../store/report-facts/index.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { loadCheckRules, loadVerifyPolicy, primaryScheme } from '../policies/load.ts'
import { wordsFor } from '../verify/words.ts'
import { factQuery, periodFor } from './query.ts'
import { filterWords, membersOf } from './whom.ts'

export interface MakeOptions {
  /** As people name it; the report's own where not told. */
  readonly period?: string | undefined
  readonly filter: CustomerFilter
  readonly limit: number
}

/** What a report says: facts read in one place, put into words by its specification, personal data hidden unless it was asked for. */
export function makeReport<Name extends FactName>(
  ctx: Context,
  book: Book,
  name: Name,
  options: MakeOptions,
): ReportView {
  const spec: ReportSpec<Name> = reports[name]
  const { time_zone: zone } = readSettings(book)
  const period = periodFor(ctx, spec, options.period, zone)
  const scheme = primaryScheme(ctx, book)
  const { filter, limit } = options
  const members = membersOf(ctx, book, filter)
  const verify = loadVerifyPolicy(ctx, book).scopes
  const query = factQuery(ctx, { period, filter, members, limit, zone, scheme, verify })
  const context = reportContext(ctx, book, period, filter)
  const view = { ...spec.view(readFacts(book, name, query), context), madeOn: context.wallClock(ctx.now()) }
  return ctx.showPersonal ? view : maskView(view)
}

/** What reports are told beside their facts. */
export function reportContext(
  ctx: Context,
  book: Book,
  period: Period | undefined,
  filter: CustomerFilter,
): ReportContext {
  const { time_zone: zone, purpose } = readSettings(book)
  const scheme = primaryScheme(ctx, book)
  const rules = new Map(loadCheckRules(ctx, book).map((rule) => [rule.id, rule]))
  const words = wordsFor(ctx)
  return {
    lang: ctx.lang,
    say: (key, params) => tell(ctx.lang, key, params),
    fieldName: (key) => fieldByKey(key)?.[ctx.lang] ?? key.replace(/^extra:/, ''),
    fieldValue: (key, value) => {
      const field = fieldByKey(key)
      if (field === undefined) return value
      return field.choices === undefined
        ? plainValue(field, value, ctx.lang)
        : choiceWords(field.choices, value, ctx.lang)
    },
    verbName: (verb) => tell(ctx.lang, `by-${verb}`, {}, verb),
    ruleName: (code) => {
      const rule = rules.get(code)
      return rule === undefined ? code : ruleTitle(rule, words)
    },
    tierName: (level) => {
      const known = scheme.levels.find((one) => one.level === level)
      return known === undefined ? level : `${level} ${known[ctx.lang]}`
    },
    ...(period === undefined || period.name === 'all' ? {} : { period }),
    wallClock: (at) => wallClock(at, zone),
    today: businessDay(ctx.now(), zone),
    madeAt: ctx.now(),
    book: purpose ?? book.path.split(/[\\/]/).at(-1) ?? '',
    filter: filterWords(ctx, book, filter),
  }
}

/** Lines of all tables of a report. */
export const rowsOf = ({ sections }: ReportView): number =>
  sections.reduce((sum, { tables = [] }) => sum + tables.reduce((lines, { rows }) => lines + rows.length, 0), 0)
