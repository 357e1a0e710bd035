import { Command } from 'commander'
import type { Context } from './context.ts'
import { runTierExplain } from './tier/explain.ts'
import { runTiers } from './tier/run-tiers.ts'

export const tierCommand = (ctx: Context): Command => {
  const { say } = ctx
  const tier = new Command('tier').summary(say('tier-summary')).description(say('tier-description'))
  const scheme = (command: Command): Command => command.option('--scheme <name>', say('tier-scheme'))
  scheme(tier.command('run', { isDefault: true }))
    .summary(say('tier-run-summary'))
    .option('-n, --dry-run', say('flag-dry-run'), false)
    .action(async (flags: { scheme?: string; dryRun: boolean }) =>
      runTiers(ctx, { scheme: flags.scheme, dryRun: flags.dryRun }),
    )
  scheme(tier.command('explain'))
    .summary(say('tier-explain-summary'))
    .argument('<customer>', say('why-customer'))
    .action(async (customer: string, flags: { scheme?: string }) => runTierExplain(ctx, customer, flags.scheme))
  return tier
}
