import { resolve } from 'node:path'
import { writeTextFile } from '../../files/write-file.ts'
import { type CardWords, nameCardsHtml, nameCardsText } from '../../render/name-card.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { todayOf } from '../write.ts'
import { bookingsOf } from './due.ts'
import { cardOf } from './read-cards.ts'

interface PrintFlags {
  readonly on?: string
  readonly meal?: string
  readonly house: string
  readonly output?: string
}

/** Prints cards: of the customers named, else of the day's bookings; HTML ten to a page, or text. */
export async function printCards(ctx: Context, customers: readonly string[], flags: PrintFlags): Promise<void> {
  const book = await ctx.openBook()
  const ids: number[] = []
  for (const customer of customers) ids.push(await pickCustomer(ctx, book, customer))
  if (ids.length === 0)
    ids.push(...bookingsOf(ctx, book, flags).flatMap(({ partyId }) => (partyId === null ? [] : [partyId])))
  const cards = [...new Set(ids)].map((id) => cardOf(ctx, book, id, todayOf(ctx, book)))
  const words: CardWords = {
    title: ctx.tell({ code: 'card-title' }),
    house: flags.house,
    colon: ctx.lang === 'zh' ? '：' : ': ',
  }
  const isHtml = flags.output !== undefined && /\.html?$/i.test(flags.output)
  const text = isHtml ? nameCardsHtml(cards, words, ctx.lang) : nameCardsText(cards, words)
  if (flags.output === undefined || flags.output === '-') ctx.io.out(text)
  else {
    await writeTextFile(resolve(ctx.cwd, flags.output), text)
    note(ctx, ctx.tell({ code: 'card-written', params: { path: flags.output, count: cards.length } }))
  }
  ctx.finish(cards.length === 0 ? 'nothing' : 'done')
}
