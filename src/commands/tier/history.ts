import { codeOf } from '../../model/party-code.ts'
import { readSettings } from '../../store/settings.ts'
import { listTierMoves } from '../../store/tiers.ts'
import type { Context } from '../context.ts'
import { dayFlag, wholeNumber } from '../flags.ts'
import { showListing } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { loadScheme } from '../policies/load.ts'

export interface HistoryOptions {
  readonly customer: string | undefined
  readonly scheme?: string
  readonly since?: string
  readonly limit: string
}

/** Lists promotions and demotions, newest first: of one customer, or of all since a day. */
export async function runTierHistory(ctx: Context, options: HistoryOptions): Promise<void> {
  const book = await ctx.openBook()
  const scheme = loadScheme(ctx, book, options.scheme ?? readSettings(book).tier_scheme)
  const order = scheme.levels.map(({ level }) => level)
  const partyId = options.customer === undefined ? undefined : await pickCustomer(ctx, book, options.customer)
  const since = options.since === undefined ? undefined : dayFlag(ctx, '--since', options.since)
  const moves = listTierMoves(book, {
    scheme: scheme.key,
    partyId,
    since,
    limit: wholeNumber('--limit', options.limit),
  })
  const { say } = ctx
  const direction = (from: string | null, to: string | null): string => {
    if (from === null) return say('move-first')
    if (to === null) return say('move-lost')
    return say(order.indexOf(to) < order.indexOf(from) ? 'move-up' : 'move-down')
  }
  showListing(ctx, {
    table: {
      key: 'moves',
      title: say('tier-history-summary'),
      columns: [
        { key: 'on', title: say('column-on'), type: 'date' },
        { key: 'code', title: say('column-code'), type: 'date' },
        { key: 'name', title: say('column-name'), type: 'text', personal: 'name' },
        { key: 'move', title: say('column-change'), type: 'text' },
        { key: 'from', title: say('move-from'), type: 'text' },
        { key: 'to', title: say('move-to'), type: 'text' },
        { key: 'clause', title: say('move-clause'), type: 'text' },
      ],
      rows: moves.map((one) => [
        one.on,
        codeOf(one.partyId),
        one.name,
        direction(one.from, one.to),
        one.from ?? '—',
        one.to ?? '—',
        one.clause,
      ]),
      empty: say('move-none'),
    },
    json: moves.map(({ partyId: id, ...one }) => ({ code: codeOf(id), ...one })),
  })
  ctx.finish(moves.length === 0 ? 'nothing' : 'done')
}
