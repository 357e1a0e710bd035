import { Command } from 'commander'
import { KehuError } from '../model/errors.ts'
import { codeOf } from '../model/party-code.ts'
import { tableWord } from '../render/operation.ts'
import type { Book } from '../store/book.ts'
import { findOperation } from '../store/operations.ts'
import type { UndoOutcome } from '../store/undo.ts'
import type { Context } from './context.ts'
import { wholeNumber } from './flags.ts'
import { showValue } from './output.ts'

export interface UndoOptions {
  readonly id: number
  readonly dryRun: boolean
  readonly reason: string | undefined
}

export const undoCommand = (ctx: Context): Command =>
  new Command('undo')
    .summary(ctx.say('undo-summary'))
    .description(ctx.say('undo-description'))
    .argument('<id>', ctx.say('operations-id'))
    .option('-n, --dry-run', ctx.say('undo-dry-run'), false)
    .option('--reason <text>', ctx.say('flag-reason'))
    .action(async (id: string, flags: { dryRun: boolean; reason?: string }) =>
      runUndo(ctx, { id: wholeNumber('ID', id), dryRun: flags.dryRun, reason: flags.reason }),
    )

/** Takes an operation back; with `dryRun` the very same is done and rolled back, so that the preview is what would happen. */
export async function runUndo(ctx: Context, options: UndoOptions): Promise<void> {
  const book = await ctx.openBook()
  mayUndo(ctx, book, options.id)
  const { takeBack } = await import('./take-back.ts')
  const { outcome, undoId } = takeBack(ctx, book, options)
  showValue(ctx, { ...outcome, dryRun: options.dryRun }, () => words(ctx, outcome, options.dryRun, undoId))
  ctx.finish(outcome.keptCount > 0 ? 'partly' : 'done')
}

/** One's own operations may be taken back; another's by those who may delete customers. @throws {KehuError} `access-undo-others` */
function mayUndo(ctx: Context, book: Book, id: number): void {
  const { identity } = ctx.session
  const staff = findOperation(book, id)?.staff
  if (identity === null || staff === undefined || staff === identity.login) return
  if (!identity.post.may.delete.has('customer')) throw new KehuError('refused', 'access-undo-others', { id, staff })
}

/** Customers are called by their code, as everywhere; other rows by their number. */
const numberOf = (entity: string, id: number): string =>
  entity === 'party' || entity === 'customer' ? codeOf(id) : String(id)

function words(ctx: Context, outcome: UndoOutcome, dryRun: boolean, undoId: number): string {
  const { say } = ctx
  const reversed = Object.entries(outcome.reversed).map(([entity, rows]) => `  ${tableWord(ctx.lang, entity)}  ${rows}`)
  const kept = outcome.kept
    .slice(0, 10)
    .map(({ entity, id, why }) => `  ${tableWord(ctx.lang, entity)} ${numberOf(entity, id)}  ${say(`undo-${why}`)}`)
  return `${[
    say(dryRun ? 'undo-would' : 'undo-did', { id: outcome.operationId }),
    ...reversed,
    ...(outcome.keptCount > 0 ? [say('undo-kept', { count: outcome.keptCount }), ...kept] : []),
    ...(dryRun ? [] : [say('undo-again', { id: undoId })]),
  ].join('\n')}\n`
}
