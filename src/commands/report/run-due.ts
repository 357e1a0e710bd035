import { isAbsolute } from 'node:path'
import { businessDay, wallClock } from '../../domain/calendar.ts'
import { parsePeriod } from '../../domain/period.ts'
import { duePeriods } from '../../domain/schedule/due.ts'
import { removeLeftovers } from '../../files/leftovers.ts'
import { isAlive, thisProcess } from '../../files/this-process.ts'
import { KehuError } from '../../model/errors.ts'
import type { DuePeriod, Receiver, ScheduleEntry } from '../../model/schedule.ts'
import { sayIn, tell } from '../../render/text/index.ts'
import type { Book } from '../../store/book.ts'
import { addHandover, handedOver } from '../../store/handovers.ts'
import { type Holder, releaseLock, takeLock } from '../../store/lock.ts'
import { addReportRun, firstPeriods, type RunStatus } from '../../store/report-runs.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { type Delivered, deliver, folderOf } from './deliver.ts'
import { loadSchedule } from './load-schedule.ts'
import { rowsOf } from './make.ts'
import { makeNamedReport } from './named.ts'

const LOCK = 'report-run'
/** A holder on another machine, that can't be asked, has gone after so long. */
const STALE_MS = 6 * 3_600_000

export interface RunOptions {
  readonly dryRun: boolean
  /** Only this line of the schedule, once more although it was handed over. */
  readonly entry?: string | undefined
  /** The latest that is due where not told. */
  readonly period?: string | undefined
}

interface Pending {
  readonly entry: ScheduleEntry
  readonly due: DuePeriod
  readonly receivers: readonly Receiver[]
}

/**
 * Makes what is due and not yet handed over, once for each period and receiver, catching up what was missed. Says
 * nothing where nothing failed.
 *
 * @throws {KehuError} `report-run-locked`, `report-run-failed`, `policy-broken`
 */
export async function runDue(ctx: Context, options: RunOptions): Promise<void> {
  const { dryRun } = options
  const book = await ctx.openBook()
  const me: Holder = { holder: ctx.staff, ...thisProcess(), takenAt: ctx.now() }
  const now = Date.parse(me.takenAt)
  const held = dryRun ? null : takeLock(book, LOCK, me, (one) => hasGone(one, me, now))
  if (held !== null) throw lockedBy(held, now)
  try {
    const pending = options.entry === undefined ? pendingOf(ctx, book) : askedFor(ctx, book, options)
    if (dryRun) return sayPending(ctx, pending)
    let done = 0
    let failed = 0
    for (const one of pending) {
      const outcome = await runOne(ctx, book, one, now)
      done += outcome.done
      failed += outcome.failed
    }
    if (failed > 0 && done === 0) throw new KehuError('input', 'report-run-failed', { failed })
    ctx.finish(failed > 0 ? 'partly' : 'done')
  } finally {
    if (!dryRun) releaseLock(book, LOCK, me)
  }
}

function hasGone(holder: Holder, me: Holder, now: number): boolean {
  if (holder.host === me.host) return !isAlive(holder.pid) || holder.pid === me.pid
  return now - Date.parse(holder.takenAt) > STALE_MS
}

/** A clock that went back makes no lock younger than new. */
function lockedBy({ holder, host, pid, takenAt }: Holder, now: number): KehuError {
  const minutes = Math.max(0, Math.round((now - Date.parse(takenAt)) / 60_000))
  return new KehuError('locked', 'report-run-locked', { holder, host, pid, minutes })
}

/** What is due, oldest first. A receiver who is new gets the latest period only. */
function pendingOf(ctx: Context, book: Book): Pending[] {
  const now = wallClock(ctx.now(), readSettings(book).time_zone)
  return loadSchedule(ctx, book).flatMap((entry) => {
    const handed = handedOver(book, entry.id)
    const first = firstPeriods(book, entry.id)
    return duePeriods(entry, now)
      .map((due, at) => ({
        entry,
        due,
        receivers: entry.receivers.filter(({ name }) => {
          const since = first.get(name)
          const counts = since === undefined ? at === 0 : due.period >= since
          return counts && !handed.has(due.period, name)
        }),
      }))
      .filter(({ receivers }) => receivers.length > 0)
      .reverse()
  })
}

/** One line of the schedule again, for everybody. @throws {KehuError} `schedule-entry-missing`, the reasons of `parsePeriod` */
function askedFor(ctx: Context, book: Book, { entry: id, period: told }: RunOptions): Pending[] {
  const zone = readSettings(book).time_zone
  const entries = loadSchedule(ctx, book)
  const entry = entries.find((one) => one.id === id)
  if (entry === undefined)
    throw new KehuError('usage', 'schedule-entry-missing', { id: id!, ids: entries.map((one) => one.id).join(' ') })
  const [latest] = duePeriods(entry, wallClock(ctx.now(), zone), 1)
  const parsed = told === undefined ? undefined : parsePeriod(told, businessDay(ctx.now(), zone))
  if (parsed?.ok === false) throw new KehuError('usage', parsed.reason.code, parsed.reason.params ?? {})
  const due = parsed === undefined ? latest! : { ...latest!, period: parsed.value.name }
  return [{ entry, due, receivers: entry.receivers }]
}

/** Makes one report and brings it to those who lack it; what fails for one is said and tried again next time. */
async function runOne(ctx: Context, book: Book, { entry, due, receivers }: Pending, now: number) {
  const outcome = { done: 0, failed: 0 }
  const began = performance.now()
  const reader = readerOf(ctx, entry)
  const made = attempt(() => makeView(reader, book, entry, due.period))
  for (const receiver of receivers) {
    const result = made.ok
      ? await attemptDelivery(reader, book, { entry, period: due.period, view: made.value }, receiver, now)
      : made
    const delivered = result.ok ? result.value : undefined
    record(ctx, book, {
      ...{ entry, due, receiver, delivered, began },
      rows: made.ok ? rowsOf(made.value) : 0,
      error: result.ok ? null : result.error,
    })
    if (result.ok) outcome.done++
    else {
      outcome.failed++
      sayFailure(ctx, entry, due, receiver, result.error)
    }
  }
  return outcome
}

const readerOf = (ctx: Context, { lang = ctx.lang }: ScheduleEntry): Context => ({
  ...ctx,
  lang,
  say: sayIn(lang),
  tell: (reason) => tell(lang, reason.code, reason.params),
})

const makeView = (ctx: Context, book: Book, { report, filter, limit }: ScheduleEntry, period: string) =>
  makeNamedReport(ctx, book, report, { period, filter, limit })

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: KehuError }

function attempt<T>(act: () => T): Attempt<T> {
  try {
    return { ok: true, value: act() }
  } catch (error) {
    if (!(error instanceof KehuError)) throw error
    return { ok: false, error }
  }
}

async function attemptDelivery(
  ctx: Context,
  book: Book,
  parcel: Parameters<typeof deliver>[2],
  receiver: Receiver,
  now: number,
): Promise<Attempt<Delivered>> {
  try {
    if (receiver.email === undefined && receiver.stdout !== true)
      removeLeftovers(folderOf(book, receiver), {
        now,
        olderThan: isAbsolute(receiver.folder ?? '') ? 86_400_000 : 3_600_000,
      })
    return { ok: true, value: await deliver(ctx, book, parcel, receiver) }
  } catch (error) {
    if (!(error instanceof KehuError)) throw error
    return { ok: false, error }
  }
}

interface Recorded {
  readonly entry: ScheduleEntry
  readonly due: DuePeriod
  readonly receiver: Receiver
  readonly delivered: Delivered | undefined
  readonly began: number
  readonly rows: number
  readonly error: KehuError | null
}

function record(ctx: Context, book: Book, { entry, due, receiver, delivered, began, rows, error }: Recorded): void {
  const status: RunStatus = delivered === undefined ? 'failed' : 'done'
  const at = ctx.now()
  addReportRun(book, {
    ...{ report: entry.report, entry: entry.id, period: due.period, madeAt: at, rows, status, staff: ctx.staff },
    format: entry.formats.join(' '),
    path: delivered?.place ?? receiver.email ?? folderOf(book, receiver),
    sha256: delivered?.sha256 ?? null,
    milliseconds: Math.round(performance.now() - began),
    receiver: receiver.name,
    filter: Object.keys(entry.filter).length === 0 ? null : JSON.stringify(entry.filter),
    error: error === null ? null : `${error.code} ${ctx.tell({ code: error.code, params: error.params })}`,
  })
  if (delivered === undefined) return
  addHandover(book, {
    ...{ entry: entry.id, report: entry.report, period: due.period, sender: entry.sender, receiver: receiver.name },
    ...{ dueAt: due.dueAt, sentAt: at, place: delivered.place },
  })
}

function sayFailure(
  ctx: Context,
  { id }: ScheduleEntry,
  { period }: DuePeriod,
  { name }: Receiver,
  error: KehuError,
): void {
  const what = ctx.tell({ code: error.code, params: error.params })
  ctx.io.err(
    `kehu: ${ctx.tell({ code: 'report-run-one-failed', params: { entry: id, period, receiver: name, what } })} [${error.code}]\n`,
  )
}

function sayPending(ctx: Context, pending: readonly Pending[]): void {
  for (const { entry, due, receivers } of pending)
    ctx.io.out(`${entry.id}\t${due.period}\t${due.dueAt}\t${receivers.map(({ name }) => name).join(', ')}\n`)
  ctx.finish(pending.length === 0 ? 'nothing' : 'done')
}
