import { Command } from 'commander'
import { runRestore } from './care/run-restore.ts'
import type { Context } from './context.ts'

export interface RestoreFlags {
  readonly dryRun: boolean
  readonly force: boolean
}

export const restoreCommand = (ctx: Context): Command =>
  new Command('restore')
    .summary(ctx.say('restore-summary'))
    .description(ctx.say('restore-description'))
    .argument('<file>', ctx.say('restore-file'))
    .option('-n, --dry-run', ctx.say('flag-dry-run'), false)
    .option('--force', ctx.say('restore-force'), false)
    .action(async (file: string, flags: RestoreFlags) => runRestore(ctx, file, flags))
