import { addDays, wallClock } from '../../domain/calendar.ts'
import { lastReview } from '../../store/access-review.ts'
import type { Book } from '../../store/book.ts'
import { readSettings } from '../../store/settings.ts'
import { countOwned, lastSeen, listStaff } from '../../store/staff.ts'
import { loadAccessPolicy } from '../access/policy.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'
import { todayOf, write } from '../write.ts'
import { anomaliesOf } from './looks.ts'

/** Who was not seen for so long may not need the right any more. */
const QUIET_DAYS = 90

interface Reviewed {
  readonly login: string
  readonly name: string
  readonly post: string
  readonly seenAt: string | null
  readonly anomalies: number
  /** Codes of what is to be looked at. */
  readonly remarks: readonly string[]
}

function reviewOf(
  ctx: Context,
  book: Book,
): { readonly people: Reviewed[]; readonly from: string; readonly dueOn: string } {
  const today = todayOf(ctx, book)
  const policy = loadAccessPolicy(ctx, book)
  const last = lastReview(book)
  const from = last?.signedOn ?? addDays(today, -policy.watch.reviewEvery)
  const dueOn = last === undefined ? today : last.dueOn
  const days = String(Math.max(1, Math.round((Date.parse(today) - Date.parse(from)) / 86_400_000) + 1))
  const odd = anomaliesOf(ctx, book, days)
  const seen = lastSeen(book)
  const people = listStaff(book)
    .filter(({ active, login, name }) => active || countOwned(book, [login, name]) > 0)
    .map(({ login, name, post, active, passphrase }): Reviewed => {
      const seenAt = seen.get(login) ?? null
      const known = policy.posts.find(({ key }) => key === post)
      const quiet = seenAt === null || seenAt.slice(0, 10) < addDays(today, -QUIET_DAYS)
      return {
        ...{ login, name, post: known?.[ctx.lang] ?? post ?? '', seenAt },
        anomalies: odd.filter(({ staff }) => staff === login).length,
        remarks: [
          ...(active ? [] : ['left-owns']),
          ...(active && quiet ? ['quiet'] : []),
          ...(active && passphrase === null ? ['no-passphrase'] : []),
          ...(known?.may.write.has('staff') === true ? ['admin'] : []),
        ],
      }
    })
  return { people, from, dueOn }
}

/** Shows what the periodic review of rights is to look at, and when it is due (SEC-13). */
export async function showReview(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const { people, from, dueOn } = reviewOf(ctx, book)
  const zone = readSettings(book).time_zone
  const title = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'review',
      title: title('audit-review-summary'),
      columns: [
        { key: 'login', title: title('staff-login'), type: 'date' },
        { key: 'name', title: ctx.say('column-name'), type: 'text' },
        { key: 'post', title: title('staff-post-column'), type: 'date' },
        { key: 'seen', title: title('staff-seen'), type: 'date' },
        { key: 'anomalies', title: title('audit-anomalies'), type: 'integer' },
        { key: 'remarks', title: title('audit-remarks'), type: 'text' },
      ],
      rows: people.map((one) => [
        ...[one.login, one.name, one.post, one.seenAt === null ? null : wallClock(one.seenAt, zone), one.anomalies],
        one.remarks.map((code) => title(`review.${code}`)).join('；'),
      ]),
      empty: title('staff-none'),
    },
    json: [{ from, dueOn, people }],
  })
  const isDue = dueOn <= todayOf(ctx, book)
  note(ctx, ctx.tell({ code: isDue ? 'review-due' : 'review-next', params: { on: dueOn, from } }))
  ctx.finish(isDue ? 'waiting' : 'done')
}

/** Signs the review: who looked at the rights, when, what was found; the next one is due by the policy. */
export async function signReview(ctx: Context, words: string | undefined): Promise<void> {
  const book = await ctx.openBook()
  const { people, from } = reviewOf(ctx, book)
  const today = todayOf(ctx, book)
  const dueOn = addDays(today, loadAccessPolicy(ctx, book).watch.reviewEvery)
  const { operation } = write(ctx, book, { kind: 'access' }, (step) => {
    const id = step.insert('access_review', {
      ...{ from_day: from, to_day: today, due_on: dueOn, signed_by: ctx.staff, signed_on: today, note: words ?? null },
      findings: JSON.stringify(
        people.map(({ login, post, anomalies, remarks }) => ({ login, post, anomalies, remarks })),
      ),
    })
    return { result: id, summary: { review: id, people: people.length } }
  })
  note(ctx, ctx.tell({ code: 'review-signed', params: { staff: ctx.staff, due: dueOn, operation } }))
  ctx.finish('done')
}
