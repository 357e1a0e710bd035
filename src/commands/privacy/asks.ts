import { resolve } from 'node:path'
import { addDays } from '../../domain/calendar.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { logAccess } from '../../store/access-log.ts'
import {
  addSubjectRequest,
  findSubjectRequest,
  listSubjectRequests,
  requestKinds,
  type SubjectRequest,
} from '../../store/privacy/subject-requests.ts'
import type { Context } from '../context.ts'
import { wholeNumber } from '../flags.ts'
import { note, showListing } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { reportFormat, showReport, writeReport } from '../report/write.ts'
import { todayOf, write } from '../write.ts'
import { answerView } from './answer-view.ts'
import { loadPrivacyPolicy } from './policy.ts'

export interface AskFlags {
  readonly kind: string
  readonly wanted?: string
  readonly way?: string
  readonly identity?: string
  readonly due?: string
}

/** Takes down what a person asks for by right, with the day by which it is to be answered (PIPL 44–50). */
export async function takeAsk(ctx: Context, customer: string, flags: AskFlags): Promise<void> {
  const book = await ctx.openBook()
  const kind = kindOf(ctx, flags.kind)
  const partyId = await pickCustomer(ctx, book, customer)
  const askedOn = todayOf(ctx, book)
  const days = flags.due === undefined ? loadPrivacyPolicy(ctx, book).answerDays : wholeNumber('--due', flags.due)
  const dueOn = addDays(askedOn, days)
  const { result, operation } = write(ctx, book, { kind: 'privacy' }, (step) => {
    const id = addSubjectRequest(step, {
      ...{ partyId, kind, askedOn, dueOn, staff: ctx.staff },
      ...{ way: flags.way ?? null, wanted: flags.wanted ?? null, identity: flags.identity ?? null },
    })
    return { result: id, summary: { request: id, kind, customer: codeOf(partyId) } }
  })
  const word = ctx.tell({ code: `subject-request.${kind}` })
  note(ctx, ctx.tell({ code: 'ask-taken', params: { id: result, kind: word, due: dueOn, operation } }))
  const next = { id: result, code: codeOf(partyId) }
  note(
    ctx,
    ctx.tell({
      code: `ask-next.${kind === 'delete' ? 'delete' : kind === 'withdraw' ? 'withdraw' : 'answer'}`,
      params: next,
    }),
  )
  if (flags.identity === undefined) note(ctx, ctx.tell({ code: 'ask-identity' }))
  ctx.finish('done')
}

function kindOf(ctx: Context, text: string): SubjectRequest['kind'] {
  const found = requestKinds.find((kind) => kind === text || ctx.tell({ code: `subject-request.${kind}` }) === text)
  if (found !== undefined) return found
  const names = requestKinds.map((kind) => `${kind} ${ctx.tell({ code: `subject-request.${kind}` })}`).join('、')
  throw new KehuError('usage', 'ask-kind-unknown', { text, names })
}

/** Lists requests, the most pressing first. */
export async function listAsks(ctx: Context, all: boolean): Promise<void> {
  const book = await ctx.openBook()
  const today = todayOf(ctx, book)
  const found = listSubjectRequests(book, all)
  const title = (code: string): string => ctx.tell({ code })
  const isLate = ({ state, dueOn }: SubjectRequest): boolean => state === 'open' && dueOn < today
  showListing(ctx, {
    table: {
      key: 'asks',
      title: title('privacy-asks-summary'),
      columns: [
        { key: 'id', title: ctx.say('column-id'), type: 'integer' },
        { key: 'code', title: ctx.say('column-code'), type: 'date' },
        { key: 'name', title: ctx.say('column-name'), type: 'text', personal: 'name' },
        { key: 'kind', title: ctx.say('column-kind'), type: 'date' },
        { key: 'asked', title: title('ask-asked'), type: 'date' },
        { key: 'due', title: ctx.say('column-due'), type: 'date' },
        { key: 'state', title: ctx.say('column-state'), type: 'date' },
        { key: 'wanted', title: title('privacy-wanted'), type: 'text' },
      ],
      rows: found.map((one) => [
        ...[one.id, codeOf(one.partyId), one.name, title(`subject-request.${one.kind}`), one.askedOn, one.dueOn],
        isLate(one) ? title('ask-late') : title(`ask-state.${one.state}`),
        one.wanted,
      ]),
      empty: title('asks-none'),
    },
    json: found.map((one) => ({ ...one, code: codeOf(one.partyId), late: isLate(one) })),
  })
  ctx.finish(found.length === 0 ? 'nothing' : found.some(isLate) ? 'waiting' : 'done')
}

export interface AnswerFlags {
  readonly output?: string
  readonly answer?: string
  readonly refuse?: string
}

/**
 * Answers a request: for access, copy, transfer and explanation a document that can be printed or handed over; any with
 * words; or refuses it with the reason.
 *
 * @throws {KehuError} `ask-missing`, `ask-answered`, `ask-erase-first`, `ask-masked`, `ask-answer-missing`
 */
export async function answerAsk(ctx: Context, number: string, flags: AnswerFlags): Promise<void> {
  const book = await ctx.openBook()
  const request = findSubjectRequest(book, wholeNumber('NUMBER', number))
  if (request === undefined) throw new KehuError('usage', 'ask-missing', { id: number })
  if (request.state !== 'open')
    throw new KehuError('usage', 'ask-answered', { id: request.id, on: request.answeredOn ?? '' })
  const isRefused = flags.refuse !== undefined
  if (request.kind === 'delete' && !isRefused)
    throw new KehuError('usage', 'ask-erase-first', { id: request.id, code: codeOf(request.partyId) })
  const isDocument = ['access', 'copy', 'transfer', 'explain'].includes(request.kind)
  if (!isRefused && !isDocument && (flags.answer ?? '').trim() === '')
    throw new KehuError('usage', 'ask-answer-missing')
  const sha256 = isDocument && !isRefused ? await document(ctx, request, flags) : null
  const words = flags.refuse ?? flags.answer ?? null
  const { operation } = write(ctx, book, { kind: 'privacy' }, (step) => ({
    result: step.update('subject_request', request.id, {
      state: isRefused ? 'refused' : 'done',
      answered_on: todayOf(ctx, book),
      answer: words,
      sha256,
    }),
    summary: { request: request.id, state: isRefused ? 'refused' : 'done' },
  }))
  note(ctx, ctx.tell({ code: isRefused ? 'ask-refused' : 'ask-done', params: { id: request.id, operation } }))
  ctx.finish('done')
}

/** Writes or shows the person's own data; whoever makes it has to be allowed to see it whole. */
async function document(ctx: Context, request: SubjectRequest, flags: AnswerFlags): Promise<string | null> {
  if (ctx.session.hidden.size > 0) throw new KehuError('refused', 'ask-masked')
  const book = await ctx.openBook()
  const view = answerView(ctx, book, request, flags.answer)
  const path = flags.output === undefined || flags.output === '-' ? undefined : resolve(ctx.cwd, flags.output)
  const format = reportFormat(ctx, path)
  if (path === undefined) {
    await showReport(ctx, view, format)
    return null
  }
  const sha256 = await writeReport(view, format, path)
  const rows = view.sections.flatMap(({ tables = [] }) => tables).reduce((sum, { rows: all }) => sum + all.length, 0)
  const what = `privacy answer ${request.id} ${format}`
  const line = { at: ctx.now(), staff: ctx.staff, what, filter: path, rows, sha256 }
  logAccess(book, { ...line, kind: 'export', partyId: request.partyId, unmasked: true })
  note(ctx, ctx.say('report-written', { path }))
  return sha256
}
