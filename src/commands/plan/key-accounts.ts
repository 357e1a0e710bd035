import { addDays } from '../../domain/calendar.ts'
import { periodAround } from '../../domain/contacts/plan-period.ts'
import { planGrains } from '../../domain/dictionary/record-choices.ts'
import { codeOf } from '../../model/party-code.ts'
import { keyAccounts } from '../../store/key-accounts.ts'
import type { Context } from '../context.ts'
import { dayOfFlag } from '../days.ts'
import { wholeNumber } from '../flags.ts'
import { showListing } from '../output.ts'
import { wordOf } from '../word-of.ts'
import { todayOf } from '../write.ts'

export interface KeyFlags {
  readonly by: string
  readonly on?: string
  readonly tier: string
  readonly tag: string
  readonly open: boolean
  readonly staff?: string
  readonly limit: string
}

/** Key accounts with what was said to them in a day, week or month: those nobody has spoken to come first. */
export async function listKeyAccounts(ctx: Context, flags: KeyFlags): Promise<void> {
  const book = await ctx.openBook()
  const today = todayOf(ctx, book)
  const around = flags.on === undefined ? today : dayOfFlag(ctx, '--on', flags.on, today)
  const { from, to } = periodAround(around, wordOf(ctx, '--by', flags.by, planGrains))
  const tiers = flags.tier.split(/[,，、\s]+/).filter((one) => one !== '')
  const all = keyAccounts(book, { tiers, tag: flags.tag, from, to, owner: flags.staff })
  const open = all.filter(({ contacts }) => contacts === 0)
  const lines = (flags.open ? open : all).slice(0, wholeNumber('--limit', flags.limit))
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'key',
      title: say('plan-key'),
      columns: [
        { key: 'code', title: ctx.say('column-code'), type: 'date' },
        { key: 'name', title: ctx.say('column-name'), type: 'text', personal: 'name' },
        { key: 'tier', title: ctx.say('column-tier'), type: 'text' },
        { key: 'owner', title: ctx.say('column-owner'), type: 'text' },
        { key: 'last', title: say('plan-key-last'), type: 'date' },
        { key: 'contacts', title: say('plan-key-count'), type: 'integer' },
        { key: 'planned', title: say('plan-key-planned'), type: 'date' },
      ],
      rows: lines.map((one) => [
        ...[codeOf(one.id), one.name, one.tier, one.owner, one.lastOn, one.contacts, one.plannedOn],
      ]),
      empty: say('plan-key-none'),
    },
    json: lines.map(({ id, ...one }) => ({ code: codeOf(id), ...one })),
    ...(all.length === 0
      ? {}
      : {
          after: ctx.tell({
            code: 'plan-key-said',
            params: { from, to: addDays(to, -1), count: all.length, open: open.length },
          }),
        }),
  })
  ctx.finish(all.length === 0 ? 'nothing' : 'done')
}
