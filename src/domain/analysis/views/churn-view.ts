import type { ReportTable, ReportView } from '../../../model/report.ts'
import { lineSubtitle, moneyColumn, proseColumn, textColumn } from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import type { ChurnSettings, ChurnWarning } from '../churn.ts'

export interface ChurnShown {
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

function warningTable({ warnings, found }: ChurnShown, context: ReportContext): ReportTable {
  const { say } = context
  return {
    key: 'churn',
    title: say('analysis.churn'),
    // What the reasons tell (days, rhythms) takes no columns of its own: on a narrow screen they would cut the reasons.
    columns: [
      textColumn('code', say('report.code')),
      textColumn('name', say('report.customer'), 'name'),
      moneyColumn('amount', say('analysis.sales'), context, false),
      proseColumn('reasons', say('analysis.reasons')),
      textColumn('owner', say('report.owner')),
    ],
    rows: warnings.map(({ code, name, amount, reasons, owner }) => [
      code,
      name,
      amount,
      reasons.map((reason) => say(reason.code, reason.params)).join(say('analysis.reason-separator')),
      owner,
    ]),
    empty: say('analysis.churn.nobody'),
    ...(warnings.length < found
      ? { note: say('report.cut', { shown: String(warnings.length), total: String(found) }) }
      : {}),
  }
}
