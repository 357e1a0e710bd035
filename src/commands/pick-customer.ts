import { searchWords } from '../domain/search/query.ts'
import { KehuError } from '../model/errors.ts'
import { codeOf } from '../model/party-code.ts'
import type { Book } from '../store/book.ts'
import { survivorOf } from '../store/customer-file.ts'
import { findParties } from '../store/find.ts'
import type { Context } from './context.ts'
import { note } from './output.ts'
import { seen } from './seen.ts'

/**
 * The one party that words mean: a code at once, else the only one found; a person at a terminal may choose.
 *
 * @throws {KehuError} `customer-missing`, `customer-ambiguous`
 */
export async function pickCustomer(ctx: Context, book: Book, text: string): Promise<number> {
  const words = searchWords(text)
  if (words.id !== null) {
    const found = survivorOf(book, words.id)
    if (found === undefined) throw new KehuError('input', 'customer-missing', { code: text })
    if (found.wasMerged) note(ctx, ctx.say('merged-notice', { old: codeOf(words.id), code: codeOf(found.id) }))
    return found.id
  }
  const all = findParties(book, { ...words, limit: 9 })
  const best = all.filter(({ by }) => by === all[0]?.by)
  if (best.length === 0) throw new KehuError('input', 'customer-missing', { code: text })
  if (best.length === 1) return best[0]!.id
  if (ctx.ask === null || ctx.format !== 'text') {
    const examples = best
      .slice(0, 3)
      .map(({ id, name }) => `${codeOf(id)} ${name}`)
      .join('、')
    throw new KehuError('input', 'customer-ambiguous', { text, count: best.length, examples })
  }
  const answer = await ctx.ask.choice({
    message: text,
    choices: best.map((one) => ({
      value: String(one.id),
      label: `${codeOf(one.id)}  ${one.name}  ${seen(ctx, 'phone', one.phone) ?? ''}  ${one.city ?? ''}`,
    })),
  })
  if (answer.kind !== 'answer') throw new KehuError('cancelled', 'cancelled')
  return Number(answer.value)
}
