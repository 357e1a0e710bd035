import type { FormDef, FormQuestion, FormState } from '../../model/forms.ts'
import type { Lang } from '../../model/units.ts'
import { choicesFor, fieldOf } from './check-answer.ts'
import { listQuestions, valueAt } from './questions.ts'
import { choiceWords, plainValue } from './shown-value.ts'

export interface SummaryRow {
  readonly path: string
  readonly section: string
  readonly label: string
  readonly required: boolean
  /** As a person reads it; undefined where there is no answer. */
  readonly shown: string | undefined
  readonly origin: 'answered' | 'known' | 'empty'
}

/** What a question asks for, in the reader's language; "one more?" of a block that repeats is the block's own words. */
export function labelOf(question: FormQuestion, lang: Lang): string {
  if (question.item === null) return question.section.repeat?.more[lang] ?? question.section[lang]
  return question.item.label?.[lang] ?? fieldOf(question)?.[lang] ?? question.item.field
}

/** A canonical value as a person reads it: the words of a choice, else the value itself. */
export function shownValue(question: FormQuestion, value: string, lang: Lang): string {
  const choices = choicesFor(question)
  if (choices === undefined) return plainValue(fieldOf(question)!, value, lang)
  return choiceWords(choices, value, lang)
}

/** Every question of the form with its answer, in order: what is read before anything is saved. */
export function summaryOf(def: FormDef, state: FormState, lang: Lang): readonly SummaryRow[] {
  return listQuestions(def, state)
    .filter((question) => question.item !== null)
    .map((question) => {
      const value = valueAt(state, question.path)
      const answered = state.answers[question.path] !== undefined
      return {
        path: question.path,
        section: question.section[lang],
        label: labelOf(question, lang),
        required: question.required,
        shown: value === undefined ? undefined : shownValue(question, value, lang),
        origin: value === undefined ? 'empty' : answered ? 'answered' : 'known',
      }
    })
}
