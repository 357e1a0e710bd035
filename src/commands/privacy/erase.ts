import { basename, dirname, join } from 'node:path'
import { tracesOf } from '../../domain/privacy/traces.ts'
import { listBackups } from '../../files/backup/folder.ts'
import { siblingFiles } from '../../files/places.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { tableWord } from '../../render/operation.ts'
import { logAccess } from '../../store/access-log.ts'
import type { Book } from '../../store/book.ts'
import { type ErasureOutcome, erasePerson, sweepFile } from '../../store/privacy/erase.ts'
import { familyOf, partShared, valuesOf } from '../../store/privacy/person-values.ts'
import { affiliatesOf, finishRequest, openRequestOf } from '../../store/privacy/subject-requests.ts'
import type { Context } from '../context.ts'
import { note, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { todayOf } from '../write.ts'

export interface EraseFlags {
  readonly dryRun: boolean
  readonly also: readonly string[]
  readonly request?: string
  readonly approvedBy?: string
}

/**
 * Erases a person for ever, after saying what goes, what stays, and that nothing brings it back.
 *
 * @throws {KehuError} `erase-needs-yes`, `erase-chain-broken`, `cancelled`
 */
export async function runErase(ctx: Context, customer: string, flags: EraseFlags): Promise<void> {
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  const ids = familyOf(book, id)
  const values = valuesOf(book, ids)
  const { own, shared } = partShared(book, ids, { ...values, texts: [...values.texts, ...flags.also] })
  const also = { names: own.names, ids: [...own.ids, ...flags.also], phones: own.phones, texts: own.texts }
  const request = openRequestOf(book, id, flags.request === undefined ? undefined : Number(flags.request))
  const erasure = {
    ids,
    traces: tracesOf(also),
    staff: ctx.staff,
    at: ctx.now(),
    today: todayOf(ctx, book),
    cause: request === undefined ? 'request' : `request ${request}`,
    action: 'erase' as const,
    ...(flags.approvedBy === undefined ? {} : { approvedBy: flags.approvedBy }),
  }
  const preview = erasePerson(book, { ...erasure, dryRun: true })
  const code = codeOf(id)
  const affiliates = affiliatesOf(book, ids).map(codeOf)
  if (flags.dryRun) return showErasure(ctx, { code, outcome: preview, shared: shared.length, affiliates, done: false })
  note(ctx, words(ctx, { code, outcome: preview, shared: shared.length, affiliates, done: false }))
  await agree(ctx, code)
  // What others look at meanwhile is noted beside the book: it comes in first, so that it is swept as well.
  logAccess(book, { ...erasure, what: 'privacy erase', filter: null, rows: 1, sha256: null, kind: 'read', partyId: id })
  const outcome = erasePerson(book, { ...erasure, dryRun: false })
  if (request !== undefined)
    finishRequest(book, ctx.commandLine, { id: request, staff: ctx.staff, at: ctx.now(), today: erasure.today })
  const isSwept = sweepFile(book)
  showErasure(ctx, { code, outcome, shared: shared.length, affiliates, done: true })
  if (!isSwept) note(ctx, ctx.tell({ code: 'erase-not-swept' }))
  tellCopies(ctx, book)
  ctx.finish(isSwept ? 'done' : 'partly')
}

async function agree(ctx: Context, code: string): Promise<void> {
  if (ctx.yes) return
  if (ctx.ask === null) throw new KehuError('refused', 'erase-needs-yes', { code })
  const answer = await ctx.ask.text({
    message: ctx.tell({ code: 'erase-type-code', params: { code } }),
    required: true,
  })
  if (answer.kind !== 'answer' || answer.value.trim().toUpperCase() !== code)
    throw new KehuError('cancelled', 'cancelled')
}

interface Shown {
  readonly code: string
  readonly outcome: ErasureOutcome
  /** Values that others hold too. */
  readonly shared: number
  readonly affiliates: readonly string[]
  readonly done: boolean
}

function showErasure(ctx: Context, shown: Shown): void {
  showValue(ctx, { ...shown, outcome: { ...shown.outcome } }, () => `${words(ctx, shown)}\n`)
  ctx.finish('done')
}

function words(ctx: Context, { code, outcome, shared, affiliates, done }: Shown): string {
  const total = (counts: Readonly<Record<string, number>>): number =>
    Object.values(counts).reduce((sum, one) => sum + one, 0)
  const say = (key: string, params: Record<string, string | number> = {}): string => ctx.tell({ code: key, params })
  const elsewhere = Object.entries(outcome.elsewhere).map(([table, rows]) => `${tableWord(ctx.lang, table)} ${rows}`)
  return [
    say(done ? 'erase-done' : 'erase-preview', { code }),
    say('erase-removed', { rows: total(outcome.removed) }),
    say('erase-emptied', { rows: total(outcome.emptied) }),
    ...(elsewhere.length === 0 ? [] : [say('erase-elsewhere', { list: elsewhere.join('、') })]),
    say('erase-journal', { operations: outcome.redacted, blocks: outcome.sourceBlocks }),
    ...(shared === 0 ? [] : [say('erase-shared', { count: shared })]),
    ...(affiliates.length === 0 ? [] : [say('erase-affiliates', { list: affiliates.join('、') })]),
    say(done ? 'erase-final-done' : 'erase-warning'),
  ].join('\n')
}

/** Copies made before still hold the person: they are named, so that somebody sees to them. */
function tellCopies(ctx: Context, book: Book): void {
  const folder = dirname(book.path)
  const backups = listBackups(join(folder, 'backups')).map(({ path }) => path)
  const beside = siblingFiles(folder, `${basename(book.path)}.`)
  const all = [...backups, ...beside]
  if (all.length > 0)
    note(ctx, ctx.tell({ code: 'erase-copies', params: { count: all.length, list: all.slice(0, 5).join('、') } }))
  note(ctx, ctx.tell({ code: 'erase-backup-next' }))
}
