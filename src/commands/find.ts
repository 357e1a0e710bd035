import { Command } from 'commander'
import { searchWords } from '../domain/search/query.ts'
import { searchSetting } from '../domain/search/setting.ts'
import { relationTypes } from '../model/desk.ts'
import { codeOf } from '../model/party-code.ts'
import { type FoundParty, findParties } from '../store/find.ts'
import { refreshSearch } from '../store/search/blocks.ts'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'
import { showListing } from './output.ts'
import { labelIn } from './word-of.ts'

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
  ctx.session.look({ kind: 'lookup', rows: found.length, filter: words })
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
        nameWithTie(ctx, one),
        one.phone,
        one.city,
        one.tier,
        one.owner,
        say(`found-by-${one.by}`),
      ]),
      empty: say('find-none', { words }),
    },
    json: found.map(({ id, of, ...one }) => ({
      code: codeOf(id),
      ...one,
      of: of === null ? null : { code: codeOf(of.id), name: of.name, type: of.type, title: of.title },
    })),
    ...(found.length === 1 ? { after: say('find-next', { code: codeOf(found[0]!.id) }) } : {}),
  })
  // A book that was loaded while nobody could tidy up behind it: the next search is the faster for it.
  refreshSearch(book, searchSetting)
  ctx.finish(found.length === 0 ? 'nothing' : 'done')
}

/** 赵师傅（王建国的司机）: somebody who is no customer is known by the customer. */
function nameWithTie(ctx: Context, { name, of }: FoundParty): string {
  if (of === null) return name
  const what = of.title ?? labelIn(ctx, relationTypes, of.type)
  return ctx.tell({ code: 'found-tied', params: { name, other: of.name, code: codeOf(of.id), what } })
}
