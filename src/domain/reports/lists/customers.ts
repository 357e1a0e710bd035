import type { ReportChart, ReportTable } from '../../../model/report.ts'
import type { CustomerListFacts, FactName, GroupedListFacts } from '../../../model/report-facts.ts'
import {
  barColumn,
  countColumn,
  cutNote,
  moneyColumn,
  share,
  shareColumn,
  textColumn,
  tierLabel,
  told,
} from '../parts.ts'
import type { ReportContext, ReportSpec } from '../spec.ts'
import { type LineColumnName, lineTable } from './lines.ts'
import { listView } from './view.ts'

type PlainList = 'roster' | 'sales' | 'directory' | 'prospects'

/** A list of customers' lines in the order they come. */
function customerList<Name extends PlainList>(
  name: Name,
  list: string,
  columns: readonly LineColumnName[],
  period: ReportSpec['period'] = 'none',
): ReportSpec<Name> {
  const view = (facts: CustomerListFacts, context: ReportContext) =>
    listView(
      name,
      facts.total,
      [{ key: name, title: context.say(`report.${name}.title`), tables: [lines(name, columns, facts, context)] }],
      context,
    )
  return { name, list, period, view: view as ReportSpec<Name>['view'] }
}

function lines(
  key: FactName,
  columns: readonly LineColumnName[],
  facts: Pick<CustomerListFacts, 'rows' | 'total'>,
  context: ReportContext,
): ReportTable {
  return {
    key,
    title: '',
    ...lineTable(columns, facts.rows, context),
    empty: context.say('report.no-customers'),
    ...cutNote(facts.rows.length, facts.total, context),
  }
}

/** L1 客户名册: every customer in the order they were opened. */
export const rosterReport = customerList('roster', 'L1', [
  'openedOn',
  'code',
  'name',
  'phone',
  'tier',
  'owner',
  'source',
  'city',
  'deals',
  'amount',
  'lastContactOn',
])

/** L2 采购/销售额排序表 */
export const salesReport = customerList(
  'sales',
  'L2',
  ['code', 'name', 'amount', 'deals', 'average', 'lastDealOn', 'tier', 'owner', 'city'],
  'all',
)

/** L10 客户名录 */
export const directoryReport = customerList('directory', 'L10', [
  'code',
  'name',
  'contactName',
  'phone',
  'email',
  'address',
  'owner',
  'tier',
])

/** L12 潜在客户: nothing bought yet, the latest contact first. */
export const prospectsReport = customerList('prospects', 'L12', [
  'code',
  'name',
  'phone',
  'lastContactOn',
  'contacts',
  'source',
  'owner',
  'openedOn',
])

/** L3 客户等级分类表 */
export const tiersReport: ReportSpec<'tiers'> = {
  name: 'tiers',
  list: 'L3',
  period: 'none',
  view: (facts, context) =>
    groupedView('tiers', ['tier', 'code', 'name', 'owner', 'amount', 'deals', 'lastDealOn', 'city'], facts, context),
}

/** L4 客户地址分类表 */
export const addressesReport: ReportSpec<'addresses'> = {
  name: 'addresses',
  list: 'L4',
  period: 'none',
  view: (facts, context) =>
    groupedView(
      'addresses',
      ['province', 'city', 'district', 'code', 'name', 'address', 'phone', 'owner'],
      facts,
      context,
    ),
}

function groupedView(
  name: 'tiers' | 'addresses',
  columns: readonly LineColumnName[],
  facts: GroupedListFacts,
  context: ReportContext,
) {
  const { say } = context
  return listView(
    name,
    facts.total,
    [
      {
        key: 'groups',
        title: say('report.groups'),
        charts: [groupChart(name, facts, context)],
        tables: [groupTable(name, facts, context)],
      },
      { key: 'lines', title: say('report.lines'), tables: [lines(name, columns, facts, context)] },
    ],
    context,
  )
}

const groupName = (name: 'tiers' | 'addresses', group: string | null, context: ReportContext): string =>
  name === 'tiers' ? tierLabel(group, context) : told(group, context)

function groupTable(
  name: 'tiers' | 'addresses',
  { groups, total }: GroupedListFacts,
  context: ReportContext,
): ReportTable {
  const { say } = context
  const withParts = name === 'addresses'
  return {
    key: 'groups',
    title: '',
    columns: [
      textColumn('group', say(withParts ? 'report.province' : 'report.tier')),
      ...(withParts ? [textColumn('part', say('report.city'))] : []),
      countColumn('customers', say('report.customers')),
      shareColumn('share', say('report.share')),
      countColumn('deals', say('report.deals')),
      moneyColumn('amount', say('report.amount'), context),
      barColumn,
    ],
    rows: groups.map(({ group, part, customers, deals, amount }) => [
      groupName(name, group, context),
      ...(withParts ? [part] : []),
      customers,
      share(customers, total),
      deals,
      amount,
      customers,
    ]),
    empty: say('report.no-customers'),
  }
}

/** Bars that a reader can take in; the table has them all. */
const MOST_BARS = 15

/** Customers of each outer group, its parts put together: levels in their order, places with most customers first. */
function groupChart(name: 'tiers' | 'addresses', { groups }: GroupedListFacts, context: ReportContext): ReportChart {
  const sums = new Map<string, number>()
  for (const { group, customers } of groups) {
    const label = groupName(name, group, context)
    // Who has no address would dwarf every place; the table counts them.
    if (name === 'tiers' || group !== null) sums.set(label, (sums.get(label) ?? 0) + customers)
  }
  const bars = name === 'tiers' ? [...sums] : [...sums].sort(([, a], [, b]) => b - a).slice(0, MOST_BARS)
  return {
    key: 'groups',
    title: context.say('report.groups'),
    kind: 'bar',
    labels: bars.map(([label]) => label),
    series: [{ name: context.say('report.customers'), values: bars.map(([, count]) => count) }],
  }
}
