import { readEntry } from '../../domain/contacts/read-entry.ts'
import { interactionKinds } from '../../domain/dictionary/choices.ts'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { checkOfField } from '../../domain/forms/check-type.ts'
import { KehuError } from '../../model/errors.ts'
import type { Answer } from '../../terminal/ask.ts'
import type { Context } from '../context.ts'
import { toAskChoice } from '../intake/ask-question.ts'
import type { Kept } from '../kept.ts'

/** What the command line has said already and is not asked. */
export interface ContactSaid {
  readonly content?: string | undefined
  readonly kind?: string | undefined
  readonly cost?: string | undefined
  readonly next?: string | undefined
}

/** What is known of a contact after the last question; an empty text where it was passed over. */
export type ContactAsked = Readonly<Record<'content' | 'kind' | 'cost' | 'next', string>>

type Question = keyof ContactAsked

/**
 * Asks what of a contact was not said: content, kind where its words do not tell, cost, next day. `<` goes one back.
 *
 * @throws {KehuError} `cancelled-kept`
 */
export async function askContact(ctx: Context, said: ContactSaid, kept: Kept, today: string): Promise<ContactAsked> {
  const known = (question: Question): string | undefined => said[question] ?? kept.answers[question]
  const questions: Question[] = ['content', 'kind', 'cost', 'next']
  const asked: Question[] = []
  for (let at = 0; at < questions.length; ) {
    const question = questions[at]!
    if (known(question) !== undefined || (question === 'kind' && tellsKind(known('content')))) {
      at++
      continue
    }
    const answer = await ask(ctx, question, today)
    if (answer.kind === 'quit') throw new KehuError('cancelled', 'cancelled-kept')
    if (answer.kind === 'back') {
      const before = asked.pop()
      if (before !== undefined) kept.forget(before)
      at = before === undefined ? at : questions.indexOf(before)
      continue
    }
    kept.keep(question, answer.kind === 'answer' ? answer.value.trim() : '')
    asked.push(question)
    at++
  }
  const all = (question: Question): string => known(question) ?? ''
  return { content: all('content'), kind: all('kind'), cost: all('cost'), next: all('next') }
}

const tellsKind = (content: string | undefined): boolean =>
  content !== undefined && readEntry(content).kind !== undefined

function ask(ctx: Context, question: Question, today: string): Promise<Answer<string>> {
  const message = ctx.tell({ code: `log-${question}` })
  if (question === 'kind') {
    const choices = interactionKinds.map((one) => toAskChoice(one, ctx.lang))
    return ctx.ask!.choice({ message, choices, initial: 'call', required: true })
  }
  if (question === 'content') return ctx.ask!.text({ message, required: true })
  const field = fieldByKey(question === 'cost' ? 'cost' : 'next_contact')!
  const check = (text: string): string | null => {
    const checked = checkOfField(field, text, today)
    return checked.ok ? null : ctx.tell(checked.reason)
  }
  return ctx.ask!.text({ message, check })
}
