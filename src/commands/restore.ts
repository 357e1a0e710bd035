import { Command } from 'commander'
import { type AgeFlags, repeated } from './backup.ts'
import { runRestore } from './care/run-restore.ts'
import type { Context } from './context.ts'

export interface RestoreFlags extends AgeFlags {
  readonly dryRun: boolean
  readonly force: boolean
  readonly identity: readonly string[]
}

export const restoreCommand = (ctx: Context): Command =>
  new Command('restore')
    .summary(ctx.say('restore-summary'))
    .description(ctx.say('restore-description'))
    .argument('<file>', ctx.say('restore-file'))
    .option('-n, --dry-run', ctx.say('flag-dry-run'), false)
    .option('--force', ctx.say('restore-force'), false)
    .option('--identity <file>', ctx.say('restore-identity'), repeated, [])
    .option('--age-passphrase-file <file>', ctx.say('age-file'))
    .option('--age-passphrase-command <command>', ctx.say('age-command'))
    .action(async (file: string, flags: RestoreFlags) => runRestore(ctx, file, flags))
