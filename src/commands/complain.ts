import { Command } from 'commander'
import { addFeedback, answerFeedback, type FeedbackFlags, listComplaints } from './complain/run-complain.ts'
import type { Context } from './context.ts'

export function complainCommand(ctx: Context): Command {
  const say = (code: string): string => ctx.tell({ code })
  const command = new Command('complain')
    .summary(say('complain-summary'))
    .description(say('complain-description'))
    .argument('[customer]', ctx.say('why-customer'))
    .argument('[content...]', say('complain-content'))
    .option('--kind <kind>', say('complain-kind'), 'complaint')
    .option('--on <day>', say('log-on'))
    .option('--due <day>', say('complain-due'))
    .option('--channel <channel>', say('complain-channel'))
    .option('--staff <name>', say('complain-staff'))
    .enablePositionalOptions()
    .action(async (customer: string | undefined, words: string[], flags: FeedbackFlags) =>
      addFeedback(ctx, customer, words, flags),
    )
  command
    .command('list')
    .summary(say('complain-list'))
    .description(say('complain-list'))
    .argument('[customer]', ctx.say('why-customer'))
    .option('--kind <kind>', say('complain-kind'))
    .option('--open', say('complain-open'), false)
    .option('-n, --limit <count>', ctx.say('flag-limit'), '100')
    .action(async (customer: string | undefined, flags) => listComplaints(ctx, customer, flags))
  command
    .command('answer')
    .summary(say('complain-answer'))
    .description(say('complain-answer'))
    .argument('<number>', say('plan-number'))
    .argument('[answer...]', say('complain-answer-text'))
    .option('--analysis <text>', say('complain-analysis'))
    .action(async (number: string, words: string[], flags: { analysis?: string }) =>
      answerFeedback(ctx, number, words, flags.analysis),
    )
  return command
}
