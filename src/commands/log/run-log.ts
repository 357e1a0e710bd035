import { type ContactEntry, readEntry } from '../../domain/contacts/read-entry.ts'
import { interactionKinds } from '../../domain/dictionary/choices.ts'
import { contactPurposes } from '../../domain/dictionary/record-choices.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { readCustomerFile } from '../../store/customer-file.ts'
import { addContact, type ContactRow, planFulfilled } from '../../store/interactions.ts'
import { putSeats } from '../../store/seats.ts'
import { readSeats } from '../card/seats.ts'
import type { Context } from '../context.ts'
import { dayOfFlag, timeOfFlag } from '../days.ts'
import { wholeNumber } from '../flags.ts'
import { toAskChoice } from '../intake/ask-question.ts'
import { type Kept, openKept } from '../kept.ts'
import { moneyOfFlag } from '../money-of-flag.ts'
import { note, showValue } from '../output.ts'
import { chooseCustomer } from '../pick-customer.ts'
import { contactWord, wordOf } from '../word-of.ts'
import { wordsOrAsk } from '../words-or-ask.ts'
import { todayOf, write } from '../write.ts'
import { askContact } from './ask-contact.ts'

export interface LogFlags {
  readonly kind?: string
  /** `customer` or `us`: who began. */
  readonly by?: string
  readonly on?: string
  readonly time?: string
  readonly place?: string
  readonly people?: string
  readonly staff?: string
  readonly purpose?: string
  readonly cost?: string
  /** `主陪=张总`, as often as there are seats. */
  readonly seat: readonly string[]
  readonly major: boolean
  readonly next?: string
  /** Number of the plan it fulfils. */
  readonly plan?: string
}

/** Writes one contact into the book, in one line or at prompts for what is missing. */
export async function runLog(
  ctx: Context,
  customer: string | undefined,
  words: readonly string[],
  flags: LogFlags,
): Promise<void> {
  const book = await ctx.openBook()
  const isAsked = words.length === 0 && ctx.ask !== null
  const kept = isAsked ? await openKept(ctx, book, `log ${customer ?? ''}`.trim()) : undefined
  const who = kept?.answers['log-who'] ?? customer ?? (await wordsOrAsk(ctx, [], 'log-who', kept))
  const { id, wasAsked } = await chooseCustomer(ctx, book, who)
  if (wasAsked) kept?.keep('log-who', codeOf(id))
  const today = todayOf(ctx, book)
  const told = { id, today, kind: flags.kind && wordOf(ctx, '--kind', flags.kind, interactionKinds) }
  const row = kept === undefined ? await said(ctx, words, flags, told) : await asked(ctx, flags, told, kept)
  const { operation, result } = save(ctx, book, row, flags)
  kept?.drop()
  tellSaved(ctx, book, { row, operation, plan: result.plan })
  ctx.finish('done')
}

interface Begun {
  readonly id: number
  readonly today: string
  readonly kind: string | undefined
}

/** All of it stood on the command line; words that tell no kind are of kind 其他, where nobody can be asked. */
async function saidKind(ctx: Context, entry: ContactEntry): Promise<string> {
  if (entry.kind !== undefined || ctx.ask === null) return entry.kind ?? 'other'
  const choices = interactionKinds.map((one) => toAskChoice(one, ctx.lang))
  const message = ctx.tell({ code: 'log-kind' })
  const answer = await ctx.ask.choice({ message, choices, initial: 'call', required: true })
  if (answer.kind !== 'answer') throw new KehuError('cancelled', 'cancelled')
  return answer.value
}

async function said(ctx: Context, words: readonly string[], flags: LogFlags, begun: Begun): Promise<ContactRow> {
  const entry = readEntry(await wordsOrAsk(ctx, words, 'log-content'))
  const kind = begun.kind ?? (await saidKind(ctx, entry))
  return contactRow(ctx, begun.today, { id: begun.id, kind, entry, flags })
}

async function asked(ctx: Context, flags: LogFlags, { id, today, kind }: Begun, kept: Kept): Promise<ContactRow> {
  const answers = await askContact(ctx, { kind, cost: flags.cost, next: flags.next }, kept, today)
  const entry = readEntry(answers.content)
  const more = {
    ...(answers.cost === '' ? {} : { cost: answers.cost }),
    ...(answers.next === '' ? {} : { next: answers.next }),
  }
  return contactRow(ctx, today, { id, kind: kind ?? entry.kind ?? answers.kind, entry, flags: { ...flags, ...more } })
}

interface Told {
  readonly id: number
  readonly kind: string
  readonly entry: ContactEntry
  readonly flags: LogFlags
}

function contactRow(ctx: Context, today: string, { id, kind, entry, flags }: Told): ContactRow {
  const { on, time, next, purpose, cost } = flags
  const day = on === undefined ? today : dayOfFlag(ctx, '--on', on, today)
  if (day > today) throw new KehuError('usage', 'log-in-future', { day })
  const began = flags.by === undefined ? entry.customerInitiated : wordOf(ctx, '--by', flags.by, sides) === 'customer'
  return {
    party_id: id,
    kind,
    customer_initiated: began === undefined ? null : Number(began),
    on_day: day,
    at_time: time === undefined ? null : timeOfFlag('--time', time),
    staff: flags.staff ?? ctx.staff,
    people: flags.people ?? null,
    purpose: purpose === undefined ? null : wordOf(ctx, '--purpose', purpose, contactPurposes),
    place: flags.place ?? null,
    content: entry.content,
    cost: cost === undefined ? null : moneyOfFlag('--cost', cost),
    major: flags.major ? 1 : 0,
    next_on: next === undefined ? null : dayOfFlag(ctx, '--next', next, today),
    facts: null,
  }
}

const sides = [
  { value: 'customer', zh: '客户', en: 'customer', synonyms: ['对方', '客人'] },
  { value: 'us', zh: '我方', en: 'us', synonyms: ['我们', '我'] },
] as const

function save(
  ctx: Context,
  book: Book,
  row: ContactRow,
  { plan, seat }: LogFlags,
): { operation: number; result: { id: number; plan: number | undefined } } {
  const told = plan === undefined ? undefined : wholeNumber('--plan', plan)
  const seats = readSeats(ctx, book, seat)
  return write(ctx, book, { kind: 'log' }, (operation) => {
    const id = addContact(operation, row)
    putSeats(book, operation, { interactionId: id }, seats)
    const fulfilled = told ?? planFulfilled(book, { partyId: row.party_id, way: row.kind, until: row.on_day })
    if (fulfilled !== undefined) {
      const done = { state: 'done', done_on: row.on_day, interaction_id: id }
      if (!operation.update('plan_item', fulfilled, done) && told !== undefined)
        throw new KehuError('usage', 'plan-missing', { id: told })
    }
    const summary = { customer: codeOf(row.party_id), kind: row.kind, on: row.on_day }
    return { result: { id, plan: fulfilled }, summary }
  })
}

function tellSaved(
  ctx: Context,
  book: Book,
  { row, operation, plan }: { row: ContactRow; operation: number; plan: number | undefined },
): void {
  const code = codeOf(row.party_id)
  const name = String(readCustomerFile(book, row.party_id, 0).party['name'])
  const params = {
    code,
    name,
    on: row.on_day,
    kind: contactWord(ctx, row.kind, row.customer_initiated),
    content: row.content ?? '',
  }
  showValue(
    ctx,
    { code, on: row.on_day, kind: row.kind, content: row.content, next: row.next_on, plan: plan ?? null, operation },
    () => {
      const lines = [
        ctx.tell({ code: 'log-done', params }),
        ...(row.next_on === null ? [] : [ctx.tell({ code: 'log-next-set', params: { day: row.next_on } })]),
        ...(plan === undefined ? [] : [ctx.tell({ code: 'log-plan-done', params: { plan } })]),
      ]
      return `${lines.join('\n')}\n`
    },
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
}
