import { Command } from 'commander'
import { runBackup } from './care/run-backup.ts'
import type { Context } from './context.ts'

/** How a backup is locked and opened, the same words in `backup` and `restore`. */
export interface AgeFlags {
  readonly agePassphraseFile?: string
  readonly agePassphraseCommand?: string
}

export interface BackupFlags extends AgeFlags {
  readonly to: readonly string[]
  readonly keep: string
  readonly list: boolean
  readonly recipient: readonly string[]
  readonly encrypt: boolean
}

export const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export const backupCommand = (ctx: Context): Command =>
  new Command('backup')
    .summary(ctx.say('backup-summary'))
    .description(ctx.say('backup-description'))
    .option('--to <dir>', ctx.say('backup-to'), repeated, [])
    .option('--keep <rule>', ctx.say('backup-keep'), 'daily=7,weekly=4,monthly=12')
    .option('--list', ctx.say('backup-list'), false)
    .option('--recipient <key-or-file>', ctx.say('backup-recipient'), repeated, [])
    .option('--encrypt', ctx.say('backup-encrypt'), false)
    .option('--age-passphrase-file <file>', ctx.say('age-file'))
    .option('--age-passphrase-command <command>', ctx.say('age-command'))
    .action(async (flags: BackupFlags) => runBackup(ctx, flags))
