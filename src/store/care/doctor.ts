import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Book } from '../book.ts'
import { bulkIndexes } from '../migrations/0001-initial.ts'
import { verifyChain } from './audit.ts'

/** What one check of the doctor gave. */
export interface Diagnosis {
  readonly check:
    | 'integrity'
    | 'foreign-keys'
    | 'chain'
    | 'indexes'
    | 'pointers'
    | 'space'
    | 'permissions'
    | 'open-operations'
  readonly ok: boolean
  /** For the sentence; short. */
  readonly detail: string
  /** Can be made again from what is there. */
  readonly repairable: boolean
}

/** Checks the book from the file up: pages, keys, chain, indexes, merge pointers, free space, permissions. */
export function examineBook(book: Book): Diagnosis[] {
  const { sqlite } = book
  const integrity = sqlite.pragma('integrity_check(10)') as { integrity_check: string }[]
  const bad = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  const keys = sqlite.pragma('foreign_key_check') as { table: string }[]
  const chain = verifyChain(book)
  const missing = missingIndexes(book)
  const pointers = Number(
    sqlite
      .prepare(
        `select count(*) from party p left join party q on q.id = p.merged_into
         where (p.status = 'merged') <> (p.merged_into is not null) or (p.merged_into is not null and (q.id is null or q.status = 'merged'))`,
      )
      .pluck()
      .get(),
  )
  const open = Number(sqlite.prepare(`select count(*) from operation where state = 'open'`).pluck().get())
  return [
    diagnosis('integrity', bad.length === 0, bad.slice(0, 3).join('; ')),
    diagnosis('foreign-keys', keys.length === 0, tally(keys.map(({ table }) => table))),
    diagnosis(
      'chain',
      chain.faults.length === 0,
      chain.faults
        .slice(0, 3)
        .map(({ operationId, what }) => `${operationId} ${what}`)
        .join('; '),
    ),
    diagnosis('indexes', missing.length === 0, missing.join(' '), true),
    diagnosis('pointers', pointers === 0, String(pointers)),
    diagnosis('open-operations', open === 0, String(open)),
    ...fileDiagnoses(book.path),
  ]
}

/** Makes again what is derived: missing indexes, SQLite's own statistics. Returns what was mended. */
export function repairBook(book: Book): string[] {
  const missing = missingIndexes(book)
  for (const name of missing) book.sqlite.exec(bulkIndexes[name]!)
  book.sqlite.exec('reindex; analyze')
  return missing
}

function missingIndexes(book: Book): string[] {
  const there = new Set(
    book.sqlite.prepare(`select name from sqlite_master where type = 'index'`).pluck().all() as string[],
  )
  return Object.keys(bulkIndexes).filter((name) => !there.has(name))
}

const diagnosis = (check: Diagnosis['check'], ok: boolean, detail: string, repairable = false): Diagnosis => ({
  check,
  ok,
  detail: ok ? '' : detail,
  repairable,
})

const tally = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => `${name} ${names.filter((one) => one === name).length}`).join(' ')

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
    diagnosis('space', free > size * 1.2, `${Math.round(free / 1e6)} MB < ${Math.round((size * 1.2) / 1e6)} MB`),
    diagnosis('permissions', writable && !others, writable ? `mode ${(mode & 0o777).toString(8)}` : 'folder'),
  ]
}
