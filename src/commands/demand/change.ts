import { nextStage } from '../../domain/demands/grade.ts'
import { demandStages } from '../../domain/dictionary/choices.ts'
import { contactWays } from '../../model/desk.ts'
import { KehuError } from '../../model/errors.ts'
import type { Book } from '../../store/book.ts'
import { type DemandLine, demandOf } from '../../store/demands.ts'
import { addContact } from '../../store/interactions.ts'
import type { Operation } from '../../store/journal.ts'
import type { Context } from '../context.ts'
import { wholeNumber } from '../flags.ts'
import { note, showValue } from '../output.ts'
import { labelIn, wordOf } from '../word-of.ts'
import { wordsOrAsk } from '../words-or-ask.ts'
import { todayOf, write } from '../write.ts'

/** A demand by number, as `3` or `D3`. @throws {KehuError} `demand-missing` */
export async function demandCalled(ctx: Context, number: string): Promise<{ book: Book; demand: DemandLine }> {
  const id = wholeNumber(ctx.tell({ code: 'plan-number' }), number.replace(/^[dD]/, ''))
  const book = await ctx.openBook()
  const demand = demandOf(book, id)
  if (demand === undefined) throw new KehuError('usage', 'demand-missing', { id })
  return { book, demand }
}

interface Step {
  readonly kind: 'stage' | 'progress' | 'feedback'
  readonly way: string | null
  readonly content: string | null
  readonly patch: Readonly<Record<string, string>>
  readonly also?: (operation: Operation, today: string) => void
}

/** Writes one step of a demand's life and tells where it stands. */
function step(ctx: Context, book: Book, demand: DemandLine, { kind, way, content, patch, also }: Step): void {
  const today = todayOf(ctx, book)
  const { operation } = write(ctx, book, { kind: 'demand' }, (operation) => {
    operation.update('demand', demand.id, patch)
    operation.insert('demand_note', { demand_id: demand.id, kind, on_day: today, way, content, staff: ctx.staff })
    also?.(operation, today)
    return { result: null, summary: { demand: demand.id, kind, ...patch } }
  })
  const stage = patch['stage'] ?? demand.stage
  showValue(
    ctx,
    { number: demand.id, stage, grade: demand.grade, operation },
    () =>
      `${ctx.tell({ code: 'demand-now', params: { number: demand.id, stage: labelIn(ctx, demandStages, stage) } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

/** On to the next stage, or to the one that is named. */
export async function moveDemand(
  ctx: Context,
  number: string,
  stage: string | undefined,
  words: readonly string[],
): Promise<void> {
  const { book, demand } = await demandCalled(ctx, number)
  const to =
    stage === undefined ? nextStage(demand.stage) : wordOf(ctx, ctx.tell({ code: 'demand-stage' }), stage, demandStages)
  const content = words.join(' ').trim()
  const closed = to === 'closed' ? { closed_on: todayOf(ctx, book) } : {}
  step(ctx, book, demand, {
    kind: 'stage',
    way: to,
    content: content === '' ? null : content,
    patch: { stage: to, ...closed },
  })
}

/** A progress note; it leaves the stage as it is. */
export async function noteDemand(ctx: Context, number: string, words: readonly string[]): Promise<void> {
  const { book, demand } = await demandCalled(ctx, number)
  const content = await wordsOrAsk(ctx, words, 'note-text')
  step(ctx, book, demand, { kind: 'progress', way: null, content, patch: {} })
}

export interface AssessFlags {
  readonly feasibility?: string
  readonly costBenefit?: string
  readonly market?: string
  readonly conclusion?: string
}

/** The three assessments and what follows of them. @throws {KehuError} `answer-needed` */
export async function assessDemand(ctx: Context, number: string, flags: AssessFlags): Promise<void> {
  const { book, demand } = await demandCalled(ctx, number)
  const told = {
    feasibility: flags.feasibility,
    cost_benefit: flags.costBenefit,
    market_competition: flags.market,
    conclusion: flags.conclusion,
  }
  const patch = Object.fromEntries(
    Object.entries(told).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  if (Object.keys(patch).length === 0)
    throw new KehuError('usage', 'answer-needed', { flags: '--feasibility, --cost-benefit, --market, --conclusion' })
  step(ctx, book, demand, {
    kind: 'stage',
    way: 'assess',
    content: flags.conclusion ?? null,
    patch: { ...patch, stage: 'assess' },
  })
}

/** What the customer was told, and how; logged as a contact too. */
export async function tellDemand(ctx: Context, number: string, words: readonly string[], way: string): Promise<void> {
  const { book, demand } = await demandCalled(ctx, number)
  const content = await wordsOrAsk(ctx, words, 'demand-told')
  const kind = wordOf(ctx, '--way', way, contactWays)
  const also = (operation: Operation, today: string): void => {
    if (demand.live_id === null) return
    addContact(operation, {
      ...{ party_id: demand.live_id, kind, customer_initiated: 0, on_day: today, at_time: null, staff: ctx.staff },
      ...{ people: null, purpose: null, place: null, content, cost: null, major: 0, next_on: null, facts: null },
    })
  }
  step(ctx, book, demand, { kind: 'feedback', way: kind, content, patch: { stage: 'answer' }, also })
}
