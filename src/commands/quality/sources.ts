import { addDays } from '../../domain/calendar.ts'
import { channelClasses } from '../../domain/dictionary/choices.ts'
import { sourceReliability } from '../../domain/quality/sources.ts'
import { inTransaction } from '../../store/book.ts'
import { startOperation } from '../../store/journal.ts'
import { changeSource, listSources, saveReliability } from '../../store/sources.ts'
import type { Context } from '../context.ts'
import { oneOf, wholeNumber } from '../flags.ts'
import { channelClassTold } from '../import/told.ts'
import { note, showListing } from '../output.ts'
import { todayOf } from '../write.ts'

export interface SourceFlags {
  readonly class?: string
  readonly initiative?: string
  readonly perMonth?: string
  readonly collectEvery?: string
}

/** Lists the sources of the data: how far each may be trusted, and which are due to be collected from again. */
export async function runSources(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const { say } = ctx
  const today = todayOf(ctx, book)
  const sources = listSources(book)
  const reliability = new Map(sourceReliability(sources).map((one) => [one.name, one]))
  inTransaction(book, () => saveReliability(book, [...reliability.values()]))
  const lines = sources
    .map((source) => {
      const dueOn =
        source.collectEvery === null
          ? null
          : addDays(source.lastOn ?? today, source.lastOn === null ? 0 : source.collectEvery)
      return { ...source, ...reliability.get(source.name)!, dueOn, overdue: dueOn !== null && dueOn < today }
    })
    .sort((a, b) => b.reliability - a.reliability)
  const text = (key: string, title: string) => ({ key, title, type: 'text' as const })
  showListing(ctx, {
    table: {
      key: 'sources',
      title: say('sources-summary'),
      columns: [
        text('name', say('source-name')),
        text('class', say('source-class')),
        { key: 'reliability', title: say('source-reliability'), type: 'percent' },
        { key: 'checked', title: say('source-checked'), type: 'integer' },
        { key: 'confirmed', title: say('source-confirmed'), type: 'percent' },
        { key: 'customers', title: say('column-customers'), type: 'integer' },
        { key: 'last', title: say('column-last-on'), type: 'date' },
        { key: 'due', title: say('column-due'), type: 'date' },
        text('overdue', say('source-overdue')),
      ],
      rows: lines.map((one) => [
        ...[
          one.name,
          channelClasses.find(({ value }) => value === one.class)?.[ctx.lang] ?? one.class,
          one.reliability,
          one.checked,
          one.confirmedShare,
          one.customers,
          one.lastOn,
          one.dueOn,
        ],
        one.overdue ? say('source-overdue') : '',
      ]),
      empty: say('sources-none'),
    },
    json: lines,
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}

/** Notes what is known of a source: its class, whether it tells of its own accord, how often one hears from it, how often to collect. */
export async function runSource(ctx: Context, name: string, flags: SourceFlags): Promise<void> {
  const book = await ctx.openBook()
  const patch = {
    ...(flags.class === undefined ? {} : { class: channelClassTold('--class', flags.class) }),
    ...(flags.initiative === undefined
      ? {}
      : { initiative: oneOf('--initiative', flags.initiative, ['yes', 'no']) === 'yes' ? 1 : 0 }),
    ...(flags.perMonth === undefined ? {} : { contact_frequency: String(wholeNumber('--per-month', flags.perMonth)) }),
    ...(flags.collectEvery === undefined
      ? {}
      : { collect_every: String(wholeNumber('--collect-every', flags.collectEvery)) }),
  }
  inTransaction(book, () => {
    const operation = startOperation(book, {
      ...{ kind: 'source', command: ctx.commandLine, staff: ctx.staff, at: ctx.now() },
    })
    changeSource(book, operation, name, patch)
    operation.finish(ctx.now(), { source: name })
  })
  note(ctx, ctx.say('source-saved', { name }))
  ctx.finish('done')
}
