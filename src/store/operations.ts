import type { Book } from './book.ts'

/** An operation as people see it. */
export interface OperationLine {
  readonly id: number
  readonly kind: string
  readonly command: string
  readonly staff: string
  readonly reason: string | null
  readonly startedAt: string
  readonly endedAt: string | null
  readonly state: 'open' | 'done' | 'undone'
  readonly undoes: number | null
  readonly undoneBy: number | null
  readonly summary: Readonly<Record<string, unknown>>
}

interface StoredOperation {
  readonly id: number
  readonly kind: string
  readonly command: string
  readonly staff: string
  readonly reason: string | null
  readonly started_at: string
  readonly ended_at: string | null
  readonly state: 'open' | 'done' | 'undone'
  readonly undoes: number | null
  readonly undone_by: number | null
  readonly summary: string
}

const toOperation = (row: StoredOperation): OperationLine => ({
  id: row.id,
  kind: row.kind,
  command: row.command,
  staff: row.staff,
  reason: row.reason,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  state: row.state,
  undoes: row.undoes,
  undoneBy: row.undone_by,
  summary: JSON.parse(row.summary) as Record<string, unknown>,
})

/** The newest operations, newest first; of one kind where it is told. */
export function listOperations(
  book: Book,
  options: { readonly limit: number; readonly kind?: string | undefined },
): OperationLine[] {
  const rows = book.sqlite
    .prepare('select * from operation where @kind is null or kind = @kind order by id desc limit @limit')
    .all({ kind: options.kind ?? null, limit: options.limit }) as StoredOperation[]
  return rows.map(toOperation)
}

/** One operation; undefined where there is none. */
export function findOperation(book: Book, id: number): OperationLine | undefined {
  const row = book.sqlite.prepare('select * from operation where id = ?').get(id) as StoredOperation | undefined
  return row === undefined ? undefined : toOperation(row)
}

/** How many rows of each table an operation made, changed and removed. */
export function countChanges(book: Book, id: number): { entity: string; action: string; rows: number }[] {
  return book.sqlite
    .prepare(
      `select entity, action, sum(last_id - row_id + 1) as rows from change where operation_id = ? group by entity, action order by entity, action`,
    )
    .all(id) as { entity: string; action: string; rows: number }[]
}
