import type { Reason } from '../../../model/parsed.ts'
import type { ReportTable, ReportView } from '../../../model/report.ts'
import { countColumn, lineSubtitle, moneyColumn, shareColumn, subtitle, textColumn, yuan } from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import type { Forecast } from '../forecast.ts'
import type { Loyalty, Satisfaction } from '../loyalty.ts'
import type { ReturnLine } from '../returns.ts'

export interface LoyaltyShown {
  readonly customers: number
  readonly loyalty: Loyalty
  readonly rounds: readonly {
    readonly name: string
    readonly on: string
    readonly top: number
    readonly result: Satisfaction
  }[]
}

/** Do they come back, for how long, for how much; and what they answered when asked. */
export function loyaltyView({ customers, loyalty, rounds }: LoyaltyShown, context: ReportContext): ReportView {
  const { say } = context
  const figure = (key: string, value: number | null, type: 'integer' | 'percent') => ({
    key,
    title: say(`analysis.loyalty.${key}`),
    value,
    type,
  })
  return {
    key: 'loyalty',
    title: say('analysis.loyalty'),
    subtitle: subtitle(context, say('analysis.loyalty.purpose'), customers),
    lang: context.lang,
    sections: [
      {
        key: 'loyalty',
        title: say('analysis.loyalty'),
        figures: [
          figure('buyers', loyalty.buyers, 'integer'),
          figure('repeat', loyalty.repeatRate, 'percent'),
          figure('tenure', loyalty.tenureDays === null ? null : Math.round(loyalty.tenureDays), 'integer'),
          figure('repeat-share', loyalty.repeatShare, 'percent'),
          figure('referrers', loyalty.referrers, 'percent'),
        ],
        tables: [
          {
            key: 'rounds',
            title: say('analysis.loyalty.rounds'),
            columns: [
              textColumn('round', say('analysis.loyalty.round')),
              { key: 'on', title: say('analysis.day'), type: 'date' },
              countColumn('answers', say('analysis.loyalty.answers'), false),
              { key: 'mean', title: say('analysis.loyalty.mean'), type: 'number' },
              countColumn('top', say('analysis.loyalty.top'), false),
              shareColumn('satisfied', say('analysis.loyalty.satisfied')),
              { key: 'nps', title: 'NPS', type: 'integer' },
            ],
            rows: rounds.map(({ name, on, top, result }) => [
              name,
              on,
              result.answers,
              result.mean === null ? null : Math.round(result.mean * 100) / 100,
              top,
              result.satisfied,
              result.promoterScore,
            ]),
            empty: say('analysis.loyalty.none'),
          },
        ],
      },
    ],
  }
}

/** What was spent on customers against what they bought, by each way of grouping. */
export function costView(
  groups: readonly { readonly key: string; readonly title: string; readonly lines: readonly ReturnLine[] }[],
  { customers, most }: { readonly customers: number; readonly most: number },
  context: ReportContext,
): ReportView {
  const { say } = context
  return {
    key: 'cost',
    title: say('analysis.cost'),
    subtitle: subtitle(context, say('analysis.cost.purpose'), customers),
    lang: context.lang,
    sections: groups.map(({ key, title, lines }) => ({
      key,
      title,
      tables: [returnTable(key, title, lines, { most, context })],
    })),
  }
}

function returnTable(
  key: string,
  title: string,
  lines: readonly ReturnLine[],
  { most, context }: { readonly most: number; readonly context: ReportContext },
): ReportTable {
  const { say } = context
  const shown = lines.slice(0, most)
  return {
    key,
    title,
    columns: [
      textColumn('group', title),
      countColumn('customers', say('analysis.customers')),
      countColumn('buyers', say('analysis.buyers')),
      moneyColumn('cost', say('analysis.cost.spent'), context),
      moneyColumn('sales', say('analysis.sales'), context),
      { key: 'per-yuan', title: say('analysis.cost.per-yuan'), type: 'number' },
      moneyColumn('per-buyer', say('analysis.cost.per-buyer'), context, false),
    ],
    rows: shown.map((line) => [
      line.group,
      line.customers,
      line.buyers,
      line.cost,
      line.sales,
      line.salesPerYuan === null ? null : Math.round(line.salesPerYuan * 100) / 100,
      line.costPerBuyer,
    ]),
    empty: say('report.nothing'),
    ...(shown.length < lines.length
      ? { note: say('report.cut', { shown: String(shown.length), total: String(lines.length) }) }
      : {}),
  }
}

export interface ForecastShown {
  /** Whole months, oldest first. */
  readonly history: readonly { readonly month: string; readonly amount: number }[]
  readonly coming: readonly string[]
  /** A reason where there is too little to go by. */
  readonly forecast: Forecast | Reason
}

/** Sales of the coming months by the simplest method that did best on months held back, with its error. */
export function forecastView({ history, coming, forecast }: ForecastShown, context: ReportContext): ReportView {
  const { say } = context
  const known = 'code' in forecast ? null : forecast
  const lead =
    'code' in forecast
      ? say(forecast.code, forecast.params)
      : say('analysis.forecast.rule', {
          method: say(`analysis.forecast.${forecast.method}`),
          months: forecast.heldBack.length,
          error: forecast.error === null ? '—' : `${Math.round(forecast.error * 1000) / 10}%`,
        })
  const held = known?.heldBack ?? []
  const tried = history.slice(history.length - held.length)
  const rows = [
    ...history.map(({ month, amount }) => [
      month,
      amount,
      held[tried.findIndex((each) => each.month === month)]?.forecast ?? null,
    ]),
    ...(known?.next ?? []).map((amount, i) => [coming[i]!, null, Math.round(amount)]),
  ].map(([month, actual, guess]) => [month!, actual ?? null, typeof guess === 'number' ? Math.round(guess) : null])
  return {
    key: 'forecast',
    title: say('analysis.forecast'),
    subtitle: lineSubtitle(context, say('analysis.forecast.purpose'), history.length),
    lang: context.lang,
    sections: [
      {
        key: 'forecast',
        title: say('analysis.forecast'),
        lead,
        charts: [
          {
            key: 'forecast',
            title: say('analysis.forecast'),
            kind: 'line',
            labels: rows.map(([month]) => String(month)),
            series: [
              { name: say('analysis.forecast.actual'), values: rows.map(([, actual]) => inYuan(actual)) },
              { name: say('analysis.forecast.guess'), values: rows.map(([, , guess]) => inYuan(guess)) },
            ],
            unit: say('report.yuan'),
          },
        ],
        tables: [
          {
            key: 'months',
            title: say('analysis.forecast.months'),
            columns: [
              textColumn('month', say('analysis.month')),
              moneyColumn('actual', say('analysis.forecast.actual'), context, false),
              moneyColumn('forecast', say('analysis.forecast.guess'), context, false),
            ],
            rows,
          },
        ],
      },
    ],
  }
}

const inYuan = (value: string | number | null | undefined): number | null =>
  typeof value === 'number' ? yuan(value) : null
