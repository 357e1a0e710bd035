import { explainIn } from '../../domain/matching/explain.ts'
import { makeMatcher } from '../../domain/matching/match.ts'
import { KehuError } from '../../model/errors.ts'
import type { MatchModel } from '../../model/matching.ts'
import { codeOf } from '../../model/party-code.ts'
import { pairText } from '../../render/pair.ts'
import { latestModel } from '../../store/matching/proposals.ts'
import { readMatchTable } from '../../store/matching/read-table.ts'
import type { Context } from '../context.ts'
import { showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { pairView } from './pair-view.ts'

/** Says why two customers are, or are not, taken for one: every comparison with its weight, conflicts, and what is missing. */
export async function runExplain(ctx: Context, one: string, other: string): Promise<void> {
  const book = await ctx.openBook()
  const [a, b] = [await pickCustomer(ctx, book, one), await pickCustomer(ctx, book, other)]
  if (a === b) throw new KehuError('usage', 'same-customer', { code: codeOf(a) })
  const model = latestModel(book) as MatchModel | undefined
  if (model === undefined) throw new KehuError('usage', 'model-missing', {})
  const { table, ids } = readMatchTable(book)
  const [x, y] = [ids.indexOf(Math.min(a, b)), ids.indexOf(Math.max(a, b))]
  if (x < 0 || y < 0) throw new KehuError('input', 'customer-missing', { code: codeOf(x < 0 ? a : b) })
  const explained = explainIn(makeMatcher(table), model, x, y)
  showValue(ctx, { ...explained, a: codeOf(Math.min(a, b)), b: codeOf(Math.max(a, b)) }, () => {
    const pair = { a: Math.min(a, b), b: Math.max(a, b) }
    const because = explained.because.map((reason) => `  ${ctx.tell(reason)}`)
    const verdict = ctx.say(`band-${explained.band}`)
    return `${pairText(pairView(ctx, book, pair, explained), { width: ctx.io.width, lang: ctx.lang })}${[verdict, ...because].join('\n')}\n`
  })
  ctx.finish('done')
}
