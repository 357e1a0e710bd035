import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf } from '../../model/party-code.ts'
import { brokenAccessLines } from '../access-log.ts'
import { type Book, inTransaction } from '../book.ts'
import { isSqliteError } from '../driver.ts'
import { bulkIndexes } from '../migrations/0001-initial.ts'
import { forgetSearch, refreshSearch } from '../search/blocks.ts'
import { isSearchSound } from '../search/check.ts'
import type { SearchSetting } from '../search/lines.ts'
import { verifyChain } from './audit.ts'

/** What one check of the doctor gave. */
export interface Diagnosis {
  readonly check:
    | 'integrity'
    | 'foreign-keys'
    | 'chain'
    | 'access-log'
    | 'indexes'
    | 'search'
    | 'pointers'
    | 'space'
    | 'permissions'
    | 'open-operations'
    | 'half-files'
  readonly ok: boolean
  /** For the sentence; short. */
  readonly detail: string
  /** Can be made again from what is there. */
  readonly repairable: boolean
}

/** Checks the book from the file up: pages, keys, chain, logs, indexes, search, merge pointers, free space, permissions. */
export function examineBook(book: Book, setting: SearchSetting): Diagnosis[] {
  const checks: readonly [Diagnosis['check'], repairable: boolean, find: () => readonly string[]][] = [
    ['integrity', true, () => damagedPages(book)],
    ['foreign-keys', false, () => tally((book.sqlite.pragma('foreign_key_check') as { table: string }[]).map(tableOf))],
    ['chain', false, () => verifyChain(book).faults.map(({ operationId, what }) => `${operationId} ${what}`)],
    ['access-log', false, () => brokenAccessLines(book).map(String)],
    ['indexes', true, () => missingIndexes(book)],
    ['search', true, () => (isSearchSound(book, setting) ? [] : ['search_block'])],
    ['pointers', false, () => brokenPointers(book)],
    ['open-operations', false, () => openOperations(book)],
  ]
  return [
    ...checks.map(([check, repairable, find]) => diagnosis(check, foundBy(find), repairable)),
    ...fileDiagnoses(book.path),
  ]
}

/** A page that can't be read stops a check, not the doctor. */
function foundBy(find: () => readonly string[]): readonly string[] {
  try {
    return find()
  } catch (error) {
    if (!isSqliteError(error)) throw error
    return [error.message]
  }
}

const damagedPages = ({ sqlite }: Book): string[] =>
  (sqlite.pragma('integrity_check(10)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((text) => text !== 'ok')

const tableOf = ({ table }: { readonly table: string }): string => table

/** Merged parties that lead nowhere, or to one that was merged itself. */
function brokenPointers({ sqlite }: Book): string[] {
  const ids = sqlite
    .prepare(
      `select p.id from party p left join party q on q.id = p.merged_into
       where (p.status = 'merged') <> (p.merged_into is not null) or (p.merged_into is not null and (q.id is null or q.status = 'merged'))
       limit 10`,
    )
    .pluck()
    .all() as number[]
  return ids.map(codeOf)
}

const openOperations = ({ sqlite }: Book): string[] =>
  (sqlite.prepare(`select id from operation where state = 'open' limit 10`).pluck().all() as number[]).map(String)

/** Makes again what is derived: indexes, SQLite's own statistics, the lines that are searched. Returns what was mended. */
export function repairBook(book: Book, setting: SearchSetting): string[] {
  const missing = missingIndexes(book)
  for (const name of missing) book.sqlite.exec(bulkIndexes[name]!)
  const damaged = damagedPages(book).length > 0
  book.sqlite.exec('reindex; analyze')
  const isUnsearchable = !isSearchSound(book, setting)
  if (isUnsearchable) {
    inTransaction(book, () => forgetSearch(book))
    refreshSearch(book, setting)
  }
  return [
    ...missing,
    ...(damaged && damagedPages(book).length === 0 ? ['reindex'] : []),
    ...(isUnsearchable ? ['search'] : []),
  ]
}

function missingIndexes(book: Book): string[] {
  const there = new Set(
    book.sqlite.prepare(`select name from sqlite_master where type = 'index'`).pluck().all() as string[],
  )
  return Object.keys(bulkIndexes).filter((name) => !there.has(name))
}

const diagnosis = (check: Diagnosis['check'], found: readonly string[], repairable = false): Diagnosis => ({
  check,
  ok: found.length === 0,
  detail: found.slice(0, 3).join('; '),
  repairable,
})

const tally = (names: readonly string[]): string[] =>
  [...new Set(names)].map((name) => `${name} ${names.filter((one) => one === name).length}`)

/** A book needs about its own size free for the next large import or migration. */
function fileDiagnoses(path: string): Diagnosis[] {
  if (!existsSync(path)) return []
  const { bavail, bsize } = statfsSync(dirname(path))
  const free = bavail * bsize
  const { size, mode } = statSync(path)
  const others = (mode & 0o077) !== 0
  let writable = true
  try {
    accessSync(dirname(path), constants.W_OK)
  } catch {
    writable = false
  }
  return [
    diagnosis(
      'space',
      free > size * 1.2 ? [] : [`${Math.round(free / 1e6)} MB < ${Math.round((size * 1.2) / 1e6)} MB`],
    ),
    diagnosis('permissions', writable && !others ? [] : [writable ? `mode ${(mode & 0o777).toString(8)}` : 'folder']),
  ]
}
