import { Command } from 'commander'
import type { Context } from './context.ts'
import { runDedupe } from './dedupe/run-dedupe.ts'

interface FileFlags {
  readonly out?: string
  readonly field: readonly string[]
  readonly ignore: readonly string[]
  readonly link: boolean
}

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const dedupeCommand = (ctx: Context): Command => {
  const { say } = ctx
  const dedupe = new Command('dedupe').summary(say('dedupe-summary')).description(say('dedupe-description'))
  const overFiles = (command: Command): Command =>
    command
      .option('--field <column=kind>', say('dedupe-field'), repeated, [])
      .option('--ignore <column>', say('dedupe-ignore'), repeated, [])
      .option('--link', say('dedupe-link'), false)
  overFiles(dedupe.command('run', { isDefault: true }))
    .summary(say('dedupe-run-summary'))
    .argument('[files...]', say('dedupe-files'))
    .option('-n, --dry-run', say('flag-dry-run'), false)
    .option('--no-merge', say('dedupe-no-merge'))
    .option('-o, --out <file>', say('flag-output'))
    .action(async (files: string[], flags: FileFlags & { dryRun: boolean; merge: boolean }) => {
      if (files.length === 0) return runDedupe(ctx, flags)
      const { runFiles } = await import('./dedupe/run-files.ts')
      return runFiles(ctx, { ...flags, files, out: flags.out })
    })
  dedupe
    .command('review')
    .summary(say('review-summary'))
    .option('--blind', say('review-blind'), false)
    .action(async (flags: { blind: boolean }) => (await import('./dedupe/review.ts')).runReview(ctx, flags))
  dedupe
    .command('explain')
    .summary(say('dedupe-explain-summary'))
    .argument('<one>', say('why-customer'))
    .argument('<other>', say('why-customer'))
    .action(async (one: string, other: string) => (await import('./dedupe/explain.ts')).runExplain(ctx, one, other))
  dedupe
    .command('model')
    .summary(say('dedupe-model-summary'))
    .action(async () => (await import('./dedupe/explain.ts')).runModel(ctx))
  overFiles(dedupe.command('eval'))
    .summary(say('dedupe-eval-summary'))
    .argument('<files...>', say('dedupe-files'))
    .requiredOption('--truth <column>', say('dedupe-truth'))
    .action(async (files: string[], flags: FileFlags & { truth: string }) =>
      (await import('./dedupe/run-files.ts')).runEval(ctx, { ...flags, files }),
    )
  return dedupe
}
