import { addDays, businessDay } from '../../domain/calendar.ts'
import { fields } from '../../domain/dictionary/fields.ts'
import { lunarToSolar } from '../../domain/normalize/lunar.ts'
import { parsePeriod, periodOf } from '../../domain/period.ts'
import { factSpans, spanOfPeriod } from '../../domain/reports/fact-spans.ts'
import type { ReportSpec } from '../../domain/reports/spec.ts'
import { KehuError } from '../../model/errors.ts'
import type { CustomerFilter, FactQuery, VerifyIntervals } from '../../model/fact-query.ts'
import type { Period } from '../../model/report.ts'
import type { TierScheme } from '../../model/tiers.ts'
import type { Context } from '../context.ts'

/** Earlier periods shown as history. */
const HISTORY = 12

export interface Asked {
  readonly period: Period | undefined
  readonly filter: CustomerFilter
  /** Ids of the filter's segment or customer; undefined where it names none. */
  readonly members: readonly number[] | undefined
  readonly limit: number
  readonly zone: string
  readonly scheme: TierScheme
  readonly verify: VerifyIntervals
}

/** What the store is asked for: spans with the instants of their midnights, filters, and what it can't know by itself. */
export function factQuery(ctx: Context, { period, filter, members, limit, zone, scheme, verify }: Asked): FactQuery {
  const today = businessDay(ctx.now(), zone)
  const none = { period: null, before: null, yearAgo: null, history: [], coming: null }
  return {
    today,
    ...(period === undefined
      ? none
      : period.name === 'all'
        ? { ...none, period: spanOfPeriod(period, zone) }
        : factSpans(period, HISTORY, zone)),
    filter,
    ...(members === undefined ? {} : { members }),
    limit,
    verify,
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
 * The period a report is for: as told, else the one that today is in; undefined for lists as of today.
 *
 * @throws {KehuError} the reasons of `parsePeriod`
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
    if (!parsed.ok) throw new KehuError('usage', parsed.reason.code, parsed.reason.params ?? {})
    return parsed.value
  }
  if (spec.period === 'none') return undefined
  if (spec.period === 'all') return { name: 'all', from: '0001-01-01', to: addDays(today, 1) }
  return periodOf(spec.period, today)
}
