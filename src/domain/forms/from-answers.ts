import type { FormAnswer, FormDef, FormFault, FormQuestion, FormSection, FormState } from '../../model/forms.ts'
import { checkAnswer, fieldOf } from './check-answer.ts'
import { type FormStart, initialOf, startForm } from './engine.ts'
import { listQuestions, valueAt } from './questions.ts'
import { labelOf } from './summary.ts'

/** Answers as a file or flags give them: by field key or label, blocks that repeat as lists of such. */
export type AnswerFile = Readonly<Record<string, unknown>>

export type Filled =
  | { readonly ok: true; readonly state: FormState }
  | { readonly ok: false; readonly faults: readonly FormFault[] }

/**
 * Fills a form from an answer file or flags, as if they had been typed.
 *
 * Every fault of the file comes at once: answers that fail, required ones that are missing, names no question has.
 */
export function fillForm(def: FormDef, given: AnswerFile, start: FormStart): Filled {
  const faults: FormFault[] = []
  const used = new Set<string>()
  let state: FormState = startForm(def, start)
  // A answer may open questions behind it, so the list is made anew until nothing is added.
  for (let before = -1; before !== Object.keys(state.answers).length; ) {
    before = Object.keys(state.answers).length
    for (const question of listQuestions(def, state)) {
      if (state.answers[question.path] !== undefined || used.has(question.path)) continue
      const text = givenText(question, given)
      const answer = text === undefined ? undefined : readGiven(question, text, start, faults)
      if (text !== undefined) used.add(question.path)
      if (answer !== undefined) state = { ...state, answers: { ...state.answers, [question.path]: answer } }
    }
  }
  for (const question of listQuestions(def, state)) {
    if (valueAt(state, question.path) !== undefined || used.has(question.path)) continue
    const initial = initialOf(state, question)
    const answer = initial === undefined ? undefined : readGiven(question, initial, start, faults)
    if (answer !== undefined) state = { ...state, answers: { ...state.answers, [question.path]: answer } }
    else if (question.required)
      faults.push({
        path: question.path,
        reason: { code: 'form-required', params: { field: labelOf(question, 'zh') } },
      })
  }
  for (const name of strangers(def, state, given))
    faults.push({ path: name, reason: { code: 'form-no-such-field', params: { field: name } } })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, state: { ...state, at: null } }
}

function readGiven(
  question: FormQuestion,
  text: string,
  start: FormStart,
  faults: FormFault[],
): FormAnswer | undefined {
  const checked = checkAnswer(question, text, start.today)
  if (checked.ok) return checked.value
  faults.push({ path: question.path, reason: checked.reason, value: text })
  return undefined
}

/** The text given for a question; undefined where none is, and for values that are empty. */
function givenText(question: FormQuestion, given: AnswerFile): string | undefined {
  const place = /^([\w-]+)\[(\d+)\]/.exec(question.path)
  if (place === null) return textOf(findGiven(question, given))
  const list = blockOf(question.section, given)
  const turn = list[Number(place[2])]
  if (question.item === null) return turn === undefined ? 'no' : 'yes'
  return turn === undefined ? undefined : textOf(findGiven(question, turn))
}

function blockOf({ key, zh, en }: FormSection, given: AnswerFile): readonly AnswerFile[] {
  const value = given[key] ?? given[zh] ?? given[en]
  return Array.isArray(value) ? value.filter((one): one is AnswerFile => typeof one === 'object' && one !== null) : []
}

const namesOf = (question: FormQuestion): readonly string[] => {
  const field = fieldOf(question)
  return [question.item?.field, labelOf(question, 'zh'), labelOf(question, 'en'), field?.zh, field?.en].filter(
    (name): name is string => name !== undefined,
  )
}

function findGiven(question: FormQuestion, given: AnswerFile): unknown {
  const name = namesOf(question).find((one) => Object.hasOwn(given, one))
  return name === undefined ? undefined : given[name]
}

function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  if (Array.isArray(value))
    return (
      value
        .map((one) => textOf(one) ?? '')
        .filter((one) => one !== '')
        .join(',') || undefined
    )
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
  return text.trim() === '' ? undefined : text
}

/** Names in the file that no question has, those of blocks included: a slip of the pen must not vanish. */
function strangers(def: FormDef, state: FormState, given: AnswerFile): readonly string[] {
  const all = listQuestions(def, { ...state, variant: 'full' })
  const known = new Set(
    all.flatMap((question) => [...namesOf(question), question.section.key, question.section.zh, question.section.en]),
  )
  for (const section of def.sections) for (const item of section.items) known.add(item.field)
  const inBlocks = def.sections.flatMap((section) => {
    if (section.repeat === undefined) return []
    const names = new Set(section.items.flatMap((item) => namesOf({ path: '', section, item, required: false })))
    for (const name of tiedNames(def)) names.add(name)
    return blockOf(section, given).flatMap((one) => Object.keys(one).filter((name) => !names.has(name)))
  })
  return [...Object.keys(given).filter((name) => !known.has(name)), ...inBlocks]
}

const tiedNames = ({ tied }: FormDef): readonly string[] => (tied === undefined ? [] : [tied.form, tied.zh, tied.en])

/** The sheets an answer file gives the people of its repeating blocks, in the order they are saved; undefined for who has none. */
export function tiedAnswers(def: FormDef, given: AnswerFile): readonly (AnswerFile | undefined)[] {
  return def.sections.flatMap((section) =>
    section.repeat === undefined
      ? []
      : blockOf(section, given).map((one) => {
          const sheet = tiedNames(def).flatMap((name) => (Object.hasOwn(one, name) ? [one[name]] : []))[0]
          return typeof sheet === 'object' && sheet !== null ? (sheet as AnswerFile) : undefined
        }),
  )
}
