import { KehuError } from '../../model/errors.ts'
import type { Book } from '../book.ts'
import { cached, type Operation, type Row, type Value } from '../journal.ts'

/** A merge as it was decided: what is written is exactly this. */
export interface MergeOrder {
  readonly survivor: number
  readonly absorbed: readonly number[]
  /** Values the survivor takes, by column of `party` or `customer`, with the party each comes from. */
  readonly take: readonly {
    readonly entity: 'party' | 'customer'
    readonly column: string
    readonly value: Value
    readonly from: number
  }[]
  readonly band: string
  readonly weight: number | null
  readonly evidence: unknown
}

/**
 * Merges parties by pointers: the absorbed keep their rows and their children, and point at the survivor.
 *
 * Parties absorbed earlier follow to the new survivor, so that a pointer is always one step long.
 * @throws {KehuError} `merge-not-live` when one of them is gone or merged meanwhile
 */
export function applyMerge(book: Book, operation: Operation, order: MergeOrder): void {
  for (const id of [order.survivor, ...order.absorbed]) {
    const status = cached(book, 'select status from party where id = ?').pluck().get(id)
    if (status !== 'active') throw new KehuError('store', 'merge-not-live', { id })
  }
  for (const id of order.absorbed) {
    for (const earlier of cached(book, 'select id from party where merged_into = ?').pluck().all(id) as number[])
      operation.update('party', earlier, { merged_into: order.survivor })
    operation.update('party', id, { status: 'merged', merged_into: order.survivor })
    operation.insert('merge', {
      survivor: order.survivor,
      absorbed: id,
      band: order.band,
      weight: order.weight,
      evidence: JSON.stringify(order.evidence),
      taken: JSON.stringify(order.take.filter(({ from }) => from === id)),
    })
  }
  const patches: Record<'party' | 'customer', Record<string, Value>> = { party: {}, customer: {} }
  for (const { entity, column, value } of order.take) patches[entity][column] = value
  operation.update('party', order.survivor, patches.party)
  if (Object.keys(patches.customer).length > 0) operation.update('customer', order.survivor, patches.customer)
  settlePairs(book, operation, [order.survivor, ...order.absorbed])
}

/** The unary plus keeps SQLite off the index of states, where every waiting pair would be walked for each merge. Waiting pairs inside the cluster are done; those that led out of it now lead to the survivor at the next run. */
function settlePairs(book: Book, operation: Operation, ids: readonly number[]): void {
  const marks = ids.map(() => '?').join(', ')
  const inside = book.sqlite
    .prepare(`select id from match_pair where a in (${marks}) and b in (${marks}) and +state = 'waiting'`)
    .pluck()
  for (const id of inside.all(...ids, ...ids) as number[]) operation.update('match_pair', id, { state: 'merged' })
}

/** What survivorship looks at: a party's row and card, with how trustworthy its source is. */
export interface MergeCandidate {
  readonly id: number
  readonly party: Row
  readonly customer: Row | undefined
  /** Columns whose value a person set or confirmed. */
  readonly byHand: ReadonlySet<string>
  readonly confirmed: ReadonlySet<string>
}

/** Reads the members of a cluster for survivorship, by id. */
export function readCandidates(book: Book, ids: readonly number[]): MergeCandidate[] {
  return [...ids]
    .sort((a, b) => a - b)
    .map((id) => ({
      id,
      party: cached(book, 'select * from party where id = ?').get(id) as Row,
      customer: cached(book, 'select * from customer where party_id = ?').get(id) as Row | undefined,
      byHand: new Set(
        (
          cached(
            book,
            `select c.after from change c join operation o on o.id = c.operation_id where c.entity in ('party', 'customer') and c.row_id = ? and c.last_id = c.row_id
           and c.action = 'update' and o.state = 'done' and o.kind in ('edit', 'intake')`,
          )
            .pluck()
            .all(id) as string[]
        ).flatMap((after) => Object.keys(JSON.parse(after) as object)),
      ),
      confirmed: new Set(
        cached(
          book,
          `select field from confirmation where party_id = ? and state in ('confirmed', 'corrected') and field is not null`,
        )
          .pluck()
          .all(id) as string[],
      ),
    }))
}
