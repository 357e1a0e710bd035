import { resolve } from 'node:path'
import { readTextFile } from '../../files/places.ts'
import { KehuError } from '../../model/errors.ts'
import { hashPassphrase } from '../../store/passphrase.ts'
import { typedPassphrase } from '../access/staff-passphrase.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { write } from '../write.ts'
import { memberOf } from './find-member.ts'

/** Fewer characters are guessed at once. */
const LEAST = 8

/**
 * Sets or removes a passphrase: one's own, or with the right to change the list another's.
 *
 * @throws {KehuError} `staff-passphrase-short`, `staff-passphrase-differs`, `access-refused`
 */
export async function setPassphrase(
  ctx: Context,
  who: string | undefined,
  flags: { readonly from?: string; readonly remove: boolean },
): Promise<void> {
  const book = await ctx.openBook()
  const member = memberOf(book, who ?? ctx.staff)
  const { identity } = ctx.session
  const isOwn = identity !== null && identity.staffId === member.id
  if (identity !== null && !isOwn && !identity.post.may.write.has('staff'))
    throw new KehuError('refused', 'staff-passphrase-others', { name: member.name })
  const words = flags.remove ? null : await newWords(ctx, flags.from)
  const kept = words === null ? null : hashPassphrase(words)
  // Whoever may not change the list may still change their own words.
  const { releaseGuard } = await import('../../store/journal.ts')
  if (isOwn) releaseGuard(book)
  write(ctx, book, { kind: 'staff' }, (step) => ({
    result: step.update('staff', member.id, { passphrase: kept }),
    summary: { staff: member.login, passphrase: kept === null ? 'removed' : 'set' },
  }))
  note(
    ctx,
    ctx.tell({
      code: kept === null ? 'staff-passphrase-removed' : 'staff-passphrase-set',
      params: { name: member.name },
    }),
  )
  ctx.finish('done')
}

async function newWords(ctx: Context, from: string | undefined): Promise<string> {
  const words =
    from === undefined
      ? await typedPassphrase(ctx, 'staff-passphrase-new')
      : readTextFile(resolve(ctx.cwd, from)).split(/\r?\n/, 1)[0]!
  if ([...words].length < LEAST) throw new KehuError('usage', 'staff-passphrase-short', { least: LEAST })
  if (from === undefined && (await typedPassphrase(ctx, 'staff-passphrase-again')) !== words)
    throw new KehuError('usage', 'staff-passphrase-differs')
  return words
}
