import { countColumn, moneyColumn, share, shareColumn, textColumn, told, yuan } from '../parts.ts'
import type { ReportSpec } from '../spec.ts'
import { listView } from './view.ts'

/** L17 收集手段表: which way of collecting found how much, and how much of it holds. */
export const methodsReport: ReportSpec<'methods'> = {
  name: 'methods',
  list: 'L17',
  period: 'all',
  view: ({ rows }, context) => {
    const { say } = context
    const found = rows.reduce((sum, { customers }) => sum + customers, 0)
    const table = {
      key: 'methods',
      title: '',
      columns: [
        textColumn('method', say('report.method')),
        textColumn('source', say('report.source')),
        countColumn('customers', say('report.customers')),
        shareColumn('share', say('report.share')),
        countColumn('verified', say('report.verified')),
        countColumn('with_deals', say('report.with-deals')),
        moneyColumn('amount', say('report.amount'), context),
      ],
      rows: rows.map(({ method, source, customers, verified, withDeals, amount }) => [
        told(method, context),
        told(source, context),
        customers,
        share(customers, found),
        verified,
        withDeals,
        amount,
      ]),
      empty: say('report.no-customers'),
    }
    return listView(
      'methods',
      rows.length,
      [{ key: 'methods', title: say('report.methods.title'), tables: [table] }],
      context,
    )
  },
}

/** L20 资料库效益: what was spent on a source against what its customers brought. */
export const benefitReport: ReportSpec<'benefit'> = {
  name: 'benefit',
  list: 'L20',
  period: 'year',
  view: ({ rows }, context) => {
    const { say } = context
    const table = {
      key: 'benefit',
      title: '',
      columns: [
        textColumn('source', say('report.source')),
        countColumn('customers', say('report.customers')),
        moneyColumn('cost', say('report.cost'), context),
        countColumn('deals', say('report.deals')),
        moneyColumn('amount', say('report.amount'), context),
        { key: 'return', title: say('report.return'), type: 'number' as const },
      ],
      rows: rows.map(({ source, customers, cost, deals, amount }) => [
        told(source, context),
        customers,
        cost,
        deals,
        amount,
        cost === 0 ? null : Math.round((amount / cost) * 100) / 100,
      ]),
      empty: say('report.nothing'),
    }
    const chart = {
      key: 'benefit-chart',
      title: say('report.amount'),
      kind: 'bar' as const,
      labels: rows.map(({ source }) => told(source, context)),
      series: [
        { name: say('report.cost'), values: rows.map(({ cost }) => yuan(cost)) },
        { name: say('report.amount'), values: rows.map(({ amount }) => yuan(amount)) },
      ],
      unit: say('report.yuan'),
    }
    return listView(
      'benefit',
      rows.length,
      [{ key: 'benefit', title: say('report.benefit.title'), charts: [chart], tables: [table] }],
      context,
    )
  },
}

/** L18 数据字典: what is collected, why, and how closely it is kept. */
export const dictionaryReport: ReportSpec<'dictionary'> = {
  name: 'dictionary',
  list: 'L18',
  period: 'none',
  view: (lines, context) => {
    const { say } = context
    const groups = [...new Set(lines.map(({ group }) => group))]
    const columns = [
      textColumn('key', say('report.key')),
      textColumn('label', say('report.label')),
      textColumn('entity', say('report.entity')),
      textColumn('type', say('report.type')),
      textColumn('sensitivity', say('report.sensitivity')),
      textColumn('purpose', say('report.purpose')),
      textColumn('choices', say('report.choices')),
      countColumn('filled', say('report.filled'), false),
    ]
    const sections = groups.map((group) => ({
      key: `group-${group}`,
      title: group,
      tables: [
        {
          key: `group-${group}`,
          title: '',
          columns,
          rows: lines
            .filter((line) => line.group === group)
            .map(({ key, label, entity, type, sensitivity, purpose, choices, filled }) => [
              key,
              label,
              say(`report.entity.${entity}`),
              say(`report.type.${type}`),
              say(`report.sensitivity.${sensitivity}`),
              purpose,
              choices,
              filled,
            ]),
        },
      ],
    }))
    return listView('dictionary', lines.length, sections, context)
  },
}
