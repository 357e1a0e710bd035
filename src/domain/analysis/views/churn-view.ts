import { type PurchaseColumns, stages } from '../../../model/analysis.ts'
import type { ReportTable, ReportView } from '../../../model/report.ts'
import { isoDay } from '../../expressions/days.ts'
import { dateColumn, lineSubtitle, moneyColumn, textColumn } from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import type { ChurnSettings, ChurnWarning } from '../churn.ts'
import type { Lifecycle } from '../lifecycle.ts'

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
export function churnView(shown: ChurnShown, context: ReportContext): ReportView {
  const { say } = context
  const { warnings, found, settings } = shown
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
        tables: [warningTable(shown, context)],
      },
    ],
  }
}

function warningTable({ columns, lifecycle, warnings, found }: ChurnShown, context: ReportContext): ReportTable {
  const { say } = context
  return {
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
  }
}
