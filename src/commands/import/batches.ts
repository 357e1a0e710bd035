import { wallClock } from '../../domain/calendar.ts'
import { KehuError } from '../../model/errors.ts'
import { type BatchLine, findBatch, listBatches, rejectedOf, sheetsOf } from '../../store/import/read-batches.ts'
import { readSettings } from '../../store/settings.ts'
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
    const lines = [head, say('import-show-file', facts), say('import-done', { ...batch, file: batch.fileName })]
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
      field: field ?? '—',
      confidence: Math.round(confidence * 100),
      because: ctx.tell({ code: `because-${because}` }),
    }),
  )

function stateWord(ctx: Context, { state, undoneBy }: BatchLine): string {
  if (state === 'undone') return ctx.say('state-undone', { by: undoneBy ?? 0 })
  return ctx.say(state === 'done' ? 'state-done' : 'state-open')
}
