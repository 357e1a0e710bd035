import { Command } from 'commander'
import type { Context } from './context.ts'
import { type KeyFlags, listKeyAccounts } from './plan/key-accounts.ts'
import { addPlan, listPlanned, type PlanFlags, settlePlan } from './plan/run-plan.ts'

export function planCommand(ctx: Context): Command {
  const say = (code: string): string => ctx.tell({ code })
  const command = new Command('plan').summary(say('plan-summary')).description(say('plan-description'))
  command
    .command('add')
    .summary(say('plan-add'))
    .description(say('plan-add'))
    .argument('<customer>', ctx.say('why-customer'))
    .argument('[content...]', say('plan-content'))
    .option('--by <grain>', say('plan-grain'), 'day')
    .option('--on <day>', say('plan-on'))
    .option('--way <way>', say('plan-way'), 'call')
    .option('--purpose <purpose>', say('log-purpose'))
    .option('--staff <name>', say('log-staff'))
    .action(async (customer: string, words: string[], flags: PlanFlags) => addPlan(ctx, customer, words, flags))
  command
    .command('list', { isDefault: true })
    .summary(say('plan-list'))
    .description(say('plan-list'))
    .argument('[customer]', ctx.say('why-customer'))
    .option('--by <grain>', say('plan-grain'))
    .option('--on <day>', say('plan-list-on'))
    .option('--overdue', say('plan-overdue'), false)
    .option('--staff <name>', say('log-staff'))
    .option('-n, --limit <count>', ctx.say('flag-limit'), '100')
    .action(async (customer: string | undefined, flags) => listPlanned(ctx, customer, flags))
  command
    .command('key')
    .summary(say('plan-key'))
    .description(say('plan-key-description'))
    .option('--by <grain>', say('plan-grain'), 'month')
    .option('--on <day>', say('plan-list-on'))
    .option('--tier <levels>', say('plan-key-tier'), 'A,B')
    .option('--tag <tag>', say('plan-key-tag'), '重点')
    .option('--open', say('plan-key-open'), false)
    .option('--staff <name>', say('plan-key-staff'))
    .option('-n, --limit <count>', ctx.say('flag-limit'), '100')
    .action(async (flags: KeyFlags) => listKeyAccounts(ctx, flags))
  for (const state of ['done', 'dropped'] as const)
    command
      .command(state === 'done' ? 'done' : 'drop')
      .summary(say(`plan-${state}-summary`))
      .description(say(`plan-${state}-summary`))
      .argument('<number>', say('plan-number'))
      .action(async (number: string) => settlePlan(ctx, number, state))
  return command
}
