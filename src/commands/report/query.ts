import { addDays, businessDay, startOfDay } from '../../domain/calendar.ts'
import { fields } from '../../domain/dictionary/fields.ts'
import { lunarToSolar } from '../../domain/normalize/lunar.ts'
import { nextPeriod, parsePeriod, periodOf, periodsBefore, previousPeriod, yearAgo } from '../../domain/period.ts'
import type { ReportSpec } from '../../domain/reports/spec.ts'
import { KehuError } from '../../model/errors.ts'
import type { CustomerFilter, FactQuery, Span } from '../../model/fact-query.ts'
import type { Period } from '../../model/report.ts'
import type { TierScheme } from '../../model/tiers.ts'
import type { Context } from '../context.ts'

/** Earlier periods shown as history. */
const HISTORY = 12

export interface Asked {
  readonly period: Period | undefined
  readonly filter: CustomerFilter
  readonly limit: number
  readonly zone: string
  readonly scheme: TierScheme
}

/** What the store is asked for: spans with the instants of their midnights, filters, and what it can't know by itself. */
export function factQuery(ctx: Context, { period, filter, limit, zone, scheme }: Asked): FactQuery {
  const today = businessDay(ctx.now(), zone)
  const span = ({ name, from, to }: Period): Span => ({
    name,
    from,
    to,
    fromAt: startOfDay(from, zone),
    toAt: startOfDay(to, zone),
  })
  return {
    today,
    period: period === undefined ? null : span(period),
    before: period === undefined ? null : span(previousPeriod(period)),
    yearAgo: period === undefined ? null : span(yearAgo(period)),
    history: period === undefined ? [] : periodsBefore(period, HISTORY).map(span),
    coming: period === undefined ? null : span(nextPeriod(period)),
    filter,
    limit,
    levels: scheme.levels.map(({ level }) => level),
    scheme: scheme.key,
    fields,
    solarOf: lunarToSolar,
    dayOf: (at) => businessDay(at, zone),
    words: (field) => ({
      label: field[ctx.lang],
      choices: (field.choices ?? []).map((choice) => choice[ctx.lang]).join(' / '),
      purpose: field.purpose[ctx.lang],
    }),
  }
}

/**
 * The period a report is for: as told, else the last full one of its pace; undefined for lists as of today.
 *
 * @throws {KehuError} `period-wrong`
 */
export function periodFor(
  ctx: Context,
  spec: Pick<ReportSpec, 'period'>,
  told: string | undefined,
  zone: string,
): Period | undefined {
  const today = businessDay(ctx.now(), zone)
  if (told !== undefined) {
    const parsed = parsePeriod(told, today)
    if (!parsed.ok) throw new KehuError('usage', 'period-wrong', { text: told })
    return parsed.value
  }
  if (spec.period === 'none') return undefined
  if (spec.period === 'all') return { name: 'all', from: '0001-01-01', to: addDays(today, 1) }
  return periodOf(spec.period, today)
}
