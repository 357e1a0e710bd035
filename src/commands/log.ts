import { Command } from 'commander'
import type { Context } from './context.ts'
import { listDue, listLog } from './log/lists.ts'
import { type LogFlags, runLog } from './log/run-log.ts'

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export function logCommand(ctx: Context): Command {
  const say = (code: string): string => ctx.tell({ code })
  const command = new Command('log')
    .summary(say('log-summary'))
    .description(say('log-description'))
    .argument('[customer]', ctx.say('why-customer'))
    .argument('[content...]', say('log-content'))
    .option('--kind <kind>', say('log-kind'))
    .option('--by <who>', say('log-by'))
    .option('--on <day>', say('log-on'))
    .option('--time <time>', say('log-time'))
    .option('--place <place>', say('log-place'))
    .option('--people <names>', say('log-people'))
    .option('--staff <name>', say('log-staff'))
    .option('--purpose <purpose>', say('log-purpose'))
    .option('--cost <amount>', say('log-cost'))
    .option('--seat <place=guest>', say('log-seat'), repeated, [])
    .option('--major', say('log-major'), false)
    .option('--next <day>', say('log-next'))
    .enablePositionalOptions()
    .option('--plan <number>', say('log-plan'))
    .action(async (customer: string | undefined, words: string[], flags: LogFlags) =>
      runLog(ctx, customer, words, flags),
    )
  command
    .command('list')
    .summary(say('log-list'))
    .description(say('log-list'))
    .argument('[customer]', ctx.say('why-customer'))
    .option('--from <day>', say('log-from'))
    .option('--to <day>', say('log-to'))
    .option('--kind <kind>', say('log-kind'))
    .option('--staff <name>', say('log-staff'))
    .option('--major', say('log-only-major'), false)
    .option('-n, --limit <count>', ctx.say('flag-limit'), '50')
    .action(async (customer: string | undefined, flags) => listLog(ctx, customer, flags))
  command
    .command('due')
    .summary(say('log-due'))
    .description(say('log-due'))
    .option('--until <day>', say('log-until'))
    .option('--staff <name>', say('log-staff'))
    .option('-n, --limit <count>', ctx.say('flag-limit'), '50')
    .action(async (flags) => listDue(ctx, flags))
  return command
}
