import { businessDay } from '../../../domain/calendar.ts'
import { nextDue, type VerificationDue, type VerifyPolicy } from '../../../domain/verification/due.ts'
import { KehuError } from '../../../model/errors.ts'
import { codeOf } from '../../../model/party-code.ts'
import type { DueLine } from '../../../model/verification.ts'
import type { Book } from '../../../store/book.ts'
import { namesOf } from '../../../store/party-names.ts'
import { readSettings } from '../../../store/settings.ts'
import {
  type LastVerification,
  lastVerifications,
  readVerifiables,
  type VerifiableChunk,
} from '../../../store/verification.ts'
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
  const { total, lines: all } = dueIn(ctx, book, policy, { ...options, scopes })
  const lines = all.slice(0, options.limit)
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

/** Who is due; of each scope only the first `limit` are kept while the others are counted. */
export function dueIn(
  ctx: Context,
  book: Book,
  policy: VerifyPolicy,
  options: Omit<DueOptions, 'scope'> & { readonly scopes: readonly string[] },
): DueList {
  const { owner, within, limit } = options
  const zone = readSettings(book).time_zone
  const today = businessDay(ctx.now(), zone)
  const dayOf = (at: string): string => businessDay(at, zone)
  const scopes = options.scopes.map((scope) => ({
    last: lastVerifications(book, scope, dayOf),
    dueOf: dueByKind(policy, scope, today),
    first: firstOf(limit),
  }))
  for (const chunk of readVerifiables(book)) {
    for (let i = 0; i < chunk.ids.length; i++) {
      if (owner !== undefined && chunk.owner[i] !== owner) continue
      for (const { last, dueOf, first } of scopes) {
        const known = last.get(chunk.ids[i]!)
        const due = dueOf(chunk, i, known)
        if (due !== null && due.overdue >= -within) first.take(due, chunk, i, known)
      }
    }
  }
  const found = scopes.flatMap(({ first }) => first.lines())
  const names = namesOf(
    book,
    found.map(({ id }) => id),
  )
  return {
    total: scopes.reduce((sum, { first }) => sum + first.total(), 0),
    lines: found.map((one) => ({ ...one, name: names.get(one.id) ?? '' })),
  }
}

type DueFound = Omit<DueList['lines'][number], 'name'>

/** Keeps the most urgent ones out of a million without keeping the million. */
function firstOf(limit: number) {
  let total = 0
  let lines: DueFound[] = []
  /** The last of those kept: what is less urgent isn't looked at. */
  let bar: DueFound | undefined
  const trim = (): void => {
    lines = lines.sort(byUrgency).slice(0, limit)
    bar = lines.length === limit ? lines.at(-1) : undefined
  }
  return {
    take(due: VerificationDue, chunk: VerifiableChunk, i: number, known: LastVerification | undefined): void {
      total++
      if (bar !== undefined && rank(due) >= rank(bar) && due.overdue <= bar.overdue) return
      const { scope, dueOn, overdue, reason } = due
      const [id, tier, owner] = [chunk.ids[i]!, chunk.tier[i]!, chunk.owner[i]!]
      lines.push({ id, tier, owner, lastOn: known?.lastOn ?? null, scope, dueOn, overdue, reason })
      if (lines.length > 4 * limit + 1000) trim()
    },
    total: () => total,
    lines(): readonly DueFound[] {
      trim()
      return lines
    },
  }
}

/** Customers alike in all that counts are due alike: a million of them are a few thousand kinds. */
function dueByKind(policy: VerifyPolicy, scope: string, today: string) {
  const known = new Map<string, Map<string, VerificationDue | null>>()
  return (chunk: VerifiableChunk, i: number, last: LastVerification | undefined): VerificationDue | null => {
    const [kind, tier, openedOn] = [chunk.kind[i]!, chunk.tier[i]!, chunk.openedOn[i] ?? today]
    const ask = (): VerificationDue | null => {
      const told = {
        lastOn: last?.lastOn ?? null,
        retryOn: last?.retryOn ?? null,
        secondHand: chunk.secondHand[i] === 1,
      }
      return nextDue({ id: chunk.ids[i]!, kind, tier, openedOn, ...told }, scope, policy, today)
    }
    if (last !== undefined || chunk.secondHand[i] === 1) return ask()
    const group = `${kind} ${tier}`
    const days = known.get(group) ?? new Map<string, VerificationDue | null>()
    known.set(group, days)
    const before = days.get(openedOn)
    if (before !== undefined) return before
    const due = ask()
    days.set(openedOn, due)
    return due
  }
}

const rank = ({ reason }: Pick<VerificationDue, 'reason'>): number => (reason === 'second-hand' ? 0 : 1)
const byUrgency = (a: DueFound, b: DueFound): number => rank(a) - rank(b) || b.overdue - a.overdue || a.id - b.id
