import { backForm, tieForm } from '../../domain/forms/engine.ts'
import { listQuestions } from '../../domain/forms/questions.ts'
import type { FormDef, FormState, FormTie } from '../../model/forms.ts'
import type { RelationType } from '../../model/intake.ts'
import type { Answer } from '../../terminal/ask.ts'
import type { Context } from '../context.ts'
import { toAskChoice } from './ask-question.ts'
import { sayKnown } from './say-known.ts'

/** A customer the book found by what was answered, with what it knows by question path. */
export interface KnownCustomer {
  readonly code: string
  /** One line that tells who it is. */
  readonly label: string
  readonly known: Readonly<Record<string, string>>
}

const relations: Readonly<Record<string, RelationType>> = {
  'relation-family': 'family',
  'relation-colleague': 'other',
  'relation-friend': 'friend',
  'relation-driver': 'driver',
  'relation-director': 'director',
  'relation-introduced-by': 'introduced_by',
}

/** Shows who has this number already: the same customer, somebody of theirs, or nobody of them. */
export async function recognise(
  ctx: Context,
  def: FormDef,
  state: FormState,
  found: readonly KnownCustomer[],
): Promise<FormState | null> {
  if (found.length === 0 || ctx.ask === null) return state
  const say = (code: string, who = ''): string => ctx.tell({ code, params: { who } })
  ctx.io.err(`${say('form-recognised')}\n${found.map(({ label }) => `  ${label}\n`).join('')}`)
  const choices = [
    ...found.map(({ code, label }) => ({ value: `same ${code}`, label: say('form-same', label), keys: [code] })),
    ...found.map(({ code, label }) => ({ value: `related ${code}`, label: say('form-related', label) })),
    { value: 'new', label: say('form-new') },
  ]
  const answer = await ctx.ask.choice({ message: say('form-whose'), choices, required: true })
  if (answer.kind === 'quit') return null
  if (answer.kind === 'back') return backForm(def, state)
  const [as, code] = answer.kind === 'answer' ? answer.value.split(' ') : ['new']
  const customer = found.find((one) => one.code === code)
  if (customer === undefined) return state
  if (as === 'related') {
    const relation = await askRelation(ctx, customer)
    if (relation.kind === 'quit') return null
    if (relation.kind === 'back') return recognise(ctx, def, state, found)
    const told = relation.kind === 'answer' ? { relation: relation.value } : {}
    return tieForm(def, state, { code: customer.code, as: 'related', ...told }, {})
  }
  const tied = tieForm(def, state, { code: customer.code, as: 'same' }, customer.known)
  for (const question of listQuestions(def, tied)) {
    if (tied.answers[question.path] === undefined) sayKnown(ctx, tied, question)
  }
  return tied
}

async function askRelation(ctx: Context, { label }: KnownCustomer): Promise<Answer<NonNullable<FormTie['relation']>>> {
  const words = (code: string): string => ctx.tell({ code })
  const choices = Object.keys(relations).map((code) =>
    toAskChoice({ value: code, zh: words(code), en: words(code) }, ctx.lang),
  )
  const message = ctx.tell({ code: 'form-relation', params: { who: label } })
  const answer = await ctx.ask!.choice({ message, choices, other: true })
  if (answer.kind !== 'answer') return answer
  const type = relations[answer.value]
  return {
    kind: 'answer',
    value: { type: type ?? 'other', title: type === undefined ? answer.value : words(answer.value) },
  }
}
