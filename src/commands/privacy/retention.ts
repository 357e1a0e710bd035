import { addDays } from '../../domain/calendar.ts'
import { tracesOf } from '../../domain/privacy/traces.ts'
import { codeOf } from '../../model/party-code.ts'
import { type RetentionRule, retentionClasses } from '../../model/privacy.ts'
import type { Book } from '../../store/book.ts'
import { erasePerson, sweepFile } from '../../store/privacy/erase.ts'
import { familyOf, partShared, valuesOf } from '../../store/privacy/person-values.ts'
import {
  destroyBlocks,
  type Expired,
  expiredBatches,
  expiredOf,
  type Notice,
  openNotices,
} from '../../store/privacy/retention.ts'
import type { Context } from '../context.ts'
import { oneOf, wholeNumber } from '../flags.ts'
import { note, showListing } from '../output.ts'
import { todayOf, write } from '../write.ts'
import { loadPrivacyPolicy } from './policy.ts'

export interface RetentionFlags {
  readonly warn: boolean
  readonly apply: boolean
  readonly class?: string
  readonly limit: string
  readonly approvedBy?: string
}

/** What a rule would do today. */
interface Due {
  readonly rule: RetentionRule
  /** Time is up, and nobody was warned yet. */
  readonly toWarn: readonly Expired[]
  /** Warned, and waiting for the day. */
  readonly waiting: number
  /** Warned, and the day has come. */
  readonly toDo: readonly Expired[]
  /** Warned, and alive again: the warning is dropped. */
  readonly alive: readonly Notice[]
  readonly batches: readonly { readonly id: number; readonly rows: number }[]
}

/**
 * Keeps data no longer than its class allows (SEC-06): first it says who, then it warns, then it does it. Nothing is
 * done without `--apply`, and nothing is archived or anonymised that was not warned of.
 */
export async function runRetention(ctx: Context, flags: RetentionFlags): Promise<void> {
  const book = await ctx.openBook()
  const today = todayOf(ctx, book)
  const only = flags.class === undefined ? undefined : oneOf('--class', flags.class, retentionClasses)
  const rules = loadPrivacyPolicy(ctx, book).retention.filter((rule) => only === undefined || rule.class === only)
  const notices = openNotices(book)
  const dues = rules.map((rule) => dueOf(book, rule, notices, today))
  show(ctx, dues)
  if (flags.warn) warn(ctx, book, dues, today)
  if (flags.apply) await apply(ctx, book, dues, { ...flags, most: wholeNumber('--limit', flags.limit), today })
  const open = dues.some(({ toWarn, toDo, batches }) => toWarn.length + toDo.length + batches.length > 0)
  if (!flags.warn && !flags.apply && open) note(ctx, ctx.tell({ code: 'retention-next' }))
  ctx.finish(open ? 'done' : 'nothing')
}

function dueOf(book: Book, rule: RetentionRule, notices: readonly Notice[], today: string): Due {
  const before = addDays(today, -rule.after)
  if (rule.class === 'source-rows')
    return { rule, toWarn: [], waiting: 0, toDo: [], alive: [], batches: expiredBatches(book, before) }
  const expired = expiredOf(book, rule.class, before)
  const ids = new Set(expired.map(({ id }) => id))
  const own = new Map(notices.filter((one) => one.class === rule.class).map((one) => [one.partyId, one]))
  const warned = expired.filter(({ id }) => own.has(id))
  const toDo = warned.filter(({ id }) => own.get(id)!.dueOn <= today)
  return {
    rule,
    toWarn: expired.filter(({ id }) => !own.has(id)),
    waiting: warned.length - toDo.length,
    toDo,
    alive: [...own.values()].filter(({ partyId }) => !ids.has(partyId)),
    batches: [],
  }
}

function show(ctx: Context, dues: readonly Due[]): void {
  const title = (code: string): string => ctx.tell({ code })
  const integer = (key: string) => ({ key, title: title(`retention-${key}`), type: 'integer' as const })
  showListing(ctx, {
    table: {
      key: 'retention',
      title: title('privacy-retention-summary'),
      columns: [
        { key: 'class', title: title('privacy-class-column'), type: 'date' },
        integer('after'),
        { key: 'action', title: title('privacy-action'), type: 'date' },
        ...['toWarn', 'waiting', 'toDo', 'alive'].map(integer),
      ],
      rows: dues.map(({ rule, toWarn, waiting, toDo, alive, batches }) => [
        title(`retention-class.${rule.class}`),
        rule.after,
        title(`retention-action.${rule.action}`),
        ...[toWarn.length, waiting, toDo.length + batches.length, alive.length],
      ]),
    },
    json: dues.map(({ rule, ...one }) => ({
      ...rule,
      toWarn: one.toWarn.map(({ id, lastOn }) => ({ code: codeOf(id), lastOn })),
      waiting: one.waiting,
      toDo: one.toDo.map(({ id, lastOn }) => ({ code: codeOf(id), lastOn })),
      alive: one.alive.map(({ partyId }) => codeOf(partyId)),
      batches: one.batches,
    })),
  })
}

/** Warns: from now on the days run, and who has the customer may still do something. */
function warn(ctx: Context, book: Book, dues: readonly Due[], today: string): void {
  const { result, operation } = write(ctx, book, { kind: 'privacy' }, (step) => {
    let warned = 0
    for (const { rule, toWarn, alive } of dues) {
      for (const { id, lastOn } of toWarn) {
        const row = { party_id: id, class: rule.class, action: rule.action, warned_on: today }
        step.insert('retention_notice', { ...row, due_on: addDays(today, rule.warn), why: lastOn })
        warned++
      }
      for (const { id } of alive) step.update('retention_notice', id, { state: 'dropped', why: 'active-again' })
    }
    return { result: warned, summary: { warned } }
  })
  note(ctx, ctx.tell({ code: 'retention-warned', params: { count: result, operation } }))
}

interface Doing {
  readonly most: number
  readonly today: string
  readonly approvedBy?: string
}

async function apply(ctx: Context, book: Book, dues: readonly Due[], doing: Doing): Promise<void> {
  let swept = false
  for (const { rule, toDo, batches } of dues) {
    const now = toDo.slice(0, doing.most)
    if (now.length > 0 && rule.action === 'archive') archive(ctx, book, rule, now, doing)
    else if (now.length > 0) {
      anonymise(ctx, book, rule, now, doing)
      swept = true
    }
    if (batches.length > 0) {
      destroyRows(ctx, book, rule, batches, doing)
      swept = true
    }
    if (toDo.length > now.length)
      note(ctx, ctx.tell({ code: 'retention-rest', params: { count: toDo.length - now.length } }))
  }
  if (swept) sweepFile(book)
}

const record = (ctx: Context, rule: RetentionRule, { today, approvedBy }: Doing) => ({
  class: rule.class,
  action: rule.action,
  cause: 'retention',
  on_day: today,
  at: ctx.now(),
  staff: ctx.staff,
  approved_by: approvedBy ?? null,
})

function archive(ctx: Context, book: Book, rule: RetentionRule, people: readonly Expired[], doing: Doing): void {
  const { operation } = write(ctx, book, { kind: 'privacy' }, (step) => {
    for (const { id } of people) {
      step.update('party', id, { status: 'archived' })
      step.insert('disposal', { party_id: id, ...record(ctx, rule, doing) })
      closeNotice(book, step, id)
    }
    return { result: people.length, summary: { archived: people.length } }
  })
  note(ctx, ctx.tell({ code: 'retention-archived', params: { count: people.length, operation } }))
}

function closeNotice(
  book: Book,
  step: { update: (table: string, id: number, row: { state: string }) => boolean },
  id: number,
): void {
  for (const notice of openNotices(book))
    if (notice.partyId === id) step.update('retention_notice', notice.id, { state: 'done' })
}

/** People whose time is up become nobody, together: one look through the book for all of them. */
function anonymise(ctx: Context, book: Book, rule: RetentionRule, people: readonly Expired[], doing: Doing): void {
  const ids = people.flatMap(({ id }) => familyOf(book, id))
  const { own } = partShared(book, ids, valuesOf(book, ids))
  write(ctx, book, { kind: 'privacy' }, (step) => {
    for (const { id } of people) closeNotice(book, step, id)
    return { result: 0, summary: { anonymised: people.length } }
  })
  erasePerson(book, {
    ...{ ids, traces: tracesOf(own), staff: ctx.staff, at: ctx.now(), today: doing.today, cause: 'retention' },
    action: rule.action === 'destroy' ? 'destroy' : 'anonymise',
    class: rule.class,
    ...(doing.approvedBy === undefined ? {} : { approvedBy: doing.approvedBy }),
    dryRun: false,
  })
  note(ctx, ctx.tell({ code: 'retention-anonymised', params: { count: people.length } }))
}

function destroyRows(ctx: Context, book: Book, rule: RetentionRule, batches: Due['batches'], doing: Doing): void {
  const rows = batches.reduce((sum, one) => sum + one.rows, 0)
  write(ctx, book, { kind: 'privacy' }, (step) => {
    destroyBlocks(
      book,
      batches.map(({ id }) => id),
    )
    step.insert('disposal', {
      party_id: 0,
      ...record(ctx, rule, doing),
      counts: JSON.stringify({ batches: batches.length, rows }),
    })
    return { result: rows, summary: { destroyed: rows } }
  })
  note(ctx, ctx.tell({ code: 'retention-destroyed', params: { rows, batches: batches.length } }))
}
