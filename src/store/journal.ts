import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type Database from 'better-sqlite3'
import type { IsoInstant } from '../model/units.ts'
import type { Book } from './book.ts'

export type Value = string | number | bigint | Buffer | null
export type Row = Readonly<Record<string, Value>>

/** What is told about an operation when it begins. */
export interface OperationStart {
  readonly kind: string
  readonly command: string
  readonly staff: string
  readonly at: IsoInstant
  readonly reason?: string
  readonly undoes?: number
}

/**
 * An operation under way: the only way rows of the book are written.
 *
 * Every write leaves a line in `change` from which it can be shown and taken back. Rows of a bulk load are
 * journalled as one range of ids. Lives inside one transaction, which the caller commits.
 */
export interface Operation {
  readonly id: number
  /** Inserts a row (with this operation's id) and returns its id. */
  readonly insert: (entity: string, row: Row) => number
  /** Changes columns of a row; says nothing where nothing differs. Returns whether anything changed. */
  readonly update: (entity: string, id: number, patch: Row) => boolean
  readonly remove: (entity: string, id: number) => void
  /** Records rows `from`..`to` that a bulk load has inserted by itself. */
  readonly recordRange: (entity: string, from: number, to: number) => void
  /** Removes rows by a condition over `entity`, keeping packed images of them. Returns how many. */
  readonly removeWhere: (entity: string, condition: string, values: readonly Value[]) => number
  /** Closes it: summary, time, and its place in the chain of digests. */
  readonly finish: (at: IsoInstant, summary: Readonly<Record<string, unknown>>) => void
}

const IMAGE_ROWS = 1000

/** Judges a write before it is done; throws where it may not be. */
export type WriteGuard = (entity: string, row: Readonly<Record<string, unknown>>, isRemoval: boolean) => void
const guards = new WeakMap<Book['sqlite'], WriteGuard>()

/** From now on every journalled write of this book passes the guard; undoing is judged by who asks for it. */
export const guardWritesOf = (book: Book, guard: WriteGuard): void => void guards.set(book.sqlite, guard)

/** Lets the writes of a command pass that has judged them itself. */
export const releaseGuard = (book: Book): void => void guards.delete(book.sqlite)

/** Opens an operation. Call inside a transaction. */
export function startOperation(book: Book, start: OperationStart): Operation {
  const { sqlite } = book
  const id = insertOperation(book, start)
  const addChange = sqlite.prepare(
    'insert into change (operation_id, entity, row_id, last_id, action, before, after) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const note = (entity: string, row: readonly [number, number], action: string, before: Value, after: Value): void =>
    void addChange.run(id, entity, row[0], row[1], action, before, after)
  const guard = start.kind === 'undo' ? undefined : guards.get(sqlite)
  const read = statements((entity: string) => sqlite.prepare(`select * from ${entity} where rowid = ?`))

  return {
    id,
    insert(entity, row) {
      guard?.(entity, row, false)
      const rowId = insertRow(book, entity, { ...row, operation_id: id })
      note(entity, [rowId, rowId], 'insert', null, JSON.stringify(row))
      return rowId
    },
    update(entity, rowId, patch) {
      const before = read(entity).get(rowId) as Row | undefined
      if (before === undefined) return false
      const names = Object.keys(patch).filter((name) => before[name] !== patch[name])
      if (names.length === 0) return false
      guard?.(entity, entity === 'fact' ? before : pickRow(patch, names), false)
      cached(book, `update ${entity} set ${names.map((name) => `${name} = ?`).join(', ')} where rowid = ?`).run(
        ...names.map((name) => patch[name] as Value),
        rowId,
      )
      note(entity, [rowId, rowId], 'update', pick(before, names), pick(patch, names))
      return true
    },
    remove(entity, rowId) {
      const before = read(entity).get(rowId) as Row | undefined
      if (before === undefined) return
      guard?.(entity, before, true)
      cached(book, `delete from ${entity} where rowid = ?`).run(rowId)
      note(entity, [rowId, rowId], 'delete', packRows([before]), null)
    },
    recordRange(entity, from, to) {
      if (to >= from) guard?.(entity, {}, false)
      if (to >= from) note(entity, [from, to], 'insert', null, null)
    },
    removeWhere(entity, condition, values) {
      guard?.(entity, {}, true)
      const { lines, rows } = imagesOf(book, entity, condition, values)
      sqlite.prepare(`delete from ${entity} where ${condition}`).run(...values)
      for (const { first, last, image } of lines) note(entity, [first, last], 'delete', image, null)
      return rows
    },
    finish(at, summary) {
      sqlite
        .prepare(`update operation set state = 'done', ended_at = ?, summary = ? where id = ?`)
        .run(at, JSON.stringify(summary), id)
      sealOperation(book, id)
    },
  }
}

function insertOperation(book: Book, start: OperationStart): number {
  const made = book.sqlite
    .prepare(
      `insert into operation (kind, command, staff, reason, started_at, state, undoes) values (?, ?, ?, ?, ?, 'open', ?)`,
    )
    .run(start.kind, start.command, start.staff, start.reason ?? null, start.at, start.undoes ?? null)
  return Number(made.lastInsertRowid)
}

function insertRow(book: Book, entity: string, row: Row): number {
  const names = Object.keys(row)
  const text = `insert into ${entity} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`
  return Number(cached(book, text).run(...Object.values(row)).lastInsertRowid)
}

/** Rows `first`..`last` without a gap, packed. */
interface Image {
  readonly first: number
  readonly last: number
  readonly image: Buffer
}

/** Packed images of the rows a condition holds for, and how many rows they are. */
function imagesOf(
  { sqlite }: Book,
  entity: string,
  condition: string,
  values: readonly Value[],
): { readonly lines: readonly Image[]; readonly rows: number } {
  const found = sqlite.prepare(`select rowid as _id, * from ${entity} where ${condition} order by rowid`)
  let images: Row[] = []
  let rows = 0
  const lines: Image[] = []
  const keep = (): void => {
    if (images.length === 0) return
    lines.push({ first: Number(images[0]!['_id']), last: Number(images.at(-1)!['_id']), image: packRows(images) })
    images = []
  }
  for (const row of found.iterate(...values) as Iterable<Row>) {
    rows++
    // A line stands for an unbroken run of ids, so that bringing it back claims no row in between.
    if (images.length >= IMAGE_ROWS || (images.length > 0 && Number(images.at(-1)!['_id']) + 1 !== row['_id'])) keep()
    images.push(row)
  }
  keep()
  return { lines, rows }
}

/** Puts an operation into the chain: its digest covers its own lines and the digest before it. */
function sealOperation(book: Book, id: number): void {
  const previous = previousDigest(book, id)
  const digest = digestOf(book, id, previous)
  book.sqlite.prepare('update operation set previous_digest = ?, digest = ? where id = ?').run(previous, digest, id)
  // The head is kept apart, so that operations cut off the end are missed.
  cached(
    book,
    `insert into setting (key, value) values ('journal_head', ?) on conflict (key) do update set value = excluded.value`,
  ).run(`${id} ${digest}`)
}

/** The last operation and its digest: the same as long as nothing was written. Empty in a new book. */
export const journalHead = (book: Book): string =>
  (book.sqlite.prepare(`select value from setting where key = 'journal_head'`).pluck().get() as string | undefined) ??
  ''

function previousDigest(book: Book, id: number): string {
  const found = book.sqlite
    .prepare('select digest from operation where id < ? and digest is not null order by id desc limit 1')
    .pluck()
    .get(id)
  return (found as string | undefined) ?? ''
}

/** SHA-256 over an operation's unchanging columns and its journal lines in order. Source: the hash chain of RFC 6962 in its simplest form. */
export function digestOf(book: Book, id: number, previous: string): string {
  const hash = createHash('sha256').update(previous)
  const row = book.sqlite
    .prepare(
      'select id, kind, command, staff, reason, started_at, ended_at, undoes, summary from operation where id = ?',
    )
    .raw()
    .get(id)
  hash.update(JSON.stringify(row))
  const lines = book.sqlite
    .prepare('select id, entity, row_id, last_id, action, before, after from change where operation_id = ? order by id')
    .raw()
  // Line by line, so that a line whose content a person's erasure took out can be checked by its own digest.
  for (const line of lines.iterate(id)) hash.update(lineDigest(line as Value[]))
  return hash.digest('hex')
}

function lineDigest(line: readonly Value[]): Buffer {
  const hash = createHash('sha256')
  for (const part of line) hash.update(Buffer.isBuffer(part) ? part : `\u0000${typeof part}${part}`)
  return hash.digest()
}

/** Row images, packed: what a removed row was, so that the removal can be undone. */
export const packRows = (rows: readonly Row[]): Buffer =>
  deflateRawSync(JSON.stringify(rows, encodeBuffer), { level: 3 })

/** Opens what `packRows` packed, blobs as Buffers again. */
export function unpackRows(image: Buffer): Row[] {
  return JSON.parse(inflateRawSync(image).toString('utf8'), (_key, value: unknown) =>
    isPackedBuffer(value) ? Buffer.from(value.$blob, 'base64') : value,
  ) as Row[]
}

const isPackedBuffer = (value: unknown): value is { $blob: string } =>
  typeof value === 'object' && value !== null && typeof (value as { $blob?: unknown }).$blob === 'string'

/** JSON.stringify has already turned a Buffer into `{ type, data }` when the replacer sees it. */
function encodeBuffer(_key: string, value: unknown): unknown {
  const isBuffer = typeof value === 'object' && value !== null && (value as { type?: string }).type === 'Buffer'
  return isBuffer ? { $blob: Buffer.from((value as { data: number[] }).data).toString('base64') } : value
}

const pickRow = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]))

const pick = (row: Row, names: readonly string[]): string =>
  JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] ?? null])))

type Statement = Database.Statement<unknown[]>
const prepared = new WeakMap<Book['sqlite'], Map<string, Statement>>()

/** A prepared statement, kept for the book's life: the texts are few, the calls many. */
export function cached(book: Book, text: string): Statement {
  const ofBook = prepared.get(book.sqlite) ?? new Map<string, Statement>()
  if (ofBook.size === 0) prepared.set(book.sqlite, ofBook)
  const statement = ofBook.get(text) ?? book.sqlite.prepare(text)
  ofBook.set(text, statement)
  return statement
}

function statements(make: (entity: string) => Statement): (entity: string) => Statement {
  const made = new Map<string, Statement>()
  return (entity) => {
    const statement = made.get(entity) ?? make(entity)
    made.set(entity, statement)
    return statement
  }
}
