import type { Reason } from '../../../model/parsed.ts'
import type { ReportChart, ReportView } from '../../../model/report.ts'
import { lineSubtitle, moneyColumn, textColumn, yuan } from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import type { Forecast } from '../forecast.ts'

export interface ForecastShown {
  /** Whole months, oldest first. */
  readonly history: readonly { readonly month: string; readonly amount: number }[]
  readonly coming: readonly string[]
  /** A reason where there is too little to go by. */
  readonly forecast: Forecast | Reason
}

/** Sales of the coming months by the simplest method that did best on months held back, with its error. */
export function forecastView(shown: ForecastShown, context: ReportContext): ReportView {
  const { say } = context
  const rows = monthRows(shown)
  return {
    key: 'forecast',
    title: say('analysis.forecast'),
    subtitle: lineSubtitle(context, say('analysis.forecast.purpose'), shown.history.length),
    lang: context.lang,
    sections: [
      {
        key: 'forecast',
        title: say('analysis.forecast'),
        lead: leadOf(shown, context),
        charts: [monthChart(rows, context)],
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

function leadOf({ forecast }: ForecastShown, { say }: ReportContext): string {
  if ('code' in forecast) return say(forecast.code, forecast.params)
  return say('analysis.forecast.rule', {
    method: say(`analysis.forecast.${forecast.method}`),
    months: forecast.heldBack.length,
    error: forecast.error === null ? '—' : `${Math.round(forecast.error * 1000) / 10}%`,
  })
}

type MonthRow = readonly [month: string, actual: number | null, guess: number | null]

/** History with what would have been forecast for the months held back, then the coming months. */
function monthRows({ history, coming, forecast }: ForecastShown): MonthRow[] {
  const { heldBack, next } = 'code' in forecast ? { heldBack: [], next: [] } : forecast
  const firstHeld = history.length - heldBack.length
  return [
    ...history.map(({ month, amount }, i): MonthRow => [month, amount, rounded(heldBack[i - firstHeld]?.forecast)]),
    ...next.map((amount, i): MonthRow => [coming[i]!, null, Math.round(amount)]),
  ]
}

const rounded = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value))

function monthChart(rows: readonly MonthRow[], { say }: ReportContext): ReportChart {
  const inYuan = (value: number | null): number | null => (value === null ? null : yuan(value))
  return {
    key: 'forecast',
    title: say('analysis.forecast'),
    kind: 'line',
    labels: rows.map(([month]) => month),
    series: [
      { name: say('analysis.forecast.actual'), values: rows.map(([, actual]) => inYuan(actual)) },
      { name: say('analysis.forecast.guess'), values: rows.map(([, , guess]) => inYuan(guess)) },
    ],
    unit: say('report.yuan'),
  }
}
