import { Command } from 'commander'
import type { Context } from './context.ts'
import { addDeal, type DealFlags } from './deal/add.ts'
import { runDoubleDeals } from './deal/double.ts'
import { type DealListFlags, showDeals } from './deal/list.ts'

export const dealCommand = (ctx: Context): Command => {
  const tell = (code: string): string => ctx.tell({ code })
  const deal = new Command('deal').summary(tell('deal-summary')).description(tell('deal-description'))
  deal
    .command('list', { isDefault: true })
    .summary(tell('deal-list-summary'))
    .argument('[customer]', ctx.say('why-customer'))
    .option('--from <day>', tell('deal-from'))
    .option('--to <day>', tell('deal-to'))
    .option('--product <words>', tell('deal-product'))
    .option('--kind <kind>', tell('deal-kind'))
    .option('--limit <count>', ctx.say('flag-limit'), '50')
    .action(async (customer: string | undefined, flags: DealListFlags) => showDeals(ctx, customer, flags))
  const add = deal
    .command('add')
    .summary(tell('deal-add-summary'))
    .argument('<customer>', ctx.say('why-customer'))
    .argument('[amount]', tell('deal-add-amount'))
    .option('--on <day>', tell('deal-on'))
    .option('--refund', tell('deal-is-refund'), false)
    .option('--contract', tell('deal-is-contract'), false)
  const told = {
    product: 'name',
    'product-kind': 'kind',
    quantity: 'number',
    unit: 'unit',
    price: 'money',
    paid: 'money',
    currency: 'code',
    discount: 'text',
    channel: 'text',
    payment: 'text',
    'order-no': 'number',
    staff: 'name',
    remark: 'text',
  }
  for (const [flag, value] of Object.entries(told)) add.option(`--${flag} <${value}>`, tell(`deal-flag.${flag}`))
  add.action(async (customer: string, amount: string | undefined, flags: DealFlags) =>
    addDeal(ctx, customer, amount, flags),
  )
  deal
    .command('double')
    .summary(tell('deal-double-summary'))
    .option('--mark', tell('deal-mark'), false)
    .action(async (flags: { mark: boolean }) => runDoubleDeals(ctx, flags))
  return deal
}
