import { codeOf } from '../../model/party-code.ts'
import { listDeals, sumDeals } from '../../store/deals.ts'
import type { Context } from '../context.ts'
import { dayFlag, oneOf, wholeNumber } from '../flags.ts'
import { showListing } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { amountText } from './amount-text.ts'

const KINDS = ['sale', 'contract', 'refund', 'topup', 'balance'] as const

export interface DealListFlags {
  readonly from?: string
  readonly to?: string
  readonly product?: string
  readonly kind?: string
  readonly limit: string
}

/** Lists deals, newest first, with what they come to; what totals leave out is marked with the reason. */
export async function showDeals(ctx: Context, customer: string | undefined, flags: DealListFlags): Promise<void> {
  const book = await ctx.openBook()
  const day = (flag: string, text: string | undefined): string | null =>
    text === undefined ? null : dayFlag(ctx, flag, text)
  const query = {
    partyId: customer === undefined ? null : await pickCustomer(ctx, book, customer),
    from: day('--from', flags.from),
    to: day('--to', flags.to),
    product: flags.product ?? null,
    kind: flags.kind === undefined ? null : oneOf('--kind', flags.kind, KINDS),
    limit: wholeNumber('--limit', flags.limit),
  }
  const lines = listDeals(book, query)
  const { deals, amount } = sumDeals(book, query)
  const { say } = ctx
  const tell = (code: string, params = {}): string => ctx.tell({ code, params })
  const remark = (line: (typeof lines)[number]): string => {
    if (line.duplicateOf !== null) return tell('deal-double-of', { deal: line.duplicateOf })
    if (line.currency !== 'CNY') return line.currency
    return line.counted === 1 ? (line.status ?? '') : tell('deal-not-counted', { status: line.status ?? '' })
  }
  showListing(ctx, {
    table: {
      key: 'deals',
      title: tell('deal-summary'),
      columns: [
        { key: 'deal', title: '#', type: 'integer' },
        { key: 'on', title: say('column-on'), type: 'date' },
        { key: 'code', title: say('column-code'), type: 'text' },
        { key: 'name', title: say('column-name'), type: 'text', personal: 'name' },
        { key: 'kind', title: say('column-kind'), type: 'text' },
        { key: 'product', title: tell('deal-product'), type: 'text' },
        { key: 'amount', title: tell('deal-amount'), type: 'money', unit: tell('report.yuan') },
        { key: 'remark', title: tell('deal-remark'), type: 'text' },
      ],
      rows: lines.map((line) => [
        line.id,
        line.on,
        codeOf(line.partyId),
        line.name,
        tell(`deal.${line.kind}`),
        [line.product, line.quantity === null ? null : `×${line.quantity}${line.unit ?? ''}`].filter(Boolean).join(' '),
        line.kind === 'refund' && line.amount !== null ? -Math.abs(line.amount) : line.amount,
        remark(line),
      ]),
      empty: tell('deal-none'),
    },
    json: lines.map(({ partyId, amount: fen, counted, ...line }) => ({
      code: codeOf(partyId),
      ...line,
      amount: fen === null ? null : fen / 100,
      counted: counted === 1 && line.currency === 'CNY',
    })),
    after: tell('deal-sum', { shown: lines.length, deals, amount: amountText(ctx, amount, 'CNY') }),
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}
