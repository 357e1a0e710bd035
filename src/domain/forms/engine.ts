import type { FormAnswer, FormDef, FormQuestion, FormState, FormTie, FormVariant } from '../../model/forms.ts'
import { bad, good, type Parsed } from '../../model/parsed.ts'
import type { IsoDate } from '../../model/units.ts'
import { parsePersonName } from '../normalize/person-name.ts'
import { checkAnswer } from './check-answer.ts'
import { listQuestions, valueAt } from './questions.ts'

export interface FormStart {
  readonly today: IsoDate
  readonly staff: string
  readonly variant?: FormVariant
  /** Canonical values by path that the book has already: they are shown and not asked. */
  readonly known?: Readonly<Record<string, string>>
}

/** A form before its first question. */
export function startForm(def: FormDef, start: FormStart): FormState {
  const state: FormState = {
    form: def.key,
    version: def.version,
    variant: start.variant ?? 'full',
    startedOn: start.today,
    staff: start.staff,
    tie: null,
    answers: {},
    skipped: [],
    known: start.known ?? {},
    at: null,
    correcting: false,
  }
  return moveOn(def, state, null)
}

/** The question that is asked now, or null when all are done and the summary is next. */
export function questionOf(def: FormDef, state: FormState): FormQuestion | null {
  return state.at === null ? null : (listQuestions(def, state).find(({ path }) => path === state.at) ?? null)
}

/** What Enter on nothing answers: the answer given before, else the form's own start value. */
export function initialOf(state: FormState, question: FormQuestion): string | undefined {
  const before = state.answers[question.path]?.text ?? state.known[question.path]
  if (before !== undefined) return before
  if (question.item?.field === 'gender') return genderByTie(state, question.path) ?? genderByName(state, question.path)
  const initial = question.item?.initial
  if (initial === '@today') return state.startedOn
  return initial === '@staff' ? state.staff : initial
}

/** 妻子, 女儿 and their like have said it already. */
function genderByTie(state: FormState, path: string): string | undefined {
  const tie = state.answers[path.replace(/gender$/, 'relation')]?.value ?? ''
  if (/妻|太太|老婆|女儿|母|妈|姐|妹|奶奶|姥姥|婆|wife|daughter|mother|sister/i.test(tie)) return 'F'
  return /丈夫|老公|儿子|父|爸|哥|弟|爷爷|husband|\bson\b|father|brother/i.test(tie) ? 'M' : undefined
}

/** 张女士 has said it already. */
function genderByName(state: FormState, path: string): string | undefined {
  const name = state.answers[path.replace(/gender$/, 'name')]
  const parsed = name === undefined ? undefined : parsePersonName(name.text)
  return parsed?.ok === true ? parsed.value.gender : undefined
}

/**
 * Answers the question that is asked now and moves to the next.
 *
 * The text is held against the same normal forms as a cell of an import; what fails them leaves the state as it was.
 */
export function answerForm(def: FormDef, state: FormState, text: string): Parsed<FormState> {
  const question = questionOf(def, state)
  if (question === null) return bad('form-no-question')
  const checked = checkAnswer(question, text, state.startedOn)
  if (!checked.ok) return checked
  const answers = { ...state.answers, [question.path]: checked.value }
  const skipped = state.skipped.filter((path) => path !== question.path)
  return good(moveOn(def, { ...state, answers, skipped }, question.path), checked.value.notes)
}

/** Leaves the question without an answer, dropping one given before. Required questions stay. */
export function skipForm(def: FormDef, state: FormState): Parsed<FormState> {
  const question = questionOf(def, state)
  if (question === null) return bad('form-no-question')
  if (question.required) return bad('form-required', { field: question.item?.field ?? question.path })
  const { [question.path]: _dropped, ...answers } = state.answers
  const skipped = [...state.skipped.filter((path) => path !== question.path), question.path]
  return good(moveOn(def, { ...state, answers, skipped }, question.path))
}

/** The question before, with its answer still there; the first question stays, the summary leads to the last one, a correction to the summary. */
export function backForm(def: FormDef, state: FormState): FormState {
  if (state.correcting && state.at !== null) return { ...state, at: null, correcting: false }
  const asked = listQuestions(def, state).filter((question) => isOpen(state, question))
  const place = state.at === null ? asked.length : asked.findIndex(({ path }) => path === state.at)
  const before = asked[Math.max(0, place - 1)]
  return before === undefined ? state : { ...state, at: before.path, correcting: false }
}

/** Asks one question again, known ones too; after its answer the summary comes back. */
export function correctForm(def: FormDef, state: FormState, path: string): FormState {
  const there = listQuestions(def, state).some((question) => question.path === path)
  return there ? { ...state, at: path, correcting: state.at === null } : state
}

/** The customer was recognised in the middle of a form: what the book knows of it is filled in, and not asked again. */
export function tieForm(
  def: FormDef,
  state: FormState,
  tie: FormTie,
  known: Readonly<Record<string, string>>,
): FormState {
  const next = { ...state, tie, known: { ...known, ...state.known } }
  const question = questionOf(def, next)
  return question === null || isOpen(next, question) ? next : moveOn(def, next, question.path)
}

/** Paths of required questions that have no value yet. */
export function listMissing(def: FormDef, state: FormState): readonly string[] {
  return listQuestions(def, state)
    .filter(({ required, path }) => required && valueAt(state, path) === undefined)
    .map(({ path }) => path)
}

const isOpen = (state: FormState, question: FormQuestion): boolean => state.known[question.path] === undefined

/** The next question after a path that is neither known, answered nor skipped; a correction may open new ones behind it. */
function moveOn(def: FormDef, state: FormState, from: string | null): FormState {
  const questions = listQuestions(def, state)
  const place = questions.findIndex(({ path }) => path === from)
  const isLeft = (question: FormQuestion): boolean =>
    isOpen(state, question) && state.answers[question.path] === undefined && !state.skipped.includes(question.path)
  const rest = state.correcting
    ? questions.filter(isLeft)
    : questions.slice(place + 1).filter((one) => isOpen(state, one))
  const next = rest[0] ?? questions.find((one) => one.required && isLeft(one))
  return { ...state, at: next?.path ?? null, correcting: next !== undefined && state.correcting }
}

/** A draft that fits the form no more is mended: answers to questions that are gone are left out. */
export function resumeForm(def: FormDef, draft: FormState): FormState {
  if (draft.form !== def.key) return draft
  const questions = listQuestions(def, draft)
  const paths = new Set(questions.map(({ path }) => path))
  const kept = Object.entries(draft.answers).filter((entry): entry is [string, FormAnswer] => paths.has(entry[0]))
  const state: FormState = { ...draft, version: def.version, answers: Object.fromEntries(kept) }
  return state.at === null || paths.has(state.at) ? state : moveOn(def, { ...state, correcting: true }, null)
}
