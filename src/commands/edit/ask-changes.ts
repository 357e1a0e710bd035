import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { editForm } from '../../domain/edits/edit-form.ts'
import { answerForm, questionOf, startForm } from '../../domain/forms/engine.ts'
import { KehuError } from '../../model/errors.ts'
import type { FormDef, FormState } from '../../model/forms.ts'
import type { PartyKind } from '../../model/intake.ts'
import type { CustomerFile } from '../../store/customer-file.ts'
import type { Context } from '../context.ts'
import { askQuestion } from '../intake/ask-question.ts'
import { decide } from '../intake/decide.ts'
import { knownValues } from '../intake/known-customers.ts'

/** What people change most, in the order they look for it; what else the customer has comes after. */
const ALWAYS = ['name', 'honorific', 'phone', 'email', 'wechat', 'address', 'birth', 'gender', 'employer', 'title']
const MORE = ['level', 'owner', 'hobby', 'dining_preference', 'remark']

/**
 * The customer's values as a list, of which any may be picked and changed until the person says save; as `field=value`.
 *
 * Null when they leave. @throws {KehuError} `answer-needed` where nobody is there to ask
 */
export async function askChanges(ctx: Context, file: CustomerFile, today: string): Promise<readonly string[] | null> {
  if (ctx.ask === null) throw new KehuError('usage', 'answer-needed', { flags: '--set field=value' })
  const kind = file.party['kind'] as PartyKind
  const own = [...Object.entries(file.party), ...Object.entries(file.customer ?? {})].flatMap(([key, value]) =>
    value === null ? [] : [key],
  )
  const keys = [...new Set([...ALWAYS, ...MORE, ...own, ...file.facts.map((row) => String(row['field']))])]
  const fields = keys.flatMap((key) => {
    const field = fieldByKey(key)
    const isOwn = field === undefined || (kind === 'org' && field.entity === 'person')
    return isOwn || ['deal', 'interaction'].includes(field.stored) ? [] : [field]
  })
  const def = editForm(kind, fields)
  const known = knownValues(def, file)
  const start: FormState = { ...startForm(def, { today, staff: ctx.staff, known }), at: null }
  const end = await play(ctx, def, start)
  if (end === null) return null
  const texts = Object.entries(end.answers).map(([key, { text }]) => `${key}=${text}`)
  return [...texts, ...end.skipped.map((key) => `${key}=`)]
}

/** Shows, asks which, asks what, until saved. Null when the person leaves. */
async function play(ctx: Context, def: FormDef, start: FormState): Promise<FormState | null> {
  let state = start
  for (;;) {
    const question = questionOf(def, state)
    if (question === null) {
      const decided = await decide(ctx, def, { ...state, at: null, correcting: false }, true)
      if (decided === 'filled') return state
      if (decided === 'quit') return null
      state = decided
      continue
    }
    const answer = await askQuestion(ctx, state, question)
    if (answer.kind === 'quit') return null
    const back = { ...state, at: null, correcting: false }
    if (answer.kind === 'back') state = back
    else if (answer.kind === 'skip') state = emptied(back, question.path)
    else {
      const taken = answerForm(def, state, answer.value)
      if (taken.ok) state = { ...taken.value, at: null, correcting: false }
      else ctx.io.err(`! ${ctx.tell(taken.reason)}\n`)
    }
  }
}

/** `-` empties a value of the book. */
function emptied(state: FormState, path: string): FormState {
  const { [path]: _value, ...known } = state.known
  const { [path]: _answer, ...answers } = state.answers
  return { ...state, known, answers, skipped: [...state.skipped.filter((one) => one !== path), path] }
}
