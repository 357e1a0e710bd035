import { Command } from 'commander'
import { searchWords } from '../domain/search/query.ts'
import { codeOf } from '../model/party-code.ts'
import { findParties } from '../store/find.ts'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'
import { showListing } from './output.ts'

export const findCommand = (ctx: Context): Command =>
  new Command('find')
    .summary(ctx.say('find-summary'))
    .description(ctx.say('find-description'))
    .argument('<words...>', ctx.say('find-words'))
    .option('-n, --limit <count>', ctx.say('flag-limit'), '20')
    .action(async (words: string[], flags: { limit: string }) =>
      runFind(ctx, { words: words.join(' '), limit: wholeNumber('--limit', flags.limit) }),
    )

/** Finds customers by what a clerk remembers of them. */
export async function runFind(ctx: Context, { words, limit }: { words: string; limit: number }): Promise<void> {
  const book = await ctx.openBook()
  const found = findParties(book, { ...searchWords(words), limit })
  const { say } = ctx
  showListing(ctx, {
    table: {
      key: 'found',
      title: say('find-summary'),
      columns: [
        { key: 'code', title: say('column-code'), type: 'date' },
        { key: 'name', title: say('column-name'), type: 'text', personal: 'name' },
        { key: 'phone', title: say('column-phone'), type: 'date', personal: 'phone' },
        { key: 'city', title: say('column-city'), type: 'text' },
        { key: 'tier', title: say('column-tier'), type: 'text' },
        { key: 'owner', title: say('column-owner'), type: 'text' },
        { key: 'by', title: say('column-found-by'), type: 'text' },
      ],
      rows: found.map((one) => [
        codeOf(one.id),
        one.name,
        one.phone,
        one.city,
        one.tier,
        one.owner,
        say(`found-by-${one.by}`),
      ]),
      empty: say('find-none', { words }),
    },
    json: found.map(({ id, ...one }) => ({ code: codeOf(id), ...one })),
    ...(found.length === 1 ? { after: say('find-next', { code: codeOf(found[0]!.id) }) } : {}),
  })
  ctx.finish(found.length === 0 ? 'nothing' : 'done')
}
