import type { ReportSection, ReportTable } from '../../model/report.ts'
import type { PeriodNumbers, WeeklyFacts } from '../../model/report-facts.ts'
import { countColumn, moneyColumn, share, textColumn, yuan } from './parts.ts'
import type { Pace, ReportContext } from './spec.ts'

const counted = [
  'customersNew',
  'contacts',
  'visits',
  'deals',
  'valuesChanged',
  'customersMerged',
  'customersArchived',
  'tierUps',
  'tierDowns',
] as const satisfies readonly (keyof PeriodNumbers)[]

/** Large figures, the trend, and every number held against the period before and a year ago. */
export function overviewSection(pace: Pace, facts: WeeklyFacts, context: ReportContext): ReportSection {
  const { say } = context
  const { numbers, before, history } = facts
  const changeOf = say(`report.against.${pace}`)
  const figure = (key: 'customersNew' | 'contacts' | 'visits' | 'deals' | 'sales', type: 'integer' | 'money') => ({
    key,
    title: say(`report.number.${key}`),
    value: numbers[key],
    type,
    change: numbers[key] - before[key],
    changeOf,
  })
  const periods = [...history.map(({ period }) => period), context.period?.name ?? '']
  const series = (pick: (each: PeriodNumbers) => number, key: string) => ({
    name: say(`report.number.${key}`),
    values: [...history.map((each) => pick(each.numbers)), pick(numbers)],
  })
  return {
    key: 'overview',
    title: say(`report.overview.${pace}`),
    figures: [
      figure('customersNew', 'integer'),
      figure('contacts', 'integer'),
      figure('visits', 'integer'),
      figure('deals', 'integer'),
      figure('sales', 'money'),
    ],
    charts:
      history.length === 0
        ? []
        : [
            {
              key: 'trend',
              title: say(`report.trend.${pace}`),
              kind: 'line',
              labels: periods,
              series: [
                series(({ customersNew }) => customersNew, 'customersNew'),
                series(({ contacts }) => contacts, 'contacts'),
              ],
            },
            {
              key: 'sales-trend',
              title: say('report.trend.sales'),
              kind: 'bar',
              labels: periods,
              series: [series(({ sales }) => yuan(sales), 'sales')],
              unit: say('report.yuan'),
            },
          ],
    tables: [countTable(pace, facts, context), moneyTable(pace, facts, context)],
  }
}

function countTable(pace: Pace, { numbers, before, yearAgo }: WeeklyFacts, { say }: ReportContext): ReportTable {
  return {
    key: 'comparison',
    title: say('report.comparison'),
    columns: [
      textColumn('what', say('report.what')),
      countColumn('now', say(`report.now.${pace}`), false),
      countColumn('before', say(`report.before.${pace}`), false),
      countColumn('change', say('report.change'), false),
      countColumn('year_ago', say(`report.year-ago.${pace}`), false),
      countColumn('year_change', say('report.year-change'), false),
    ],
    rows: counted.map((key) => [
      say(`report.number.${key}`),
      numbers[key],
      before[key],
      numbers[key] - before[key],
      yearAgo[key],
      numbers[key] - yearAgo[key],
    ]),
  }
}

function moneyTable(pace: Pace, { numbers, before, yearAgo }: WeeklyFacts, context: ReportContext): ReportTable {
  const { say } = context
  const average = ({ sales, deals }: PeriodNumbers): number | null => {
    const mean = share(sales, deals)
    return mean === null ? null : Math.round(mean)
  }
  const less = (one: number | null, other: number | null): number | null =>
    one === null || other === null ? null : one - other
  const row = (key: string, pick: (each: PeriodNumbers) => number | null) => {
    const [now, last, ago] = [pick(numbers), pick(before), pick(yearAgo)]
    return [say(`report.number.${key}`), now, last, less(now, last), ago, less(now, ago)]
  }
  return {
    key: 'money',
    title: say('report.money'),
    columns: [
      textColumn('what', say('report.what')),
      moneyColumn('now', say(`report.now.${pace}`), context, false),
      moneyColumn('before', say(`report.before.${pace}`), context, false),
      moneyColumn('change', say('report.change'), context, false),
      moneyColumn('year_ago', say(`report.year-ago.${pace}`), context, false),
      moneyColumn('year_change', say('report.year-change'), context, false),
    ],
    rows: [row('sales', ({ sales }) => sales), row('averageDeal', average)],
  }
}
