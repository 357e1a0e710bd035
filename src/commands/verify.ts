import { Command } from 'commander'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'
import type { RecordOptions } from './verify/desk/record.ts'
import { runChecks } from './verify/run-checks.ts'
import { showVerification } from './verify/show.ts'

export interface VerifyOptions {
  readonly rules: readonly string[]
  readonly since: string | undefined
  readonly rowsFile: string | undefined
  readonly examples: number
}

interface VerifyFlags {
  readonly rule: string[]
  readonly since?: string
  readonly rows?: string
  readonly examples: string
  readonly suggestRules?: boolean
}

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const verifyCommand = (ctx: Context): Command => {
  const { say } = ctx
  const verify = new Command('verify').summary(say('verify-summary')).description(say('verify-description'))
  verify
    .command('run', { isDefault: true })
    .summary(say('verify-run-summary'))
    .option('--rule <id>', say('verify-rule'), repeated, [])
    .option('--since <run|day>', say('verify-since'))
    .option('--rows <file>', say('verify-rows'))
    .option('--examples <count>', say('verify-examples'), '3')
    .option('--suggest-rules', say('verify-suggest-rules'))
    .action(async (flags: VerifyFlags) => {
      if (flags.suggestRules === true) return (await import('./verify/suggest.ts')).runSuggestRules(ctx)
      const { rule: rules, since, rows: rowsFile } = flags
      await runVerify(ctx, { rules, since, rowsFile, examples: wholeNumber('--examples', flags.examples) })
    })
  addFindings(ctx, verify)
  addDesk(ctx, verify)
  return verify
}

/** What was found, one by one, and what is let pass. */
function addFindings(ctx: Context, verify: Command): void {
  const { say } = ctx
  verify
    .command('waive')
    .summary(say('waive-summary'))
    .argument('[customer]', say('waive-customer'))
    .requiredOption('--rule <id>', say('waive-rule'))
    .requiredOption('--why <text>', say('waive-why'))
    .option('--until <day>', say('waive-until'))
    .action(async (customer: string | undefined, flags: { rule: string; why: string; until?: string }) =>
      (await import('./verify/waive.ts')).runWaive(ctx, { customer, ...flags, until: flags.until }),
    )
  verify
    .command('waivers')
    .summary(say('waivers-summary'))
    .action(async () => (await import('./verify/waive.ts')).runWaivers(ctx))
  verify
    .command('findings')
    .summary(say('findings-summary'))
    .argument('[customer]', say('waive-customer'))
    .option('--rule <id>', say('verify-rule'), repeated, [])
    .option('--state <state>', say('findings-state'), 'open')
    .option('-n, --limit <count>', say('flag-limit'), '50')
    .action(async (customer: string | undefined, flags: { rule: string[]; state: string; limit: string }) =>
      (await import('./verify/findings.ts')).runFindings(ctx, {
        customer,
        rules: flags.rule,
        state: flags.state,
        limit: wholeNumber('--limit', flags.limit),
      }),
    )
}

interface DeskFlags {
  readonly scope: string
  readonly owner?: string
  readonly within: string
  readonly limit: string
}

/** 核实: what a person confirms with the customer or a source. */
function addDesk(ctx: Context, verify: Command): void {
  const { say } = ctx
  const withQueue = (command: Command, limit: string): Command =>
    command
      .option('--owner <name>', say('due-owner'))
      .option('--within <days>', say('due-within'), '0')
      .option('-n, --limit <count>', say('flag-limit'), limit)
  const queueOf = ({ scope, owner, within, limit }: DeskFlags) => ({
    ...{ scope, owner, within: wholeNumber('--within', within.replace(/d$/i, '')) },
    limit: wholeNumber('--limit', limit),
  })
  withQueue(verify.command('due').summary(say('due-summary')).option('--scope <scope>', say('due-scope')), '50').action(
    async (flags: DeskFlags) => (await import('./verify/desk/due.ts')).runDue(ctx, queueOf(flags)),
  )
  withQueue(
    verify.command('session').summary(say('session-summary')).option('--scope <scope>', say('due-scope'), 'base'),
    '20',
  ).action(async (flags: DeskFlags) => (await import('./verify/desk/session.ts')).runSession(ctx, queueOf(flags)))
  withQueue(
    verify
      .command('calls')
      .summary(say('calls-summary'))
      .requiredOption('-o, --output <file>', say('flag-output'))
      .option('--scope <scope>', say('due-scope'), 'base'),
    '100',
  ).action(async (flags: DeskFlags & { output: string }) =>
    (await import('./verify/desk/calls.ts')).runCalls(ctx, flags.output, queueOf(flags)),
  )
  verify
    .command('read')
    .summary(say('calls-read-summary'))
    .argument('<file>', say('calls-read-file'))
    .action(async (file: string) => (await import('./verify/desk/read-calls.ts')).runReadCalls(ctx, file))
  verify
    .command('record')
    .summary(say('record-summary'))
    .argument('<customer>', say('waive-customer'))
    .option('--scope <scope>', say('due-scope'), 'base')
    .requiredOption('--result <result>', say('record-result'))
    .option('--method <method>', say('record-method'), 'phone')
    .option('--note <text>', say('record-note'))
    .option('--set <field=value>', say('record-set'), repeated, [])
    .action(async (customer: string, flags: Omit<RecordOptions, 'customer'>) =>
      (await import('./verify/desk/record.ts')).runRecord(ctx, { ...flags, customer, note: flags.note }),
    )
}

/** Checks the book by its rules, keeps the findings, and tells them by rule. */
export async function runVerify(ctx: Context, options: VerifyOptions): Promise<void> {
  const book = await ctx.openBook()
  const run = runChecks(ctx, book, options)
  await showVerification(ctx, book, run, options)
  const statuses = run.results.map(({ status }) => status)
  ctx.finish(statuses.includes('failed') ? 'checks-failed' : statuses.includes('warned') ? 'checks-warned' : 'done')
}
