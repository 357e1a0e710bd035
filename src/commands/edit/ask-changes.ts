import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { editForm } from '../../domain/edits/edit-form.ts'
import { answerForm, questionOf, startForm } from '../../domain/forms/engine.ts'
import { KehuError } from '../../model/errors.ts'
import type { FormDef, FormState } from '../../model/forms.ts'
import type { PartyKind } from '../../model/intake.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import type { CustomerFile } from '../../store/customer-file.ts'
import { dropDraft, keepDraft, listDrafts } from '../../store/drafts.ts'
import type { Context } from '../context.ts'
import { askQuestion } from '../intake/ask-question.ts'
import { decide } from '../intake/decide.ts'
import { knownValues } from '../intake/known-customers.ts'
import { todayOf } from '../write.ts'

/** What people change most, in the order they look for it; what else the customer has comes after. */
const ALWAYS = ['name', 'honorific', 'phone', 'email', 'wechat', 'address', 'birth', 'gender', 'employer', 'title']
const MORE = ['level', 'owner', 'hobby', 'dining_preference', 'remark']

/**
 * The customer's values as a list, of which any may be picked and changed until the person says save; as `field=value`.
 *
 * Null when they leave, with what they changed kept. @throws {KehuError} `answer-needed` where nobody is there to ask
 */
export async function askChanges(ctx: Context, book: Book, file: CustomerFile): Promise<Asked | null> {
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
  const today = todayOf(ctx, book)
  const start: FormState = { ...startForm(def, { today, staff: ctx.staff, known }), at: null }
  const draft = await openChanges(ctx, book, `edit ${codeOf(Number(file.party['id']))}`)
  const { answers, skipped } = draft.left ?? start
  const end = await play(ctx, def, { ...start, answers, skipped }, draft.keep)
  if (end === null) return null
  const texts = Object.entries(end.answers).map(([key, { text }]) => `${key}=${text}`)
  return { texts: [...texts, ...end.skipped.map((key) => `${key}=`)], drop: draft.drop }
}

/** What a person changed, and how to forget that it was kept meanwhile. */
export interface Asked {
  readonly texts: readonly string[]
  readonly drop: () => void
}

interface Draft {
  /** What was changed and not saved the last time, where the person wants to go on with it. */
  readonly left: Pick<FormState, 'answers' | 'skipped'> | undefined
  readonly keep: (state: FormState) => void
  readonly drop: () => void
}

/** Changes are on disk after each answer, as those of a form are. */
async function openChanges(ctx: Context, book: Book, what: string): Promise<Draft> {
  const [draft] = listDrafts(book, ctx.staff, what)
  let id = draft?.id
  const said = Object.values(draft?.state.answers ?? {}).map(({ text }) => text)
  const message = ctx.tell({ code: 'kept-resume', params: { said: said.join(' · ') } })
  const again = draft === undefined ? undefined : await ctx.ask!.yesNo({ message, initial: true })
  return {
    left: again?.kind === 'answer' && again.value ? draft!.state : undefined,
    keep: (state) => {
      id = keepDraft(book, { id, staff: ctx.staff, form: what, state, at: ctx.now() })
    },
    drop: () => id !== undefined && dropDraft(book, id),
  }
}

/** Shows, asks which, asks what, until saved. Null when the person leaves. */
async function play(
  ctx: Context,
  def: FormDef,
  start: FormState,
  keep: (state: FormState) => void,
): Promise<FormState | null> {
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
    if (answer.kind !== 'back') keep(state)
  }
}

/** `-` empties a value of the book. */
function emptied(state: FormState, path: string): FormState {
  const { [path]: _value, ...known } = state.known
  const { [path]: _answer, ...answers } = state.answers
  return { ...state, known, answers, skipped: [...state.skipped.filter((one) => one !== path), path] }
}
