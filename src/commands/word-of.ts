import { choiceMeant } from '../domain/edits/find-word.ts'
import { choiceWord } from '../domain/forms/shown-value.ts'
import type { Choice } from '../model/dictionary.ts'
import { KehuError } from '../model/errors.ts'
import type { Context } from './context.ts'

/** The choice a flag's word means, by value, label or synonym in either language. @throws {KehuError} `flag-bad-value` */
export function wordOf<T extends Choice>(ctx: Context, flag: string, text: string, choices: readonly T[]): T['value'] {
  const found = choiceMeant(choices, text)
  if (found !== undefined) return found.value
  const expected = choices.map((one) => (ctx.lang === 'zh' ? one.zh : one.value)).join(' | ')
  throw new KehuError('usage', 'flag-bad-value', { flag, value: text, expected })
}

/** What a stored value is called for people. */
export const labelIn = (ctx: Context, choices: readonly Choice[], value: unknown): string =>
  choiceWord(choices, String(value ?? ''), ctx.lang)

/** What a contact is called: 来电 where the customer rang, 去电 where we did. */
export const contactWord = (ctx: Context, kind: unknown, customerInitiated: unknown): string =>
  kind === 'call' && customerInitiated !== 1
    ? ctx.tell({ code: customerInitiated === 0 ? 'contact-we-called' : 'contact-call' })
    : ctx.tell({ code: `interaction-${kind}` })
