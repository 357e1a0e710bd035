import { backForm, correctForm, listMissing } from '../../domain/forms/engine.ts'
import { summaryOf } from '../../domain/forms/summary.ts'
import type { FormDef, FormState } from '../../model/forms.ts'
import { renderSummary } from '../../render/form-summary.ts'
import type { Context } from '../context.ts'
import { toAskChoice } from './ask-question.ts'

/** The summary, and the last word: save, correct one, or leave with the draft. After a correction the summary is not shown again. */
export async function decide(
  ctx: Context,
  def: FormDef,
  state: FormState,
  withSummary: boolean,
): Promise<FormState | 'filled' | 'quit'> {
  const { ask, lang } = ctx
  if (ask === null) return 'quit'
  const say = (code: string): string => ctx.tell({ code })
  const rows = summaryOf(def, state, lang)
  const words = { known: say('form-summary-known'), empty: say('form-summary-empty') }
  if (withSummary) ctx.io.err(`\n${say('form-summary')}\n${renderSummary(rows, ctx.io.width, words)}`)
  const missing = listMissing(def, state)
  if (missing[0] !== undefined) return correctForm(def, state, missing[0])
  const choices = [
    { value: 'save', label: say('form-save'), keys: ['y', 'yes', 'bc', '是'] },
    { value: 'correct', label: say('form-correct'), keys: ['xg', 'edit'] },
    { value: 'later', label: say('form-later'), keys: ['q', 'cg', 'n', 'no', '否'] },
  ]
  const answer = await ask.choice({ message: say('form-decide'), choices, initial: 'save', required: true })
  if (answer.kind === 'back') return backForm(def, state)
  if (answer.kind !== 'answer' || answer.value === 'later') return 'quit'
  if (answer.value === 'save') return 'filled'
  const which = await ask.choice({
    message: say('form-which'),
    choices: rows.map((row) => ({
      ...toAskChoice({ value: row.path, zh: row.label, en: row.label }, lang),
      label: `${row.label}  ${row.shown ?? words.empty}`,
    })),
  })
  if (which.kind === 'quit') return 'quit'
  return which.kind === 'answer' ? correctForm(def, state, which.value) : state
}
