import { yesNo } from '../../domain/dictionary/choices.ts'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { choiceWord, choiceWords, plainValue } from '../../domain/forms/shown-value.ts'
import type { Context } from '../context.ts'

/** Kept from a column the dictionary has no field for. */
const EXTRA = 'extra:'

/** What a field is called for people: its label in the dictionary, or the heading it was kept under. */
export function fieldLabel(ctx: Context, key: string): string {
  if (key.startsWith(EXTRA)) return key.slice(EXTRA.length)
  if (key === 'landline' || key === 'service' || key === 'intl') return ctx.say(`contact-${key}`)
  const word = fieldByKey(key)?.[ctx.lang] ?? ctx.tell({ code: `field.${key}` })
  // A column of one's own that a rule names.
  return word === `field.${key}` ? key : word
}

/** A stored value for people: the words of a choice, a span or a day as it is said. */
export function shownText(ctx: Context, key: string, value: string): string {
  const field = fieldByKey(key)
  if (field === undefined) return value
  const choices = field.choices ?? (field.type === 'yes-no' ? yesNo : undefined)
  if (choices === undefined) return plainValue(field, value, ctx.lang)
  return field.type === 'choices' ? choiceWords(choices, value, ctx.lang) : choiceWord(choices, value, ctx.lang)
}
