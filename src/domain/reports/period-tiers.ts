import type { ReportSection, ReportTable } from '../../model/report.ts'
import type { WeeklyFacts } from '../../model/report-facts.ts'
import { barColumn, countColumn, cutNote, dateColumn, share, shareColumn, textColumn, tierLabel } from './parts.ts'
import type { ReportContext } from './spec.ts'

/** Who went up and down, and how the customers spread over the tiers now. */
export function tiersSection(facts: WeeklyFacts, context: ReportContext): ReportSection {
  const { say } = context
  const { tiers } = facts
  return {
    key: 'tiers',
    title: say('report.tiers'),
    charts: [
      {
        key: 'tier-sizes',
        title: say('report.tiers.now'),
        kind: 'bar',
        labels: tiers.map(({ key }) => tierLabel(key, context)),
        series: [{ name: say('report.customers'), values: tiers.map(({ count }) => count) }],
      },
    ],
    tables: [sizesTable(facts, context), moveCountsTable(facts, context), movesTable(facts, context)],
  }
}

function sizesTable({ tiers, customersTotal }: WeeklyFacts, context: ReportContext): ReportTable {
  const { say } = context
  return {
    key: 'tier-sizes',
    title: say('report.tiers.now'),
    columns: [
      textColumn('tier', say('report.tier')),
      countColumn('customers', say('report.customers')),
      shareColumn('share', say('report.share')),
      barColumn,
    ],
    rows: tiers.map(({ key, count }) => [tierLabel(key, context), count, share(count, customersTotal), count]),
    empty: say('report.tiers.none'),
  }
}

function moveCountsTable({ tierMoveCounts }: WeeklyFacts, context: ReportContext): ReportTable {
  const { say } = context
  return {
    key: 'tier-move-counts',
    title: say('report.tiers.move-counts'),
    columns: [
      textColumn('from', say('report.from')),
      textColumn('to', say('report.to')),
      countColumn('count', say('report.customers')),
    ],
    rows: tierMoveCounts.map(({ from, to, count }) => [tierLabel(from, context), tierLabel(to, context), count]),
    empty: say('report.tiers.no-moves'),
  }
}

function movesTable({ tierMoves, tierMoveCounts }: WeeklyFacts, context: ReportContext): ReportTable {
  const { say } = context
  const moved = tierMoveCounts.reduce((sum, { from, count }) => sum + (from === null ? 0 : count), 0)
  return {
    key: 'tier-moves',
    title: say('report.tiers.moves'),
    columns: [
      textColumn('code', say('report.code')),
      textColumn('name', say('report.customer'), 'name'),
      textColumn('from', say('report.from')),
      textColumn('to', say('report.to')),
      textColumn('clause', say('report.clause')),
      dateColumn('on', say('report.day')),
    ],
    rows: tierMoves.map(({ code, name, from, to, clause, on }) => [
      ...[code, name, tierLabel(from, context), tierLabel(to, context)],
      ...[clause, on],
    ]),
    empty: say('report.tiers.no-moves'),
    ...cutNote(tierMoves.length, moved, context),
  }
}
