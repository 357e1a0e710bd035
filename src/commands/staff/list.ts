import { wallClock } from '../../domain/calendar.ts'
import type { AccessPolicy } from '../../model/access.ts'
import { readSettings } from '../../store/settings.ts'
import { countOwned, lastSeen, listStaff, type StaffMember } from '../../store/staff.ts'
import { loadAccessPolicy } from '../access/policy.ts'
import type { Context } from '../context.ts'
import { showListing, showValue } from '../output.ts'
import { memberOf } from './find-member.ts'

/** Lists who works with the book; those who left too, where asked. */
export async function listMembers(ctx: Context, all: boolean): Promise<void> {
  const book = await ctx.openBook()
  const policy = loadAccessPolicy(ctx, book)
  const members = listStaff(book).filter(({ active }) => all || active)
  const seen = lastSeen(book)
  const zone = readSettings(book).time_zone
  const at = (login: string): string | null => (seen.has(login) ? wallClock(seen.get(login)!, zone) : null)
  const title = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'staff',
      title: title('staff-summary'),
      columns: [
        { key: 'login', title: title('staff-login'), type: 'date' },
        { key: 'name', title: ctx.say('column-name'), type: 'text' },
        { key: 'post', title: title('staff-post-column'), type: 'date' },
        { key: 'state', title: ctx.say('column-state'), type: 'date' },
        { key: 'passphrase', title: title('staff-passphrase-column'), type: 'date' },
        { key: 'seen', title: title('staff-seen'), type: 'date' },
      ],
      rows: members.map((one) => [
        one.login,
        one.name,
        postWord(ctx, policy, one),
        one.active ? title('staff-active') : ctx.tell({ code: 'staff-left-on', params: { on: one.leftOn ?? '' } }),
        title(one.passphrase === null ? 'access-no' : 'access-yes'),
        at(one.login),
      ]),
      empty: title('staff-none'),
    },
    json: members.map(({ passphrase, ...one }) => ({
      ...one,
      hasPassphrase: passphrase !== null,
      lastSeenAt: seen.get(one.login) ?? null,
    })),
  })
  ctx.finish(members.length === 0 ? 'nothing' : 'done')
}

const postWord = (ctx: Context, { posts }: AccessPolicy, { post }: StaffMember): string =>
  posts.find(({ key }) => key === post)?.[ctx.lang] ?? post ?? ''

/** Shows one of them. */
export async function showMember(ctx: Context, who: string): Promise<void> {
  const book = await ctx.openBook()
  const { passphrase, ...member } = memberOf(book, who)
  const owned = countOwned(book, [member.login, member.name])
  const seen = lastSeen(book).get(member.login) ?? null
  const zone = readSettings(book).time_zone
  showValue(ctx, { ...member, hasPassphrase: passphrase !== null, owned, lastSeenAt: seen }, () => {
    const state = member.active
      ? ctx.tell({ code: 'staff-active' })
      : ctx.tell({ code: 'staff-left-on', params: { on: member.leftOn ?? '' } })
    const post = postWord(ctx, loadAccessPolicy(ctx, book), { ...member, passphrase })
    const lines = [
      `${member.name}（${member.login}）  ${post}  ${state}`,
      ctx.tell({ code: 'staff-owned', params: { count: owned } }),
      ctx.tell({ code: passphrase === null ? 'staff-without-passphrase' : 'staff-with-passphrase' }),
      ctx.tell({ code: 'staff-last-seen', params: { at: seen === null ? '—' : wallClock(seen, zone) } }),
    ]
    return `${lines.join('\n')}\n`
  })
  ctx.finish('done')
}
