import { toDayNumber } from '../../domain/calendar.ts'
import { feedbackKinds } from '../../model/desk.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { type FeedbackLine, listFeedback, recordOf } from '../../store/interactions.ts'
import type { Context } from '../context.ts'
import { dayOfFlag } from '../days.ts'
import { wholeNumber } from '../flags.ts'
import { openKept } from '../kept.ts'
import { note, showListing, showValue } from '../output.ts'
import { chooseCustomer, pickCustomer } from '../pick-customer.ts'
import { labelIn, wordOf } from '../word-of.ts'
import { wordsOrAsk } from '../words-or-ask.ts'
import { todayOf, write } from '../write.ts'

export interface FeedbackFlags {
  readonly kind: string
  readonly on?: string
  readonly due?: string
  readonly channel?: string
  readonly staff?: string
}

/** Takes a complaint, a suggestion or a question; it stays open until it is answered. */
export async function addFeedback(
  ctx: Context,
  customer: string | undefined,
  words: readonly string[],
  flags: FeedbackFlags,
): Promise<void> {
  const book = await ctx.openBook()
  const kept = await openKept(ctx, book, `complain ${customer ?? ''}`)
  const who = kept.answers['log-who'] ?? customer ?? (await wordsOrAsk(ctx, [], 'log-who', kept))
  const { id, wasAsked } = await chooseCustomer(ctx, book, who)
  if (wasAsked) kept.keep('log-who', codeOf(id))
  const today = todayOf(ctx, book)
  const row = {
    party_id: id,
    kind: wordOf(ctx, '--kind', flags.kind, feedbackKinds),
    on_day: flags.on === undefined ? today : dayOfFlag(ctx, '--on', flags.on, today),
    channel: flags.channel ?? null,
    content: await wordsOrAsk(ctx, words, 'complain-content', kept),
    staff: flags.staff ?? ctx.staff,
    due_on: flags.due === undefined ? null : dayOfFlag(ctx, '--due', flags.due, today),
  }
  const { result, operation } = write(ctx, book, { kind: 'complain' }, (operation) => ({
    result: operation.insert('feedback', row),
    summary: { customer: codeOf(id), kind: row.kind },
  }))
  kept.drop()
  const params = { number: result, code: codeOf(id), kind: labelIn(ctx, feedbackKinds, row.kind) }
  showValue(
    ctx,
    { number: result, code: codeOf(id), kind: row.kind, on: row.on_day, operation },
    () => `${ctx.tell({ code: 'complain-added', params })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

/** Days it has stood, or stood before it was answered. */
const ageOf = (line: FeedbackLine, today: string): number =>
  toDayNumber(line.answered_on ?? today) - toDayNumber(line.on_day)

export async function listComplaints(
  ctx: Context,
  customer: string | undefined,
  flags: { readonly kind?: string; readonly open: boolean; readonly limit: string },
): Promise<void> {
  const book = await ctx.openBook()
  const today = todayOf(ctx, book)
  const lines = listFeedback(book, {
    kind: flags.kind === undefined ? undefined : wordOf(ctx, '--kind', flags.kind, feedbackKinds),
    state: flags.open ? 'open' : undefined,
    partyId: customer === undefined ? undefined : await pickCustomer(ctx, book, customer),
    limit: wholeNumber('--limit', flags.limit),
  })
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'feedback',
      title: say('complain-list'),
      columns: [
        { key: 'number', title: say('plan-number'), type: 'integer' },
        { key: 'on', title: ctx.say('column-on'), type: 'date' },
        { key: 'kind', title: ctx.say('column-kind'), type: 'text' },
        { key: 'name', title: ctx.say('column-name'), type: 'text', personal: 'name' },
        { key: 'content', title: ctx.say('column-content'), type: 'text' },
        { key: 'state', title: say('column-state'), type: 'text' },
        { key: 'age', title: say('column-age'), type: 'integer' },
        { key: 'answer', title: say('column-answer'), type: 'text' },
        { key: 'staff', title: ctx.say('column-staff'), type: 'text' },
      ],
      rows: lines.map((line) => [
        line.id,
        line.on_day,
        labelIn(ctx, feedbackKinds, line.kind),
        line.name,
        line.content,
        say(
          line.state === 'open' && line.due_on !== null && line.due_on < today
            ? 'feedback-late'
            : `feedback-${line.state}`,
        ),
        ageOf(line, today),
        line.answer,
        line.staff,
      ]),
      empty: say('complain-none'),
    },
    json: lines.map((line) => ({
      number: line.id,
      code: line.live_id === null ? null : codeOf(line.live_id),
      name: line.name,
      kind: line.kind,
      on: line.on_day,
      content: line.content,
      state: line.state,
      days: ageOf(line, today),
      due: line.due_on,
      answeredOn: line.answered_on,
      answer: line.answer,
      analysis: line.analysis,
      staff: line.staff,
    })),
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}

/** Answers one, which closes it. @throws {KehuError} `complain-missing` */
export async function answerFeedback(
  ctx: Context,
  number: string,
  words: readonly string[],
  analysis: string | undefined,
): Promise<void> {
  const id = wholeNumber(ctx.tell({ code: 'plan-number' }), number)
  const book = await ctx.openBook()
  const row = recordOf(book, 'feedback', id)
  if (row === undefined) throw new KehuError('usage', 'complain-missing', { id })
  const answer = await wordsOrAsk(ctx, words, 'complain-answer-text')
  const on = todayOf(ctx, book)
  const { operation } = write(ctx, book, { kind: 'complain' }, (operation) => {
    const more = analysis === undefined ? {} : { analysis }
    operation.update('feedback', id, { state: 'answered', answered_on: on, answer, ...more })
    return { result: null, summary: { feedback: id } }
  })
  const days = toDayNumber(on) - toDayNumber(String(row['on_day']))
  showValue(
    ctx,
    { number: id, answeredOn: on, days, operation },
    () =>
      `${ctx.tell({ code: 'complain-answered', params: { kind: labelIn(ctx, feedbackKinds, row['kind']), number: id, days } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}
