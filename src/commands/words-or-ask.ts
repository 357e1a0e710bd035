import { KehuError } from '../model/errors.ts'
import type { Context } from './context.ts'

/** Words of the command line as one text, or what the person types. @throws {KehuError} `answer-needed`, `cancelled` */
export async function wordsOrAsk(ctx: Context, words: readonly string[], code: string): Promise<string> {
  const text = words.join(' ').trim()
  if (text !== '') return text
  if (ctx.ask === null) throw new KehuError('usage', 'answer-needed', { flags: ctx.tell({ code }) })
  const answer = await ctx.ask.text({ message: ctx.tell({ code }), required: true })
  if (answer.kind !== 'answer') throw new KehuError('cancelled', 'cancelled')
  return answer.value
}
