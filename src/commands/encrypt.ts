import { Command } from 'commander'
import { runDecrypt, runEncrypt, runRekey } from './care/run-seal.ts'
import type { Context } from './context.ts'

export interface RekeyFlags {
  readonly newPassphraseFile?: string
  readonly newPassphraseCommand?: string
}

export const encryptCommand = (ctx: Context): Command =>
  new Command('encrypt')
    .summary(ctx.say('encrypt-summary'))
    .description(ctx.say('encrypt-description'))
    .action(async () => runEncrypt(ctx))

export const decryptCommand = (ctx: Context): Command =>
  new Command('decrypt')
    .summary(ctx.say('decrypt-summary'))
    .description(ctx.say('decrypt-description'))
    .action(async () => runDecrypt(ctx))

export const rekeyCommand = (ctx: Context): Command =>
  new Command('rekey')
    .summary(ctx.say('rekey-summary'))
    .description(ctx.say('rekey-description'))
    .option('--new-passphrase-file <file>', ctx.say('rekey-file'))
    .option('--new-passphrase-command <command>', ctx.say('rekey-command'))
    .action(async (flags: RekeyFlags) => runRekey(ctx, flags))
