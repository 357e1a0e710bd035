import { beginMatch, finishMatch } from '../../domain/matching/match.ts'
import type { Matcher } from '../../domain/matching/matcher.ts'
import { type ComparedPart, compareRange, withoutTexts } from '../../domain/matching/parts.ts'
import { compareInThreads } from '../../files/compare-in-threads.ts'
import type { MatchOptions, MatchResult, MatchTable } from '../../model/matching.ts'
import type { Context } from '../context.ts'
import { openStages } from './progress.ts'

/** Smaller tables are compared before a thread has started. */
const threadedFrom = 20_000

export interface MatchedTable {
  readonly result: MatchResult
  /** The table as it was read for comparing: to explain pairs with. */
  readonly matcher: Matcher
}

/** Finds the duplicates of a table, with its progress on standard error; large tables are compared by threads. */
export async function matchTable(ctx: Context, table: MatchTable, options: MatchOptions): Promise<MatchedTable> {
  const stages = openStages(ctx)
  try {
    const begun = beginMatch(table, { ...options, progress: stages.told })
    const { job, matcher } = begun
    const parts =
      table.size < threadedFrom
        ? [compareRange(job, matcher.layout, 0, table.size)]
        : await compareInThreads<ComparedPart>(withoutTexts(job), table.size)
    return { result: finishMatch(begun, parts), matcher }
  } finally {
    stages.end()
  }
}
