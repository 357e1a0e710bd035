import type { ReportSection } from '../../model/report.ts'
import type { WeeklyFacts } from '../../model/report-facts.ts'
import { barColumn, countColumn, textColumn } from './parts.ts'
import type { ReportContext } from './spec.ts'

/** Duplicates that wait, and what the checks found by rule. */
export function qualitySection({ findings, waiting }: WeeklyFacts, context: ReportContext): ReportSection {
  const { say, ruleName } = context
  const open = findings.reduce((sum, finding) => sum + finding.open, 0)
  const found = findings.reduce((sum, finding) => sum + finding.found, 0)
  const closed = findings.reduce((sum, finding) => sum + finding.closed, 0)
  return {
    key: 'quality',
    title: say('report.quality'),
    figures: [
      { key: 'pairs_open', title: say('report.quality.pairs'), value: waiting.pairsToReview, type: 'integer' },
      {
        key: 'findings_open',
        title: say('report.quality.open'),
        value: open,
        type: 'integer',
        change: found - closed,
        changeOf: say('report.against.start'),
      },
    ],
    tables: [
      {
        key: 'findings',
        title: say('report.quality.by-rule'),
        columns: [
          textColumn('severity', say('report.severity')),
          textColumn('rule', say('report.rule')),
          countColumn('open', say('report.open')),
          countColumn('found', say('report.found')),
          countColumn('closed', say('report.closed')),
          barColumn,
        ],
        rows: findings.map((finding) => [
          say(`report.severity.${finding.severity}`),
          ruleName(finding.rule),
          finding.open,
          finding.found,
          finding.closed,
          finding.open,
        ]),
        empty: say('report.quality.none'),
      },
    ],
  }
}
