import type { ReportTable, ReportView } from '../../../model/report.ts'
import { countColumn, moneyColumn, subtitle, textColumn } from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import type { ReturnLine } from '../returns.ts'

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
