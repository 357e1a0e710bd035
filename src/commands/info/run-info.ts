import { collectionMethods, intents } from '../../domain/dictionary/choices.ts'
import { informationClasses, informationSources } from '../../domain/dictionary/record-choices.ts'
import { choiceMeant } from '../../domain/edits/find-word.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import type { Row } from '../../store/journal.ts'
import { infoOf, listInfo } from '../../store/rewards.ts'
import type { Context } from '../context.ts'
import { dayOfFlag } from '../days.ts'
import { wholeNumber } from '../flags.ts'
import { note, showListing, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { labelIn, wordOf } from '../word-of.ts'
import { wordsOrAsk } from '../words-or-ask.ts'
import { todayOf, write } from '../write.ts'

export interface InfoFlags {
  readonly phone?: string
  readonly about?: string
  readonly on?: string
  readonly class?: string
  readonly sourceKind?: string
  readonly source?: string
  readonly method?: string
  readonly credibility?: string
  readonly use?: string
  readonly to?: string
  readonly important: boolean
  readonly reportTo?: string
}

/** 信息提供记录卡: what somebody told, graded and sent on. */
export async function addInfo(
  ctx: Context,
  provider: string,
  words: readonly string[],
  flags: InfoFlags,
): Promise<void> {
  const book = await ctx.openBook()
  const today = todayOf(ctx, book)
  const reported = flags.reportTo ?? null
  const row = {
    on_day: flags.on === undefined ? today : dayOfFlag(ctx, '--on', flags.on, today),
    provider,
    phone: flags.phone ?? null,
    party_id: flags.about === undefined ? null : await pickCustomer(ctx, book, flags.about),
    content: await wordsOrAsk(ctx, words, 'info-content'),
    class: flags.class === undefined ? null : wordOf(ctx, '--class', flags.class, informationClasses),
    source_kind:
      flags.sourceKind === undefined ? null : wordOf(ctx, '--source-kind', flags.sourceKind, informationSources),
    source: flags.source ?? null,
    method: flags.method === undefined ? null : (choiceMeant(collectionMethods, flags.method)?.value ?? flags.method),
    credibility: flags.credibility === undefined ? null : wordOf(ctx, '--credibility', flags.credibility, intents),
    usefulness: flags.use === undefined ? null : wordOf(ctx, '--use', flags.use, intents),
    important: flags.important || reported !== null ? 1 : 0,
    departments: flags.to === undefined ? null : departmentsOf([flags.to]),
    reported_to: reported,
    reported_on: reported === null ? null : today,
    staff: ctx.staff,
  }
  const { result, operation } = write(ctx, book, { kind: 'info' }, (operation) => ({
    result: operation.insert('info_item', row),
    summary: { provider, class: row.class },
  }))
  showValue(ctx, { number: result, provider, operation }, () =>
    [
      ctx.tell({ code: 'info-added', params: { number: result, provider } }),
      ...(row.important === 1 && reported === null ? [ctx.tell({ code: 'info-report-needed' })] : []),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

const departmentsOf = (texts: readonly string[]): string =>
  [...new Set(texts.flatMap((text) => text.split(/[,，、;；\s]+/)).filter((one) => one !== ''))].join('、')

interface InfoListFlags {
  readonly class?: string
  readonly from?: string
  readonly to?: string
  readonly important: boolean
  readonly limit: string
}

/** 信息库: items by day, by class, for a department. */
export async function listInfoItems(ctx: Context, flags: InfoListFlags): Promise<void> {
  const book = await ctx.openBook()
  const rows = listInfo(book, {
    class: flags.class === undefined ? undefined : wordOf(ctx, '--class', flags.class, informationClasses),
    from: flags.from === undefined ? undefined : dayOfFlag(ctx, '--from', flags.from, todayOf(ctx, book)),
    department: flags.to,
    important: flags.important,
    limit: wholeNumber('--limit', flags.limit),
  })
  const text = (row: Row, column: string): string | null => row[column] as string | null
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'info',
      title: say('info-list'),
      columns: [
        { key: 'number', title: say('plan-number'), type: 'integer' },
        { key: 'on', title: ctx.say('column-on'), type: 'date' },
        { key: 'class', title: say('info-class-short'), type: 'text' },
        { key: 'content', title: ctx.say('column-content'), type: 'text' },
        { key: 'provider', title: say('info-provider-short'), type: 'text' },
        { key: 'credibility', title: say('info-credibility'), type: 'text' },
        { key: 'use', title: say('info-use'), type: 'text' },
        { key: 'to', title: say('info-to'), type: 'text' },
        { key: 'important', title: say('info-important-short'), type: 'text' },
      ],
      rows: rows.map((row) => [
        Number(row['id']),
        text(row, 'on_day'),
        row['class'] === null ? null : labelIn(ctx, informationClasses, row['class']),
        text(row, 'content'),
        text(row, 'provider'),
        row['credibility'] === null ? null : labelIn(ctx, intents, row['credibility']),
        row['usefulness'] === null ? null : labelIn(ctx, intents, row['usefulness']),
        text(row, 'departments'),
        row['important'] === 1 ? `★ ${row['reported_to'] ?? ''}`.trim() : null,
      ]),
      empty: say('info-none'),
    },
    json: rows.map(infoJson),
  })
  ctx.finish(rows.length === 0 ? 'nothing' : 'done')
}

const infoJson = (row: Row): Record<string, unknown> => ({
  number: row['id'],
  on: row['on_day'],
  provider: row['provider'],
  about: row['about_id'] === null ? null : { code: codeOf(Number(row['about_id'])), name: row['about'] },
  content: row['content'],
  class: row['class'],
  sourceKind: row['source_kind'],
  source: row['source'],
  method: row['method'],
  credibility: row['credibility'],
  usefulness: row['usefulness'],
  important: row['important'] === 1,
  departments: row['departments'],
  reportedTo: row['reported_to'],
  archivedAs: row['archived_as'],
})

/** An item by number. @throws {KehuError} `info-missing` */
export async function infoCalled(ctx: Context, number: string): Promise<{ book: Book; item: Row; id: number }> {
  const id = wholeNumber(ctx.tell({ code: 'plan-number' }), number)
  const book = await ctx.openBook()
  const item = infoOf(book, id)
  if (item === undefined) throw new KehuError('usage', 'info-missing', { id })
  return { book, item, id }
}

async function change(ctx: Context, number: string, patch: (item: Row) => Row): Promise<void> {
  const { book, item, id } = await infoCalled(ctx, number)
  const { operation } = write(ctx, book, { kind: 'info' }, (operation) => {
    operation.update('info_item', id, patch(item))
    return { result: null, summary: { info: id } }
  })
  showValue(
    ctx,
    { number: id, ...patch(item), operation },
    () => `${ctx.tell({ code: 'info-changed', params: { number: id } })}\n`,
  )
  note(ctx, ctx.tell({ code: 'desk-undo', params: { operation } }))
  ctx.finish('done')
}

/** Sends an item to departments, beside those it went to already. */
export const routeInfo = (ctx: Context, number: string, departments: readonly string[]): Promise<void> =>
  change(ctx, number, (item) => ({ departments: departmentsOf([String(item['departments'] ?? ''), ...departments]) }))

/** Puts an item away under a class. */
export const archiveInfo = (ctx: Context, number: string, as: string): Promise<void> =>
  change(ctx, number, () => ({ archived_as: wordOf(ctx, ctx.tell({ code: 'info-class' }), as, informationClasses) }))
