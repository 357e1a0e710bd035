import { codeOf } from '../../model/party-code.ts'
import { customerText } from '../../render/customer.ts'
import { listRivalNotes, type RivalNote } from '../../store/products.ts'
import type { Context } from '../context.ts'
import { dayOfFlag } from '../days.ts'
import { note, showListing, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { todayOf, write } from '../write.ts'

/** What a note on a competitor tells (F20), in the order it is read. */
const told = [
  ...['product', 'price', 'terms', 'strategy', 'reviews', 'regions'],
  ...['satisfaction', 'rep', 'selling', 'relation'],
] as const

export type RivalFlags = Readonly<Partial<Record<(typeof told)[number] | 'customer' | 'on', string>>>

/** Notes what was heard of a competitor, at a customer's or in the market. */
export async function addRivalNote(
  ctx: Context,
  competitor: string,
  words: readonly string[],
  flags: RivalFlags,
): Promise<void> {
  const book = await ctx.openBook()
  const partyId = flags.customer === undefined ? null : await pickCustomer(ctx, book, flags.customer)
  const today = todayOf(ctx, book)
  const row = {
    party_id: partyId,
    competitor: competitor.trim(),
    on_day: flags.on === undefined ? today : dayOfFlag(ctx, '--on', flags.on, today),
    ...Object.fromEntries(told.map((key) => [key, flags[key] ?? null])),
    content: words.join(' ').trim() || null,
    staff: ctx.staff,
  }
  const { result, operation } = write(ctx, book, { kind: 'product' }, (operation) => ({
    result: operation.insert('competitor_note', row),
    summary: { competitor: row.competitor, ...(partyId === null ? {} : { customer: codeOf(partyId) }) },
  }))
  const params = { name: row.competitor, number: result }
  showValue(
    ctx,
    { number: result, competitor: row.competitor, code: partyId === null ? null : codeOf(partyId), operation },
    () => `${ctx.tell({ code: 'rival-noted', params })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

/** Every competitor in a line; one of them whole, note by note, where it is named. */
export async function listRivals(ctx: Context, competitor: string | undefined): Promise<void> {
  const notes = listRivalNotes(await ctx.openBook(), competitor)
  ctx.finish(notes.length === 0 ? 'nothing' : 'done')
  if (competitor === undefined || notes.length === 0) return listEach(ctx, notes)
  const json = notes.map(noteJson)
  showValue(ctx, json, () =>
    byCompetitor(notes)
      .map((own) => notesText(ctx, own))
      .join('\n'),
  )
}

function byCompetitor(notes: readonly RivalNote[]): RivalNote[][] {
  const groups = new Map<string, RivalNote[]>()
  for (const one of notes) groups.set(one.competitor, [...(groups.get(one.competitor) ?? []), one])
  return [...groups.values()]
}

function notesText(ctx: Context, notes: readonly RivalNote[]): string {
  const say = (code: string): string => ctx.tell({ code })
  const customers = new Set(notes.flatMap(({ customer }) => (customer === null ? [] : [customer])))
  const view = {
    code: say('product-competitor'),
    name: notes[0]!.competitor,
    headline: [ctx.tell({ code: 'rival-count', params: { notes: notes.length, customers: customers.size } })],
    first: [],
    warnings: [],
    sections: notes.map((one) => ({
      key: String(one.id),
      title: [one['on_day'], one.customer, one['staff']].filter((part) => part !== null).join(' · '),
      values: [...told, 'content' as const].flatMap((key) =>
        one[key] === null
          ? []
          : [{ label: say(key === 'content' ? 'product-note' : `rival-${key}`), value: String(one[key]) }],
      ),
    })),
  }
  return customerText(view, { width: ctx.io.width, lang: ctx.lang })
}

function listEach(ctx: Context, notes: readonly RivalNote[]): void {
  const say = (code: string): string => ctx.tell({ code })
  const newest = (own: readonly RivalNote[], key: string): string | null =>
    (own.find((one) => one[key] !== null)?.[key] as string | undefined) ?? null
  const groups = byCompetitor(notes)
  showListing(ctx, {
    table: {
      key: 'rivals',
      title: say('product-rivals'),
      columns: [
        { key: 'competitor', title: say('product-competitor'), type: 'text' },
        { key: 'product', title: say('rival-product'), type: 'text' },
        { key: 'price', title: say('rival-price'), type: 'text' },
        { key: 'strategy', title: say('rival-strategy'), type: 'text' },
        { key: 'customers', title: say('rival-customers'), type: 'integer' },
        { key: 'notes', title: say('rival-notes'), type: 'integer' },
        { key: 'last', title: say('product-last'), type: 'date' },
      ],
      rows: groups.map((own) => [
        own[0]!.competitor,
        newest(own, 'product'),
        newest(own, 'price'),
        newest(own, 'strategy'),
        new Set(own.flatMap(({ customer }) => (customer === null ? [] : [customer]))).size,
        own.length,
        String(own[0]!['on_day']),
      ]),
      empty: say('rival-none'),
    },
    json: notes.map(noteJson),
    ...(groups.length === 0 ? {} : { after: say('rival-more') }),
  })
}

const noteJson = (one: RivalNote): Record<string, unknown> => ({
  number: one.id,
  competitor: one.competitor,
  on: one['on_day'],
  customer: one.customer === null ? null : { code: codeOf(Number(one['customer_id'])), name: one.customer },
  ...Object.fromEntries(told.map((key) => [key, one[key]])),
  text: one['content'],
  by: one['staff'],
})
