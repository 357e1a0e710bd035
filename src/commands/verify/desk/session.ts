import type { VerifyPolicy } from '../../../domain/verification/due.ts'
import { KehuError } from '../../../model/errors.ts'
import type { PartyKind } from '../../../model/intake.ts'
import { codeOf } from '../../../model/party-code.ts'
import type { ItemAnswer, VerifyDraft, VerifyItem, VerifyOutcome } from '../../../model/verification.ts'
import type { Book } from '../../../store/book.ts'
import { type CustomerFile, readCustomerFile } from '../../../store/customer-file.ts'
import { keepVerifyDraft, readVerifyDraft } from '../../../store/verification.ts'
import type { Context } from '../../context.ts'
import { note } from '../../output.ts'
import { loadVerifyPolicy } from '../../policies/load.ts'
import { fieldLabel } from '../../show/field-words.ts'
import { dueIn, scopeName, scopeOf } from './due.ts'
import { verifyItems } from './items.ts'
import { methodChoices } from './methods.ts'
import { readCorrection, saveOutcome } from './save.ts'

export interface SessionOptions {
  readonly scope: string
  readonly owner: string | undefined
  readonly within: number
  /** Customers at most. */
  readonly limit: number
}

interface Desk {
  readonly ctx: Context
  readonly book: Book
  readonly scope: string
  readonly policy: VerifyPolicy
}

/** One due customer after another, field by field; each is saved when it is through, and one left in the middle is kept. */
export async function runSession(ctx: Context, options: SessionOptions): Promise<void> {
  if (ctx.ask === null) throw new KehuError('usage', 'answer-needed', { flags: 'kehu verify record' })
  const book = await ctx.openBook()
  const policy = loadVerifyPolicy(ctx, book)
  const scope = scopeOf(ctx, policy, options.scope)
  const desk: Desk = { ctx, book, scope, policy }
  const due = dueIn(ctx, book, policy, { ...options, scopes: [scope] })
  const draft = readVerifyDraft(book, ctx.staff, scope)
  const begun = draft === undefined ? [] : [draft.partyId]
  const queue = [...begun, ...due.lines.map(({ id }) => id).filter((id) => !begun.includes(id))].slice(0, options.limit)
  if (queue.length === 0) {
    note(ctx, ctx.say('due-none'))
    return ctx.finish('nothing')
  }
  let method = draft?.method ?? 'phone'
  let done = 0
  for (const [at, id] of queue.entries()) {
    const outcome = await askCustomer(desk, id, {
      method,
      place: `${at + 1}/${queue.length}`,
      draft: at === 0 ? draft : undefined,
    })
    if (outcome === 'quit') {
      note(ctx, ctx.say('session-left', { done, left: queue.length - done }))
      return ctx.finish('waiting')
    }
    if (outcome === 'skip') continue
    method = outcome.method
    const { nextDue } = saveOutcome(ctx, book, outcome, policy)
    keepVerifyDraft(book, { staff: ctx.staff, scope, at: ctx.now() }, null)
    done++
    note(
      ctx,
      ctx.say('session-saved', { code: codeOf(id), result: ctx.say(`result-${outcome.result}`), due: nextDue ?? '—' }),
    )
  }
  note(ctx, ctx.say('session-end', { done }))
  ctx.finish('done')
}

interface Turn {
  readonly method: string
  readonly place: string
  readonly draft: VerifyDraft | undefined
}

/** Asks about one customer; what was answered is kept after each answer. */
async function askCustomer(desk: Desk, id: number, turn: Turn): Promise<VerifyOutcome | 'quit' | 'skip'> {
  const { ctx, book, scope } = desk
  const file = readCustomerFile(book, id, 1)
  ctx.io.err(`\n${header(ctx, file, scope, turn.place)}\n`)
  const outcome = { partyId: id, scope, note: null }
  let method = turn.draft?.method
  if (method === undefined) {
    const reached = await askReached(desk, turn.method)
    if (reached === 'quit' || reached === 'skip') return reached
    method = reached.method
    if (reached.result !== 'reached') return { ...outcome, method, result: reached.result, answers: {} }
  }
  const answers = await askItems(desk, file, { partyId: id, method, answers: turn.draft?.answers ?? {} })
  if (answers === 'quit') return 'quit'
  const remark = await ctx.ask!.text({ message: ctx.say('session-note') })
  if (remark.kind === 'quit') return 'quit'
  const told = remark.kind === 'answer' && remark.value.trim() !== '' ? remark.value.trim() : null
  return { ...outcome, method, note: told, answers, result: resultOf(answers) }
}

/** Corrected where anything was; refused where nothing else was said. */
export function resultOf(answers: Readonly<Record<string, ItemAnswer>>): VerifyOutcome['result'] {
  const results = Object.values(answers).map(({ result }) => result)
  if (results.includes('corrected')) return 'corrected'
  return results.length > 0 && results.every((result) => result === 'refused') ? 'refused' : 'confirmed'
}

function header(ctx: Context, { party, customer, contacts }: CustomerFile, scope: string, place: string): string {
  const phones = contacts.filter(({ type }) => type !== 'email').map((row) => String(row['canonical'] ?? row['raw']))
  const words = [
    codeOf(Number(party['id'])),
    String(party['name']),
    customer?.['tier'],
    customer?.['owner'],
    phones.slice(0, 2).join(' '),
  ]
  return `[${place}] ${words.filter((word) => typeof word === 'string' && word !== '').join('  ')}  ${scopeName(ctx, scope)}`
}

async function askReached(
  { ctx }: Desk,
  before: string,
): Promise<{ method: string; result: 'reached' | 'unreachable' | 'refused' } | 'quit' | 'skip'> {
  const choice = (value: string, label: string) => ({ value, label })
  const reached = await ctx.ask!.choice({
    message: ctx.say('session-reached'),
    initial: 'reached',
    choices: [
      choice('reached', ctx.say('result-reached')),
      choice('unreachable', ctx.say('result-unreachable')),
      choice('refused', ctx.say('result-refused')),
    ],
  })
  if (reached.kind === 'quit') return 'quit'
  if (reached.kind !== 'answer') return 'skip'
  const method = await ctx.ask!.choice({
    message: ctx.say('session-method'),
    initial: before,
    choices: methodChoices(ctx),
  })
  if (method.kind === 'quit') return 'quit'
  if (method.kind !== 'answer') return 'skip'
  return { method: method.value, result: reached.value as 'reached' | 'unreachable' | 'refused' }
}

/** Field by field from the first without an answer; `<` goes back, `-` leaves one out. */
async function askItems(desk: Desk, file: CustomerFile, start: VerifyDraft): Promise<VerifyDraft['answers'] | 'quit'> {
  const { ctx, book, scope } = desk
  const items = verifyItems(file, scope)
  const kind = file.party['kind'] as PartyKind
  let answers: Record<string, ItemAnswer> = { ...start.answers }
  const keep = (): void => keepVerifyDraft(book, { staff: ctx.staff, scope, at: ctx.now() }, { ...start, answers })
  if (Object.keys(answers).length > 0) note(ctx, ctx.say('session-resumed', { count: Object.keys(answers).length }))
  keep()
  for (let at = items.findIndex(({ key }) => answers[key] === undefined); at >= 0 && at < items.length; ) {
    const item = items[at]!
    const answer = await askItem(desk, item, kind)
    if (answer === 'quit') return 'quit'
    if (answer === 'back') {
      at = Math.max(0, at - 1)
      continue
    }
    const { [item.key]: _, ...others } = answers
    answers = answer === 'skip' ? others : { ...others, [item.key]: answer }
    keep()
    at++
  }
  return answers
}

async function askItem(
  { ctx, book }: Desk,
  item: VerifyItem,
  kind: PartyKind,
): Promise<ItemAnswer | 'quit' | 'back' | 'skip'> {
  const label = fieldLabel(ctx, item.field)
  const check = (text: string): string | null => {
    const changes = readCorrection(ctx, book, { field: item.field, text, kind })
    return typeof changes === 'string' ? changes : null
  }
  if (item.value === null) {
    const told = await ctx.ask!.text({ message: ctx.say('session-missing', { field: label }), check })
    if (told.kind !== 'answer') return told.kind
    return told.value.trim() === '' ? 'skip' : { result: 'corrected', text: told.value.trim() }
  }
  const answer = await ctx.ask!.choice({
    message: `${label}  ${item.value}`,
    initial: 'confirmed',
    choices: (['confirmed', 'corrected', 'refused'] as const).map((value) => ({
      value,
      label: ctx.say(`item-${value}`),
    })),
  })
  if (answer.kind !== 'answer') return answer.kind
  if (answer.value !== 'corrected') return { result: answer.value as 'confirmed' | 'refused' }
  const told = await ctx.ask!.text({ message: ctx.say('session-new', { field: label }), required: true, check })
  if (told.kind === 'quit') return 'quit'
  return told.kind === 'answer' ? { result: 'corrected', text: told.value.trim() } : 'back'
}
