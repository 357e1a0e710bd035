import { KehuError } from '../../model/errors.ts'
import { listProducts, putProduct } from '../../store/products.ts'
import type { Context } from '../context.ts'
import { moneyOfFlag } from '../money-of-flag.ts'
import { note, showListing, showValue } from '../output.ts'
import { write } from '../write.ts'

export interface ProductFlags {
  readonly kind?: string
  readonly unit?: string
  readonly price?: string
  readonly note?: string
}

/** Writes one of our products down; told again, it is changed. */
export async function addProduct(ctx: Context, words: string, flags: ProductFlags): Promise<void> {
  const name = words.trim()
  if (name === '') throw new KehuError('usage', 'argument-missing', { what: ctx.tell({ code: 'product-name' }) })
  const told = {
    ...(flags.kind === undefined ? {} : { kind: flags.kind }),
    ...(flags.unit === undefined ? {} : { unit: flags.unit }),
    ...(flags.price === undefined ? {} : { price: moneyOfFlag('--price', flags.price) }),
    ...(flags.note === undefined ? {} : { note: flags.note }),
  }
  const book = await ctx.openBook()
  const { result, operation } = write(ctx, book, { kind: 'product' }, (operation) => ({
    result: putProduct(book, operation, name, told),
    summary: { product: name },
  }))
  const code = result.isNew ? 'product-added' : 'product-changed'
  showValue(
    ctx,
    { number: result.id, name, new: result.isNew, operation },
    () => `${ctx.tell({ code, params: { name } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

/** Our products, with what was sold of each. */
export async function listOwnProducts(ctx: Context, words: string | undefined): Promise<void> {
  const lines = listProducts(await ctx.openBook(), words)
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'products',
      title: say('product-list'),
      columns: [
        { key: 'name', title: say('product-name'), type: 'text' },
        { key: 'kind', title: say('product-kind'), type: 'text' },
        { key: 'unit', title: say('product-unit'), type: 'text' },
        { key: 'price', title: say('product-price'), type: 'money' },
        { key: 'sold', title: say('product-sold'), type: 'integer' },
        { key: 'amount', title: say('product-amount'), type: 'money' },
        { key: 'last', title: say('product-last'), type: 'date' },
        { key: 'note', title: say('product-note'), type: 'text' },
      ],
      rows: lines.map(({ name, kind, unit, price, sold, amount, lastOn, note: text }) => [
        ...[name, kind, unit, price, sold, amount, lastOn, text],
      ]),
      empty: say('product-none'),
    },
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}
