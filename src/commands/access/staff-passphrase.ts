import { resolve } from 'node:path'
import { readTextFile } from '../../files/places.ts'
import { KehuError } from '../../model/errors.ts'
import type { Context } from '../context.ts'

/**
 * A passphrase of a member of staff: the first line of the file `KEHU_STAFF_PASSPHRASE_FILE` names, else typed unseen.
 * Never a flag or a variable, which other processes can read. `isFinal` where asking again would give the same.
 *
 * @throws {KehuError} `staff-passphrase-needed`, `cancelled`
 */
export async function staffPassphrase(
  ctx: Context,
  question: string,
): Promise<{ readonly words: string; readonly isFinal: boolean }> {
  const file = ctx.env['KEHU_STAFF_PASSPHRASE_FILE']
  if (file !== undefined && file !== '')
    return { words: readTextFile(resolve(ctx.cwd, file)).split(/\r?\n/, 1)[0]!, isFinal: true }
  return { words: await typedPassphrase(ctx, question), isFinal: false }
}

/** A passphrase as a person types it. @throws {KehuError} `staff-passphrase-needed`, `cancelled` */
export async function typedPassphrase(ctx: Context, question: string): Promise<string> {
  if (ctx.askSecret === null) throw new KehuError('password', 'staff-passphrase-needed')
  const words = await ctx.askSecret(`${ctx.tell({ code: question })} `)
  if (words === null) throw new KehuError('cancelled', 'cancelled')
  return words
}
