import type { Book } from '../book.ts'
import type { Operation, Value } from '../journal.ts'

type Statement = ReturnType<Book['sqlite']['prepare']>

/** Rows a statement takes: more save nothing (measured: 5 save 10–15 %, beyond 20 none). */
const ROWS_A_STATEMENT = 20

/** Inserts many rows of one table with ids given out in one unbroken run. */
export interface BulkTable {
  /** Adds a row; `values` follow the columns given when it was opened. Returns the row's id (the next one, unless it is given). */
  readonly add: (values: readonly Value[], id?: number) => number
  /** Writes what is waiting. */
  readonly flush: () => void
  /** Flushes, and records the whole run of ids as this operation's. */
  readonly close: () => void
  /** The id the next row will get. */
  readonly nextId: () => number
}

export interface BulkOptions {
  /** Name of the integer primary key; `id` where nothing is said. */
  readonly key?: string
  /** Rows that undo takes back; source rows stay for ever. */
  readonly journalled?: boolean
}

/** Opens a table for a bulk load inside `operation`'s transaction; it has 31 columns at most. */
export function bulkTable(
  book: Book,
  operation: Operation,
  table: { readonly entity: string; readonly columns: readonly string[] },
  { key = 'id', journalled = true }: BulkOptions = {},
): BulkTable {
  const { sqlite } = book
  const { entity, columns } = table
  const first = Number(sqlite.prepare(`select coalesce(max(${key}), 0) + 1 from ${entity}`).pluck().get())
  const batch = openBatch(batchInserts(book, entity, { key, columns, operationId: operation.id }), columns.length + 1)
  let next = first
  return {
    add(values, given) {
      const id = given ?? next
      if (id >= next) next = id + 1
      batch.put(id, values)
      return id
    },
    flush: batch.flush,
    close() {
      batch.flush()
      if (journalled) operation.recordRange(entity, first, next - 1)
    },
    nextId: () => next,
  }
}

/** Gathers rows of `width` values until a statement is full. */
function openBatch(
  insert: (rows: number, filled: number) => BatchInsert,
  width: number,
): { readonly put: (id: number, values: readonly Value[]) => void; readonly flush: () => void } {
  const waiting: Value[] = new Array(width * ROWS_A_STATEMENT)
  let rows = 0
  let filled = 0
  return {
    put(id, values) {
      let at = rows * width
      waiting[at++] = id
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!
        if (value !== null) filled |= 1 << i
        waiting[at++] = value
      }
      if (++rows < ROWS_A_STATEMENT) return
      runInsert(insert(ROWS_A_STATEMENT, filled), waiting, 0, width)
      rows = 0
      filled = 0
    },
    flush() {
      for (let row = 0; row < rows; row++) runInsert(insert(1, filled), waiting, row * width, width)
      rows = 0
      filled = 0
    },
  }
}

interface Inserted {
  readonly key: string
  readonly columns: readonly string[]
  readonly operationId: number
}

/** A statement for some rows at once, the places of its columns in a row, and the list its values are gathered in. */
interface BatchInsert {
  readonly statement: Statement
  readonly places: readonly number[]
  readonly values: Value[]
}

/** Statements by how many rows they take and which columns (a bit each) have a value in any of them: nulls are not bound. */
function batchInserts(
  { sqlite }: Book,
  entity: string,
  { key, columns, operationId }: Inserted,
): (rows: number, filled: number) => BatchInsert {
  const made = new Map<number, BatchInsert>()
  const make = (rows: number, filled: number): BatchInsert => {
    const used = columns.map((_, i) => i).filter((i) => (filled & (1 << i)) !== 0)
    const one = `(${operationId},?${',?'.repeat(used.length)})`
    const all = Array.from({ length: rows }, () => one).join(',')
    const names = ['operation_id', key, ...used.map((i) => columns[i])].join(',')
    return {
      statement: sqlite.prepare(`insert into ${entity} (${names}) values ${all}`),
      places: [0, ...used.map((i) => i + 1)],
      values: new Array(rows * (used.length + 1)),
    }
  }
  return (rows, filled) => {
    const shape = rows === 1 ? filled + 0.5 : filled
    let insert = made.get(shape)
    if (insert === undefined) {
      insert = make(rows, filled)
      made.set(shape, insert)
    }
    return insert
  }
}

/** Binds rows of `width` values that stand one after another, without the columns that are null in all of them. */
function runInsert(
  { statement, places, values }: BatchInsert,
  from: readonly Value[],
  start: number,
  width: number,
): void {
  let at = 0
  for (let row = start; at < values.length; row += width)
    for (let i = 0; i < places.length; i++) values[at++] = from[row + places[i]!]!
  statement.run(values)
}
