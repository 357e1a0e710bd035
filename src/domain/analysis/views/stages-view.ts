import { type PurchaseColumns, stages } from '../../../model/analysis.ts'
import type { ReportChart, ReportTable, ReportView } from '../../../model/report.ts'
import { countColumn, moneyColumn, share, shareColumn, subtitle, textColumn } from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import { type Lifecycle, type LifecycleSettings, lifecycleDefaults } from '../lifecycle.ts'

interface StagesShown {
  readonly columns: PurchaseColumns
  readonly lifecycle: Lifecycle
}

/** Customers by stage of their life, with the rhythm that was taken and the limits. */
export function stagesView(
  shown: StagesShown,
  context: ReportContext,
  settings: LifecycleSettings = lifecycleDefaults,
): ReportView {
  const { say } = context
  const { columns, lifecycle } = shown
  return {
    key: 'stages',
    title: say('analysis.stages'),
    subtitle: subtitle(context, say('analysis.stages.purpose'), columns.count),
    lang: context.lang,
    sections: [
      {
        key: 'stages',
        title: say('analysis.stages'),
        lead: say('analysis.stages.rule', {
          sleeping: settings.sleepingAfter,
          lost: settings.lostAfter,
          mature: settings.matureFrom,
          shortest: settings.shortestRhythm,
        }),
        figures: [
          {
            key: 'rhythm',
            title: say('analysis.typical-rhythm'),
            value: Math.round(lifecycle.typical),
            type: 'integer',
          },
        ],
        charts: [stageChart(shown, context)],
        tables: [stageTable(shown, context)],
      },
    ],
  }
}

const stageChart = ({ lifecycle }: StagesShown, { say }: ReportContext): ReportChart => ({
  key: 'stages',
  title: say('analysis.stages'),
  kind: 'bar',
  labels: stages.map((stage) => say(`stage.${stage}`)),
  series: [{ name: say('analysis.customers'), values: lifecycle.counts }],
})

function stageTable({ columns, lifecycle }: StagesShown, context: ReportContext): ReportTable {
  const { say } = context
  const sums = new Array<number>(stages.length).fill(0)
  for (let row = 0; row < columns.count; row++) sums[lifecycle.stage[row]!]! += columns.amount[row]!
  return {
    key: 'stages',
    title: say('analysis.stages'),
    columns: [
      textColumn('stage', say('analysis.stage')),
      countColumn('customers', say('analysis.customers')),
      shareColumn('share', say('analysis.share')),
      moneyColumn('amount', say('analysis.sales'), context),
    ],
    rows: stages.map((stage, at) => [
      say(`stage.${stage}`),
      lifecycle.counts[at]!,
      share(lifecycle.counts[at]!, columns.count),
      sums[at]!,
    ]),
  }
}
