import { Command } from 'commander'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const cleanCommand = (ctx: Context): Command => {
  const { say } = ctx
  const clean = new Command('clean').summary(say('clean-summary')).description(say('clean-description'))
  clean
    .command('run', { isDefault: true })
    .summary(say('clean-run-summary'))
    .option('--rule <id>', say('clean-rule'), repeated, [])
    .option('--apply', say('clean-apply'), false)
    .option('--rows <file>', say('clean-rows'))
    .option('--examples <count>', say('verify-examples'), '3')
    .action(async (flags: { rule: string[]; apply: boolean; rows?: string; examples: string }) =>
      (await import('./clean/run-clean.ts')).runClean(ctx, {
        repairs: flags.rule,
        apply: flags.apply,
        rowsFile: flags.rows,
        examples: wholeNumber('--examples', flags.examples),
      }),
    )
  return clean
}
