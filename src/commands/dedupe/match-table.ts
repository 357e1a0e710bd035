import { budgetOf } from '../../domain/matching/budget.ts'
import { beginMatch, finishMatch } from '../../domain/matching/match.ts'
import type { Matcher } from '../../domain/matching/matcher.ts'
import { type ComparedPart, compareRange, withoutTexts } from '../../domain/matching/parts.ts'
import { compareInThreads } from '../../files/compare-in-threads.ts'
import type { MatchOptions, MatchResult, MatchTable, PairBudget } from '../../model/matching.ts'
import type { Context } from '../context.ts'
import { openStages } from './progress.ts'

/** Smaller tables are compared before a thread has started. */
const threadedFrom = 20_000

export interface MatchedTable {
  readonly result: MatchResult
  /** The table as it was read for comparing: to explain pairs with. */
  readonly matcher: Matcher
  readonly budget: PairBudget
}

/**
 * Finds the duplicates of a table, with its progress on standard error; large tables are compared by threads.
 *
 * `told` hears what the comparison will cost before it begins, and may stop it by throwing.
 */
export async function matchTable(
  ctx: Context,
  table: MatchTable,
  options: MatchOptions,
  told: (budget: PairBudget) => void = () => {},
): Promise<MatchedTable> {
  const stages = openStages(ctx)
  try {
    const begun = beginMatch(table, { ...options, progress: stages.told })
    const { job, matcher } = begun
    const budget = budgetOf(matcher)
    stages.end()
    told(budget)
    const parts =
      table.size < threadedFrom
        ? [compareRange(job, matcher.layout, 0, table.size)]
        : await compareInThreads<ComparedPart>(withoutTexts(job), table.size)
    return { result: finishMatch(begun, parts), matcher, budget }
  } finally {
    stages.end()
  }
}
