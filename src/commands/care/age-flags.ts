import { resolve } from 'node:path'
import { type BackupKey, type LockAndKey, readIdentities, readRecipients, withOwnKey } from '../../files/backup/age.ts'
import { type PassphraseSource, readPassphrase } from '../../files/passphrase.ts'
import { KehuError } from '../../model/errors.ts'
import type { AgeFlags, BackupFlags } from '../backup.ts'
import type { Context } from '../context.ts'
import { askPassphrase, newPassphrase } from '../passphrase.ts'
import type { RestoreFlags } from '../restore.ts'

const sourceOf = (
  ctx: Context,
  { agePassphraseFile: file, agePassphraseCommand: command }: AgeFlags,
): PassphraseSource => ({
  file: file === undefined ? undefined : resolve(ctx.cwd, file),
  command,
})

/** How a backup is to be encrypted; undefined where it is not. @throws {KehuError} `backup-one-lock`, `recipient-wrong` */
export async function lockOf(ctx: Context, flags: BackupFlags): Promise<LockAndKey | undefined> {
  const source = sourceOf(ctx, flags)
  const byPassphrase = flags.encrypt || source.file !== undefined || source.command !== undefined
  if (byPassphrase && flags.recipient.length > 0) throw new KehuError('usage', 'backup-one-lock')
  if (byPassphrase)
    return withOwnKey({
      recipients: [],
      passphrase: await newPassphrase(ctx, source, '--age-passphrase-file, --age-passphrase-command'),
    })
  if (flags.recipient.length === 0) return undefined
  const recipients = readRecipients(
    flags.recipient.map((one) => (one.startsWith('age1') ? one : resolve(ctx.cwd, one))),
  )
  if (recipients.length === 0) throw new KehuError('usage', 'recipient-wrong', { recipient: flags.recipient.join(' ') })
  return withOwnKey({ recipients, passphrase: undefined })
}

/** What is told to open a backup with; undefined where nothing is. */
export function keyOf(ctx: Context, flags: RestoreFlags): BackupKey | undefined {
  const passphrase = readPassphrase(sourceOf(ctx, flags))
  const identities = readIdentities(flags.identity.map((file) => resolve(ctx.cwd, file)))
  return passphrase === undefined && identities.length === 0 ? undefined : { identities, passphrase }
}

/** The passphrase of a backup, asked for at the terminal. @throws {KehuError} `cancelled` */
export const askedKey = async (ctx: Context, file: string): Promise<BackupKey> => ({
  identities: [],
  passphrase: await askPassphrase(ctx, ctx.say('passphrase-ask', { path: file })),
})
