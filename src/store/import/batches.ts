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
      "update batch set rows = ?, created = ?, updated = ?, unchanged = ?, duplicate = ?, skipped = ?, rejected = ?, options = json_set(options, '$.added', ?) where id = ?",
    )
    .run(
      counts.rows,
      counts.created,
      counts.updated,
      counts.unchanged,
      counts.duplicate,
      counts.skipped,
      counts.rejected,
      counts.added,
      batchId,
    )
}

/**
 * Writes into a batch which other it mends, by the marks its rows carry (`12-0f3a…`: number and digest); returns that
 * one's number. A mark of another book is nobody's.
 */
export function linkMended(book: Book, batchId: number, marks: readonly string[]): number | undefined {
  for (const mark of marks) {
    const [id, digest = ''] = mark.split('-')
    const found = book.sqlite
      .prepare('select id from batch where id = ? and substr(sha256, 1, 12) = ? and id <> ?')
      .pluck()
      .get(Number(id), digest, batchId) as number | undefined
    if (found === undefined) continue
    book.sqlite.prepare(`update batch set options = json_set(options, '$.mends', ?) where id = ?`).run(found, batchId)
    return found
  }
  return undefined
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
