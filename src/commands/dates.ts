import { Command } from 'commander'
import type { Context } from './context.ts'
import { type GreetFlags, greet } from './dates/greet.ts'
import { type DatesFlags, listDates } from './dates/list-dates.ts'

export function datesCommand(ctx: Context): Command {
  const say = (code: string): string => ctx.tell({ code })
  const command = new Command('dates').summary(say('dates-summary')).description(say('dates-description'))
  command
    .command('list', { isDefault: true })
    .summary(say('dates-summary'))
    .description(say('dates-description'))
    .option('--within <span>', say('dates-within'), '14d')
    .option('--kind <kind>', say('dates-kind'))
    .option('--owner <name>', say('dates-owner'))
    .option('--open', say('dates-open'), false)
    .option('-n, --limit <count>', ctx.say('flag-limit'), '200')
    .option('--ics <file>', say('dates-ics'))
    .action(async (flags: DatesFlags) => listDates(ctx, flags))
  command
    .command('done')
    .summary(say('dates-done'))
    .description(say('dates-done'))
    .argument('<customer>', ctx.say('why-customer'))
    .argument('[content...]', say('log-content'))
    .option('--kind <kind>', say('dates-kind'))
    .option('--way <way>', say('plan-way'), 'message')
    .option('--cost <amount>', say('log-cost'))
    .action(async (customer: string, words: string[], flags: GreetFlags) => greet(ctx, customer, words, flags))
  return command
}
