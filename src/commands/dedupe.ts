import { Command } from 'commander'
import type { Context } from './context.ts'
import { runDedupe } from './dedupe/run-dedupe.ts'

export const dedupeCommand = (ctx: Context): Command => {
  const { say } = ctx
  const dedupe = new Command('dedupe').summary(say('dedupe-summary')).description(say('dedupe-description'))
  dedupe
    .command('run', { isDefault: true })
    .summary(say('dedupe-run-summary'))
    .option('-n, --dry-run', say('flag-dry-run'), false)
    .option('--no-merge', say('dedupe-no-merge'))
    .action(async (flags: { dryRun: boolean; merge: boolean }) => runDedupe(ctx, flags))
  dedupe
    .command('review')
    .summary(say('review-summary'))
    .option('--blind', say('review-blind'), false)
    .action(async (flags: { blind: boolean }) => (await import('./dedupe/review.ts')).runReview(ctx, flags))
  return dedupe
}
