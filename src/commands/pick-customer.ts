import { searchWords } from '../domain/search/query.ts'
import { KehuError } from '../model/errors.ts'
import { codeOf } from '../model/party-code.ts'
import type { Book } from '../store/book.ts'
import { survivorOf } from '../store/customer-file.ts'
import { findParties } from '../store/find.ts'
import type { Context } from './context.ts'
import { note } from './output.ts'

/**
 * The one party that words mean: a code at once, else the only one found; a person at a terminal may choose.
 *
 * @throws {KehuError} `customer-missing`, `customer-ambiguous`
 */
export const pickCustomer = async (ctx: Context, book: Book, text: string): Promise<number> =>
  (await chooseCustomer(ctx, book, text)).id

/** As `pickCustomer`, and whether a person had to choose. */
export async function chooseCustomer(
  ctx: Context,
  book: Book,
  text: string,
): Promise<{ readonly id: number; readonly wasAsked: boolean }> {
  const chosen = await choose(ctx, book, text)
  ctx.session.look({ kind: 'read', rows: 1, partyId: chosen.id })
  return chosen
}

/** So many are offered to choose from; of more, a few more words tell. */
const MOST_OFFERED = 30

async function choose(
  ctx: Context,
  book: Book,
  text: string,
): Promise<{ readonly id: number; readonly wasAsked: boolean }> {
  const words = searchWords(text)
  if (words.id !== null) {
    const found = survivorOf(book, words.id)
    if (found === undefined) throw new KehuError('input', 'customer-missing', { code: text })
    if (found.wasMerged) note(ctx, ctx.say('merged-notice', { old: codeOf(words.id), code: codeOf(found.id) }))
    return { id: found.id, wasAsked: false }
  }
  const all = findParties(book, { ...words, limit: MOST_OFFERED })
  const best = all.filter(({ by }) => by === all[0]?.by)
  if (best.length === 0) throw new KehuError('input', 'customer-missing', { code: text })
  if (best.length === 1) return { id: best[0]!.id, wasAsked: false }
  if (ctx.ask === null || ctx.format !== 'text') {
    const examples = best
      .slice(0, 3)
      .map(({ id, name }) => `${codeOf(id)} ${name}`)
      .join('、')
    throw new KehuError('input', 'customer-ambiguous', { text, count: best.length, examples })
  }
  const answer = await ctx.ask.choice({
    message: ctx.tell({ code: best.length < MOST_OFFERED ? 'pick-which' : 'pick-which-of-many', params: { text } }),
    choices: best.map((one) => ({
      value: String(one.id),
      label: [codeOf(one.id), one.name, one.phone, one.employer, one.city].filter((part) => part !== null).join('  '),
    })),
  })
  if (answer.kind !== 'answer') throw new KehuError('cancelled', 'cancelled')
  return { id: Number(answer.value), wasAsked: true }
}
