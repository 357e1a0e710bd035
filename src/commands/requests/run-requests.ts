import { addDays } from '../../domain/calendar.ts'
import { readChanges } from '../../domain/edits/read-changes.ts'
import { nameKeys } from '../../domain/search/keys.ts'
import { KehuError } from '../../model/errors.ts'
import type { PartyKind } from '../../model/intake.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { clearField, editParty } from '../../store/edits.ts'
import type { Operation } from '../../store/journal.ts'
import { kindOf } from '../../store/party-kind.ts'
import {
  addRequest,
  answerRequest,
  askedAlready,
  findRequest,
  listRequests,
  type UpdateRequest,
} from '../../store/requests.ts'
import { type Recipient, reaches, recipientsOf } from '../../store/segments/recipients.ts'
import type { Context } from '../context.ts'
import { faultsOf } from '../edit/run-edit.ts'
import { oneOf, wholeNumber } from '../flags.ts'
import { note, showListing } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { loadVerifyPolicy } from '../policies/load.ts'
import { dueIn, scopeName, scopeOf } from '../verify/desk/due.ts'
import { methodOf } from '../verify/desk/methods.ts'
import { shownValue } from '../verify/words.ts'
import { todayOf, write } from '../write.ts'

const kinds = ['correction', 'ask'] as const
const states = ['open', 'done', 'refused', 'unanswered'] as const
const text = (key: string, title: string) => ({ key, title, type: 'text' as const })

export interface ListFlags {
  readonly kind?: string
  readonly state?: string
  readonly overdue: boolean
  readonly limit: number
}

/** Lists requests of customers, and ours of them: what waits, since when, until when. */
export async function runList(ctx: Context, flags: ListFlags): Promise<void> {
  const book = await ctx.openBook()
  const { say } = ctx
  const today = todayOf(ctx, book)
  const found = listRequests(book, {
    limit: flags.limit,
    ...(flags.kind === undefined ? {} : { kind: oneOf('--kind', flags.kind, kinds) }),
    ...(flags.state === undefined ? {} : { state: oneOf('--state', flags.state, states) }),
    ...(flags.overdue ? { overdueOn: today } : {}),
  })
  const isOverdue = ({ state, dueOn }: UpdateRequest): boolean => state === 'open' && dueOn !== null && dueOn < today
  showListing(ctx, {
    table: {
      key: 'requests',
      title: say('requests-summary'),
      columns: [
        { key: 'id', title: say('requests-number'), type: 'integer' },
        text('code', say('column-code')),
        { ...text('name', say('column-name')), personal: 'name' },
        text('kind', say('column-kind')),
        text('wanted', say('requests-wanted')),
        { key: 'asked', title: say('requests-asked'), type: 'date' },
        { key: 'due', title: say('column-due'), type: 'date' },
        text('state', say('column-state')),
        text('answer', say('requests-words')),
      ],
      rows: found.map((one) => [
        ...[one.id, codeOf(one.partyId), one.name, say(`request-${one.kind}`), one.wanted, one.askedOn, one.dueOn],
        isOverdue(one) ? say('source-overdue') : say(`request-${one.state}`),
        one.answer,
      ]),
      empty: say('requests-none'),
    },
    json: found.map(({ partyId, ...one }) => ({
      ...one,
      code: codeOf(partyId),
      overdue: isOverdue({ ...one, partyId }),
    })),
  })
  ctx.finish(found.length === 0 ? 'nothing' : 'done')
}

export interface AddFlags {
  readonly way: string
  readonly due: string
}

/** Takes down what a customer asks to be corrected, with the day by which it is to be answered. */
export async function runAdd(ctx: Context, customer: string, wanted: string, flags: AddFlags): Promise<void> {
  const book = await ctx.openBook()
  const partyId = await pickCustomer(ctx, book, customer)
  const askedOn = todayOf(ctx, book)
  const dueOn = addDays(askedOn, wholeNumber('--due', flags.due))
  const way = methodOf(ctx, flags.way)
  const { result } = write(ctx, book, { kind: 'request' }, (operation) => {
    const id = addRequest(operation, {
      partyId,
      kind: 'correction',
      fields: null,
      wanted,
      way,
      askedOn,
      dueOn,
      staff: ctx.staff,
    })
    return { result: id, summary: { request: id, customer: codeOf(partyId) } }
  })
  note(ctx, ctx.say('requests-added', { id: result, due: dueOn }))
  ctx.finish('done')
}

export interface AnswerFlags {
  readonly result: string
  readonly answer?: string
  readonly set: readonly string[]
}

/** Answers a request; what it changes is changed in the same operation. @throws {KehuError} `request-missing`, `request-answered` */
export async function runAnswer(ctx: Context, id: number, flags: AnswerFlags): Promise<void> {
  const book = await ctx.openBook()
  const state = oneOf('--result', flags.result, ['done', 'refused', 'unanswered'])
  const request = findRequest(book, id)
  if (request === undefined) throw new KehuError('usage', 'request-missing', { id })
  if (request.state !== 'open') throw new KehuError('usage', 'request-answered', { id, on: request.answeredOn ?? '' })
  const today = todayOf(ctx, book)
  write(ctx, book, { kind: 'request' }, (operation) => {
    const changed =
      flags.set.length === 0 ? 0 : change(ctx, book, operation, { partyId: request.partyId, set: flags.set })
    answerRequest(operation, id, { state, answeredOn: today, answer: flags.answer ?? null })
    return { result: null, summary: { request: id, state, changed } }
  })
  note(ctx, ctx.say('requests-saved', { id, state: ctx.say(`request-${state}`) }))
  ctx.finish('done')
}

function change(
  ctx: Context,
  book: Book,
  operation: Operation,
  of: { readonly partyId: number; readonly set: readonly string[] },
): number {
  const today = todayOf(ctx, book)
  const kind = kindOf(book, of.partyId) as PartyKind
  const changes = readChanges(of.set, { kind, today, staff: ctx.staff })
  if (!changes.ok) throw faultsOf(ctx, changes.faults)
  const options = { today, staff: ctx.staff, searchKeys: nameKeys }
  const cleared = changes.cleared.filter((field) => clearField(operation, of.partyId, field)).length
  return cleared + editParty(book, operation, of.partyId, changes.draft, options)
}

export interface AskFlags {
  readonly way: string
  readonly scope: string
  readonly owner?: string
  readonly within: string
  readonly due: string
  readonly mark: boolean
  readonly limit: string
}

/** Who is to be asked whether their data still holds: due ones that may be reached in this way, and were not asked already. */
export async function runAsk(ctx: Context, flags: AskFlags): Promise<void> {
  const book = await ctx.openBook()
  const { say } = ctx
  const way = oneOf('--way', flags.way, Object.keys(reaches) as (keyof typeof reaches)[])
  const policy = loadVerifyPolicy(ctx, book)
  const scope = scopeOf(ctx, policy, flags.scope)
  const limit = wholeNumber('--limit', flags.limit)
  const within = wholeNumber('--within', flags.within.replace(/d$/i, ''))
  const due = dueIn(ctx, book, policy, { scopes: [scope], owner: flags.owner, within, limit: limit * 3 })
  const asked = askedAlready(book)
  const ids = due.lines.map(({ id }) => id).filter((id) => !asked.has(id))
  const recipients = recipientsOf(book, ids, way, 'service')
  const list = recipients.list.slice(0, limit)
  showListing(ctx, {
    table: {
      key: 'asks',
      title: say('requests-ask'),
      columns: [
        text('code', say('column-code')),
        { ...text('name', say('column-name')), personal: 'name' },
        text('way', say('column-method')),
        { ...text('contact', say('requests-contact')), personal: way === 'email' ? 'email' : 'phone' },
      ],
      rows: list.map((one) => [
        codeOf(one.partyId),
        one.name,
        way,
        shownValue(ctx, way === 'email' ? 'email' : 'phone', one.contact),
      ]),
      empty: say('requests-none'),
    },
  })
  note(
    ctx,
    say('requests-left-out', { refused: recipients.refused, barred: recipients.doNotUse, none: recipients.none }),
  )
  if (flags.mark && list.length > 0) mark(ctx, book, list, { way, scope, days: wholeNumber('--due', flags.due) })
  ctx.finish(list.length === 0 ? 'nothing' : 'done')
}

function mark(
  ctx: Context,
  book: Book,
  list: readonly Recipient[],
  of: { readonly way: string; readonly scope: string; readonly days: number },
): void {
  const askedOn = todayOf(ctx, book)
  const { operation } = write(ctx, book, { kind: 'request' }, (open) => {
    const common = {
      kind: 'ask' as const,
      fields: of.scope,
      wanted: scopeName(ctx, of.scope),
      way: of.way,
      askedOn,
      staff: ctx.staff,
    }
    for (const { partyId } of list) addRequest(open, { ...common, partyId, dueOn: addDays(askedOn, of.days) })
    return { result: null, summary: { asked: list.length, way: of.way } }
  })
  note(ctx, ctx.say('requests-marked', { count: list.length, id: operation }))
}
