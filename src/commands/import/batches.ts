import { wallClock } from '../../domain/calendar.ts'
import { channelClasses, collectionMethods } from '../../domain/dictionary/choices.ts'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { sourceReliability } from '../../domain/quality/sources.ts'
import { KehuError } from '../../model/errors.ts'
import type { Book } from '../../store/book.ts'
import { type BatchLine, findBatch, listBatches, rejectedOf, sheetsOf } from '../../store/import/read-batches.ts'
import { readSettings } from '../../store/settings.ts'
import { listSources } from '../../store/sources.ts'
import type { Context } from '../context.ts'
import { showListing, showValue } from '../output.ts'
import { runUndo } from '../undo.ts'
import { sheetLine } from './say-file.ts'

/** Lists the newest imports. */
export async function runImportList(ctx: Context, limit: number): Promise<void> {
  const book = await ctx.openBook()
  const { say } = ctx
  const { time_zone } = readSettings(book)
  const batches = listBatches(book, limit)
  const figures = ['rows', 'created', 'updated', 'added', 'duplicate', 'rejected'] as const
  showListing(ctx, {
    table: {
      key: 'imports',
      title: say('import-list-summary'),
      columns: [
        { key: 'id', title: say('column-id'), type: 'integer' },
        { key: 'at', title: say('column-at'), type: 'instant' },
        { key: 'file', title: say('import-column-file'), type: 'text' },
        ...figures.map((key) => ({ key, title: say(`import-column-${key}`), type: 'integer' as const })),
        { key: 'state', title: say('column-state'), type: 'text' },
        { key: 'staff', title: say('column-staff'), type: 'text' },
      ],
      rows: batches.map((one) => [
        one.id,
        wallClock(one.startedAt, time_zone),
        one.fileName,
        ...figures.map((key) => one[key]),
        stateWord(ctx, one),
        one.staff,
      ]),
      empty: say('import-list-none'),
    },
    json: batches,
  })
  ctx.finish(batches.length === 0 ? 'nothing' : 'done')
}

/** Shows one import: the file, how its sheets were understood, what became of the rows, and which were rejected. */
export async function runImportShow(ctx: Context, id: number): Promise<void> {
  const book = await ctx.openBook()
  const batch = findBatch(book, id)
  if (batch === undefined) throw new KehuError('usage', 'import-missing', { id })
  const sheets = sheetsOf(book, id)
  const rejected = rejectedOf(book, id)
  const { say } = ctx
  showValue(ctx, { ...batch, sheets, rejectedRows: rejected }, () => {
    const { time_zone } = readSettings(book)
    const head = `${batch.id}  ${batch.fileName}  ${wallClock(batch.startedAt, time_zone)}  ${batch.staff}  ${stateWord(ctx, batch)}`
    const facts = { format: batch.format, encoding: batch.encoding ?? '—', sha256: batch.sha256.slice(0, 12) }
    const from = {
      ...{ source: batch.source ?? '—', method: methodWord(ctx, batch.method), collector: batch.collector ?? '—' },
      ...{ campaign: batch.campaign ?? '—', supplier: batch.supplier ?? '—', basis: batch.lawfulBasis ?? '—' },
    }
    const lines = [
      head,
      say('import-show-file', facts),
      ctx.tell({ code: 'import-show-source', params: from }),
      ...trustLines(ctx, book, batch),
      say('import-done', { ...batch, file: batch.fileName }),
    ]
    if (batch.mends !== null) lines.push(say('import-mends', { id: batch.mends }))
    for (const { name, tables } of sheets) {
      for (const table of tables) lines.push(sheetLine(ctx, name, table), ...columnLines(ctx, table.columns))
    }
    for (const { sheet, row, reason } of rejected) {
      const words = reason === null ? '' : ctx.tell(reason)
      lines.push(say('import-reject-line', { file: batch.fileName, sheet, row, reason: words }))
    }
    if (batch.state === 'done') lines.push(say('import-show-undo', { id }))
    return `${lines.join('\n')}\n`
  })
  ctx.finish('done')
}

const methodWord = (ctx: Context, method: string | null): string =>
  collectionMethods.find(({ value }) => value === method)?.[ctx.lang] ?? method ?? '—'

/** How far the import's source is trusted. */
function trustLines(ctx: Context, book: Book, { source }: BatchLine): string[] {
  const known = source === null ? undefined : listSources(book).find(({ name }) => name === source)
  if (known === undefined) return []
  const [trust] = sourceReliability([known])
  const word = channelClasses.find(({ value }) => value === known.class)?.[ctx.lang] ?? known.class ?? '—'
  return [
    ctx.tell({
      code: 'import-show-reliability',
      params: { class: word, percent: Math.round(trust!.reliability * 100) },
    }),
  ]
}

/** Takes an import back by its own number. */
export async function runImportUndo(ctx: Context, id: number, dryRun: boolean): Promise<void> {
  const batch = findBatch(await ctx.openBook(), id)
  if (batch === undefined) throw new KehuError('usage', 'import-missing', { id })
  await runUndo(ctx, { id: batch.operationId, dryRun, reason: undefined })
}

const columnLines = (
  ctx: Context,
  columns: ReturnType<typeof sheetsOf>[number]['tables'][number]['columns'],
): string[] =>
  columns.map(({ heading, field, confidence, because }) =>
    ctx.say('import-show-column', {
      heading: heading === '' ? '—' : heading.replaceAll('\n', ' '),
      field: fieldLabel(ctx, field),
      confidence: Math.round(confidence * 100),
      because: ctx.tell({ code: `because-${because}` }),
    }),
  )

/** A field as people call it; a dash for a column that is kept as it is. */
export function fieldLabel(ctx: Context, field: string | null): string {
  if (field === null) return '—'
  const known = fieldByKey(field)
  return known === undefined ? ctx.tell({ code: `field-${field}` }) : `${known[ctx.lang]} (${field})`
}

function stateWord(ctx: Context, { state, undoneBy }: BatchLine): string {
  if (state === 'undone') return ctx.say('state-undone', { by: undoneBy ?? 0 })
  return ctx.say(state === 'done' ? 'state-done' : 'state-open')
}
