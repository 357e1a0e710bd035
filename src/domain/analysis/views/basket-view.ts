import type { ProductPair } from '../../../model/analysis.ts'
import type { ReportTable, ReportView } from '../../../model/report.ts'
import { countColumn, lineSubtitle, shareColumn, textColumn } from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import type { CrossSellSettings } from '../cross-sell.ts'

export interface CrossSellShown {
  readonly pairs: readonly ProductPair[]
  readonly settings: CrossSellSettings
  readonly buyers: number
  readonly products: number
  /** What to offer one customer, where one was named. */
  readonly offers?: { readonly name: string; readonly owned: readonly string[]; readonly pairs: readonly ProductPair[] }
}

/** What goes with what, and what to offer a customer; the least counts are told, and pairs below them left out. */
export function crossSellView(
  { pairs, settings, buyers, products, offers }: CrossSellShown,
  context: ReportContext,
): ReportView {
  const { say } = context
  const shown = offers?.pairs ?? pairs
  const title = offers === undefined ? say('analysis.cross-sell') : say('analysis.offers', { name: offers.name })
  return {
    key: 'cross-sell',
    title,
    subtitle: lineSubtitle(context, say('analysis.cross-sell.purpose'), shown.length),
    lang: context.lang,
    sections: [
      {
        key: 'cross-sell',
        title,
        lead: say('analysis.cross-sell.rule', {
          both: settings.leastBoth,
          each: settings.leastEach,
          confidence: Math.round(settings.leastConfidence * 100),
          lift: settings.leastLift,
        }),
        figures: [
          { key: 'buyers', title: say('analysis.buyers'), value: buyers, type: 'integer' },
          { key: 'products', title: say('analysis.products'), value: products, type: 'integer' },
          ...(offers === undefined
            ? []
            : [{ key: 'owned', title: say('analysis.owned'), value: offers.owned.join(', '), type: 'text' as const }]),
        ],
        tables: [pairTable(shown, context)],
      },
    ],
  }
}

const pairTable = (pairs: readonly ProductPair[], { say }: ReportContext): ReportTable => ({
  key: 'pairs',
  title: say('analysis.cross-sell'),
  columns: [
    textColumn('a', say('analysis.pair.a')),
    textColumn('b', say('analysis.pair.b')),
    countColumn('both', say('analysis.pair.both'), false),
    shareColumn('support', say('analysis.pair.support')),
    shareColumn('confidence', say('analysis.pair.confidence')),
    { key: 'lift', title: say('analysis.pair.lift'), type: 'number' },
  ],
  rows: pairs.map(({ a, b, both, support, confidence, lift }) => [
    a,
    b,
    both,
    support,
    confidence,
    Math.round(lift * 100) / 100,
  ]),
  empty: say('analysis.pair.none'),
})
