import { businessDay } from '../domain/calendar.ts'
import { type Book, inTransaction } from '../store/book.ts'
import { startOperation } from '../store/journal.ts'
import { readSettings } from '../store/settings.ts'
import { syncCards } from '../store/tiers.ts'
import { type UndoOutcome, undoOperation } from '../store/undo.ts'
import { applyWaivers } from '../store/waivers.ts'
import type { Context } from './context.ts'

export interface TakenBack {
  readonly outcome: UndoOutcome
  /** The operation that took it back; undoing it brings everything back. */
  readonly undoId: number
}

export interface TakeBackOptions {
  readonly id: number
  readonly reason?: string | undefined
  /** Do the very same and roll it back, so that the preview is what would happen. */
  readonly dryRun?: boolean
}

/** Takes an operation back with all that hangs on it: the one way, whoever asks. */
export function takeBack(ctx: Context, book: Book, { id, reason, dryRun = false }: TakeBackOptions): TakenBack {
  const done: { taken?: TakenBack } = {}
  const rollBack = new Error('dry run')
  const step = (): void => {
    const undo = startOperation(book, {
      kind: 'undo',
      command: ctx.commandLine,
      staff: ctx.staff,
      at: ctx.now(),
      undoes: id,
      ...(reason === undefined ? {} : { reason }),
    })
    const outcome = undoOperation(book, undo, id)
    if ('tier_assignment' in outcome.reversed || 'setting' in outcome.reversed)
      syncCards(book, readSettings(book).tier_scheme)
    if ('waiver' in outcome.reversed) applyWaivers(book, businessDay(ctx.now(), readSettings(book).time_zone))
    undo.finish(ctx.now(), { undoes: id, ...outcome.reversed, kept: outcome.keptCount })
    done.taken = { outcome, undoId: undo.id }
    if (dryRun) throw rollBack
  }
  try {
    inTransaction(book, step)
  } catch (error) {
    if (error !== rollBack) throw error
  }
  return done.taken!
}
