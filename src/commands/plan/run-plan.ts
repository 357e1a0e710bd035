import { isPlanLate, periodAround } from '../../domain/contacts/plan-period.ts'
import { contactPurposes, planGrains } from '../../domain/dictionary/record-choices.ts'
import { contactWays } from '../../model/desk.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { listPlans, type PlanLine, recordOf } from '../../store/interactions.ts'
import type { Context } from '../context.ts'
import { dayOfFlag } from '../days.ts'
import { wholeNumber } from '../flags.ts'
import { note, showListing, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { labelIn, wordOf } from '../word-of.ts'
import { todayOf, write } from '../write.ts'

export interface PlanFlags {
  readonly by: string
  readonly on?: string
  readonly way: string
  readonly purpose?: string
  readonly staff?: string
}

/** Plans a contact for a day, a week or a month. */
export async function addPlan(
  ctx: Context,
  customer: string,
  words: readonly string[],
  flags: PlanFlags,
): Promise<void> {
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  const today = todayOf(ctx, book)
  const content = words.join(' ').trim()
  const row = {
    party_id: id,
    grain: wordOf(ctx, '--by', flags.by, planGrains),
    on_day: flags.on === undefined ? today : dayOfFlag(ctx, '--on', flags.on, today),
    way: wordOf(ctx, '--way', flags.way, contactWays),
    purpose: flags.purpose === undefined ? null : wordOf(ctx, '--purpose', flags.purpose, contactPurposes),
    content: content === '' ? null : content,
    staff: flags.staff ?? ctx.staff,
  }
  const { result, operation } = write(ctx, book, { kind: 'plan' }, (operation) => ({
    result: operation.insert('plan_item', row),
    summary: { customer: codeOf(id), on: row.on_day },
  }))
  const params = { number: result, code: codeOf(id), on: row.on_day, way: labelIn(ctx, contactWays, row.way) }
  showValue(
    ctx,
    { number: result, code: codeOf(id), on: row.on_day, grain: row.grain, way: row.way, operation },
    () => `${ctx.tell({ code: 'plan-added', params })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

interface ListFlags {
  readonly by?: string
  readonly on?: string
  readonly overdue: boolean
  readonly staff?: string
  readonly limit: string
}

/** The plans of a day, week or month, with what was done and what is late. */
export async function listPlanned(ctx: Context, customer: string | undefined, flags: ListFlags): Promise<void> {
  const book = await ctx.openBook()
  const today = todayOf(ctx, book)
  const grain = flags.by === undefined ? undefined : wordOf(ctx, '--by', flags.by, planGrains)
  const around = flags.on === undefined ? today : dayOfFlag(ctx, '--on', flags.on, today)
  const period = grain === undefined && flags.on === undefined ? undefined : periodAround(around, grain ?? 'day')
  const lines = listPlans(book, {
    partyId: customer === undefined ? undefined : await pickCustomer(ctx, book, customer),
    staff: flags.staff,
    limit: wholeNumber('--limit', flags.limit),
    ...(flags.overdue ? { to: today, state: 'open' } : { from: period?.from, to: period?.to }),
  })
  const rows = lines.map((line) => [
    line.id,
    line.on_day,
    labelIn(ctx, planGrains, line.grain),
    line.name,
    labelIn(ctx, contactWays, line.way),
    line.purpose === null ? '' : labelIn(ctx, contactPurposes, line.purpose),
    line.content,
    line.staff,
    ctx.tell({ code: stateOf(line, today) }),
  ])
  const say = (code: string): string => ctx.tell({ code })
  const late = lines.filter((line) => stateOf(line, today) === 'plan-late').length
  const done = lines.filter(({ state }) => state === 'done').length
  showListing(ctx, {
    table: {
      key: 'plans',
      title: say('plan-list'),
      columns: [
        { key: 'number', title: say('plan-number'), type: 'integer' },
        { key: 'on', title: ctx.say('column-on'), type: 'date' },
        { key: 'grain', title: say('plan-grain-short'), type: 'text' },
        { key: 'name', title: ctx.say('column-name'), type: 'text', personal: 'name' },
        { key: 'way', title: say('column-way'), type: 'text' },
        { key: 'purpose', title: say('log-purpose'), type: 'text' },
        { key: 'content', title: ctx.say('column-content'), type: 'text' },
        { key: 'staff', title: ctx.say('column-staff'), type: 'text' },
        { key: 'state', title: say('column-state'), type: 'text' },
      ],
      rows,
      empty: say('plan-none'),
    },
    json: lines.map(({ live_id, party_id: _party, ...line }) => ({
      code: codeOf(live_id),
      ...line,
      state: stateOf(line as PlanLine, today).replace('plan-', ''),
    })),
    ...(lines.length === 0
      ? {}
      : { after: ctx.tell({ code: 'plan-count', params: { count: lines.length, done, late } }) }),
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}

const stateOf = (line: Pick<PlanLine, 'state' | 'on_day' | 'grain'>, today: string): string =>
  isPlanLate(line, today) ? 'plan-late' : `plan-${line.state}`

/** Closes a plan by hand: a contact that was not logged, or one given up. */
export async function settlePlan(ctx: Context, number: string, state: 'done' | 'dropped'): Promise<void> {
  const id = wholeNumber(ctx.tell({ code: 'plan-number' }), number)
  const book = await ctx.openBook()
  if (recordOf(book, 'plan_item', id) === undefined) throw new KehuError('usage', 'plan-missing', { id })
  const { operation } = write(ctx, book, { kind: 'plan' }, (operation) => {
    operation.update('plan_item', id, { state, done_on: todayOf(ctx, book) })
    return { result: null, summary: { plan: id, state } }
  })
  showValue(
    ctx,
    { number: id, state, operation },
    () => `${ctx.tell({ code: 'plan-settled', params: { number: id, state: ctx.tell({ code: `plan-${state}` }) } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}
