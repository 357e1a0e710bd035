import type { Book } from '../book.ts'
import { keyBytes } from '../driver.ts'
import { explained } from '../sqlite-errors.ts'

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

interface TableShape {
  readonly name: string
  /** Every column that is stored, and the row's number where there is one. */
  readonly columns: readonly string[]
  /** What a row is found again by. */
  readonly key: readonly string[]
}

/**
 * Writes the whole book into a new file, encrypted with `passphrase`, or plain where there is none, and holds the copy
 * against the original: every page, every key, every row. Returns whether they are the same.
 *
 * The book was opened with `sealing`, and alone. What is to be encrypted never stands on the disk in plain on the way.
 */
export function copySealed(book: Book, to: string, passphrase: string | undefined): boolean {
  const { sqlite } = book
  return explained(to, () => {
    sqlite.prepare('attach ? as copy key ?').run(to, passphrase === undefined ? '' : keyBytes(passphrase))
    try {
      // A copy that is cut short is thrown away, and one that is whole is brought to the disk before it is put in place.
      sqlite.exec('pragma copy.journal_mode = off; pragma copy.synchronous = off')
      sqlite.pragma('foreign_keys = off')
      const tables = tablesOf(book)
      sqlite.exec('begin')
      fillCopy(book, tables)
      sqlite.exec('commit')
      return isSame(book, tables)
    } finally {
      if (sqlite.inTransaction) sqlite.exec('rollback')
      sqlite.exec('detach copy')
    }
  })
}

function tablesOf({ sqlite }: Book): TableShape[] {
  const tables = sqlite
    .prepare(
      `select name, wr from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite~_%' escape '~'`,
    )
    .all() as { name: string; wr: number }[]
  return tables.map(({ name, wr }) => {
    const columns = sqlite.prepare('select name, pk from pragma_table_info(?)').all(name) as {
      name: string
      pk: number
    }[]
    const all = columns.map((column) => quoted(column.name))
    const key = columns.filter(({ pk }) => pk > 0).map((column) => quoted(column.name))
    return wr === 1 ? { name, columns: all, key } : { name, columns: ['rowid', ...all], key: ['rowid'] }
  })
}

/** The statement of a part of the schema, for the copy. */
const inCopy = (sql: string): string =>
  sql.replace(/^CREATE (UNIQUE INDEX|INDEX|TABLE|VIEW|TRIGGER) /i, (_all, what: string) => `CREATE ${what} copy.`)

function fillCopy({ sqlite }: Book, tables: readonly TableShape[]): void {
  const parts = sqlite
    .prepare(
      `select type, sql from main.sqlite_master where sql is not null and name not like 'sqlite~_%' escape '~' order by rowid`,
    )
    .all() as { type: string; sql: string }[]
  for (const { type, sql } of parts) if (type === 'table') sqlite.exec(inCopy(sql))
  for (const { name, columns } of tables) {
    const list = columns.join(', ')
    sqlite.exec(`insert into copy.${quoted(name)} (${list}) select ${list} from main.${quoted(name)}`)
  }
  for (const { type, sql } of parts) if (type !== 'table') sqlite.exec(inCopy(sql))
  const hasStatistics = sqlite.prepare(`select 1 from main.sqlite_master where name = 'sqlite_stat1'`).get()
  if (hasStatistics !== undefined)
    sqlite.exec('analyze copy.sqlite_master; insert into copy.sqlite_stat1 select * from main.sqlite_stat1')
  for (const pragma of ['user_version', 'application_id'])
    sqlite.pragma(`copy.${pragma} = ${sqlite.pragma(pragma, { simple: true })}`)
}

function isSame({ sqlite }: Book, tables: readonly TableShape[]): boolean {
  const count = (sql: string): number => Number(sqlite.prepare(sql).pluck().get())
  const same = tables.every(({ name, columns, key }) => {
    const [a, b] = ['main', 'copy'].map((schema) => `${schema}.${quoted(name)}`)
    const on = key.map((column) => `m.${column} is c.${column}`).join(' and ')
    const list = (side: string): string => columns.map((column) => `${side}.${column}`).join(', ')
    const alike = `select count(*) from ${a} m join ${b} c on ${on} where (${list('m')}) is (${list('c')})`
    const [rows, copied] = [count(`select count(*) from ${a}`), count(`select count(*) from ${b}`)]
    return rows === copied && rows === count(alike)
  })
  const sound =
    sqlite.pragma('copy.integrity_check(1)', { simple: true }) === 'ok' &&
    (sqlite.pragma('copy.foreign_key_check') as unknown[]).length === 0
  return same && sound
}
