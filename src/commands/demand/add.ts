import { gradeOf, type Level } from '../../domain/demands/grade.ts'
import { demandClasses, intents } from '../../domain/dictionary/choices.ts'
import { questionOfField } from '../../domain/edits/edit-form.ts'
import { fieldNamed } from '../../domain/edits/field-named.ts'
import { checkAnswer } from '../../domain/forms/check-answer.ts'
import type { FormFault } from '../../model/forms.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Context } from '../context.ts'
import { dayOfFlag } from '../days.ts'
import { faultsOf } from '../edit/run-edit.ts'
import { note, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { wordOf } from '../word-of.ts'
import { wordsOrAsk } from '../words-or-ask.ts'
import { todayOf, write } from '../write.ts'

export interface DemandFlags {
  readonly class?: string
  readonly channel?: string
  readonly importance: string
  readonly urgency: string
  readonly owner?: string
  readonly department?: string
  readonly on?: string
  readonly due?: string
  readonly set: readonly string[]
}

/** Takes a demand at the desk; it begins at 收集. */
export async function addDemand(
  ctx: Context,
  customer: string,
  words: readonly string[],
  flags: DemandFlags,
): Promise<void> {
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  const today = todayOf(ctx, book)
  const importance = wordOf(ctx, '--importance', flags.importance, intents) as Level
  const urgency = wordOf(ctx, '--urgency', flags.urgency, intents) as Level
  const row = {
    party_id: id,
    on_day: flags.on === undefined ? today : dayOfFlag(ctx, '--on', flags.on, today),
    class: flags.class === undefined ? null : wordOf(ctx, '--class', flags.class, demandClasses),
    channel: flags.channel ?? null,
    wishes: JSON.stringify(wishesOf(ctx, flags.set, today)),
    content: await wordsOrAsk(ctx, words, 'demand-content'),
    importance,
    urgency,
    grade: gradeOf(importance, urgency),
    stage: 'collect',
    department: flags.department ?? null,
    owner: flags.owner ?? ctx.staff,
    due_on: flags.due === undefined ? null : dayOfFlag(ctx, '--due', flags.due, today),
  }
  const { result, operation } = write(ctx, book, { kind: 'demand' }, (operation) => {
    const number = operation.insert('demand', row)
    const first = {
      demand_id: number,
      kind: 'stage',
      on_day: row.on_day,
      way: 'collect',
      content: null,
      staff: ctx.staff,
    }
    operation.insert('demand_note', first)
    return { result: number, summary: { demand: number, customer: codeOf(id), grade: row.grade } }
  })
  showValue(
    ctx,
    { number: result, code: codeOf(id), grade: row.grade, stage: row.stage, operation },
    () => `${ctx.tell({ code: 'demand-added', params: { number: result, code: codeOf(id), grade: row.grade } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

/** Structured wishes of the trade, each held against its field; all faults at once. */
function wishesOf(ctx: Context, texts: readonly string[], today: string): Record<string, string> {
  const faults: FormFault[] = []
  const wishes: Record<string, string> = {}
  for (const text of texts) {
    const [, name = text, value = ''] = /^([^=＝]+)[=＝]([\s\S]+)$/.exec(text) ?? []
    const field = fieldNamed(name.trim())
    if (field === undefined) faults.push({ path: name, reason: { code: 'edit-no-such-field' } })
    else {
      const checked = checkAnswer(questionOfField(field), value.trim(), today)
      if (checked.ok) wishes[field.key] = checked.value.value
      else faults.push({ path: field.key, value, reason: checked.reason })
    }
  }
  if (faults.length > 0) throw faultsOf(ctx, faults)
  return wishes
}
