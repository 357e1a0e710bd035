import type { PurchaseColumns } from '../../../model/analysis.ts'
import type { ReportTable, ReportView } from '../../../model/report.ts'
import { isoDay } from '../../expressions/days.ts'
import { countColumn, dateColumn, moneyColumn, share, shareColumn, subtitle, textColumn } from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import { type Rfm, rfmGroups } from '../rfm.ts'

export interface RfmShown {
  readonly columns: PurchaseColumns
  readonly rfm: Rfm
  /** Rows of customers told by name, best first, with what they are called. */
  readonly named: readonly { readonly row: number; readonly code: string; readonly name: string }[]
}

/** RFM: the cut-offs that were used, customers by group, by recency and frequency, and the best by name. */
export function rfmView(shown: RfmShown, context: ReportContext): ReportView {
  const { say } = context
  const { columns, rfm } = shown
  return {
    key: 'rfm',
    title: say('analysis.rfm'),
    subtitle: subtitle(context, say('analysis.rfm.purpose'), columns.count),
    lang: context.lang,
    sections: [
      {
        key: 'rfm',
        title: say('analysis.rfm'),
        lead: say(rfm.chosen ? 'analysis.rfm.chosen' : 'analysis.rfm.computed'),
        figures: [
          { key: 'buyers', title: say('analysis.buyers'), value: rfm.buyers, type: 'integer' },
          { key: 'mean-recency', title: say('analysis.mean-recency'), value: round(rfm.mean.recency), type: 'number' },
          {
            key: 'mean-frequency',
            title: say('analysis.mean-frequency'),
            value: round(rfm.mean.frequency),
            type: 'number',
          },
          { key: 'mean-money', title: say('analysis.mean-money'), value: round(rfm.mean.money), type: 'number' },
        ],
        tables: [
          cutsTable(rfm, context),
          groupTable(shown, context),
          gridTable(rfm, context),
          namedTable(shown, context),
        ],
      },
    ],
  }
}

const round = (value: number): number => Math.round(value * 100) / 100

function cutsTable({ cuts }: Rfm, { say }: ReportContext): ReportTable {
  const most = Math.max(cuts.recencyDays.length, cuts.frequency.length, cuts.money.length)
  const spans = (values: readonly number[], at: number): string | null => {
    if (at > values.length) return null
    const [from, to] = [values[at - 1], values[at]]
    if (from !== undefined && to !== undefined && from >= to) return '—'
    const lower = from === undefined ? '' : `> ${from.toLocaleString('en-US')}`
    const upper = to === undefined ? '' : `≤ ${to.toLocaleString('en-US')}`
    return [lower, upper].filter((part) => part !== '').join(' · ')
  }
  const yuan = cuts.money.map((fen) => fen / 100)
  return {
    key: 'cuts',
    title: say('analysis.cuts'),
    columns: [
      { key: 'score', title: say('analysis.score'), type: 'integer' },
      textColumn('recency', say('analysis.recency-days')),
      textColumn('frequency', say('analysis.frequency-days')),
      textColumn('money', say('analysis.money-yuan')),
    ],
    rows: Array.from({ length: most + 1 }, (_, i) => {
      const score = most + 1 - i
      const recency = i > cuts.recencyDays.length ? null : spans(cuts.recencyDays, i)
      return [score, recency, spans(cuts.frequency, score - 1), spans(yuan, score - 1)]
    }),
    note: say('analysis.cuts-note'),
  }
}

function groupTable({ columns, rfm }: RfmShown, context: ReportContext): ReportTable {
  const { say } = context
  const counts = new Array<number>(rfmGroups.length).fill(0)
  const sums = new Array<number>(rfmGroups.length).fill(0)
  for (let row = 0; row < columns.count; row++) {
    counts[rfm.group[row]!]! += 1
    sums[rfm.group[row]!]! += columns.amount[row]!
  }
  return {
    key: 'groups',
    title: say('analysis.rfm.groups'),
    columns: [
      textColumn('group', say('analysis.group')),
      countColumn('customers', say('analysis.customers')),
      shareColumn('share', say('analysis.share')),
      moneyColumn('amount', say('analysis.sales'), context),
    ],
    rows: rfmGroups.map((group, at) => [
      say(`rfm.${group}`),
      counts[at]!,
      share(counts[at]!, columns.count),
      sums[at]!,
    ]),
  }
}

/** Customers by recency (down) and frequency (across). */
function gridTable(rfm: Rfm, { say }: ReportContext): ReportTable {
  const scores = Array.from({ length: 5 }, (_, i) => i + 1)
  const cells = new Map<number, number>()
  rfm.recency.forEach((recency, row) => {
    if (recency === 0) return
    const key = recency * 10 + rfm.frequency[row]!
    cells.set(key, (cells.get(key) ?? 0) + 1)
  })
  return {
    key: 'grid',
    title: say('analysis.rfm.grid'),
    columns: [textColumn('recency', 'R \\ F'), ...scores.map((score) => countColumn(`f${score}`, `F${score}`))],
    rows: scores.toReversed().map((r) => [`R${r}`, ...scores.map((f) => cells.get(r * 10 + f) ?? 0)]),
  }
}

function namedTable({ columns, rfm, named }: RfmShown, context: ReportContext): ReportTable {
  const { say } = context
  return {
    key: 'customers',
    title: say('analysis.rfm.customers'),
    columns: [
      textColumn('code', say('report.code')),
      textColumn('name', say('report.customer'), 'name'),
      textColumn('scores', 'R-F-M'),
      textColumn('group', say('analysis.group')),
      dateColumn('last', say('analysis.last-purchase')),
      countColumn('days', say('analysis.purchase-days'), false),
      moneyColumn('amount', say('analysis.sales'), context, false),
    ],
    rows: named.map(({ row, code, name }) => [
      code,
      name,
      `${rfm.recency[row]}-${rfm.frequency[row]}-${rfm.money[row]}`,
      say(`rfm.${rfmGroups[rfm.group[row]!]}`),
      isoDay(columns.lastOn[row]!),
      columns.days[row]!,
      columns.amount[row]!,
    ]),
    empty: say('analysis.nobody-bought'),
  }
}
