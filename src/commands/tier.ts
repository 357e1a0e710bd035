import { Command } from 'commander'
import type { Context } from './context.ts'
import { runTierCheck } from './tier/check.ts'
import { runTierDiff, runTierRuns } from './tier/diff.ts'
import { runTierExplain } from './tier/explain.ts'
import { runTierHistory } from './tier/history.ts'
import { type JudgeFlags, runTierJudge } from './tier/judge.ts'
import { runTierOverride } from './tier/override.ts'
import { runTiers } from './tier/run-tiers.ts'
import { runTierUse } from './tier/use.ts'
import { runTierWhatIf } from './tier/what-if.ts'

const scheme = (ctx: Context, command: Command): Command => command.option('--scheme <name>', ctx.say('tier-scheme'))

export const tierCommand = (ctx: Context): Command => {
  const { say } = ctx
  const tier = new Command('tier').summary(say('tier-summary')).description(say('tier-description'))
  runParts(ctx, tier)
  overridePart(ctx, tier)
  compareParts(ctx, tier)
  schemeParts(ctx, tier)
  return tier
}

function runParts(ctx: Context, tier: Command): void {
  const { say } = ctx
  scheme(ctx, tier.command('run', { isDefault: true }))
    .summary(say('tier-run-summary'))
    .option('-n, --dry-run', say('flag-dry-run'), false)
    .action(async (flags: { scheme?: string; dryRun: boolean }) =>
      runTiers(ctx, { scheme: flags.scheme, dryRun: flags.dryRun }),
    )
  scheme(ctx, tier.command('explain'))
    .summary(say('tier-explain-summary'))
    .argument('<customer>', say('why-customer'))
    .action(async (customer: string, flags: { scheme?: string }) => runTierExplain(ctx, customer, flags.scheme))
  scheme(ctx, tier.command('history'))
    .summary(say('tier-history-summary'))
    .argument('[customer]', say('why-customer'))
    .option('--since <day>', say('tier-since'))
    .option('--limit <count>', say('flag-limit'), '50')
    .action(async (customer: string | undefined, flags: { scheme?: string; since?: string; limit: string }) =>
      runTierHistory(ctx, { customer, ...flags }),
    )
}

function overridePart(ctx: Context, tier: Command): void {
  const { say } = ctx
  scheme(ctx, tier.command('override'))
    .summary(say('tier-override-summary'))
    .argument('<customer>', say('why-customer'))
    .argument('<level>', say('tier-level'))
    .requiredOption('--reason <text>', say('flag-reason'))
    .option('--until <day>', say('tier-until'))
    .action(async (customer: string, level: string, flags: { scheme?: string; reason: string; until?: string }) =>
      runTierOverride(ctx, { customer, level, ...flags }),
    )
}

function compareParts(ctx: Context, tier: Command): void {
  const { say } = ctx
  const tell = (code: string): string => ctx.tell({ code })
  tier
    .command('whatif')
    .summary(say('tier-whatif-summary'))
    .argument('<scheme>', say('tier-scheme'))
    .option('--against <name>', say('tier-against'))
    .option('--limit <count>', say('flag-limit'), '10')
    .action(async (name: string, flags: { against?: string; limit: string }) =>
      runTierWhatIf(ctx, { scheme: name, ...flags }),
    )
  scheme(ctx, tier.command('diff'))
    .summary(tell('tier-diff-summary'))
    .argument('<from>', tell('tier-diff-from'))
    .argument('[to]', tell('tier-diff-to'))
    .option('--limit <count>', say('flag-limit'), '10')
    .action(async (from: string, to: string | undefined, flags: { scheme?: string; limit: string }) =>
      runTierDiff(ctx, { from, to, ...flags }),
    )
  scheme(ctx, tier.command('runs'))
    .summary(tell('tier-runs-summary'))
    .option('--limit <count>', say('flag-limit'), '20')
    .action(async (flags: { scheme?: string; limit: string }) => runTierRuns(ctx, flags))
}

function schemeParts(ctx: Context, tier: Command): void {
  const { say } = ctx
  const tell = (code: string): string => ctx.tell({ code })
  tier
    .command('use')
    .summary(tell('tier-use-summary'))
    .argument('<scheme>', say('tier-scheme'))
    .action(async (name: string) => runTierUse(ctx, name))
  tier
    .command('judge')
    .summary(tell('judge-summary'))
    .description(tell('judge-description'))
    .argument('<customer>', say('why-customer'))
    .argument('[kind=value...]', tell('judge-what'))
    .option('--note <text>', tell('judge-note'))
    .option('--on <day>', say('column-on'))
    .action(async (customer: string, texts: string[], flags: JudgeFlags) => runTierJudge(ctx, customer, texts, flags))
  tier
    .command('check')
    .summary(say('tier-check-summary'))
    .argument('[scheme]', say('tier-scheme'))
    .action(async (name: string | undefined) => runTierCheck(ctx, name))
}
