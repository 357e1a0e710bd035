import type { Book } from '../book.ts'
import {
  allLines,
  changedLines,
  prepareFold,
  type SearchKind,
  type SearchSetting,
  searchedTables,
  searchKinds,
} from './lines.ts'

/** So many changed rows are looked through beside the blocks; more, and the blocks are made anew. */
const MOST_CHANGED = 20_000
/** So many journal lines are read again by each search before a writer notes what they touched. */
const MOST_UNREAD = 2_000

/**
 * Blocks of packed lines beside the tables: a million customers are looked through in twenty milliseconds, five times
 * as fast as row by row. They are derived: they may be thrown away at any time, belong to no operation, and a book of a
 * few thousand has none. What was written since is known by the journal.
 */
const TABLES = `
create table if not exists search_block (
  id integer primary key, kind text not null, data blob not null
) strict;
create index if not exists search_block_by_kind on search_block (kind);
create table if not exists search_changed (id integer primary key) strict;
create table if not exists search_state (one integer primary key check (one = 1), change_id integer not null) strict;`

/** Opens the book for searching: gives the texts to look through for a kind, what changed since the blocks were made first. */
export function openSearch(book: Book, setting: SearchSetting): (kind: SearchKind) => Generator<Buffer> {
  prepareFold(book, setting)
  const state = stateOf(book)
  if (state === null) return (kind) => allLines(book, kind, setting)
  markChanged(book, state)
  return function* (kind) {
    yield* changedLines(book, kind, setting)
    const blocks = book.sqlite.prepare('select data from search_block where kind = ? order by id').pluck()
    yield* blocks.iterate(kind) as Iterable<Buffer>
  }
}

/**
 * Brings the blocks up to date after writing, where that is worth it: whole after a large load, else by a note of who
 * was touched. Waits for nobody: with another writer at work the next one will do it.
 */
export function refreshSearch(book: Book, setting: SearchSetting, most = MOST_CHANGED): void {
  const { sqlite } = book
  if (sqlite.readonly || sqlite.inTransaction) return
  const state = stateOf(book)
  const touched = touchedSince(book, state ?? 0)
  const known = state === null ? 0 : Number(sqlite.prepare('select count(*) from search_changed').pluck().get())
  const isLarge = touched.rows + known > most
  if (!isLarge && (state === null || touched.lines < MOST_UNREAD)) return
  const wait = Number(sqlite.pragma('busy_timeout', { simple: true }))
  sqlite.pragma('busy_timeout = 0')
  try {
    sqlite.exec('begin immediate')
    sqlite.exec(TABLES)
    if (isLarge) makeBlocks(book, setting)
    else {
      markChanged(book, state ?? 0)
      sqlite.exec('insert or ignore into search_changed select id from temp.search_changed')
    }
    sqlite
      .prepare(
        `insert into search_state (one, change_id) values (1, coalesce((select max(id) from change), 0))
         on conflict (one) do update set change_id = excluded.change_id`,
      )
      .run()
    sqlite.exec('commit')
  } catch {
    // A busy book or a full disk: searches go on as before, only slower.
    if (sqlite.inTransaction) sqlite.exec('rollback')
  } finally {
    sqlite.pragma(`busy_timeout = ${wait}`)
  }
}

/** Throws the blocks away, so that nothing of a person who was erased stays in them. */
export function forgetSearch({ sqlite }: Book): void {
  if (!hasBlocks(sqlite)) return
  sqlite.exec('delete from search_block; delete from search_changed; delete from search_state')
}

const hasBlocks = (sqlite: Book['sqlite']): boolean =>
  sqlite.prepare(`select 1 from sqlite_master where name = 'search_state'`).get() !== undefined

/** Last journal line the blocks know of; null where there are none. */
function stateOf({ sqlite }: Book): number | null {
  if (!hasBlocks(sqlite)) return null
  return (sqlite.prepare('select change_id from search_state').pluck().get() as number | undefined) ?? null
}

function makeBlocks(book: Book, setting: SearchSetting): void {
  prepareFold(book, setting)
  const { sqlite } = book
  sqlite.exec('delete from search_block; delete from search_changed')
  const add = sqlite.prepare('insert into search_block (kind, data) values (?, ?)')
  for (const kind of searchKinds) for (const data of allLines(book, kind, setting)) add.run(kind, data)
}

const TABLE_NAMES = searchedTables.map((name) => `'${name}'`).join(', ')

function touchedSince({ sqlite }: Book, changeId: number): { readonly rows: number; readonly lines: number } {
  return sqlite
    .prepare(
      `select coalesce(sum(case when entity in (${TABLE_NAMES}) then last_id - row_id + 1 else 0 end), 0) as rows, count(*) as lines
       from change where id > ?`,
    )
    .get(changeId) as { rows: number; lines: number }
}

/** Fills `temp.search_changed` with the parties touched since. Rows that are gone need none: what is found is looked up again. */
function markChanged({ sqlite }: Book, changeId: number): void {
  sqlite.exec(
    'create temp table if not exists search_changed (id integer primary key); delete from temp.search_changed',
  )
  sqlite.exec('insert or ignore into temp.search_changed select id from main.search_changed')
  const lines = sqlite
    .prepare(`select entity, row_id, last_id from change where id > ? and entity in (${TABLE_NAMES})`)
    .raw()
    .all(changeId) as [string, number, number][]
  for (const [entity, from, to] of lines)
    sqlite
      .prepare(
        `insert or ignore into temp.search_changed select ${entity === 'party' ? 'id' : 'party_id'} from ${entity} where id between ? and ?`,
      )
      .run(from, to)
}
