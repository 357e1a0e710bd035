import { KehuError } from '../model/errors.ts'
import type { Context } from './context.ts'
import type { Kept } from './kept.ts'

/**
 * Words of the command line as one text, or what the person types, now or before the program was killed.
 *
 * @throws {KehuError} `answer-needed`, `cancelled`
 */
export async function wordsOrAsk(ctx: Context, words: readonly string[], code: string, kept?: Kept): Promise<string> {
  const text = words.join(' ').trim() || (kept?.answers[code] ?? '')
  if (text !== '') return text
  if (ctx.ask === null) throw new KehuError('usage', 'answer-needed', { flags: ctx.tell({ code }) })
  const answer = await ctx.ask.text({ message: ctx.tell({ code }), required: true })
  if (answer.kind !== 'answer') throw new KehuError('cancelled', kept === undefined ? 'cancelled' : 'cancelled-kept')
  kept?.keep(code, answer.value)
  return answer.value
}
