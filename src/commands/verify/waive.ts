import { businessDay, isIsoDate } from '../../domain/calendar.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { readSettings } from '../../store/settings.ts'
import { addWaiver, listWaivers } from '../../store/waivers.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { loadCheckRules } from '../policies/load.ts'

export interface WaiveOptions {
  /** Undefined: whoever the rule concerns. */
  readonly customer: string | undefined
  readonly rule: string
  readonly why: string
  readonly until: string | undefined
}

/** Lets a rule's findings of a customer (or all of them) stand, with a name, a reason and an end. */
export async function runWaive(ctx: Context, options: WaiveOptions): Promise<void> {
  const book = await ctx.openBook()
  const { rule, why } = options
  const until = options.until ?? null
  if (!loadCheckRules(ctx, book).some(({ id }) => id === rule))
    throw new KehuError('usage', 'rule-missing', { id: rule })
  const at = ctx.now()
  const today = businessDay(at, readSettings(book).time_zone)
  if (until !== null && (!isIsoDate(until) || until < today))
    throw new KehuError('usage', 'flag-bad-value', { flag: '--until', value: until, expected: `${today} …` })
  const partyId = options.customer === undefined ? null : await pickCustomer(ctx, book, options.customer)
  const id = inTransaction(book, () => {
    const operation = startOperation(book, {
      ...{ kind: 'waive', command: ctx.commandLine, staff: ctx.staff, at, reason: why },
    })
    addWaiver(book, operation, { rule, partyId, why, staff: ctx.staff, at, until }, today)
    operation.finish(ctx.now(), { rule, customer: partyId === null ? '*' : codeOf(partyId) })
    return operation.id
  })
  note(ctx, ctx.say('waived', { rule, id }))
  ctx.finish('done')
}

/** Lists what is waived, by whom, why and until when. */
export async function runWaivers(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const { say } = ctx
  const waivers = listWaivers(book)
  const text = (key: string, title: string) => ({ key, title, type: 'text' as const })
  showListing(ctx, {
    table: {
      key: 'waivers',
      title: say('waivers-summary'),
      columns: [
        text('rule', say('column-rule')),
        text('code', say('column-code')),
        text('why', say('column-why')),
        text('staff', say('column-staff')),
        text('until', say('column-until')),
      ],
      rows: waivers.map(({ rule, partyId, why, staff, until }) => [
        rule,
        partyId === null ? '*' : codeOf(partyId),
        why,
        staff,
        until,
      ]),
      empty: say('waivers-none'),
    },
    json: waivers.map(({ partyId, ...one }) => ({ ...one, code: partyId === null ? null : codeOf(partyId) })),
  })
  ctx.finish('done')
}
