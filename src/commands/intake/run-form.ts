import { answerForm, backForm, questionOf, skipForm } from '../../domain/forms/engine.ts'
import { listQuestions } from '../../domain/forms/questions.ts'
import { labelOf, shownValue } from '../../domain/forms/summary.ts'
import type { FormDef, FormQuestion, FormState } from '../../model/forms.ts'
import type { Context } from '../context.ts'
import { askQuestion } from './ask-question.ts'
import { decide } from './decide.ts'
import { type KnownCustomer, recognise } from './recognise.ts'
import { sayKnown } from './say-known.ts'

export interface FormRun {
  /** Who may be meant, asked as soon as a phone or an identity number has been answered. */
  readonly lookUp?: (field: string, state: FormState) => Promise<readonly KnownCustomer[]>
  /** Keeps the draft after every answer, so that nothing typed is lost. */
  readonly keep?: (state: FormState) => void
}

export type FormEnd = { readonly kind: 'filled' | 'quit'; readonly state: FormState }

/** Plays a form with the person at the terminal, from where it stands to the last yes. Nothing is saved here. */
export async function playForm(ctx: Context, def: FormDef, start: FormState, run: FormRun = {}): Promise<FormEnd> {
  let state = start
  let section = ''
  let summed = false
  sayHeading(ctx, def, state)
  for (;;) {
    const question = questionOf(def, state)
    if (question === null) {
      const decided = await decide(ctx, def, state, !summed)
      summed = true
      if (typeof decided === 'string') return { kind: decided, state }
      state = decided
      section = ''
      continue
    }
    if (!state.correcting) summed = false
    if (headingOf(question, ctx) !== section)
      ctx.io.err(`── ${headingOf(question, ctx)}${state.correcting ? '' : placeOf(def, state)}\n`)
    section = headingOf(question, ctx)
    const next = await step(ctx, def, state, question, run)
    if (next === null) return { kind: 'quit', state }
    state = next
    run.keep?.(state)
  }
}

/** How far the form is: `  12/47`. */
function placeOf(def: FormDef, state: FormState): string {
  const questions = listQuestions(def, state)
  return `  ${questions.findIndex(({ path }) => path === state.at) + 1}/${questions.length}`
}

function headingOf(question: FormQuestion, { lang }: Context): string {
  const turn = /\[(\d+)\]/.exec(question.path)?.[1]
  return turn === undefined ? question.section[lang] : `${question.section[lang]} ${Number(turn) + 1}`
}

function sayHeading(ctx: Context, def: FormDef, state: FormState): void {
  const questions = listQuestions(def, state)
  ctx.io.err(
    `${ctx.tell({ code: 'form-heading', params: { number: def.number, title: def[ctx.lang], count: questions.length } })}\n`,
  )
  for (const question of questions) {
    sayKnown(ctx, state, question)
    sayFilled(ctx, state, question)
  }
}

/** What a resumed draft holds already. */
function sayFilled(ctx: Context, state: FormState, question: FormQuestion): void {
  const value = state.answers[question.path]?.value
  if (value === undefined || question.item === null) return
  const params = { label: labelOf(question, ctx.lang), value: shownValue(question, value, ctx.lang) }
  ctx.io.err(`${ctx.tell({ code: 'form-filled', params })}\n`)
}

/** One question asked and taken; null when the person leaves. */
async function step(
  ctx: Context,
  def: FormDef,
  state: FormState,
  question: FormQuestion,
  run: FormRun,
): Promise<FormState | null> {
  const answer = await askQuestion(ctx, state, question)
  if (answer.kind === 'quit') return null
  if (answer.kind === 'back') return backForm(def, state)
  const taken = answer.kind === 'skip' ? skipForm(def, state) : answerForm(def, state, answer.value)
  if (!taken.ok) {
    ctx.io.err(`! ${ctx.tell(taken.reason)}\n`)
    return state
  }
  for (const note of taken.notes ?? [])
    ctx.io.err(`  ${ctx.tell({ code: 'form-note', params: { note: ctx.tell(note) } })}\n`)
  const value = taken.value.answers[question.path]?.value
  if (run.lookUp === undefined || value === undefined || taken.value.tie !== null || !isTelling(question))
    return taken.value
  return recognise(ctx, def, taken.value, await run.lookUp(question.path, taken.value))
}

/** Answers that tell one customer from all others. */
const telling = new Set(['phone', 'mobile', 'id_number', 'uscc'])
const isTelling = (question: FormQuestion): boolean => telling.has(question.path)
