import { labelOf, shownValue } from '../../domain/forms/summary.ts'
import type { FormQuestion, FormState } from '../../model/forms.ts'
import type { Context } from '../context.ts'

/** A line for what the book knows already of a question. */
export function sayKnown(ctx: Context, state: FormState, question: FormQuestion): void {
  const value = state.known[question.path]
  if (value === undefined || question.item === null) return
  const params = { label: labelOf(question, ctx.lang), value: shownValue(question, value, ctx.lang) }
  ctx.io.err(`${ctx.tell({ code: 'form-known', params })}\n`)
}
