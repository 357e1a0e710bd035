import { Command } from 'commander'
import { customerText } from '../render/customer.ts'
import { readCustomerFile } from '../store/customer-file.ts'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'
import { showValue } from './output.ts'
import { pickCustomer } from './pick-customer.ts'
import { customerView } from './show/customer-view.ts'

export const showCommand = (ctx: Context): Command =>
  new Command('show')
    .summary(ctx.say('show-summary'))
    .description(ctx.say('show-description'))
    .argument('<customer>', ctx.say('why-customer'))
    .option('-n, --limit <count>', ctx.say('show-limit'), '10')
    .action(async (customer: string, flags: { limit: string }) =>
      runShow(ctx, customer, wholeNumber('--limit', flags.limit)),
    )

/** Shows one customer whole: who they are first, then the sections. */
export async function runShow(ctx: Context, customer: string, limit: number): Promise<void> {
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  const file = readCustomerFile(book, id, limit)
  const { color, width } = ctx.io
  const marks = color
    ? { bold: (text: string) => `\u001b[1m${text}\u001b[22m`, dim: (text: string) => `\u001b[2m${text}\u001b[22m` }
    : {}
  showValue(ctx, { ...file }, () => customerText(customerView(ctx, book, file), { width, lang: ctx.lang, ...marks }))
  ctx.finish('done')
}
