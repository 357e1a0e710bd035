import { choiceMeant } from '../../domain/edits/find-word.ts'
import { contactWays, occasionKinds } from '../../model/desk.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { addContact } from '../../store/interactions.ts'
import { circleOf } from '../../store/occasions.ts'
import type { Context } from '../context.ts'
import { moneyOfFlag } from '../money-of-flag.ts'
import { note, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { occasionLabel } from '../show/desk-sections.ts'
import { wordOf } from '../word-of.ts'
import { todayOf, write } from '../write.ts'
import { findDates, keyOf } from './find-dates.ts'

export interface GreetFlags {
  readonly kind?: string
  readonly way: string
  readonly cost?: string
}

/** How far ahead a greeting may be sent. */
const AHEAD = 31

/** Notes a greeting as done, and logs it as a contact. @throws {KehuError} `dates-nothing-coming` */
export async function greet(
  ctx: Context,
  customer: string,
  words: readonly string[],
  flags: GreetFlags,
): Promise<void> {
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  const today = todayOf(ctx, book)
  const circle = new Set(circleOf(book, id))
  const kind = flags.kind === undefined ? undefined : (choiceMeant(occasionKinds, flags.kind)?.value ?? flags.kind)
  const { days } = findDates(book, {
    today,
    within: AHEAD,
    kind,
    open: true,
    limit: Number.POSITIVE_INFINITY,
    whose: circle,
  })
  const [line] = days
  if (line === undefined) throw new KehuError('input', 'dates-nothing-coming', { code: codeOf(id), days: AHEAD })
  const label = occasionLabel(ctx, { kind: line.kind, label: line.label })
  const way = wordOf(ctx, '--way', flags.way, contactWays)
  const content =
    words.join(' ').trim() || ctx.tell({ code: 'dates-greeting', params: { who: line.person ?? line.customer, label } })
  const { operation } = write(ctx, book, { kind: 'dates' }, (operation) => {
    const contact = addContact(operation, {
      ...{
        party_id: line.customerId,
        kind: way,
        customer_initiated: 0,
        on_day: today,
        at_time: null,
        staff: ctx.staff,
      },
      ...{ people: line.person, purpose: 'relation', place: null, content, major: 0, next_on: null, facts: null },
      cost: flags.cost === undefined ? null : moneyOfFlag('--cost', flags.cost),
    })
    operation.insert('greeting', {
      party_id: line.partyId,
      kind: keyOf(line),
      on_day: line.on,
      way,
      interaction_id: contact,
      staff: ctx.staff,
    })
    return { result: null, summary: { customer: codeOf(id), kind: line.kind, on: line.on } }
  })
  showValue(
    ctx,
    { code: codeOf(line.customerId), person: line.person, kind: line.kind, on: line.on, operation },
    () =>
      `${ctx.tell({ code: 'dates-done-said', params: { who: line.person ?? line.customer, label, on: line.on } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}
