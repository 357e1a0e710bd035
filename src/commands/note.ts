import { Command } from 'commander'
import { nameKeys } from '../domain/search/keys.ts'
import { codeOf } from '../model/party-code.ts'
import { addNote } from '../store/edits.ts'
import type { Context } from './context.ts'
import { note, showValue } from './output.ts'
import { pickCustomer } from './pick-customer.ts'
import { wordsOrAsk } from './words-or-ask.ts'
import { todayOf, write } from './write.ts'

export const noteCommand = (ctx: Context): Command =>
  new Command('note')
    .summary(ctx.tell({ code: 'note-summary' }))
    .description(ctx.tell({ code: 'note-description' }))
    .argument('<customer>', ctx.say('why-customer'))
    .argument('[text...]', ctx.tell({ code: 'note-text' }))
    .action(async (customer: string, words: string[]) => runNote(ctx, customer, words))

/** Keeps a dated remark on a customer. */
export async function runNote(ctx: Context, customer: string, words: readonly string[]): Promise<void> {
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  const text = await wordsOrAsk(ctx, words, 'note-text')
  const today = todayOf(ctx, book)
  const { operation } = write(ctx, book, { kind: 'note' }, (operation) => {
    addNote(operation, id, text, { today, staff: ctx.staff, searchKeys: nameKeys })
    return { result: null, summary: { customer: codeOf(id) } }
  })
  showValue(
    ctx,
    { code: codeOf(id), note: text, on: today, operation },
    () => `${ctx.tell({ code: 'note-done', params: { code: codeOf(id) } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}
