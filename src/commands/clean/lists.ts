import { resolve } from 'node:path'
import { businessDay } from '../../domain/calendar.ts'
import { type CleanupReason, findCleanup } from '../../domain/quality/cleanup.ts'
import { writeWholeFile } from '../../files/write-file.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Book } from '../../store/book.ts'
import { readPartyChunks } from '../../store/party-chunks.ts'
import { namesOf } from '../../store/party-names.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { oneOf } from '../flags.ts'
import { note, showListing } from '../output.ts'
import { write } from '../write.ts'
import { runUnused } from './unused.ts'

export interface ListsOptions {
  /** Undefined: how many stand on each. */
  readonly list: string | undefined
  readonly inactiveDays: number
  readonly outdatedDays: number
  readonly limit: number
  readonly rowsFile: string | undefined
  readonly archive: boolean
  readonly reason: string | undefined
}

const reasons = ['invalid', 'inactive', 'stub', 'outdated'] as const satisfies readonly CleanupReason[]

/** One customer on a list. */
interface Listed {
  readonly id: number
  readonly since: string | null
}

/** Lists of customers to be cleaned up: invalid, inactive, waiting to be completed, outdated; a list can be archived whole. */
export async function runLists(ctx: Context, options: ListsOptions): Promise<void> {
  const book = await ctx.openBook()
  if (options.list === 'unused') return runUnused(ctx, book)
  const list = options.list === undefined ? undefined : oneOf('--list', options.list, reasons)
  if (list === undefined && (options.archive || options.rowsFile !== undefined))
    throw new KehuError('usage', 'flag-value-missing', { flag: '--list' })
  const lists = findLists(ctx, book, options)
  if (list === undefined) return showCounts(ctx, lists)
  const listed = lists.get(list)!
  if (options.rowsFile !== undefined) await writeList(ctx, book, { list, listed, file: options.rowsFile })
  else if (!options.archive) showList(ctx, book, list, listed.slice(0, options.limit))
  if (options.archive) await archive(ctx, book, { list, listed, reason: options.reason })
  else ctx.finish(listed.length === 0 ? 'nothing' : 'done')
}

function findLists(ctx: Context, book: Book, options: ListsOptions): Map<CleanupReason, Listed[]> {
  const today = businessDay(ctx.now(), readSettings(book).time_zone)
  const lists = new Map<CleanupReason, Listed[]>(reasons.map((reason) => [reason, []]))
  const columns = ['name', 'opened_on', 'stub', 'last_deal_on', 'last_contact_on', 'updated_on', 'confirmed_on']
  const settings = { today, inactiveDays: options.inactiveDays, outdatedDays: options.outdatedDays }
  for (const chunk of readPartyChunks(book, columns))
    findCleanup(
      chunk,
      settings,
      (party, reason, since) => void lists.get(reason)!.push({ id: chunk.ids[party]!, since }),
    )
  return lists
}

const text = (key: string, title: string) => ({ key, title, type: 'text' as const })

function showCounts(ctx: Context, lists: ReadonlyMap<CleanupReason, readonly Listed[]>): void {
  const { say } = ctx
  showListing(ctx, {
    table: {
      key: 'lists',
      title: say('lists-summary'),
      columns: [
        text('list', say('lists-list')),
        text('what', say('column-what')),
        { key: 'customers', title: say('column-customers'), type: 'integer' },
      ],
      rows: [...lists].map(([reason, { length }]) => [reason, say(`list-${reason}`), length]),
    },
    after: say('lists-next'),
  })
  ctx.finish('done')
}

function showList(ctx: Context, book: Book, list: CleanupReason, listed: readonly Listed[]): void {
  const { say } = ctx
  const names = namesOf(
    book,
    listed.map(({ id }) => id),
  )
  showListing(ctx, {
    table: {
      key: list,
      title: say(`list-${list}`),
      columns: [
        text('code', say('column-code')),
        { ...text('name', say('column-name')), personal: 'name' },
        text('why', say('column-why')),
        { key: 'since', title: say('lists-since'), type: 'date' },
      ],
      rows: listed.map(({ id, since }) => [codeOf(id), names.get(id) ?? '', whyWords(ctx, list, since), since]),
      empty: say('lists-none'),
    },
  })
}

const whyWords = (ctx: Context, list: CleanupReason, since: string | null): string =>
  ctx.tell({ code: `cleanup.${list}`, params: { since: since ?? '?' } })

interface ListFile {
  readonly list: CleanupReason
  readonly listed: readonly Listed[]
  readonly file: string
}

async function writeList(ctx: Context, book: Book, { list, listed, file }: ListFile): Promise<void> {
  const { say } = ctx
  const path = resolve(ctx.cwd, file)
  const titles = ['column-code', 'column-name', 'column-why', 'lists-since'] as const
  const columns = titles.map((key) => ({ title: say(key), type: 'text' as const }))
  function* rows(): Generator<string[][]> {
    for (let at = 0; at < listed.length; at += 2000) {
      const part = listed.slice(at, at + 2000)
      const names = namesOf(
        book,
        part.map(({ id }) => id),
      )
      yield part.map(({ id, since }) => [codeOf(id), names.get(id)!, whyWords(ctx, list, since), since ?? ''])
    }
  }
  const name = say(`list-${list}`)
  await writeWholeFile(path, (sink) => writeXlsx({ title: name, sheets: [{ name, columns, rows: rows() }] }, sink))
  note(ctx, say('written', { path, rows: listed.length }))
}

interface Archiving {
  readonly list: CleanupReason
  readonly listed: readonly Listed[]
  readonly reason: string | undefined
}

/** Takes everybody on a list out of use, in one operation that undo takes back. Nothing is deleted. */
async function archive(ctx: Context, book: Book, { list, listed, reason }: Archiving): Promise<void> {
  const { say } = ctx
  if (listed.length === 0) {
    note(ctx, say('lists-none'))
    return ctx.finish('nothing')
  }
  if (!ctx.yes) {
    if (ctx.ask === null) throw new KehuError('usage', 'answer-needed', { flags: '--yes' })
    const answer = await ctx.ask.yesNo({
      message: say('archive-ask', { count: listed.length, list: say(`list-${list}`) }),
      initial: false,
    })
    if (answer.kind !== 'answer' || !answer.value) throw new KehuError('cancelled', 'cancelled')
  }
  const { result, operation } = write(ctx, book, { kind: 'archive', reason: reason ?? say(`list-${list}`) }, (open) => {
    const count = listed.filter(({ id }) => open.update('party', id, { status: 'archived' })).length
    return { result: count, summary: { list, archived: count } }
  })
  note(ctx, say('archive-done', { count: result, id: operation }))
  ctx.finish('done')
}
