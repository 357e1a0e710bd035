import { judgementKind, judgementKinds, judgementValue, judgementWords } from '../../domain/tiers/judgements.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import type { MeasureDef } from '../../model/tiers.ts'
import type { Book } from '../../store/book.ts'
import { addJudgement, judgementsOf } from '../../store/judgements.ts'
import type { Context } from '../context.ts'
import { dayOfFlag } from '../days.ts'
import { note, showListing, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { todayOf, write } from '../write.ts'
import { judgementText, signedText } from './signed-text.ts'

export interface JudgeFlags {
  readonly on?: string
  readonly note?: string
}

/**
 * Signs what somebody holds a customer to be (影响力=重大, 带动=是); without any, lists what was signed before.
 *
 * @throws {KehuError} `judge-kind-unknown`, `judge-value-wrong`
 */
export async function runTierJudge(
  ctx: Context,
  customer: string,
  texts: readonly string[],
  flags: JudgeFlags,
): Promise<void> {
  const book = await ctx.openBook()
  const id = await pickCustomer(ctx, book, customer)
  if (texts.length === 0) return listJudgements(ctx, book, id)
  const said = texts.map((text) => readJudgement(ctx, text))
  const today = todayOf(ctx, book)
  const on = flags.on === undefined ? today : dayOfFlag(ctx, '--on', flags.on, today)
  const { operation } = write(ctx, book, { kind: 'judge', reason: flags.note }, (operation) => {
    for (const { def, value } of said)
      addJudgement(operation, id, {
        kind: def.key,
        value: String(value),
        author: ctx.staff,
        on,
        note: flags.note ?? null,
      })
    return { result: null, summary: { customer: codeOf(id), kinds: said.map(({ def }) => def.key) } }
  })
  const words = said.map(({ def, value }) => `${def[ctx.lang]} ${judgementText(ctx, def, value)}`)
  const params = { code: codeOf(id), words: words.join(ctx.tell({ code: 'tier.and' })), author: ctx.staff, on }
  showValue(
    ctx,
    { code: codeOf(id), judgements: said.map(({ def, value }) => ({ kind: def.key, value })), on, operation },
    () => `${ctx.tell({ code: 'judge-done', params })}\n`,
  )
  note(ctx, ctx.tell({ code: 'judge-next', params: { code: codeOf(id), operation } }))
  ctx.finish('done')
}

function readJudgement({ lang }: Context, text: string): { readonly def: MeasureDef; readonly value: number } {
  const at = text.search(/[=＝]/)
  const name = at === -1 ? text : text.slice(0, at)
  const def = judgementKind(name)
  if (def === undefined || at === -1) {
    const names = judgementKinds.map((kind) => `${kind[lang]} (${judgementWords(kind, lang)})`).join('\n  ')
    throw new KehuError('usage', 'judge-kind-unknown', { name: text, names: `\n  ${names}` })
  }
  const word = text.slice(at + 1)
  const value = judgementValue(def, word)
  if (value === null)
    throw new KehuError('usage', 'judge-value-wrong', {
      name: def[lang],
      value: word,
      expected: judgementWords(def, lang),
    })
  return { def, value }
}

function listJudgements(ctx: Context, book: Book, id: number): void {
  const { say } = ctx
  const all = judgementsOf(book, id)
  showListing(ctx, {
    table: {
      key: 'judgements',
      title: ctx.tell({ code: 'judge-title' }),
      columns: [
        { key: 'on', title: say('column-on'), type: 'date' },
        { key: 'kind', title: ctx.tell({ code: 'judge-kind' }), type: 'text' },
        { key: 'value', title: ctx.tell({ code: 'judge-value' }), type: 'text' },
        { key: 'author', title: ctx.tell({ code: 'judge-author' }), type: 'text' },
        { key: 'note', title: ctx.tell({ code: 'judge-note' }), type: 'text', prose: true },
      ],
      rows: all.map((one) => {
        const { label, value } = signedText(ctx, one)
        return [one.on, label, value, one.author, one.note]
      }),
      empty: ctx.tell({ code: 'judge-none', params: { code: codeOf(id) } }),
    },
    json: all,
  })
  ctx.finish(all.length === 0 ? 'nothing' : 'done')
}
