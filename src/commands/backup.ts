import { Command } from 'commander'
import { runBackup } from './care/run-backup.ts'
import type { Context } from './context.ts'

export interface BackupFlags {
  readonly to: readonly string[]
  readonly keep: string
  readonly list: boolean
}

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const backupCommand = (ctx: Context): Command =>
  new Command('backup')
    .summary(ctx.say('backup-summary'))
    .description(ctx.say('backup-description'))
    .option('--to <dir>', ctx.say('backup-to'), repeated, [])
    .option('--keep <rule>', ctx.say('backup-keep'), 'daily=7,weekly=4,monthly=12')
    .option('--list', ctx.say('backup-list'), false)
    .action(async (flags: BackupFlags) => runBackup(ctx, flags))
