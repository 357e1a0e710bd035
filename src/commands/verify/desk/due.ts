import { businessDay } from '../../../domain/calendar.ts'
import { nextDue, type VerificationDue, type VerifyPolicy } from '../../../domain/verification/due.ts'
import { KehuError } from '../../../model/errors.ts'
import type { DueLine } from '../../../model/verification.ts'
import type { Book } from '../../../store/book.ts'
import { codeOf } from '../../../store/counting.ts'
import { readSettings } from '../../../store/settings.ts'
import { readVerifiables, type VerifiableRow } from '../../../store/verification.ts'
import type { Context } from '../../context.ts'
import { note, showListing } from '../../output.ts'
import { loadVerifyPolicy } from '../../policies/load.ts'

export interface DueOptions {
  /** Undefined: every scope of the policy. */
  readonly scope: string | undefined
  readonly owner: string | undefined
  /** Days ahead. */
  readonly within: number
  readonly limit: number
}

export interface DueList {
  readonly total: number
  /** Second-hand ones first, then the longest overdue. */
  readonly lines: readonly (DueLine & { readonly scope: string })[]
}

/** Lists who is to be verified, by whom, how long overdue and why. */
export async function runDue(ctx: Context, options: DueOptions): Promise<void> {
  const book = await ctx.openBook()
  const policy = loadVerifyPolicy(ctx, book)
  const scopes = options.scope === undefined ? Object.keys(policy.scopes) : [scopeOf(ctx, policy, options.scope)]
  const lists = scopes.map((scope) => dueIn(ctx, book, policy, { ...options, scope }))
  const total = lists.reduce((sum, list) => sum + list.total, 0)
  const lines = lists.flatMap((list) => list.lines).slice(0, options.limit)
  const { say } = ctx
  const text = (key: string, title: string) => ({ key, title, type: 'text' as const })
  showListing(ctx, {
    table: {
      key: 'due',
      title: say('due-summary'),
      columns: [
        text('code', say('column-code')),
        { ...text('name', say('column-name')), personal: 'name' },
        text('tier', say('column-tier')),
        text('owner', say('column-owner')),
        text('scope', say('column-scope')),
        { key: 'last', title: say('column-last-on'), type: 'date' },
        { key: 'due', title: say('column-due'), type: 'date' },
        { key: 'overdue', title: say('column-overdue'), type: 'integer' },
        text('why', say('column-why')),
      ],
      rows: lines.map((one) => [
        ...[codeOf(one.id), one.name, one.tier, one.owner, scopeName(ctx, one.scope), one.lastOn, one.dueOn],
        one.overdue,
        ctx.tell({ code: `verification.${one.reason}` }),
      ]),
      empty: say('due-none'),
    },
    json: lines.map(({ id, ...one }) => ({ code: codeOf(id), ...one })),
  })
  if (ctx.format === 'text') note(ctx, say('due-total', { total, shown: lines.length }))
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}

export const scopeName = (ctx: Context, scope: string): string => {
  const code = `scope.${scope}`
  const name = ctx.tell({ code })
  return name === code ? scope : name
}

/** A scope of the policy by key or name. @throws {KehuError} `flag-bad-value` */
export function scopeOf(ctx: Context, policy: VerifyPolicy, text: string): string {
  const scopes = Object.keys(policy.scopes)
  const found = scopes.find((scope) => scope === text.replaceAll('-', '_') || scopeName(ctx, scope) === text)
  if (found === undefined)
    throw new KehuError('usage', 'flag-bad-value', { flag: '--scope', value: text, expected: scopes.join(' | ') })
  return found
}

/** Who is due in one scope; only the first `limit` are kept while the others are counted. */
export function dueIn(
  ctx: Context,
  book: Book,
  policy: VerifyPolicy,
  options: Omit<DueOptions, 'scope'> & { readonly scope: string },
): DueList {
  const { scope, owner, within, limit } = options
  const zone = readSettings(book).time_zone
  const today = businessDay(ctx.now(), zone)
  const dayOf = (at: string): string => businessDay(at, zone)
  // Customers alike in all that counts are due alike: a million of them are a few thousand kinds.
  const known = new Map<string, VerificationDue | null>()
  const dueOf = (row: VerifiableRow): VerificationDue | null => {
    const key = `${row.kind}|${row.tier}|${row.lastOn}|${row.retryOn}|${row.openedOn}|${row.secondHand}`
    const found = known.get(key)
    if (found !== undefined) return found
    const due = nextDue(row, scope, policy, today)
    known.set(key, due)
    return due
  }
  let total = 0
  let lines: (DueLine & { readonly scope: string })[] = []
  const keepFirst = (): void => {
    lines = lines.sort(byUrgency).slice(0, limit)
  }
  for (const row of readVerifiables(book, { scope, dayOf, today, ...(owner === undefined ? {} : { owner }) })) {
    const due = dueOf(row)
    if (due === null || due.overdue < -within) continue
    total++
    const { id, name, tier, lastOn } = row
    lines.push({
      id,
      name,
      tier,
      owner: row.owner,
      lastOn,
      scope,
      dueOn: due.dueOn,
      overdue: due.overdue,
      reason: due.reason,
    })
    if (lines.length > 4 * limit + 1000) keepFirst()
  }
  keepFirst()
  return { total, lines }
}

const rank = ({ reason }: Pick<VerificationDue, 'reason'>): number => (reason === 'second-hand' ? 0 : 1)
const byUrgency = (a: DueLine, b: DueLine): number => rank(a) - rank(b) || b.overdue - a.overdue || a.id - b.id
