import { Command } from 'commander'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'
import type { AddFlags, AnswerFlags, AskFlags } from './requests/run-requests.ts'

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]
const load = () => import('./requests/run-requests.ts')

export const requestsCommand = (ctx: Context): Command => {
  const { say } = ctx
  const requests = new Command('requests').summary(say('requests-summary')).description(say('requests-description'))
  requests
    .command('list', { isDefault: true })
    .summary(say('requests-list'))
    .option('--kind <kind>', say('requests-kind'))
    .option('--state <state>', say('requests-state'))
    .option('--overdue', say('requests-overdue'), false)
    .option('-n, --limit <count>', say('flag-limit'), '100')
    .action(async (flags: { kind?: string; state?: string; overdue: boolean; limit: string }) =>
      (await load()).runList(ctx, { ...flags, limit: wholeNumber('--limit', flags.limit) }),
    )
  requests
    .command('add')
    .summary(say('requests-add'))
    .argument('<customer>', say('waive-customer'))
    .argument('<wanted...>', say('requests-wanted'))
    .option('--way <way>', say('record-method'), 'phone')
    .option('--due <days>', say('requests-due'), '15')
    .action(async (customer: string, words: string[], flags: AddFlags) =>
      (await load()).runAdd(ctx, customer, words.join(' '), flags),
    )
  requests
    .command('answer')
    .summary(say('requests-answer'))
    .argument('<number>', say('requests-number'))
    .requiredOption('--result <result>', say('requests-result'))
    .option('--answer <text>', say('requests-words'))
    .option('--set <field=value>', say('record-set'), repeated, [])
    .action(async (number: string, flags: AnswerFlags) =>
      (await load()).runAnswer(ctx, wholeNumber('NUMBER', number), flags),
    )
  requests
    .command('ask')
    .summary(say('requests-ask'))
    .option('--way <way>', say('requests-ask-way'), 'mobile')
    .option('--scope <scope>', say('due-scope'), 'base')
    .option('--owner <name>', say('due-owner'))
    .option('--within <days>', say('due-within'), '30')
    .option('--due <days>', say('requests-due'), '15')
    .option('--mark', say('requests-mark'), false)
    .option('-n, --limit <count>', say('flag-limit'), '100')
    .action(async (flags: AskFlags) => (await load()).runAsk(ctx, flags))
  return requests
}
