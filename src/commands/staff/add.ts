import { KehuError } from '../../model/errors.ts'
import { findStaff, hasStaff } from '../../store/staff.ts'
import { loadAccessPolicy } from '../access/policy.ts'
import { findPost } from '../access/show-post.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { write } from '../write.ts'

/**
 * Puts somebody on the list. The first one closes the book to everybody else, and so has to be one who may change the list.
 *
 * @throws {KehuError} `staff-first-admin`, `staff-exists`, `access-post-unknown`
 */
export async function addStaff(
  ctx: Context,
  login: string,
  flags: { readonly post: string; readonly name?: string },
): Promise<void> {
  const book = await ctx.openBook()
  const post = findPost(loadAccessPolicy(ctx, book), flags.post)
  const isFirst = !hasStaff(book)
  if (isFirst && !post.may.write.has('staff')) throw new KehuError('refused', 'staff-first-admin', { login })
  if (findStaff(book, login)?.login === login) throw new KehuError('usage', 'staff-exists', { login })
  const name = flags.name ?? login
  const { operation } = write(ctx, book, { kind: 'staff' }, (step) => {
    const id = step.insert('staff', { login, name, post: post.key, active: 1 })
    return { result: id, summary: { staff: login, post: post.key } }
  })
  note(ctx, ctx.tell({ code: 'staff-added', params: { name, login, post: post[ctx.lang], operation } }))
  if (isFirst) note(ctx, ctx.tell({ code: 'staff-first', params: { login } }))
  if (isFirst && login !== ctx.staff) note(ctx, ctx.tell({ code: 'staff-not-you', params: { you: ctx.staff, login } }))
  ctx.finish('done')
}
