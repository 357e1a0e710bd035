import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Context } from '../context.ts'
import { dayOfFlag } from '../days.ts'
import { moneyOfFlag } from '../money-of-flag.ts'
import { note, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { todayOf, write } from '../write.ts'

export interface CreditFlags {
  readonly rating?: string
  readonly limit?: string
  readonly overdue?: string
  readonly basis?: string
  readonly next?: string
}

/** Records what a customer's credit was judged to be today; earlier judgements stay. @throws {KehuError} `answer-needed` */
export async function addCredit(ctx: Context, customer: string, flags: CreditFlags): Promise<void> {
  const { rating, limit, overdue, basis, next } = flags
  if (rating === undefined && limit === undefined && overdue === undefined)
    throw new KehuError('usage', 'answer-needed', { flags: '--rating, --limit, --overdue' })
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  const today = todayOf(ctx, book)
  const row = {
    party_id: id,
    rating: rating ?? null,
    credit_limit: limit === undefined ? null : moneyOfFlag('--limit', limit),
    overdue: overdue === undefined ? null : moneyOfFlag('--overdue', overdue),
    basis: basis ?? null,
    assessed_by: ctx.staff,
    on_day: today,
    next_review: next === undefined ? null : dayOfFlag(ctx, '--next', next, today),
  }
  const { operation } = write(ctx, book, { kind: 'add' }, (operation) => {
    operation.insert('credit', row)
    return { result: null, summary: { customer: codeOf(id), what: 'credit' } }
  })
  showValue(
    ctx,
    { code: codeOf(id), what: 'credit', operation },
    () => `${ctx.tell({ code: 'add-credit-done', params: { code: codeOf(id) } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}
