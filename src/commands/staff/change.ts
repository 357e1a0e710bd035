import type { Row } from '../../store/journal.ts'
import { countOwned, ownedIds } from '../../store/staff.ts'
import { loadAccessPolicy } from '../access/policy.ts'
import { findPost } from '../access/show-post.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { todayOf, write } from '../write.ts'
import { keepAdmin, memberOf } from './find-member.ts'

export interface EditFlags {
  readonly post?: string
  readonly name?: string
  readonly back: boolean
}

/** Changes somebody's post or name, or takes back one who left. */
export async function editStaff(ctx: Context, who: string, flags: EditFlags): Promise<void> {
  const book = await ctx.openBook()
  const member = memberOf(book, who)
  const policy = loadAccessPolicy(ctx, book)
  const post = flags.post === undefined ? (member.post ?? '') : findPost(policy, flags.post).key
  const patch: Row = {
    post,
    name: flags.name ?? member.name,
    ...(flags.back ? { active: 1, left_on: null } : {}),
  }
  keepAdmin(book, policy, { id: member.id, post, active: flags.back || member.active })
  const { operation } = write(ctx, book, { kind: 'staff' }, (step) => ({
    result: step.update('staff', member.id, patch),
    summary: { staff: member.login, post },
  }))
  note(ctx, ctx.tell({ code: 'staff-changed', params: { name: flags.name ?? member.name, operation } }))
  ctx.finish('done')
}

/** Closes the book to somebody who leaves; their customers go to another, where one is named. */
export async function leaveStaff(
  ctx: Context,
  who: string,
  flags: { readonly to?: string; readonly reason?: string },
): Promise<void> {
  const book = await ctx.openBook()
  const member = memberOf(book, who)
  const heir = flags.to === undefined ? undefined : memberOf(book, flags.to)
  keepAdmin(book, loadAccessPolicy(ctx, book), { id: member.id, post: member.post, active: false })
  const on = todayOf(ctx, book)
  const names = [member.login, member.name]
  const { result, operation } = write(ctx, book, { kind: 'staff', reason: flags.reason }, (step) => {
    step.update('staff', member.id, { active: 0, left_on: on, passphrase: null })
    const ids = heir === undefined ? [] : ownedIds(book, names)
    for (const id of ids) step.update('customer', id, { owner: heir!.name })
    return { result: ids.length, summary: { staff: member.login, left: on, handed: ids.length } }
  })
  note(ctx, ctx.tell({ code: 'staff-gone', params: { name: member.name, on, operation } }))
  if (heir !== undefined) note(ctx, ctx.tell({ code: 'staff-handed', params: { count: result, to: heir.name } }))
  const left = countOwned(book, names)
  if (left > 0) note(ctx, ctx.tell({ code: 'staff-still-owns', params: { count: left, name: member.name } }))
  ctx.finish('done')
}
