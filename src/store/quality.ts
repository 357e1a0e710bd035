import type { QualitySnapshot } from '../model/quality.ts'
import type { Book } from './book.ts'
import type { Operation } from './journal.ts'

/** A snapshot with what gave rise to it. */
export interface StoredSnapshot {
  readonly id: number
  readonly at: string
  readonly cause: 'verify' | 'import'
  readonly runId: number | null
  readonly batchId: number | null
  readonly snapshot: QualitySnapshot
}

export interface NewSnapshot {
  readonly at: string
  readonly cause: StoredSnapshot['cause']
  readonly runId?: number
  readonly batchId?: number
  readonly snapshot: QualitySnapshot
}

/** Keeps the state of the data, of the whole book or of one import. */
export function saveSnapshot(operation: Operation, { at, cause, runId, batchId, snapshot }: NewSnapshot): number {
  return operation.insert('quality_snapshot', {
    at,
    on_day: snapshot.on,
    cause,
    check_run_id: runId ?? null,
    batch_id: batchId ?? null,
    parties: snapshot.all.parties,
    document: JSON.stringify(snapshot),
  })
}

type Stored = Omit<StoredSnapshot, 'snapshot'> & { readonly document: string }

/** Snapshots of one cause, the newest last; at most so many. */
export function listSnapshots(book: Book, cause: StoredSnapshot['cause'], limit: number): StoredSnapshot[] {
  const rows = book.sqlite
    .prepare(
      `select id, at, cause, check_run_id as runId, batch_id as batchId, document from quality_snapshot where cause = ? order by id desc limit ?`,
    )
    .all(cause, limit) as Stored[]
  return rows.reverse().map(({ document, ...rest }) => ({ ...rest, snapshot: JSON.parse(document) as QualitySnapshot }))
}

/** The snapshot of a run of checks. */
export function snapshotOfRun(book: Book, runId: number): StoredSnapshot | undefined {
  const row = book.sqlite
    .prepare(
      `select id, at, cause, check_run_id as runId, batch_id as batchId, document from quality_snapshot where cause = 'verify' and check_run_id = ?`,
    )
    .get(runId) as Stored | undefined
  if (row === undefined) return undefined
  const { document, ...rest } = row
  return { ...rest, snapshot: JSON.parse(document) as QualitySnapshot }
}
