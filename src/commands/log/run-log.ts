import { type ContactEntry, readEntry } from '../../domain/contacts/read-entry.ts'
import { interactionKinds } from '../../domain/dictionary/choices.ts'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { contactPurposes } from '../../domain/dictionary/record-choices.ts'
import { checkOfField } from '../../domain/forms/check-type.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { readCustomerFile } from '../../store/customer-file.ts'
import { addContact, type ContactRow, planFulfilled } from '../../store/interactions.ts'
import type { Context } from '../context.ts'
import { dayOfFlag, timeOfFlag } from '../days.ts'
import { wholeNumber } from '../flags.ts'
import { toAskChoice } from '../intake/ask-question.ts'
import { moneyOfFlag } from '../money-of-flag.ts'
import { note, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { contactWord, wordOf } from '../word-of.ts'
import { wordsOrAsk } from '../words-or-ask.ts'
import { todayOf, write } from '../write.ts'

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
  const who = customer ?? (await wordsOrAsk(ctx, [], 'log-who'))
  const id = await pickCustomer(ctx, book, who)
  const entry = readEntry(await wordsOrAsk(ctx, words, 'log-content'))
  const kind =
    flags.kind === undefined
      ? (entry.kind ?? (await askKind(ctx)))
      : wordOf(ctx, '--kind', flags.kind, interactionKinds)
  const asked = words.length === 0 && ctx.ask !== null ? await askRest(ctx, flags, todayOf(ctx, book)) : flags
  const row = contactRow(ctx, todayOf(ctx, book), { id, kind, entry, flags: asked })
  const { operation, result } = save(ctx, book, row, asked)
  tellSaved(ctx, book, { row, operation, plan: result.plan })
  ctx.finish('done')
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
  { plan }: LogFlags,
): { operation: number; result: { id: number; plan: number | undefined } } {
  const told = plan === undefined ? undefined : wholeNumber('--plan', plan)
  return write(ctx, book, { kind: 'log' }, (operation) => {
    const id = addContact(operation, row)
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

/** No word told what it was. @throws {KehuError} `answer-needed`, `cancelled` */
async function askKind(ctx: Context): Promise<string> {
  if (ctx.ask === null) return 'other'
  const choices = interactionKinds.map((one) => toAskChoice(one, ctx.lang))
  const answer = await ctx.ask.choice({
    message: ctx.tell({ code: 'log-kind' }),
    choices,
    initial: 'call',
    required: true,
  })
  if (answer.kind !== 'answer') throw new KehuError('cancelled', 'cancelled')
  return answer.value
}

/** At prompts the rest is asked too: cost and next day, each checked as it is typed. */
async function askRest(ctx: Context, flags: LogFlags, today: string): Promise<LogFlags> {
  const ask = async (code: string, field: string): Promise<string | undefined> => {
    const check = (text: string): string | null => {
      const checked = checkOfField(fieldByKey(field)!, text, today)
      return checked.ok ? null : ctx.tell(checked.reason)
    }
    const answer = await ctx.ask!.text({ message: ctx.tell({ code }), check })
    if (answer.kind === 'quit') throw new KehuError('cancelled', 'cancelled')
    return answer.kind === 'answer' && answer.value.trim() !== '' ? answer.value : undefined
  }
  const cost = flags.cost ?? (await ask('log-cost', 'cost'))
  const next = flags.next ?? (await ask('log-next', 'next_contact'))
  return { ...flags, ...(cost === undefined ? {} : { cost }), ...(next === undefined ? {} : { next }) }
}
