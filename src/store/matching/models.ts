import type { Book } from '../book.ts'
import { cached, type Operation } from '../journal.ts'

/** Runs that compared nothing: a model was set, or taken off. */
const PINNED = '{"pinned":true}'
const LOOSE = '{"pinned":false}'

/** The model that was set by hand or learned from answers, which runs use instead of learning their own; undefined where none is. */
export function pinnedModel(book: Book): unknown {
  const row = cached(
    book,
    `select model, stats from match_run where stats in ('${PINNED}', '${LOOSE}') order by id desc limit 1`,
  ).get() as { model: string; stats: string } | undefined
  return row?.stats === PINNED ? (JSON.parse(row.model) as unknown) : undefined
}

/** Sets the model that runs are to use; with `pinned` false every run learns its own again. */
export function pinModel(operation: Operation, at: string, model: unknown, pinned: boolean): void {
  operation.insert('match_run', {
    at,
    model: JSON.stringify(model),
    stats: pinned ? PINNED : LOOSE,
    parties: 0,
  })
}
