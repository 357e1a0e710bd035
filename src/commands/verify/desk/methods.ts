import type { AskChoice } from '../../../terminal/ask.ts'
import type { Context } from '../../context.ts'
import { oneOf } from '../../flags.ts'

/** How a fact was confirmed: by phone, at a visit, by letter, against a source. */
export const verifyMethods = ['phone', 'visit', 'letter', 'message', 'source'] as const
export type VerifyMethod = (typeof verifyMethods)[number]

export const methodChoices = (ctx: Context): AskChoice[] =>
  verifyMethods.map((value) => ({ value, label: ctx.say(`method-${value}`) }))

/** A method by its key or its word. @throws {KehuError} `flag-bad-value` */
export function methodOf(ctx: Context, text: string): VerifyMethod {
  const found = verifyMethods.find((value) => ctx.say(`method-${value}`) === text)
  return found ?? oneOf('--method', text, verifyMethods)
}
