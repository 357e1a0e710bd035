import type { AccessPolicy, Identity } from '../../model/access.ts'
import { KehuError } from '../../model/errors.ts'
import type { Book } from '../../store/book.ts'
import { findStaff, type StaffMember } from '../../store/staff.ts'
import type { Context } from '../context.ts'
import { staffPassphrase } from './staff-passphrase.ts'

const TRIES = 3

/**
 * Finds out who works: `KEHU_USER`, else the login name; at a terminal somebody whom neither names is asked.
 *
 * @throws {KehuError} `staff-unknown`, `staff-left`, `staff-post-missing`, `staff-passphrase-wrong`, `staff-passphrase-needed`
 */
export async function identify(ctx: Context, book: Book, policy: AccessPolicy): Promise<Identity> {
  const member = await memberOf(ctx, book)
  if (!member.active) throw new KehuError('refused', 'staff-left', { login: member.login })
  const post = policy.posts.find(({ key }) => key === member.post)
  if (post === undefined)
    throw new KehuError('refused', 'staff-post-missing', { login: member.login, post: member.post ?? '' })
  if (member.passphrase !== null) await prove(ctx, member, member.passphrase)
  return { staffId: member.id, login: member.login, name: member.name, post }
}

async function memberOf(ctx: Context, book: Book): Promise<StaffMember> {
  const known = findStaff(book, ctx.staff)
  if (known !== undefined) return known
  if (ctx.ask !== null && ctx.env['KEHU_USER'] === undefined) {
    const answer = await ctx.ask.text({ message: ctx.tell({ code: 'staff-who' }), required: true })
    const named = answer.kind === 'answer' ? findStaff(book, answer.value.trim()) : undefined
    // Whoever is not who the system says they are has to prove it: a name alone would open every door.
    if (named !== undefined && named.passphrase !== null) return named
  }
  throw new KehuError('refused', 'staff-unknown', { login: ctx.staff })
}

async function prove(ctx: Context, member: StaffMember, kept: string): Promise<void> {
  const { isPassphrase } = await import('../../store/passphrase.ts')
  for (let turn = 0; turn < TRIES; turn++) {
    const { words, isFinal } = await staffPassphrase(ctx, 'staff-passphrase-ask')
    if (isPassphrase(words, kept)) return
    if (isFinal) break
  }
  throw new KehuError('password', 'staff-passphrase-wrong', { login: member.login })
}
