import { decimalOf, fenOf, multiplyDecimals } from '../../domain/normalize/decimal.ts'
import { parseMoney } from '../../domain/normalize/money.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { listDeals } from '../../store/deals.ts'
import type { Context } from '../context.ts'
import { dayFlag } from '../flags.ts'
import { note, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { todayOf, write } from '../write.ts'
import { amountText } from './amount-text.ts'

export interface DealFlags {
  readonly on?: string
  readonly product?: string
  readonly productKind?: string
  readonly unit?: string
  readonly quantity?: string
  readonly price?: string
  readonly paid?: string
  readonly currency?: string
  readonly discount?: string
  readonly channel?: string
  readonly payment?: string
  readonly orderNo?: string
  readonly staff?: string
  readonly remark?: string
  readonly refund: boolean
  readonly contract: boolean
}

interface Amount {
  readonly fen: number
  readonly currency: string
}

/** Writes one deal typed by hand; money is exact to the 分, a refund is told as one. */
export async function addDeal(
  ctx: Context,
  customer: string,
  amount: string | undefined,
  flags: DealFlags,
): Promise<void> {
  const book = await ctx.openBook()
  const partyId = await pickCustomer(ctx, book, customer)
  const today = todayOf(ctx, book)
  const on = flags.on === undefined ? today : dayFlag(ctx, '--on', flags.on)
  if (on > today) throw new KehuError('usage', 'deal-ahead', { day: on })
  const row = rowOf(ctx, amount, flags)
  const { kind } = row
  const total = { fen: row.amount, currency: row.currency }
  const query = { partyId, from: on, to: on, product: null, kind, limit: 100 }
  const twin = listDeals(book, query).find(
    (each) => each.amount === total.fen && each.product === row.product && each.orderNo === row.order_no,
  )
  const { result: id, operation } = write(ctx, book, { kind: 'deal' }, (started) => {
    const added = started.insert('deal', { ...row, party_id: partyId, on_day: on })
    return { result: added, summary: { customer: codeOf(partyId), deal: added } }
  })
  const json = {
    deal: id,
    customer: codeOf(partyId),
    on,
    kind,
    amount: total.fen / 100,
    currency: total.currency,
    operation,
  }
  const params = { customer: codeOf(partyId), amount: amountText(ctx, total.fen, total.currency), on, operation }
  showValue(ctx, json, () => `${ctx.tell({ code: `deal-added.${kind}`, params })}\n`)
  if (twin !== undefined) note(ctx, ctx.tell({ code: 'deal-looks-double', params: { deal: twin.id, operation } }))
  if (total.currency !== 'CNY') note(ctx, ctx.tell({ code: 'deal-foreign', params: { currency: total.currency } }))
  ctx.finish('done')
}

/** What was typed as the columns of a deal. @throws {KehuError} `deal-amount-missing` */
function rowOf(ctx: Context, amount: string | undefined, flags: DealFlags) {
  const money = (flag: string, text: string | undefined): Amount | undefined =>
    text === undefined ? undefined : moneyOf(flag, text, flags.currency)
  const price = money('--price', flags.price)
  const total = money(ctx.tell({ code: 'deal-amount' }), amount) ?? fromPrice(price, flags.quantity)
  if (total === undefined) throw new KehuError('usage', 'deal-amount-missing')
  const kind = flags.refund ? 'refund' : flags.contract ? 'contract' : 'sale'
  return {
    ...{ kind, amount: total.fen, currency: total.currency },
    ...{ product: flags.product ?? null, product_kind: flags.productKind ?? null, unit: flags.unit ?? null },
    ...{
      quantity: flags.quantity ?? null,
      unit_price: price?.fen ?? null,
      paid: money('--paid', flags.paid)?.fen ?? null,
    },
    ...{ discount: flags.discount ?? null, channel: flags.channel ?? null, payment: flags.payment ?? null },
    ...{ order_no: flags.orderNo ?? null, staff: flags.staff ?? ctx.staff, remark: flags.remark ?? null },
  }
}

/** An amount as people write it: 320, 1.2万, 3,500.50元, USD 200. @throws {KehuError} `flag-bad-value`, `deal-negative` */
function moneyOf(flag: string, text: string, currency: string | undefined): Amount {
  const parsed = parseMoney(text, currency === undefined ? {} : { currency: currency.toUpperCase() })
  if (!parsed.ok)
    throw new KehuError('usage', 'flag-bad-value', { flag, value: text, expected: '320 | 1.2万 | 3500.50' })
  if (parsed.value.fen < 0) throw new KehuError('usage', 'deal-negative', { value: text })
  return { fen: parsed.value.fen, currency: parsed.value.currency }
}

/** Price times quantity, exact before it is brought to the 分. @throws {KehuError} `flag-bad-value` */
function fromPrice(price: Amount | undefined, quantity: string | undefined): Amount | undefined {
  if (price === undefined || quantity === undefined) return undefined
  const times = decimalOf(quantity.normalize('NFKC').trim())
  const yuan = decimalOf((price.fen / 100).toFixed(2))
  if (times === null || yuan === null)
    throw new KehuError('usage', 'flag-bad-value', { flag: '--quantity', value: quantity, expected: '1 | 2.5' })
  return { fen: fenOf(multiplyDecimals(yuan, times)).fen, currency: price.currency }
}
