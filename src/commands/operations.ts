import { Command } from 'commander'
import { wallClock } from '../domain/calendar.ts'
import { KehuError } from '../model/errors.ts'
import { changeWords, operationKind, summaryWords } from '../render/operation.ts'
import { countChanges, findOperation, listOperations, type OperationLine } from '../store/operations.ts'
import { readSettings } from '../store/settings.ts'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'
import { showListing, showValue } from './output.ts'

export const operationsCommand = (ctx: Context): Command =>
  new Command('operations')
    .summary(ctx.say('operations-summary'))
    .argument('[id]', ctx.say('operations-id'))
    .option('-n, --limit <count>', ctx.say('flag-limit'), '20')
    .option('--kind <kind>', ctx.say('operations-kind'))
    .action(async (id: string | undefined, flags: { limit: string; kind?: string }) => {
      if (id === undefined) await runOperations(ctx, { limit: wholeNumber('--limit', flags.limit), kind: flags.kind })
      else await runOperation(ctx, wholeNumber('ID', id))
    })

/** Lists the newest operations. */
export async function runOperations(
  ctx: Context,
  options: { limit: number; kind?: string | undefined },
): Promise<void> {
  const book = await ctx.openBook()
  const { time_zone } = readSettings(book)
  const operations = listOperations(book, options)
  const { say } = ctx
  showListing(ctx, {
    table: {
      key: 'operations',
      title: say('operations-title'),
      columns: [
        { key: 'id', title: say('column-id'), type: 'integer' },
        { key: 'at', title: say('column-at'), type: 'instant' },
        { key: 'kind', title: say('column-kind'), type: 'text' },
        { key: 'state', title: say('column-state'), type: 'text' },
        { key: 'staff', title: say('column-staff'), type: 'text' },
        { key: 'summary', title: say('column-summary'), type: 'text' },
      ],
      rows: operations.map((one) => [
        one.id,
        wallClock(one.startedAt, time_zone),
        operationKind(ctx.lang, one.kind),
        stateWord(ctx, one),
        one.staff,
        summaryWords(ctx.lang, one.summary),
      ]),
      empty: say('operations-none'),
    },
    json: operations,
  })
  ctx.finish('done')
}

/** Shows one operation with what it touched. */
export async function runOperation(ctx: Context, id: number): Promise<void> {
  const book = await ctx.openBook()
  const operation = findOperation(book, id)
  if (operation === undefined) throw new KehuError('usage', 'operation-missing', { id })
  const changes = countChanges(book, id)
  showValue(ctx, { ...operation, changes }, () => {
    const { time_zone } = readSettings(book)
    const head = `${operation.id}  ${operationKind(ctx.lang, operation.kind)}  ${wallClock(operation.startedAt, time_zone)}  ${operation.staff}  ${stateWord(ctx, operation)}`
    const lines = changes.map((change) => `  ${changeWords(ctx.lang, change)}`)
    return `${[head, `  $ ${operation.command}`, ...lines, ...(operation.state === 'done' ? [ctx.say('operations-undo-hint', { id })] : [])].join('\n')}\n`
  })
  ctx.finish('done')
}

function stateWord(ctx: Context, { state, undoneBy }: OperationLine): string {
  if (state === 'undone') return ctx.say('state-undone', { by: undoneBy ?? 0 })
  return ctx.say(state === 'done' ? 'state-done' : 'state-open')
}
