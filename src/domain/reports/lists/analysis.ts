import type { ReportSection, ReportTable, ReportView } from '../../../model/report.ts'
import type { AnalysisFacts, Tally } from '../../../model/report-facts.ts'
import { barColumn, countColumn, moneyColumn, share, shareColumn, textColumn, tierLabel, told, yuan } from '../parts.ts'
import type { ReportContext, ReportSpec } from '../spec.ts'
import { listView } from './view.ts'

const traits = new Set([
  'kind',
  'gender',
  'age-band',
  'occupation',
  'education',
  'province',
  'source',
  'industry',
  'tier',
  'lifecycle',
  'income',
])
/** More values than this are put together: the tail of a spread says little. */
const valuesShown = 15

/** L15 客户信息分析报告: the whole picture with trends and purchases. */
export const analysisReport: ReportSpec<'analysis'> = {
  name: 'analysis',
  list: 'L15',
  period: 'year',
  view: (facts, context) =>
    analysisView(
      'analysis',
      facts,
      [overview(facts, context), trend(facts, context), purchases(facts, context), spreads(facts, context)],
      context,
    ),
}

/** L19 客户画像: who the customers are, trait by trait. */
export const portraitReport: ReportSpec<'portrait'> = {
  name: 'portrait',
  list: 'L19',
  period: 'none',
  view: (facts, context) =>
    analysisView(
      'portrait',
      facts,
      [overview(facts, context), spreads(facts, context), purchases(facts, context)],
      context,
    ),
}

const analysisView = (
  name: 'analysis' | 'portrait',
  facts: AnalysisFacts,
  sections: readonly ReportSection[],
  context: ReportContext,
): ReportView => listView(name, facts.customers, sections, context)

function overview({ customers, withDeals, returning, amount }: AnalysisFacts, { say }: ReportContext): ReportSection {
  return {
    key: 'overview',
    title: say('report.overview'),
    figures: [
      { key: 'customers', title: say('report.customers'), value: customers, type: 'integer' },
      { key: 'with_deals', title: say('report.with-deals'), value: withDeals, type: 'integer' },
      { key: 'returning', title: say('report.returning'), value: returning, type: 'integer' },
      { key: 'return_rate', title: say('report.return-rate'), value: share(returning, withDeals), type: 'percent' },
      { key: 'amount', title: say('report.amount'), value: amount, type: 'money' },
    ],
  }
}

function trend({ newByMonth }: AnalysisFacts, context: ReportContext): ReportSection {
  const { say } = context
  return {
    key: 'trend',
    title: say('report.trend'),
    charts: [
      {
        key: 'new-trend',
        title: say('report.number.customersNew'),
        kind: 'line',
        labels: newByMonth.map(({ month }) => month),
        series: [{ name: say('report.number.customersNew'), values: newByMonth.map(({ customers }) => customers) }],
      },
      {
        key: 'sales-trend',
        title: say('report.trend.sales'),
        kind: 'bar',
        labels: newByMonth.map(({ month }) => month),
        series: [{ name: say('report.amount'), values: newByMonth.map(({ amount }) => yuan(amount)) }],
        unit: say('report.yuan'),
      },
    ],
    tables: [
      {
        key: 'months',
        title: '',
        columns: [
          textColumn('month', say('report.month')),
          countColumn('customers', say('report.number.customersNew')),
          countColumn('deals', say('report.deals')),
          moneyColumn('amount', say('report.amount'), context),
        ],
        rows: newByMonth.map(({ month, customers, deals, amount }) => [month, customers, deals, amount]),
        empty: say('report.nothing'),
      },
    ],
  }
}

function purchases(facts: AnalysisFacts, context: ReportContext): ReportSection {
  const { say } = context
  const tables = (['product', 'channel', 'payment'] as const).map((by): ReportTable => {
    const rows = facts.purchases.filter((purchase) => purchase.by === by)
    return {
      key: `by-${by}`,
      title: say(`report.${by}`),
      columns: [
        textColumn(by, say(`report.${by}`)),
        countColumn('deals', say('report.deals')),
        moneyColumn('amount', say('report.amount'), context),
        barColumn,
      ],
      rows: rows.map(({ key, deals, amount }) => [told(key, context), deals, amount, amount]),
      empty: say('report.top.none'),
    }
  })
  return { key: 'purchases', title: say('report.purchases'), tables }
}

function spreads(facts: AnalysisFacts, context: ReportContext): ReportSection {
  const { say, fieldName } = context
  const tables = facts.spreads.map(({ trait, tallies }): ReportTable => {
    const title = traits.has(trait) ? say(`report.trait.${trait}`) : fieldName(trait)
    return {
      key: `spread-${trait}`,
      title,
      columns: [
        textColumn('value', title),
        countColumn('customers', say('report.customers')),
        shareColumn('share', say('report.share')),
        barColumn,
      ],
      rows: gathered(tallies, context).map(({ key, count }) => [
        valueName(trait, key, context),
        count,
        share(count, facts.customers),
        count,
      ]),
      empty: say('report.nothing'),
    }
  })
  return { key: 'spreads', title: say('report.spreads'), tables }
}

const values: Readonly<Record<string, ReadonlySet<string>>> = {
  kind: new Set(['person', 'org']),
  gender: new Set(['M', 'F']),
}

function valueName(trait: string, key: string | null, context: ReportContext): string {
  if (trait === 'tier') return tierLabel(key, context)
  if (key !== null && values[trait]?.has(key) === true) return context.say(`report.value.${key}`)
  return told(key, context)
}

/** The commonest values, and one line for all the others; "not told" keeps its own. */
function gathered(tallies: readonly Tally[], { say }: ReportContext): Tally[] {
  const telling = tallies.filter(({ key }) => key !== null)
  const rest = telling.slice(valuesShown)
  return [
    ...telling.slice(0, valuesShown),
    ...(rest.length === 0
      ? []
      : [
          {
            key: say('report.rest-of', { count: rest.length }),
            count: rest.reduce((sum, { count }) => sum + count, 0),
          },
        ]),
    ...tallies.filter(({ key }) => key === null),
  ]
}
