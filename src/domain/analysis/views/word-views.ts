import type { ReportView } from '../../../model/report.ts'
import { countColumn, lineSubtitle, shareColumn, textColumn, told } from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import type { Keyword } from '../keywords.ts'

/** What complaints, suggestions or talks are about, by the words most of them have. */
export function keywordsView(
  { words, texts, least }: { readonly words: readonly Keyword[]; readonly texts: number; readonly least: number },
  context: ReportContext,
): ReportView {
  const { say } = context
  return {
    key: 'keywords',
    title: say('analysis.keywords'),
    subtitle: lineSubtitle(context, say('analysis.keywords.purpose'), texts),
    lang: context.lang,
    sections: [
      {
        key: 'keywords',
        title: say('analysis.keywords'),
        lead: say('analysis.keywords.rule', { least }),
        tables: [
          {
            key: 'keywords',
            title: say('analysis.keywords'),
            columns: [
              textColumn('word', say('analysis.word')),
              countColumn('texts', say('analysis.texts'), false),
              shareColumn('share', say('analysis.share')),
            ],
            rows: words.map(({ word, texts: count, share }) => [word, count, share]),
            empty: say('analysis.keywords.none'),
          },
        ],
      },
    ],
  }
}

export interface DemandCount {
  readonly class: string | null
  readonly month: string
  readonly count: number
}

/** Demand by class and month, and by grade. */
export function demandView(
  {
    counts,
    grades,
  }: {
    readonly counts: readonly DemandCount[]
    readonly grades: readonly { readonly grade: string; readonly stage: string; readonly count: number }[]
  },
  context: ReportContext,
): ReportView {
  const { say } = context
  const months = [...new Set(counts.map(({ month }) => month))].sort().slice(-12)
  const classes = [...new Set(counts.map((each) => each.class))]
  const cell = (name: string | null, month: string): number =>
    counts.filter((each) => each.class === name && each.month === month).reduce((sum, { count }) => sum + count, 0)
  return {
    key: 'demand',
    title: say('analysis.demand'),
    subtitle: lineSubtitle(
      context,
      say('analysis.demand.purpose'),
      counts.reduce((sum, { count }) => sum + count, 0),
    ),
    lang: context.lang,
    sections: [
      {
        key: 'demand',
        title: say('analysis.demand'),
        tables: [
          {
            key: 'classes',
            title: say('analysis.demand.classes'),
            columns: [
              textColumn('class', say('analysis.demand.class')),
              ...months.map((month) => countColumn(month, month)),
            ],
            rows: classes.map((name) => [told(name, context), ...months.map((month) => cell(name, month))]),
            empty: say('analysis.demand.none'),
          },
          {
            key: 'grades',
            title: say('analysis.demand.grades'),
            columns: [
              textColumn('grade', say('analysis.demand.grade')),
              textColumn('stage', say('analysis.demand.stage')),
              countColumn('count', say('analysis.texts')),
            ],
            rows: grades.map(({ grade, stage, count }) => [grade, stage, count]),
            empty: say('analysis.demand.none'),
          },
        ],
      },
    ],
  }
}
