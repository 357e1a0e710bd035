import type { FormDef, FormItem, FormQuestion, FormSection, FormState } from '../../model/forms.ts'

type Place = Pick<FormState, 'answers' | 'known' | 'variant'>

/** The value that stands under a path: answered now, or known before; undefined where there is none. */
export function valueAt(state: Place, path: string): string | undefined {
  return state.answers[path]?.value ?? state.known[path]
}

export const itemPath = (section: FormSection, item: FormItem, turn: number): string =>
  section.repeat === undefined ? item.field : `${section.key}[${turn}].${item.field}`

export const morePath = (section: FormSection, turn: number): string => `${section.key}[${turn}]`

/**
 * Every question of a form as the answers so far stand, in order, the known ones included.
 *
 * A block that repeats is there once more than it has been filled, as long as "one more?" is answered with yes.
 */
export function listQuestions(def: FormDef, state: Place): readonly FormQuestion[] {
  const questions: FormQuestion[] = []
  for (const section of def.sections) {
    if (section.full === true && state.variant === 'short') continue
    if (section.repeat === undefined) {
      addItems(questions, section, state, 0)
      continue
    }
    for (let turn = 0; ; turn += 1) {
      const path = morePath(section, turn)
      questions.push({ path, section, item: null, required: false })
      if (valueAt(state, path) !== 'yes') break
      addItems(questions, section, state, turn)
    }
  }
  return questions
}

function addItems(questions: FormQuestion[], section: FormSection, state: Place, turn: number): void {
  for (const item of section.items) {
    if (item.full === true && state.variant === 'short') continue
    if (!isAsked(section, item, state, turn)) continue
    questions.push({ path: itemPath(section, item, turn), section, item, required: item.required === true })
  }
}

function isAsked(section: FormSection, item: FormItem, state: Place, turn: number): boolean {
  if (item.when === undefined) return true
  const { field, is } = item.when
  const value = valueAt(state, itemPath(section, { field }, turn)) ?? valueAt(state, field)
  return value !== undefined && (is === undefined || value.split(',').some((one) => is.includes(one)))
}
