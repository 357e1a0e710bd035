import { Command } from 'commander'
import type { Context } from './context.ts'
import { runDedupe } from './dedupe/run-dedupe.ts'
import { wholeNumber } from './flags.ts'

interface FileFlags {
  readonly out?: string
  readonly field: readonly string[]
  readonly ignore: readonly string[]
  readonly link: boolean
}

interface RunFlags {
  readonly dryRun: boolean
  readonly merge: boolean
  readonly budget: boolean
  readonly maxPairs?: string
  readonly since?: string | true
  readonly relearn: boolean
}

interface ReviewFlags {
  readonly blind: boolean
  readonly second: boolean
  readonly dryRun: boolean
  readonly export?: string
  readonly import?: string
}

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

const overFiles = ({ say }: Context, command: Command): Command =>
  command
    .option('--field <column=kind>', say('dedupe-field'), repeated, [])
    .option('--ignore <column>', say('dedupe-ignore'), repeated, [])
    .option('--link', say('dedupe-link'), false)

export const dedupeCommand = (ctx: Context): Command => {
  const { say } = ctx
  const dedupe = new Command('dedupe').summary(say('dedupe-summary')).description(say('dedupe-description'))
  runPart(ctx, dedupe)
  reviewParts(ctx, dedupe)
  dedupe.addCommand(modelCommand(ctx))
  evalPart(ctx, dedupe)
  return dedupe
}

function runPart(ctx: Context, dedupe: Command): void {
  const { say } = ctx
  overFiles(ctx, dedupe.command('run', { isDefault: true }))
    .summary(say('dedupe-run-summary'))
    .argument('[files...]', say('dedupe-files'))
    .option('-n, --dry-run', say('flag-dry-run'), false)
    .option('--no-merge', say('dedupe-no-merge'))
    .option('-o, --out <file>', say('flag-output'))
    .option('--budget', say('dedupe-budget-flag'), false)
    .option('--max-pairs <count>', say('dedupe-max-pairs'))
    .option('--since [operation]', say('dedupe-since'))
    .option('--relearn', say('dedupe-relearn'), false)
    .action(async (files: string[], flags: FileFlags & RunFlags) => {
      const { since, maxPairs } = flags
      if (files.length === 0)
        return runDedupe(ctx, {
          ...flags,
          since: typeof since === 'string' ? wholeNumber('--since', since) : since,
          maxPairs: maxPairs === undefined ? undefined : wholeNumber('--max-pairs', maxPairs),
        })
      const { runFiles } = await import('./dedupe/run-files.ts')
      return runFiles(ctx, { ...flags, files, out: flags.out })
    })
}

function reviewParts(ctx: Context, dedupe: Command): void {
  const { say } = ctx
  dedupe
    .command('review')
    .summary(say('review-summary'))
    .option('--blind', say('review-blind'), false)
    .option('--second', say('review-second'), false)
    .option('--export <file>', say('review-export'))
    .option('--import <file>', say('review-import'))
    .option('-n, --dry-run', say('flag-dry-run'), false)
    .action(async (flags: ReviewFlags) => {
      if (flags.second) return (await import('./dedupe/second.ts')).runSecond(ctx)
      if (flags.export !== undefined)
        return (await import('./dedupe/review-sheet.ts')).runReviewExport(ctx, flags.export, flags.blind)
      if (flags.import !== undefined)
        return (await import('./dedupe/read-review-sheet.ts')).runReviewImport(ctx, flags.import, flags.dryRun)
      return (await import('./dedupe/review.ts')).runReview(ctx, flags)
    })
  dedupe
    .command('explain')
    .summary(say('dedupe-explain-summary'))
    .argument('<one>', say('why-customer'))
    .argument('<other>', say('why-customer'))
    .action(async (one: string, other: string) => (await import('./dedupe/explain.ts')).runExplain(ctx, one, other))
}

function evalPart(ctx: Context, dedupe: Command): void {
  const { say } = ctx
  overFiles(ctx, dedupe.command('eval'))
    .summary(say('dedupe-eval-summary'))
    .argument('<files...>', say('dedupe-files'))
    .requiredOption('--truth <column>', say('dedupe-truth'))
    .action(async (files: string[], flags: FileFlags & { truth: string }) =>
      (await import('./dedupe/run-files.ts')).runEval(ctx, { ...flags, files }),
    )
}

const modelCommand = (ctx: Context): Command => {
  const { say } = ctx
  const model = new Command('model').summary(say('dedupe-model-summary'))
  const doing = () => import('./dedupe/model.ts')
  model
    .command('show', { isDefault: true })
    .summary(say('model-show-summary'))
    .action(async () => (await doing()).runModelShow(ctx))
  model
    .command('set')
    .summary(say('model-set-summary'))
    .argument('<file>', say('model-file'))
    .action(async (file: string) => (await doing()).runModelSet(ctx, file))
  model
    .command('learn')
    .summary(say('model-learn-summary'))
    .option('-n, --dry-run', say('flag-dry-run'), false)
    .action(async (flags: { dryRun: boolean }) => (await doing()).runModelLearn(ctx, flags.dryRun))
  return model
}
