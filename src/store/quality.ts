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
      `select id, at, cause, check_run_id as runId, batch_id as batchId, document from quality_snapshot s
       where cause = ? and exists (select 1 from operation o where o.id = s.operation_id and o.state = 'done') order by id desc limit ?`,
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

/** The parties an import made: ids from `first` to `last`. Undefined where it made none. */
export function partiesOfImport(
  book: Book,
  operationId: number,
): { readonly batchId: number; readonly first: number; readonly last: number } | undefined {
  const row = book.sqlite
    .prepare(
      `select (select max(id) from batch where operation_id = @id) as batchId, min(row_id) as first, max(last_id) as last
       from change where operation_id = @id and entity = 'party' and action = 'insert'`,
    )
    .get({ id: operationId }) as { batchId: number | null; first: number | null; last: number | null }
  const { batchId, first, last } = row
  return batchId === null || first === null || last === null ? undefined : { batchId, first, last }
}

/** Keeps how good an import was; like the batch itself it stays when the import is undone. */
export function keepImportSnapshot(
  book: Book,
  operationId: number,
  { at, batchId, snapshot }: { readonly at: string; readonly batchId: number; readonly snapshot: QualitySnapshot },
): void {
  book.sqlite
    .prepare(
      `insert into quality_snapshot (at, on_day, cause, batch_id, parties, document, operation_id) values (?, ?, 'import', ?, ?, ?, ?)`,
    )
    .run(at, snapshot.on, batchId, snapshot.all.parties, JSON.stringify(snapshot), operationId)
}
