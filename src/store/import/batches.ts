import type { Book } from '../book.ts'
import type { Operation } from '../journal.ts'
import type { ImportCounts } from './save-import.ts'

/** What is recorded of a file when its import begins. */
export interface BatchStart {
  readonly file_name: string
  readonly sha256: string
  readonly bytes: number
  readonly format: string
  readonly encoding: string | null
  readonly source_id: number | null
  readonly method: string | null
  readonly collector: string | null
  readonly campaign: string | null
  readonly supplier: string | null
  readonly lawful_basis: string | null
  readonly options: string
  readonly started_at: string
  readonly started_on: string
}

/** Records a file's import. Batches stay when their operation is undone: they are what happened. */
export function addBatch(book: Book, operation: Operation, batch: BatchStart): number {
  const names = Object.keys(batch)
  const marks = names.map(() => '?').join(', ')
  return Number(
    book.sqlite
      .prepare(`insert into batch (operation_id, ${names.join(', ')}) values (?, ${marks})`)
      .run(operation.id, ...Object.values(batch)).lastInsertRowid,
  )
}

/** Writes what became of the rows into the batch. */
export function closeBatch(book: Book, batchId: number, counts: ImportCounts): void {
  book.sqlite
    .prepare(
      'update batch set rows = ?, created = ?, updated = ?, unchanged = ?, duplicate = ?, skipped = ?, rejected = ? where id = ?',
    )
    .run(
      counts.rows,
      counts.created,
      counts.updated,
      counts.unchanged + 0,
      counts.duplicate,
      counts.skipped,
      counts.rejected,
      batchId,
    )
}

/** The live import of a file with this digest; undefined where it was never imported, or undone. */
export function findBatchOfFile(book: Book, sha256: string): { id: number; operationId: number } | undefined {
  return book.sqlite
    .prepare(
      `select b.id, b.operation_id as operationId from batch b join operation o on o.id = b.operation_id
       where b.sha256 = ? and o.state = 'done' order by b.id desc limit 1`,
    )
    .get(sha256) as { id: number; operationId: number } | undefined
}

/** The id of a source by name, made where it is new. */
export function sourceId(book: Book, operation: Operation, name: string): number {
  const found = book.sqlite.prepare('select id from source where name = ?').pluck().get(name) as number | undefined
  return found ?? operation.insert('source', { name })
}
