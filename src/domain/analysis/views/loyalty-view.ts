import type { ReportTable, ReportView } from '../../../model/report.ts'
import { countColumn, shareColumn, subtitle, textColumn } from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import type { Loyalty, Satisfaction } from '../loyalty.ts'

export interface LoyaltyShown {
  readonly customers: number
  readonly loyalty: Loyalty
  readonly rounds: readonly {
    readonly name: string
    readonly on: string
    readonly top: number
    readonly result: Satisfaction
  }[]
}

/** Do they come back, for how long, for how much; and what they answered when asked. */
export function loyaltyView({ customers, loyalty, rounds }: LoyaltyShown, context: ReportContext): ReportView {
  const { say } = context
  const figure = (key: string, value: number | null, type: 'integer' | 'percent') => ({
    key,
    title: say(`analysis.loyalty.${key}`),
    value,
    type,
  })
  return {
    key: 'loyalty',
    title: say('analysis.loyalty'),
    subtitle: subtitle(context, say('analysis.loyalty.purpose'), customers),
    lang: context.lang,
    sections: [
      {
        key: 'loyalty',
        title: say('analysis.loyalty'),
        figures: [
          figure('buyers', loyalty.buyers, 'integer'),
          figure('repeat', loyalty.repeatRate, 'percent'),
          figure('tenure', loyalty.tenureDays === null ? null : Math.round(loyalty.tenureDays), 'integer'),
          figure('repeat-share', loyalty.repeatShare, 'percent'),
          figure('referrers', loyalty.referrers, 'percent'),
        ],
        tables: [roundTable(rounds, context)],
      },
    ],
  }
}

function roundTable(rounds: LoyaltyShown['rounds'], { say }: ReportContext): ReportTable {
  return {
    key: 'rounds',
    title: say('analysis.loyalty.rounds'),
    columns: [
      textColumn('round', say('analysis.loyalty.round')),
      { key: 'on', title: say('analysis.day'), type: 'date' },
      countColumn('answers', say('analysis.loyalty.answers'), false),
      { key: 'mean', title: say('analysis.loyalty.mean'), type: 'number' },
      countColumn('top', say('analysis.loyalty.top'), false),
      shareColumn('satisfied', say('analysis.loyalty.satisfied')),
      { key: 'nps', title: 'NPS', type: 'integer' },
    ],
    rows: rounds.map(({ name, on, top, result }) => [
      name,
      on,
      result.answers,
      result.mean === null ? null : Math.round(result.mean * 100) / 100,
      top,
      result.satisfied,
      result.promoterScore,
    ]),
    empty: say('analysis.loyalty.none'),
  }
}
