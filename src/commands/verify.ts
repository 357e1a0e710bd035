import { Command } from 'commander'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'
import { runChecks } from './verify/run-checks.ts'
import { showVerification } from './verify/show.ts'

export interface VerifyOptions {
  readonly rules: readonly string[]
  readonly rowsFile: string | undefined
  readonly examples: number
}

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const verifyCommand = (ctx: Context): Command =>
  new Command('verify')
    .summary(ctx.say('verify-summary'))
    .description(ctx.say('verify-description'))
    .option('--rule <id>', ctx.say('verify-rule'), repeated, [])
    .option('--rows <file>', ctx.say('verify-rows'))
    .option('--examples <count>', ctx.say('verify-examples'), '3')
    .action(async (flags: { rule: string[]; rows?: string; examples: string }) =>
      runVerify(ctx, { rules: flags.rule, rowsFile: flags.rows, examples: wholeNumber('--examples', flags.examples) }),
    )

/** Checks the whole book, keeps the findings, and tells them by rule. */
export async function runVerify(ctx: Context, options: VerifyOptions): Promise<void> {
  const book = await ctx.openBook()
  const run = runChecks(ctx, book, options.rules)
  await showVerification(ctx, book, run, options)
  const statuses = run.results.map(({ status }) => status)
  ctx.finish(statuses.includes('failed') ? 'checks-failed' : statuses.includes('warned') ? 'checks-warned' : 'done')
}
