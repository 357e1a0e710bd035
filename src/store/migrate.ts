import { existsSync } from 'node:fs'
import type { Book } from './book.ts'
import { migrations } from './migrations/index.ts'

/** SQLite's application id of a customer book: the letters `kehu`. */
export const APPLICATION_ID = 0x6b656875

/** SQLite rolls schema changes back too: either every missing migration is in, with the version, or none. */
export function migrate(book: Book, from: number): void {
  if (from > 0 && book.path !== ':memory:')
    book.sqlite.exec(`vacuum into '${copyName(book.path, from).replaceAll("'", "''")}'`)
  book.sqlite.exec('begin immediate')
  try {
    // Another process may have migrated while this one waited.
    const now = Number(book.sqlite.pragma('user_version', { simple: true }))
    for (const statements of migrations.slice(now)) book.sqlite.exec(statements)
    book.sqlite.pragma(`application_id = ${APPLICATION_ID}`)
    book.sqlite.pragma(`user_version = ${migrations.length}`)
    book.sqlite.exec('commit')
  } catch (error) {
    if (book.sqlite.inTransaction) book.sqlite.exec('rollback')
    throw error
  }
}

function copyName(path: string, version: number): string {
  for (let n = 0; ; n++) {
    const name = `${path}.v${version}${n === 0 ? '' : `-${n}`}.bak`
    if (!existsSync(name)) return name
  }
}
