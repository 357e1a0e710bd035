import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { dealsOf } from '../../store/deals.ts'
import { type DealPair, findDoubleDeals, markDoubleDeals } from '../../store/duplicate-deals.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'
import { write } from '../write.ts'

/** Finds orders entered twice; marks those that are confirmed, so that totals count them once. Can be undone. */
export async function runDoubleDeals(ctx: Context, flags: { readonly mark: boolean }): Promise<void> {
  const book = await ctx.openBook()
  const pairs = findDoubleDeals(book)
  showPairs(ctx, book, pairs, flags.mark)
  if (pairs.length === 0) {
    ctx.finish('nothing')
    return
  }
  const agreed = flags.mark || ctx.yes ? pairs : await confirmed(ctx, pairs)
  if (agreed.length === 0) {
    note(ctx, ctx.tell({ code: 'deal-double-next', params: { count: pairs.length } }))
    ctx.finish('waiting')
    return
  }
  const { result, operation } = write(ctx, book, { kind: 'deal-double' }, (started) => {
    const marked = markDoubleDeals(started, agreed)
    return { result: marked, summary: { marked } }
  })
  note(ctx, ctx.tell({ code: 'deal-double-marked', params: { count: result, operation } }))
  ctx.finish(agreed.length < pairs.length ? 'waiting' : 'done')
}

function showPairs(ctx: Context, book: Book, pairs: readonly DealPair[], marked: boolean): void {
  const lines = dealsOf(book, pairs)
  const { say } = ctx
  const tell = (code: string, params = {}): string => ctx.tell({ code, params })
  showListing(ctx, {
    table: {
      key: 'doubles',
      title: tell('deal-double-summary'),
      columns: [
        { key: 'first', title: tell('deal-first'), type: 'integer' },
        { key: 'second', title: tell('deal-second'), type: 'integer' },
        { key: 'on', title: say('column-on'), type: 'date' },
        { key: 'code', title: say('column-code'), type: 'text' },
        { key: 'name', title: say('column-name'), type: 'text', personal: 'name' },
        { key: 'product', title: tell('deal-product'), type: 'text' },
        { key: 'amount', title: tell('deal-amount'), type: 'money', unit: tell('report.yuan') },
        { key: 'because', title: tell('deal-because'), type: 'text' },
      ],
      rows: pairs.map(({ first, second, root, because }, i) => [
        first,
        second,
        lines[i]!.on,
        codeOf(root),
        lines[i]!.name,
        lines[i]!.product,
        lines[i]!.amount,
        tell(`deal-because.${because}`, { order: lines[i]!.orderNo ?? '' }),
      ]),
      empty: tell('deal-double-none'),
    },
    json: pairs.map(({ first, second, root, because }, i) => ({
      first,
      second,
      code: codeOf(root),
      because,
      on: lines[i]!.on,
      amount: (lines[i]!.amount ?? 0) / 100,
      marked,
    })),
  })
}

/** Asks about each pair where there is a person to ask; leaving off keeps what was agreed to so far. */
async function confirmed(ctx: Context, pairs: readonly DealPair[]): Promise<DealPair[]> {
  if (ctx.ask === null || ctx.format !== 'text') return []
  const agreed: DealPair[] = []
  for (const pair of pairs) {
    const params = { first: pair.first, second: pair.second }
    const answer = await ctx.ask.yesNo({ message: ctx.tell({ code: 'deal-double-ask', params }), initial: true })
    if (answer.kind === 'quit') return agreed
    if (answer.kind === 'answer' && answer.value) agreed.push(pair)
  }
  return agreed
}
