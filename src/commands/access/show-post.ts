import { type AccessPolicy, accessActions, accessGroups, hiddenKinds, type Post } from '../../model/access.ts'
import { KehuError } from '../../model/errors.ts'
import { hasStaff, listStaff } from '../../store/staff.ts'
import type { Context } from '../context.ts'
import { showValue } from '../output.ts'
import { loadAccessPolicy } from './policy.ts'

/** Says in words what one post may do, and who holds it. @throws {KehuError} `access-post-unknown` */
export async function showPost(ctx: Context, name: string): Promise<void> {
  const book = await ctx.openBook()
  const policy = loadAccessPolicy(ctx, book)
  const post = findPost(policy, name)
  const holders = listStaff(book).filter((one) => one.active && one.post === post.key)
  const names = holders.map((one) => one.name)
  showValue(ctx, { ...postJson(post), holders: holders.map(({ login }) => login) }, () =>
    [postText(ctx, post), ctx.tell({ code: 'access-holders', params: { names: names.join('、') || '—' } }), ''].join(
      '\n',
    ),
  )
  ctx.finish('done')
}

/** Says what the person at work may do. */
export async function showMyAccess(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const { identity } = ctx.session
  if (identity === null) {
    const open = !hasStaff(book)
    showValue(ctx, { staff: ctx.staff, open }, () => `${ctx.tell({ code: 'access-open' })}\n`)
    return ctx.finish('done')
  }
  const { login, name, post } = identity
  showValue(ctx, { staff: login, name, ...postJson(post) }, () =>
    [ctx.tell({ code: 'access-you', params: { name, login, post: post[ctx.lang] } }), postText(ctx, post), ''].join(
      '\n',
    ),
  )
  ctx.finish('done')
}

/** A post by key or by its word. @throws {KehuError} `access-post-unknown` */
export function findPost({ posts }: AccessPolicy, name: string): Post {
  const found = posts.find((post) => [post.key, post.zh, post.en].includes(name.trim()))
  if (found !== undefined) return found
  const names = posts.map(({ key, zh }) => `${key} ${zh}`).join('、')
  throw new KehuError('usage', 'access-post-unknown', { name, names })
}

function postText(ctx: Context, post: Post): string {
  const lines = accessActions
    .filter((action) => action !== 'merge')
    .map((action) => {
      const groups = accessGroups.filter((group) => post.may[action].has(group))
      const all = groups.length === accessGroups.length
      const words = groups.map((group) => ctx.tell({ code: `access-group.${group}` })).join('、')
      const list = all ? ctx.tell({ code: 'access-everything' }) : words || '—'
      return `  ${ctx.tell({ code: `access-action.${action}` })}  ${list}`
    })
  const merge = ctx.tell({ code: post.may.merge.size > 0 ? 'access-yes' : 'access-no' })
  const unmask = hiddenKinds.map(
    (kind) =>
      `  ${ctx.tell({ code: `access-unmask.${kind}` })}  ${ctx.tell({ code: `access-grant-long.${post.unmask[kind] ?? 'never'}` })}`,
  )
  return [
    `${post[ctx.lang]}（${post.key}）`,
    ...lines,
    `  ${ctx.tell({ code: 'access-action.merge' })}  ${merge}`,
    ...unmask,
  ].join('\n')
}

const postJson = ({ key, zh, en, may, unmask }: Post): object => ({
  post: key,
  zh,
  en,
  may: Object.fromEntries(accessActions.map((action) => [action, [...may[action]]])),
  unmask,
})
