import { budgetOf, pairsPerRecord } from '../../domain/matching/budget.ts'
import { makeMatcher } from '../../domain/matching/match.ts'
import { KehuError } from '../../model/errors.ts'
import type { MatchTable, PairBudget } from '../../model/matching.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'

/** Rules named before a run: the costliest. */
const named = 3
/** A run of so few pairs is over before its cost is read. */
const quickRun = 20_000
/** Below so many pairs no run is refused. */
const smallRun = 2_000_000

/** Says what a comparison will cost before it begins. @throws {KehuError} `match-budget` where it is far more than usual */
export function sayBudget(ctx: Context, budget: PairBudget, most: number = pairsPerRecord): void {
  if (budget.pairs < quickRun) return
  const costly = [...budget.rules].sort((x, y) => y.pairs - x.pairs).slice(0, named)
  note(
    ctx,
    ctx.say('dedupe-budget', {
      pairs: budget.pairs,
      each: budget.perRecord,
      rules: costly
        .filter(({ pairs }) => pairs > 0)
        .map(({ rule, pairs }) => `${rule} ${pairs}`)
        .join(ctx.lang === 'zh' ? '、' : ', '),
    }),
  )
  if (budget.perRecord > most && budget.pairs > smallRun)
    throw new KehuError('usage', 'match-budget', { pairs: budget.pairs, each: budget.perRecord, most })
}

/** Shows the cost of every rule and compares nothing. */
export function showBudget(ctx: Context, table: MatchTable): void {
  const budget = budgetOf(makeMatcher(table))
  const { say } = ctx
  showListing(ctx, {
    table: {
      key: 'budget',
      title: say('dedupe-budget-flag'),
      columns: [
        { key: 'rule', title: say('budget-rule'), type: 'text' },
        { key: 'blocks', title: say('budget-blocks'), type: 'integer' },
        { key: 'pairs', title: say('budget-pairs'), type: 'integer' },
        { key: 'dropped', title: say('budget-dropped'), type: 'integer' },
      ],
      rows: budget.rules.map(({ rule, blocks, pairs, dropped }) => [rule, blocks, pairs, dropped]),
    },
    json: [budget],
    after: say('budget-total', { pairs: budget.pairs, each: budget.perRecord }),
  })
  ctx.finish('done')
}
