import type { Choice, FieldDef } from '../../model/dictionary.ts'
import type { FormAnswer, FormQuestion } from '../../model/forms.ts'
import { bad, good, type Parsed } from '../../model/parsed.ts'
import type { IsoDate } from '../../model/units.ts'
import { yesNo } from '../dictionary/choices.ts'
import { fieldByKey } from '../dictionary/fields.ts'
import { foldKey, foldText } from '../normalize/fold.ts'
import { checkOfField } from './check-type.ts'

/** The field a question asks for. @throws TypeError for a form that names a field the dictionary lacks (a bug of the form). */
export function fieldOf(question: FormQuestion): FieldDef | null {
  if (question.item === null) return null
  const field = fieldByKey(question.item.field)
  if (field === undefined) throw new TypeError(`no field ${question.item.field} in the dictionary`)
  return field
}

/** The list a question chooses from: the form's own, else the dictionary's; undefined where anything may be written. */
export function choicesFor(question: FormQuestion): readonly Choice[] | undefined {
  if (question.item === null) return yesNo
  const field = fieldOf(question)
  if (question.item.choices !== undefined) return question.item.choices
  if (field?.choices !== undefined) return field.choices
  return field?.type === 'yes-no' ? yesNo : undefined
}

/** Whether several of the list may be chosen. */
export const takesSeveral = (question: FormQuestion): boolean => fieldOf(question)?.type === 'choices'

/** Holds a text against the question: its list, else the normal form of its field's type. `today` reads 昨天 and years left out. */
export function checkAnswer(question: FormQuestion, text: string, today: IsoDate): Parsed<FormAnswer> {
  const folded = foldText(text)
  if (folded === '') return bad('form-empty')
  const choices = choicesFor(question)
  if (choices === undefined) return checkOfField(fieldOf(question)!, text, today)
  const open =
    question.item?.open === true || (question.item?.choices === undefined && fieldOf(question)?.type === 'text')
  if (!takesSeveral(question)) return checkOne(choices, text, open, (rest) => checkOpen(question, rest, today))
  const values: string[] = []
  for (const part of text.split(/[、,，;；]/).filter((one) => one.trim() !== '')) {
    const one = checkOne(choices, part, open, (rest) => checkOpen(question, rest, today))
    if (!one.ok) return one
    if (!values.includes(one.value.value)) values.push(one.value.value)
  }
  return good({ text: values.join(','), value: values.join(',') })
}

function checkOne(
  choices: readonly Choice[],
  text: string,
  open: boolean,
  other: (text: string) => Parsed<FormAnswer>,
): Parsed<FormAnswer> {
  const key = foldKey(text)
  const isIt = (choice: Choice): boolean =>
    choice.value === text ||
    [choice.zh, choice.en, choice.value, ...(choice.synonyms ?? [])].some((word) => foldKey(word) === key)
  const found = choices.find(isIt)
  if (found !== undefined) return good({ text: found.value, value: found.value })
  return open
    ? other(text)
    : bad('form-not-in-list', { value: text, list: choices.map((choice) => choice.zh).join('、') })
}

function checkOpen(question: FormQuestion, text: string, today: IsoDate): Parsed<FormAnswer> {
  return checkOfField(fieldOf(question)!, text, today)
}
