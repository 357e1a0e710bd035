import { type PurchaseColumns, stages } from '../../../model/analysis.ts'
import type { ReportView } from '../../../model/report.ts'
import { isoDay } from '../../expressions/days.ts'
import {
  countColumn,
  dateColumn,
  lineSubtitle,
  moneyColumn,
  share,
  shareColumn,
  subtitle,
  textColumn,
} from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import type { ChurnSettings, ChurnWarning } from '../churn.ts'
import { type Lifecycle, type LifecycleSettings, lifecycleDefaults } from '../lifecycle.ts'

/** Customers by stage of their life, with the rhythm that was taken and the limits. */
export function stagesView(
  { columns, lifecycle }: { readonly columns: PurchaseColumns; readonly lifecycle: Lifecycle },
  context: ReportContext,
  settings: LifecycleSettings = lifecycleDefaults,
): ReportView {
  const { say } = context
  const sums = new Array<number>(stages.length).fill(0)
  for (let row = 0; row < columns.count; row++) sums[lifecycle.stage[row]!]! += columns.amount[row]!
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
        charts: [
          {
            key: 'stages',
            title: say('analysis.stages'),
            kind: 'bar',
            labels: stages.map((stage) => say(`stage.${stage}`)),
            series: [{ name: say('analysis.customers'), values: lifecycle.counts }],
          },
        ],
        tables: [
          {
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
          },
        ],
      },
    ],
  }
}

export interface ChurnShown {
  readonly columns: PurchaseColumns
  readonly lifecycle: Lifecycle
  readonly warnings: readonly (ChurnWarning & {
    readonly code: string
    readonly name: string
    readonly owner: string | null
  })[]
  /** All that were found, shown or not. */
  readonly found: number
  readonly settings: ChurnSettings
}

/** Who stays away longer than is their habit, with most at stake first, each with its reasons: the list for winning back. */
export function churnView(
  { columns, lifecycle, warnings, found, settings }: ChurnShown,
  context: ReportContext,
): ReportView {
  const { say } = context
  return {
    key: 'churn',
    title: say('analysis.churn'),
    subtitle: lineSubtitle(context, say('analysis.churn.purpose'), found),
    lang: context.lang,
    sections: [
      {
        key: 'churn',
        title: say('analysis.churn'),
        lead: say('analysis.churn.rule', { after: settings.warnAfter, silent: settings.silentDays }),
        figures: [
          { key: 'found', title: say('analysis.churn.found'), value: found, type: 'integer' },
          {
            key: 'at-stake',
            title: say('analysis.churn.at-stake'),
            value: warnings.reduce((sum, { amount }) => sum + amount, 0),
            type: 'money',
          },
        ],
        tables: [
          {
            key: 'churn',
            title: say('analysis.churn'),
            columns: [
              textColumn('code', say('report.code')),
              textColumn('name', say('report.customer'), 'name'),
              textColumn('owner', say('report.owner')),
              moneyColumn('amount', say('analysis.sales'), context, false),
              dateColumn('last', say('analysis.last-purchase')),
              textColumn('reasons', say('analysis.reasons')),
              textColumn('stage', say('analysis.stage')),
              { key: 'overdue', title: say('analysis.overdue'), type: 'number' },
            ],
            rows: warnings.map((each) => [
              each.code,
              each.name,
              each.owner,
              each.amount,
              isoDay(columns.lastOn[each.row]!),
              each.reasons.map(({ code, params }) => say(code, params)).join(say('analysis.reason-separator')),
              say(`stage.${stages[lifecycle.stage[each.row]!]}`),
              Math.round(each.overdue * 10) / 10,
            ]),
            empty: say('analysis.churn.nobody'),
            ...(warnings.length < found
              ? { note: say('report.cut', { shown: String(warnings.length), total: String(found) }) }
              : {}),
          },
        ],
      },
    ],
  }
}
